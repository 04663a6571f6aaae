import '../style/contracts.css';
import { useState } from 'react';
import { api, type Answer } from '../api/client';
import { day, moment } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { Button, Link, LinkButton } from '../ui/buttons';
import { Alert, ProblemAlert, useNotice } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { LoadedPage } from '../ui/loaded-page';
import { Page, Section } from '../ui/page';
import { ProposalBadge } from '../ui/state-badges';
import { Effect } from './effect';
import { PlanFacts } from './plan-facts';
import { useObligationInWords, type Proposal } from './proposal-list';
import { proposalWords } from './proposal-words';
import { useProposal } from './use-proposal';

type Plan = Answer<'PlanAnswer'>;

/** What is asked of the principal about one contract, what it means, and the answer in one click. */
export function ProposalPage() {
  const { plan, proposal } = useProposal();
  return (
    <LoadedPage of={plan} lines={12}>
      {(found) => (proposal ? <Found plan={found} proposal={proposal} /> : <MissingPage />)}
    </LoadedPage>
  );
}

function Found({ plan, proposal }: { readonly plan: Plan; readonly proposal: Proposal }) {
  const t = useWords(proposalWords);
  const language = useLanguage();
  const inWords = useObligationInWords();
  const { can } = useSession();
  const { obligation, state, proposedAt, proposedByName } = proposal;
  const waits = state === 'PROPOSED' && can('plans.answer');
  return (
    <Page
      title={t.one.title(obligation.title)}
      path={[{ to: '/voorstellen', label: t.title }]}
      intro={<p>{t.one.what(plan.name, plan.supplierGroupName)}</p>}
      state={<ProposalBadge state={state} />}
    >
      {!waits && <Decided proposal={proposal} />}
      <KeyFigures>
        <KeyFigure
          label={t.amount}
          value={inWords(obligation)}
          note={<Link to={`/contracten/${obligation.contractId}`}>{obligation.number}</Link>}
        />
        <KeyFigure
          label={t.plan}
          value={plan.name}
          note={t.proposedBy(proposedByName ?? t.someone, day(language, proposedAt.slice(0, 10)))}
        />
      </KeyFigures>
      <Meaning plan={plan} proposal={proposal} />
      <PlanFacts plan={plan} />
      {state === 'PROPOSED' && <Effect plan={plan} contractId={obligation.contractId} />}
      {waits && <Decide proposal={proposal} />}
    </Page>
  );
}

function Meaning({ plan, proposal }: { readonly plan: Plan; readonly proposal: Proposal }) {
  const t = useWords(proposalWords).one;
  const language = useLanguage();
  const { can } = useSession();
  const inWords = useObligationInWords();
  const { obligation, valueTable, presentPlanId } = proposal;
  const until = day(language, obligation.endsOn);
  const stays = (obligation.goalUnit === null ? t.staysList : t.staysGoal)(inWords(obligation), until);
  return (
    <Section title={t.meaning}>
      <div className="columns">
        <div>
          <h3 className="utrecht-heading-3">{t.stays}</h3>
          <ul className="plain-list">
            {stays.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3 className="utrecht-heading-3">{t.changes}</h3>
          <ul className="plain-list">
            {t.changesList.map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>{plan.verifiedBy === null ? t.verifier : t.verifierOwn(plan.verifiedBy)}</li>
            <li>
              {t.tableText}{' '}
              {can('value-tables.read') ? <Link to={`/waardetabellen/${valueTable}`}>{valueTable}</Link> : valueTable}.{' '}
              {t.tableAgree}
            </li>
            {presentPlanId !== null && presentPlanId !== plan.id && <PresentPlan planId={presentPlanId} />}
          </ul>
        </div>
      </div>
    </Section>
  );
}

function PresentPlan({ planId }: { readonly planId: string }) {
  const t = useWords(proposalWords);
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } });
  return (
    <li>
      {t.one.leaves} <Link to={`/plannen/${planId}`}>{plan.data?.name ?? t.plan}</Link>
    </li>
  );
}

/** One click to agree, with the value table that was shown; to decline takes a reason. */
function Decide({ proposal: { planId, obligation, valueTable } }: { readonly proposal: Proposal }) {
  const t = useWords(proposalWords).one;
  const say = useNotice();
  const [error, setError] = useState<unknown>(null);
  const answer = api.useMutation('post', '/plans/{planId}/proposals/{contractId}/answers');
  const { contractId } = obligation;
  const agree = async () => {
    setError(null);
    try {
      await answer.mutateAsync({ params: { path: { planId, contractId } }, body: { agree: true, valueTable } });
      say({ text: t.agreed });
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <Section title={t.answer} framed intro={<p>{t.answerHow}</p>}>
      {error !== null && <ProblemAlert error={error} />}
      <div className="deeds">
        <Button weight="primary" busy={answer.isPending} onClick={() => void agree()}>
          {t.agree}
        </Button>
        <LinkButton to={`/voorstellen/${planId}/${contractId}/afwijzen`}>{t.decline}</LinkButton>
      </div>
    </Section>
  );
}

/** What was answered, and where to go on. */
function Decided({ proposal }: { readonly proposal: Proposal }) {
  const t = useWords(proposalWords).one;
  const language = useLanguage();
  const { can } = useSession();
  const { state, answeredByName, answeredAt, reason, obligation } = proposal;
  const waiting = api.useQuery(
    'get',
    '/plan-proposals',
    { params: { query: { limit: 1 } } },
    { enabled: can('plans.answer') },
  );
  const next = waiting.data?.items[0];
  return (
    <Alert kind={state === 'AGREED' ? 'ok' : 'info'} title={t.states[state]}>
      {answeredAt && <p>{t.answeredBy(answeredByName ?? '–', moment(language, answeredAt))}</p>}
      {reason && <p className="quote">{reason}</p>}
      <p className="row">
        <Link to={`/contracten/${obligation.contractId}`}>{t.toContract}</Link>
        {state !== 'PROPOSED' && next && (
          <Link to={`/voorstellen/${next.planId}/${next.obligation.contractId}`}>{t.next}</Link>
        )}
      </p>
    </Alert>
  );
}
