import '../style/contracts.css';
import { api, type Answer } from '../api/client';
import { day, shortDay, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link, LinkButton } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Page, Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { ProposalBadge } from '../ui/state-badges';
import { sayGoal } from '../words/codes';
import { labels } from '../words/labels';
import { proposalWords } from './proposal-words';

export type Proposal = Answer<'PlanProposalAnswer'>;

/** What an obligation is for: euros, or a goal in its own unit. */
export function useObligationInWords() {
  const language = useLanguage();
  return ({ amountCents, goal, goalUnit }: Proposal['obligation']) =>
    goalUnit === null ? wholeEuros(language, amountCents) : sayGoal(language, goal, goalUnit);
}

/** The proposals about contracts in sight: those that wait on top, then those that were answered. */
export function ProposalList() {
  const t = useWords(proposalWords);
  const { can } = useSession();
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Section title={can('plans.answer') ? t.waiting : t.waitingReader}>
        <Waiting />
      </Section>
      <Section title={t.answered}>
        <Answered />
      </Section>
    </Page>
  );
}

function Waiting() {
  const t = useWords(proposalWords);
  const language = useLanguage();
  const inWords = useObligationInWords();
  const proposals = api.useInfiniteQuery('get', '/plan-proposals', { params: { query: { limit: 25 } } }, byKey);
  return (
    <Paged
      of={proposals}
      lines={4}
      empty={
        <Empty title={t.none}>
          <p>{t.noneWhy}</p>
        </Empty>
      }
    >
      {(items) => (
        <ul className="proposal-list">
          {items.map(({ planId, planName, obligation, proposedByName, proposedAt }) => (
            <li key={`${planId}${obligation.contractId}`} className="panel proposal">
              <div>
                <h3 className="utrecht-heading-3">{obligation.title}</h3>
                <p>
                  {obligation.number} · {t.plan} {planName} · <strong>{inWords(obligation)}</strong>
                </p>
                <p className="soft">
                  {t.proposedBy(proposedByName ?? t.someone, day(language, proposedAt.slice(0, 10)))}
                </p>
              </div>
              <LinkButton
                to={`/voorstellen/${planId}/${obligation.contractId}`}
                aria-label={`${t.look}: ${obligation.title}`}
              >
                {t.look}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}

const useAnswered = (state: 'AGREED' | 'DECLINED') =>
  api.useInfiniteQuery('get', '/plan-proposals', { params: { query: { limit: 25, state } } }, byKey);

function Answered() {
  const t = useWords(proposalWords);
  const agreed = useAnswered('AGREED');
  const declined = useAnswered('DECLINED');
  const lists = [
    { state: 'AGREED', of: agreed },
    { state: 'DECLINED', of: declined },
  ] as const;
  if (lists.every(({ of }) => of.data?.pages[0]?.items.length === 0)) return <p>{t.noneAnswered}</p>;
  return lists.map(({ state, of }) => (
    <Paged key={state} of={of} lines={3} empty={null}>
      {(items) => <AnsweredTable items={items} state={state} />}
    </Paged>
  ));
}

function AnsweredTable({ items, state }: { readonly items: readonly Proposal[]; readonly state: Proposal['state'] }) {
  const t = useWords(proposalWords);
  const language = useLanguage();
  const inWords = useObligationInWords();
  return (
    <Table
      caption={labels[language].proposalState[state]}
      rows={items}
      rowKey={({ planId, obligation }) => `${planId}${obligation.contractId}`}
      columns={[
        {
          key: 'contract',
          head: t.contract,
          names: true,
          cell: ({ planId, obligation }) => (
            <Link to={`/voorstellen/${planId}/${obligation.contractId}`}>{obligation.title}</Link>
          ),
        },
        { key: 'plan', head: t.plan, cell: ({ planName }) => planName },
        { key: 'amount', head: t.amount, number: true, cell: ({ obligation }) => inWords(obligation) },
        { key: 'since', head: t.since, cell: ({ proposedAt }) => shortDay(language, proposedAt.slice(0, 10)) },
        { key: 'answer', head: t.answer, cell: () => <ProposalBadge state={state} /> },
      ]}
    />
  );
}
