import '../style/pool.css';
import type { Answer } from '../api/client';
import { shortEuros, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Chart } from '../ui/figures';
import { Table } from '../ui/table';
import { words } from '../words/words';
import { coursePoints } from './course-points';

const texts = words({
  nl: {
    title: (year: number) => `Het jaar ${year} tot nu toe`,
    description: (realised: string, pace: string) =>
      `Gerealiseerd ${realised}. Naar looptijd hoort dat aan het eind van dit kwartaal ${pace} te zijn.`,
    realised: 'Gerealiseerd',
    pace: 'Nodig naar looptijd',
    quarter: 'Kwartaal',
    quarterName: (number: number) => `kwartaal ${number}`,
    inQuarter: 'Gerealiseerd in het kwartaal',
    toDate: 'Gerealiseerd tot en met',
    paceToDate: 'Nodig tot en met',
    imposed: 'Opgelegd in het kwartaal',
  },
  en: {
    title: (year: number) => `The year ${year} so far`,
    description: (realised: string, pace: string) =>
      `Realised ${realised}. By the terms it should be ${pace} at the end of this quarter.`,
    realised: 'Realised',
    pace: 'Needed by the terms',
    quarter: 'Quarter',
    quarterName: (number: number) => `Quarter ${number}`,
    inQuarter: 'Realised in the quarter',
    toDate: 'Realised up to and with it',
    paceToDate: 'Needed up to and with it',
    imposed: 'Imposed in the quarter',
  },
});

const WIDTH = 560;
const HEIGHT = 230;
const LEFT = 110;
const TOP = 34;
const BOTTOM = 30;
const RIGHT = 16;

/** What is realised in a year against what the terms of the obligations ask for, quarter by quarter. */
export function YearCourse({ course, today }: { readonly course: Answer<'PoolCourseAnswer'>; readonly today: string }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { year, quarters } = course;
  const width = WIDTH - LEFT - RIGHT;
  const height = HEIGHT - TOP - BOTTOM;
  const { pace, realised, scale } = coursePoints(quarters, today, width, height);
  const top = scale.at(-1) ?? 1;
  const line = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => `${x},${y}`).join(' ');
  const been = quarters.filter(({ startsOn }) => startsOn <= today);
  const last = been.at(-1);
  return (
    <Chart
      title={t.title(year)}
      description={t.description(
        shortEuros(language, last?.realisedToDateCents ?? 0),
        shortEuros(language, last?.annualisedToDateCents ?? 0),
      )}
      width={WIDTH}
      height={HEIGHT}
      table={
        <Table
          caption={t.title(year)}
          rows={quarters}
          rowKey={({ startsOn }) => startsOn}
          columns={[
            { key: 'quarter', head: t.quarter, names: true, cell: ({ quarter }) => t.quarterName(quarter) },
            {
              key: 'imposed',
              head: t.imposed,
              number: true,
              cell: ({ imposedCents }) => wholeEuros(language, imposedCents),
            },
            {
              key: 'in',
              head: t.inQuarter,
              number: true,
              cell: ({ realisedCents }) => wholeEuros(language, realisedCents),
            },
            {
              key: 'to',
              head: t.toDate,
              number: true,
              cell: ({ realisedToDateCents }) => wholeEuros(language, realisedToDateCents),
            },
            {
              key: 'pace',
              head: t.paceToDate,
              number: true,
              cell: ({ annualisedToDateCents }) => wholeEuros(language, annualisedToDateCents),
            },
          ]}
        />
      }
    >
      <g className="course-key">
        <line className="course-realised" x1={LEFT} x2={LEFT + 24} y1={12} y2={12} />
        <text x={LEFT + 30} y={17}>
          {t.realised}
        </text>
        <line className="course-pace" x1={LEFT + 190} x2={LEFT + 214} y1={12} y2={12} />
        <text x={LEFT + 220} y={17}>
          {t.pace}
        </text>
      </g>
      <g transform={`translate(${LEFT} ${TOP})`}>
        {scale.map((cents) => {
          const y = height - (cents / top) * height;
          return (
            <g key={cents}>
              <line className="course-scale" x1={0} x2={width} y1={y} y2={y} />
              <text x={-8} y={y + 5} textAnchor="end">
                {shortEuros(language, cents)}
              </text>
            </g>
          );
        })}
        {quarters.map(({ quarter }, index) => (
          <text key={quarter} x={((index + 0.5) / quarters.length) * width} y={height + 22} textAnchor="middle">
            {t.quarterName(quarter)}
          </text>
        ))}
        <polyline className="course-pace" points={line(pace)} />
        <polyline className="course-realised" points={line(realised)} />
        {realised.slice(1).map(([x, y]) => (
          <circle key={x} className="course-dot" cx={x} cy={y} r={4} />
        ))}
      </g>
    </Chart>
  );
}
