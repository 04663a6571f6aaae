import '../style/portfolio.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client, type Answer } from '../api/client';
import { readAll, readByIds } from '../api/read-all';
import { decimal, euros, percentOf, shortDay, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { Link } from '../ui/buttons';
import { Badge, Empty, Loaded } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { Page, Section } from '../ui/page';
import { Table } from '../ui/table';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import {
  groupByPlan,
  jobYearTenths,
  timePassedBp,
  totalOf,
  type ContractRow,
  type PlanGroup,
  type Portfolio,
} from './group';
import { ProgressPicture } from './progress-picture';

const texts = words({
  nl: {
    title: 'Mijn contracten met het Rijk',
    intro:
      'Al uw verplichtingen bij elkaar: wat u moet doen, wat al is geaccepteerd en wat er nog over is. De euro’s zijn inspanningswaarde, niemand betaalt dit bedrag.',
    none: 'U hebt nog geen contract met een verplichting',
    noneDo: 'Zodra een ministerie een contract met u registreert, ziet u het hier.',
    owed: 'Verplicht',
    claimed: 'Wacht op beoordeling',
    claimedNote: 'Opgegeven, nog niet beslist',
    verified: 'Geaccepteerd',
    left: 'Nog te doen',
    jobs: 'Banen van een jaar',
    jobsNote: 'Een baan is 25,5 uur per week, een jaar lang',
    until: 'Tot en met',
    contract: 'Contract',
    progress: 'Voortgang en tijd',
    done: (part: string, time: string) => `${part} gedaan, ${time} van de tijd`,
    noObligation: 'Geen verplichting in euro’s',
    goal: (goal: string, unit: string) => `Doel: ${goal} ${unit}`,
    noPlan: 'Nog in geen plan',
    noPlanWhy: 'Deze contracten zijn nog niet gebundeld. De netwerkorganisatie of het ministerie doet een voorstel.',
    plan: (name: string) => `Plan ${name}`,
    toPlan: 'Open het plan',
    together: 'Samen',
    waits: (amount: string) => `Wacht op beoordeling in dit plan: ${amount}.`,
    legend: 'De blauwe balk is wat is geaccepteerd. De streep is hoeveel van de looptijd voorbij is.',
  },
  en: {
    title: 'My contracts with the State',
    intro:
      'All your obligations together: what you owe, what was verified and what is left. The euros are effort value; nobody pays this amount.',
    none: 'You have no contract with an obligation yet',
    noneDo: 'As soon as a ministry registers a contract with you, you see it here.',
    owed: 'Owed',
    claimed: 'Waits for a decision',
    claimedNote: 'Claimed, not decided yet',
    verified: 'Verified',
    left: 'Left to do',
    jobs: 'Jobs of a year',
    jobsNote: 'A job is 25.5 hours a week, for a year',
    until: 'Until',
    contract: 'Contract',
    progress: 'Progress and time',
    done: (part: string, time: string) => `${part} done, ${time} of the time`,
    noObligation: 'No obligation in euros',
    goal: (goal: string, unit: string) => `Goal: ${goal} ${unit}`,
    noPlan: 'In no plan yet',
    noPlanWhy: 'These contracts are not bundled yet. The network organisation or the ministry makes a proposal.',
    plan: (name: string) => `Plan ${name}`,
    toPlan: 'Open the plan',
    together: 'Together',
    waits: (amount: string) => `Waits for a decision in this plan: ${amount}.`,
    legend: 'The blue bar is what was verified. The line is how much of the term has passed.',
  },
});

/** All contracts of the own supplier group, with their balances and plans: their totals need each of them. */
function usePortfolio() {
  const { person } = useSession();
  const supplierGroupId = person.organisation.kind === 'SUPPLIER_GROUP' ? person.organisation.supplierGroupId : '';
  return useQuery({
    queryKey: ['portfolio', supplierGroupId],
    queryFn: async (): Promise<Portfolio> => {
      const contracts = await readAll<Answer<'ContractAnswer'>>((after) =>
        client.GET('/contracts', { params: { query: { supplierGroupId, limit: 100, after } } }),
      );
      const ids = contracts.map(({ id }) => id);
      const [balances, memberships] = await Promise.all([
        readByIds(ids, (contractIds) => client.GET('/contract-balances', { params: { query: { contractIds } } })),
        readByIds(ids, (contractIds) => client.GET('/plan-memberships', { params: { query: { contractIds } } })),
      ]);
      const plans = [...new Set(memberships.map(({ planId }) => planId))];
      const planBalances = await readByIds(plans, (planIds) =>
        client.GET('/plan-balances', { params: { query: { planIds } } }),
      );
      return { contracts, balances, memberships, planBalances };
    },
  });
}

/** All contracts of a supplier with the Rijk, by plan, in euros and jobs. */
export function SupplierContracts() {
  const t = useWords(texts);
  const portfolio = usePortfolio();
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Loaded of={portfolio} lines={12}>
        {(found) =>
          found.contracts.length === 0 ? (
            <Empty title={t.none}>
              <p>{t.noneDo}</p>
            </Empty>
          ) : (
            <Groups groups={groupByPlan(found)} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Groups({ groups }: { readonly groups: readonly PlanGroup[] }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { owed, claimed, verified, left, centihours } = totalOf(groups);
  return (
    <>
      <KeyFigures>
        <KeyFigure label={t.owed} value={euros(language, owed)} />
        <KeyFigure
          label={t.verified}
          value={euros(language, verified)}
          note={percentOf(language, verified ?? 0, owed ?? 0)}
        />
        <KeyFigure label={t.claimed} value={euros(language, claimed)} note={t.claimedNote} />
        <KeyFigure label={t.left} value={euros(language, left)} />
        <KeyFigure label={t.jobs} value={<Jobs centihours={centihours} />} note={t.jobsNote} />
      </KeyFigures>
      <p className="soft">{t.legend}</p>
      {groups.map((group) => (
        <Group key={group.plan?.id ?? ''} group={group} />
      ))}
    </>
  );
}

function Jobs({ centihours }: { readonly centihours: number | null }) {
  const language = useLanguage();
  if (centihours === null) return <>–</>;
  const tenths = String(jobYearTenths(centihours)).padStart(2, '0');
  return <>{decimal(language, `${tenths.slice(0, -1)}.${tenths.slice(-1)}`)}</>;
}

function Group({ group: { plan, rows, sums } }: { readonly group: PlanGroup }) {
  const t = useWords(texts);
  const language = useLanguage();
  const title = plan ? t.plan(plan.name) : t.noPlan;
  // One row needs no sum.
  const total = (sum: ReactNode) => (rows.length > 1 ? sum : undefined);
  return (
    <Section
      title={title}
      actions={plan && <Link to={`/plannen/${plan.id}`}>{t.toPlan}</Link>}
      intro={
        plan ? (
          <p className="row">
            <Badge tone={plan.state === 'APPROVED' ? 'good' : 'neutral'}>
              {sayLabel(language, 'planState', plan.state)}
            </Badge>
            {sums.claimed !== null && sums.claimed > 0 && <span>{t.waits(euros(language, sums.claimed))}</span>}
          </p>
        ) : (
          <p>{t.noPlanWhy}</p>
        )
      }
    >
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ contract }) => contract.id}
        totalName={t.together}
        columns={[
          { key: 'contract', head: t.contract, names: true, cell: (row) => <ContractCell row={row} /> },
          { key: 'progress', head: t.progress, cell: (row) => <ProgressCell row={row} /> },
          {
            key: 'owed',
            head: t.owed,
            number: true,
            cell: ({ owed }) => euros(language, owed),
            total: total(euros(language, sums.owed)),
          },
          {
            key: 'verified',
            head: t.verified,
            number: true,
            cell: ({ verified }) => euros(language, verified),
            total: total(euros(language, sums.verified)),
          },
          {
            key: 'left',
            head: t.left,
            number: true,
            cell: ({ left }) => euros(language, left),
            total: total(euros(language, sums.left)),
          },
          {
            key: 'jobs',
            head: t.jobs,
            number: true,
            cell: ({ centihours }) => <Jobs centihours={centihours} />,
            total: total(<Jobs centihours={sums.centihours} />),
          },
          { key: 'until', head: t.until, cell: ({ contract }) => shortDay(language, contract.endsOn) },
        ]}
      />
    </Section>
  );
}

function ContractCell({ row: { contract } }: { readonly row: ContractRow }) {
  const language = useLanguage();
  const { id, title, number, principalCode, state } = contract;
  return (
    <>
      <Link to={`/contracten/${id}`}>{title}</Link>
      <span className="contract-of">
        {number}, {principalCode}
      </span>
      {state !== 'OPEN' && <Badge tone="quiet">{sayLabel(language, 'contractState', state)}</Badge>}
    </>
  );
}

/** How far an obligation is against its time, drawn and in words. */
function ProgressCell({ row: { contract, owed, verified } }: { readonly row: ContractRow }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { obligation, startsOn, endsOn } = contract;
  if (owed === null || verified === null || owed === 0) {
    const { goal, goalUnit } = obligation ?? {};
    if (!goal || !goalUnit) return <>{t.noObligation}</>;
    return <>{t.goal(whole(language, goal), sayLabel(language, 'goalUnit', goalUnit).toLowerCase())}</>;
  }
  const timeBp = timePassedBp(startsOn, endsOn, today());
  return (
    <ProgressPicture
      part={verified}
      whole={owed}
      timeBp={timeBp}
      text={t.done(percentOf(language, verified, owed) ?? '', percentOf(language, timeBp, 10_000) ?? '')}
    />
  );
}
