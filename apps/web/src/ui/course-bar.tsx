import '../style/course.css';
import { day, percentOf, shortDay, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { words } from '../words/words';
import { coursePlaces, type Course } from './course';
import { Chart } from './figures';
import { Table } from './table';

const texts = words({
  nl: {
    title: 'Vervuld en verwacht, naast de tijd',
    description: (filled: string, amount: string, expected: string, today: string) =>
      `Van ${amount} is ${filled} vervuld. Naar de looptijd zou het vandaag ${today} zijn. Aan het eind wordt ${expected} verwacht.`,
    filled: 'Vervuld',
    expected: 'Verwacht erbij',
    short: 'Niet verwacht',
    today: 'Hier zou het vandaag zijn',
    what: 'Wat',
    amount: 'Bedrag',
    part: 'Deel',
  },
  en: {
    title: 'Fulfilled and expected, against time',
    description: (filled: string, amount: string, expected: string, today: string) =>
      `Of ${amount} ${filled} is fulfilled. By the days of the term it would be ${today} today. In the end ${expected} is expected.`,
    filled: 'Fulfilled',
    expected: 'Expected to be added',
    short: 'Not expected',
    today: 'Where it should be today',
    what: 'What',
    amount: 'Amount',
    part: 'Part',
  },
});

const WIDTH = 1000;
const HEIGHT = 84;

/**
 * A bar as long as the amount and as long as the term: how much of it is fulfilled, how much more is expected, and where
 * it should be today. Its words stand below it, not in it, so that they are as large on a phone.
 */
export function CourseBar({
  startsOn,
  endsOn,
  ...course
}: Course & { readonly startsOn: string; readonly endsOn: string }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { amountCents, allocatedCents, forecastCents, planToDateCents } = course;
  const { filled, expected, today } = coursePlaces(course);
  const euros = (cents: number) => wholeEuros(language, cents);
  const rows = [
    { key: 'filled', name: t.filled, cents: allocatedCents },
    { key: 'expected', name: t.expected, cents: Math.max(0, forecastCents - allocatedCents) },
    { key: 'short', name: t.short, cents: Math.max(0, amountCents - forecastCents) },
    { key: 'today', name: t.today, cents: planToDateCents },
  ];
  return (
    <div className="course">
      <Chart
        title={t.title}
        description={t.description(
          euros(allocatedCents),
          euros(amountCents),
          euros(forecastCents),
          euros(planToDateCents),
        )}
        width={WIDTH}
        height={HEIGHT}
        below={
          <>
            <p className="course-ends">
              <span>{shortDay(language, startsOn)}</span>
              <span>{shortDay(language, endsOn)}</span>
            </p>
            <ul className="course-legend">
              {rows.map(({ key, name, cents }) => (
                <li key={key}>
                  <span className={`course-sign course-sign-${key}`} aria-hidden="true" />
                  {name}: <strong>{euros(cents)}</strong>
                </li>
              ))}
            </ul>
          </>
        }
        table={
          <Table
            caption={`${t.title} (${day(language, startsOn)} – ${day(language, endsOn)})`}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: 'what', head: t.what, names: true, cell: ({ name }) => name },
              { key: 'amount', head: t.amount, number: true, cell: ({ cents }) => euros(cents) },
              { key: 'part', head: t.part, number: true, cell: ({ cents }) => percentOf(language, cents, amountCents) },
            ]}
          />
        }
      >
        <rect className="course-whole" x={1} y={17} width={WIDTH - 2} height={50} rx={6} />
        {expected > filled && (
          <rect className="course-expected" x={filled} y={18} width={expected - filled} height={48} />
        )}
        {filled > 0 && <rect className="course-filled" x={0} y={18} width={filled} height={48} />}
        <rect className="course-today" x={Math.min(WIDTH - 8, Math.max(0, today - 4))} y={2} width={8} height={80} />
      </Chart>
    </div>
  );
}
