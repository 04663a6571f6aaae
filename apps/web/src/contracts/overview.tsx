import { api } from '../api/client';
import { day, decimal, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { Link, LinkButton } from '../ui/buttons';
import { CourseBar } from '../ui/course-bar';
import { ConfirmButton } from '../ui/dialog';
import { Empty, Loaded, useNotice } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { Section } from '../ui/page';
import { SignalCourse } from '../ui/signal-course';
import { sayStep } from '../words/codes';
import { ContractFacts } from './contract-facts';
import { GoalProgress } from './goal-progress';
import { overviewWords } from './overview-words';
import { useContract, useForecast, type Contract, type Forecast } from './use-contract';

/** The first part of a contract: how it stands, in which plan it is, who work on it, and its facts. */
export function Overview() {
  const contract = useContract();
  const { can } = useSession();
  const { obligation } = contract;
  return (
    <>
      <Standing contract={contract} />
      {obligation && (
        <div className="columns">
          {can('plans.read') && <InPlan contract={contract} />}
          {can('impact.read') && obligation.kind !== 'FORM_FREE' && <People contract={contract} />}
        </div>
      )}
      {obligation && <SignalCourse contractId={contract.id} />}
      <ContractFacts contract={contract} />
    </>
  );
}

function Standing({ contract }: { readonly contract: Contract }) {
  const t = useWords(overviewWords);
  const language = useLanguage();
  const forecast = useForecast(contract);
  const { id, obligation, state } = contract;
  if (!obligation) {
    const why = t.none[state as keyof typeof t.none] ?? t.none.EXEMPT;
    return (
      <Section title={t.course}>
        <p>{why}</p>
        <LinkButton to={`/contracten/${id}/verplichting`} className="fit">
          {t.toObligation}
        </LinkButton>
      </Section>
    );
  }
  if (obligation.kind === 'FORM_FREE') return <GoalProgress contract={contract} />;
  return (
    <Section title={t.course}>
      {obligation.settledOn && <p>{t.settled(day(language, obligation.settledOn))}</p>}
      <Loaded of={forecast} lines={5}>
        {(found) => <Course contract={contract} forecast={found} />}
      </Loaded>
    </Section>
  );
}

function Course({ contract, forecast }: { readonly contract: Contract; readonly forecast: Forecast }) {
  const t = useWords(overviewWords);
  const language = useLanguage();
  const { signal, reasons, plan, requiredMonthlyPaceCents, remainingCents, steps } = forecast;
  const open = signal !== null && remainingCents > 0;
  return (
    <>
      <CourseBar
        amountCents={forecast.amountCents}
        allocatedCents={forecast.allocatedCents}
        forecastCents={forecast.forecastCents}
        planToDateCents={forecast.planToDateCents}
        startsOn={contract.startsOn}
        endsOn={contract.endsOn}
      />
      {signal !== null && (
        <ul className="plain-list">
          {reasons.map((reason) => (
            <li key={reason.code}>{sayStep(language, reason)}</li>
          ))}
          {plan !== null && signal !== 'ON_COURSE' && <li>{t.silence(String(plan.daysOfSilence))}</li>}
          {open && requiredMonthlyPaceCents !== null && (
            <li>{t.pace(wholeEuros(language, requiredMonthlyPaceCents))}</li>
          )}
        </ul>
      )}
      <details>
        <summary>{t.steps}</summary>
        <ol className="steps">
          {steps.map((step, index) => (
            <li key={`${step.code}${index}`}>{sayStep(language, step)}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

function InPlan({ contract: { id, inPlan } }: { readonly contract: Contract }) {
  const t = useWords(overviewWords);
  const { can } = useSession();
  const memberships = api.useQuery('get', '/plan-memberships', { params: { query: { contractIds: [id] } } });
  return (
    <Section title={t.plan}>
      <Loaded of={memberships} lines={2}>
        {({ items: [membership] }) =>
          membership ? (
            <>
              <p>
                {t.inPlan} <Link to={`/plannen/${membership.planId}`}>{membership.planName}</Link>
              </p>
              {can('plans.answer') && <LeavePlan {...membership} />}
            </>
          ) : (
            <NotInPlan contractId={id} inPlan={inPlan} />
          )
        }
      </Loaded>
    </Section>
  );
}

function NotInPlan({ contractId, inPlan }: { readonly contractId: string; readonly inPlan: boolean }) {
  const t = useWords(overviewWords);
  const { can } = useSession();
  const proposals = api.useQuery('get', '/plan-proposals', { params: { query: { limit: 100 } } });
  const waiting = proposals.data?.items.find(({ obligation }) => obligation.contractId === contractId);
  if (inPlan) return null;
  return (
    <Empty title={t.noPlan}>
      <p>{waiting ? t.noPlanProposal : t.noPlanWhy}</p>
      {waiting && can('plans.answer') && (
        <p>
          <Link to={`/voorstellen/${waiting.planId}/${contractId}`}>{t.toProposal}</Link>
        </p>
      )}
    </Empty>
  );
}

/** For the principal: takes the obligation out of the plan, after saying what that means. */
function LeavePlan(plan: { readonly contractId: string; readonly planId: string; readonly planName: string }) {
  const t = useWords(overviewWords);
  const say = useNotice();
  const leave = api.useMutation('post', '/plans/{planId}/members/{contractId}/departures');
  const { contractId, planId, planName } = plan;
  return (
    <div>
      <ConfirmButton
        label={t.leave}
        weight="subtle"
        title={t.leaveTitle}
        confirm={t.leaveDo}
        onConfirm={async () => {
          await leave.mutateAsync({ params: { path: { planId, contractId } } });
          say({ text: t.left });
        }}
      >
        <p>{t.leaveWhat(planName)}</p>
        <p>{t.leaveBack}</p>
      </ConfirmButton>
    </div>
  );
}

/** Who work on it: figures only, and of few people not even those. */
function People({ contract: { id, principalCode, supplier } }: { readonly contract: Contract }) {
  const t = useWords(overviewWords);
  const language = useLanguage();
  const year = Number(today().slice(0, 4));
  const query = { by: 'CONTRACT', principalCode, supplierKvkNumber: supplier.kvkNumber, limit: 100 } as const;
  const table = api.useQuery('get', '/impact-reports/{year}/breakdowns', { params: { path: { year }, query } });
  return (
    <Section title={t.people} intro={<p>{t.peopleYear(String(year))}</p>}>
      <Loaded of={table} lines={2}>
        {({ items }) => {
          const row = items.find(({ contractId }) => contractId === id);
          if (!row || (row.realisedCents === 0 && row.personsShown === '0')) return <p>{t.noPeople}</p>;
          return (
            <KeyFigures>
              <KeyFigure label={t.persons} value={row.personsShown ?? '–'} />
              <KeyFigure label={t.jobs} value={decimal(language, row.jobs)} note={t.jobsNote} />
              <KeyFigure label={t.value} value={wholeEuros(language, row.realisedCents)} />
            </KeyFigures>
          );
        }}
      </Loaded>
    </Section>
  );
}
