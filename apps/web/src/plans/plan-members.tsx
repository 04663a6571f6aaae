import { api, type Answer } from '../api/client';
import { day, euros, shortDay, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { ConfirmButton } from '../ui/dialog';
import { Empty, useNotice } from '../ui/feedback';
import { Section } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { ProposalBadge } from '../ui/state-badges';
import { sayGoal } from '../words/codes';
import { words } from '../words/words';
import { usePlan } from './use-plan';

type Member = Answer<'PlanMemberAnswer'>;
type Proposal = Answer<'PlanProposalAnswer'>;

const texts = words({
  nl: {
    members: 'Verplichtingen in dit plan',
    membersIntro: 'Elk ministerie blijft verantwoordelijk voor zijn eigen contract.',
    contract: 'Contract',
    principal: 'Ministerie',
    amount: 'Verplichting',
    left: 'Nog te vervullen',
    term: 'Looptijd',
    fromTo: (from: string, to: string) => `${from} – ${to}`,
    settled: (date: string) => `afgerekend op ${date}`,
    total: 'Totaal',
    others: (count: string, amount: string) =>
      `Daarnaast zitten er ${count} verplichtingen van andere ministeries in, samen ${amount}.`,
    none: 'Er zit nog geen verplichting in dit plan',
    noneWhy: 'Zodra een ministerie akkoord gaat met een voorstel, staat zijn verplichting hier.',
    proposals: 'Voorstellen aan ministeries',
    proposalsIntro: 'Een verplichting komt pas in het plan als het ministerie akkoord gaat.',
    noProposals: 'Er staan geen voorstellen open',
    state: 'Antwoord',
    proposed: 'Voorgesteld op',
    answered: (date: string, name: string) => `${date}, ${name}`,
    somebody: 'onbekend',
    answer: 'Beantwoord',
    act: 'Actie',
    withdraw: 'Trek in',
    withdrawTitle: 'Voorstel intrekken?',
    withdrawWhat: (number: string) =>
      `Het ministerie hoeft dan niet meer te antwoorden over contract ${number}. Opnieuw voorstellen kan.`,
    withdrawn: 'Het voorstel is ingetrokken.',
  },
  en: {
    members: 'Obligations in this plan',
    membersIntro: 'Each ministry stays responsible for its own contract.',
    contract: 'Contract',
    principal: 'Ministry',
    amount: 'Obligation',
    left: 'Still to be filled',
    term: 'Term',
    fromTo: (from: string, to: string) => `${from} – ${to}`,
    settled: (date: string) => `settled on ${date}`,
    total: 'Total',
    others: (count: string, amount: string) =>
      `Besides, it holds ${count} obligations of other ministries, ${amount} together.`,
    none: 'There is no obligation in this plan yet',
    noneWhy: 'As soon as a ministry agrees to a proposal, its obligation is here.',
    proposals: 'Proposals to ministries',
    proposalsIntro: 'An obligation joins the plan only when its ministry agrees.',
    noProposals: 'No proposals are open',
    state: 'Answer',
    proposed: 'Proposed on',
    answered: (date: string, name: string) => `${date}, ${name}`,
    somebody: 'unknown',
    answer: 'Answer',
    act: 'Action',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw the proposal?',
    withdrawWhat: (number: string) =>
      `The ministry then no longer has to answer about contract ${number}. Proposing again is possible.`,
    withdrawn: 'The proposal was withdrawn.',
  },
});

/** Which obligations are in the plan, and which ministries still have to answer. */
export function PlanMembers() {
  const t = useWords(texts);
  const language = useLanguage();
  const plan = usePlan();
  const { others } = plan;
  return (
    <>
      <Section title={t.members} intro={<p>{t.membersIntro}</p>}>
        {plan.members.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <Members members={plan.members} />
        )}
        {others.obligations > 0 && (
          <p>{t.others(whole(language, others.obligations), euros(language, others.amountCents))}</p>
        )}
      </Section>
      <Section title={t.proposals} intro={<p>{t.proposalsIntro}</p>}>
        {plan.proposals.length === 0 ? (
          <p className="soft">{t.noProposals}</p>
        ) : (
          <Proposals proposals={plan.proposals} />
        )}
      </Section>
    </>
  );
}

function Members({ members }: { readonly members: readonly Member[] }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const contractIds = members.slice(0, 100).map(({ contractId }) => contractId);
  const balances = api.useQuery(
    'get',
    '/contract-balances',
    { params: { query: { contractIds } } },
    { enabled: can('statements.read') },
  );
  const balanceOf = (id: string) => balances.data?.items.find(({ contractId }) => contractId === id);
  const amounts = members.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
  const left = balances.data?.items.reduce((sum, { remainingCents }) => sum + (remainingCents ?? 0), 0);
  const goalOf = ({ goal, goalUnit }: Member) =>
    goal !== null && goalUnit !== null && sayGoal(language, goal, goalUnit);
  const columns: Column<Member>[] = [
    {
      key: 'contract',
      head: t.contract,
      names: true,
      cell: ({ contractId, number, title }) => (
        <>
          <Link to={`/contracten/${contractId}`}>{title}</Link>
          <span className="cell-note">{number}</span>
        </>
      ),
    },
    { key: 'principal', head: t.principal, cell: ({ principal }) => principal },
    {
      key: 'term',
      head: t.term,
      cell: ({ startsOn, endsOn, settledOn }) => (
        <>
          {t.fromTo(shortDay(language, startsOn), shortDay(language, endsOn))}
          {settledOn && <span className="cell-note">{t.settled(day(language, settledOn))}</span>}
        </>
      ),
    },
    {
      key: 'amount',
      head: t.amount,
      number: true,
      cell: (member) => (member.amountCents === null ? goalOf(member) : wholeEuros(language, member.amountCents)),
      total: wholeEuros(language, amounts),
    },
    {
      key: 'left',
      head: t.left,
      number: true,
      cell: ({ contractId }) => wholeEuros(language, balanceOf(contractId)?.remainingCents),
      total: wholeEuros(language, left),
    },
  ];
  return (
    <Table
      caption={t.members}
      captionHidden
      rows={members}
      rowKey={({ contractId }) => contractId}
      columns={columns}
      totalName={t.total}
    />
  );
}

function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can, face } = useSession();
  const notice = useNotice();
  const withdraw = api.useMutation('post', '/plans/{planId}/proposals/{contractId}/withdrawals');
  return (
    <Table
      caption={t.proposals}
      captionHidden
      rows={proposals}
      rowKey={({ obligation, proposedAt }) => obligation.contractId + proposedAt}
      columns={[
        {
          key: 'contract',
          head: t.contract,
          names: true,
          cell: ({ obligation }) => (
            <>
              {obligation.title}
              <span className="cell-note">{obligation.number}</span>
            </>
          ),
        },
        { key: 'principal', head: t.principal, cell: ({ obligation }) => obligation.principal },
        {
          key: 'amount',
          head: t.amount,
          number: true,
          cell: ({ obligation }) => wholeEuros(language, obligation.amountCents),
        },
        { key: 'proposed', head: t.proposed, cell: ({ proposedAt }) => shortDay(language, proposedAt.slice(0, 10)) },
        {
          key: 'state',
          head: t.state,
          cell: ({ state, answeredAt, answeredByName, reason }) => (
            <>
              <ProposalBadge state={state} />
              {answeredAt && (
                <span className="cell-note">
                  {t.answered(shortDay(language, answeredAt.slice(0, 10)), answeredByName ?? t.somebody)}
                </span>
              )}
              {reason && <span className="cell-note">{reason}</span>}
            </>
          ),
        },
        {
          key: 'act',
          head: t.act,
          cell: ({ state, planId, obligation: { contractId, number } }) =>
            state !== 'PROPOSED' ? null : can('plans.answer') ? (
              <Link to={`/voorstellen/${planId}/${contractId}`}>{t.answer}</Link>
            ) : (
              can('plans.make') &&
              face === 'NETWORK' && (
                <ConfirmButton
                  label={t.withdraw}
                  title={t.withdrawTitle}
                  confirm={t.withdraw}
                  onConfirm={async () => {
                    await withdraw.mutateAsync({ params: { path: { planId, contractId } }, body: {} });
                    notice({ text: t.withdrawn });
                  }}
                >
                  <p>{t.withdrawWhat(number)}</p>
                </ConfirmButton>
              )
            ),
        },
      ]}
    />
  );
}
