import { api } from '../api/client';
import { decimal, hours, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { CourseBar } from '../ui/course-bar';
import { Loaded } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { Section } from '../ui/page';
import { SignalBadge } from '../ui/signal-badge';
import { SignalCourse } from '../ui/signal-course';
import { Table } from '../ui/table';
import { sayGoal, sayStep } from '../words/codes';
import { DueReports } from './due-reports';
import { usePlan } from './use-plan';
import { planWords } from './plan-words';
import { WhoseTurn } from './whose-turn';

/** How the plan goes, and whose turn it is. */
export function PlanOverview() {
  const { id, kind } = usePlan();
  const { can } = useSession();
  return (
    <>
      {kind === 'FORM_FREE' ? <Goals /> : can('forecasts.read') && <Forecast />}
      <DueReports />
      <WhoseTurn />
      <SignalCourse planId={id} />
    </>
  );
}

/** From the first day of any obligation to the last day of any; none without obligations. */
function termOf(members: readonly { readonly startsOn: string; readonly endsOn: string }[]) {
  const startsOn = members.map((member) => member.startsOn).toSorted()[0];
  const endsOn = members
    .map((member) => member.endsOn)
    .toSorted()
    .at(-1);
  return startsOn !== undefined && endsOn !== undefined ? { startsOn, endsOn } : null;
}

function Forecast() {
  const t = useWords(planWords);
  const language = useLanguage();
  const { id, members } = usePlan();
  const term = termOf(members);
  const forecast = api.useQuery('get', '/plans/{planId}/forecast', { params: { path: { planId: id } } });
  return (
    <Section title={t.how}>
      <Loaded of={forecast} lines={6}>
        {(found) => {
          const euro = (cents: number | null) => wholeEuros(language, cents);
          return (
            <>
              <KeyFigures>
                <KeyFigure label={t.owed} value={euro(found.amountCents)} />
                <KeyFigure label={t.claimed} value={euro(found.claimedNotVerifiedCents)} />
                <KeyFigure label={t.verified} value={euro(found.allocatedCents)} />
                <KeyFigure label={t.left} value={euro(found.remainingCents)} />
              </KeyFigures>
              {term && <CourseBar {...found} {...term} />}
              <div className="row">
                <SignalBadge signal={found.signal} />
                <span>
                  {t.shouldBe(euro(found.planToDateCents))} {found.behindCents > 0 && t.behind(euro(found.behindCents))}
                </span>
              </div>
              <p>
                {t.expected(euro(found.forecastCents))}{' '}
                {found.shortfallCents > 0 ? t.shortfall(euro(found.shortfallCents)) : t.noShortfall}{' '}
                {found.requiredMonthlyPaceCents !== null &&
                  found.remainingCents > 0 &&
                  t.pace(euro(found.requiredMonthlyPaceCents))}
              </p>
              {found.reasons.length > 0 && (
                <details>
                  <summary>{t.reasons}</summary>
                  <ul className="plain-list">
                    {found.reasons.map((reason) => (
                      <li key={reason.code}>{sayStep(language, reason)}</li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

/** Progress of a plan whose goals have no euros. */
function Goals() {
  const t = useWords(planWords);
  const language = useLanguage();
  const { id } = usePlan();
  const progress = api.useQuery('get', '/plans/{planId}/progress', { params: { path: { planId: id } } });
  return (
    <Section title={t.goals} intro={<p>{t.goalsIntro}</p>}>
      <Loaded of={progress} lines={4}>
        {({ goals, persons, centihours, activities }) => (
          <>
            <KeyFigures>
              <KeyFigure label={t.persons} value={decimal(language, persons)} />
              <KeyFigure label={t.hours} value={hours(language, centihours)} />
              <KeyFigure label={t.activities} value={whole(language, activities)} />
            </KeyFigures>
            <Table
              caption={t.goals}
              captionHidden
              rows={goals}
              rowKey={({ contractId }) => contractId}
              columns={[
                { key: 'contract', head: t.contract, names: true, cell: ({ contractNumber }) => contractNumber },
                {
                  key: 'goal',
                  head: t.goal,
                  cell: ({ goal, unit }) => sayGoal(language, goal, unit),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}
