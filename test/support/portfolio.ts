import { PeopleService } from '@sr/identity';
import { THE_PRODUCT, addDays } from '@sr/kernel';
import type { TestApi } from './app';
import type { Caller } from './caller';
import {
  SUPPLIERS,
  registerOrganisations,
  signInEverybody,
  type Organisations,
  type PersonName,
  type SignedIn,
  type SupplierName,
} from './world-people';

/**
 * A small world with two of everything, so that somebody's own can be told from another's: made by its people through
 * the API, each with the rights of the own role, so that it has nothing in it that the product would not let in.
 */
export interface Portfolio extends Organisations {
  readonly people: Readonly<Record<PersonName, SignedIn>>;
  /** Ids by the names of this file. */
  readonly contracts: Readonly<Record<ContractName, string>>;
  readonly plans: Readonly<Record<PlanName, string>>;
  readonly units: Readonly<Record<'IenW' | 'BZK', string>>;
  /** One of each plan on which work is done. */
  readonly placements: Readonly<Record<WorkPlan, string>>;
  readonly reports: Readonly<Record<`${WorkPlan} ${Quarter}`, string>>;
  readonly claims: Readonly<Record<`${WorkPlan} ${ClaimedQuarter} ${ClaimKind}`, string>>;
  /** What is declared for the placement of each plan, and of the exemptions of contracts. */
  readonly evidence: Readonly<Record<WorkPlan, string>>;
  readonly exemptions: Readonly<Record<'IENW-A1-EXEMPT' | 'BZK-B1-EXEMPT', string>>;
  /** Somebody who can be chosen to sign in as, without proof. */
  readonly demoAccount: string;
}

/**
 * Number of the contract: whose, with which supplier, in which category, and the cents of its obligation. Those of the
 * plans of group B are so small that accepted work goes over them.
 */
export const CONTRACTS = {
  'IENW-A1': ['IenW', 'A1', 'CATERING', 211_110_013],
  'BZK-A1': ['BZK', 'A1', 'BEDRIJFSKLEDING', 222_220_027],
  'SZW-A2': ['SZW', 'A2', null, 233_330_039],
  'BZK-A1-OWN': ['BZK', 'A1', null, 244_440_041],
  'IENW-B1': ['IenW', 'B1', 'BEDRIJFSKLEDING', 255_559],
  'BZK-B1': ['BZK', 'B1', 'CATERING', 266_671],
  'SZW-B1': ['SZW', 'B1', null, 269_963],
  'JENV-A1': ['JenV', 'A1', null, 277_770_071],
  'JENV-B1-LATER': ['JenV', 'B1', null, 288_880_083],
  'DEF-B1': ['Def', 'B1', null, 299_993],
  'IENW-A1-OPEN': ['IenW', 'A1', null, 311_130_011],
  'BZK-B1-OPEN': ['BZK', 'B1', null, 322_230_023],
  'IENW-A1-SETTLED': ['IenW', 'A1', 'CATERING', 333_330_037],
  'BZK-B1-SETTLED': ['BZK', 'B1', null, 344_430_049],
  'IENW-A1-EXEMPT': ['IenW', 'A1', null, null],
  'BZK-B1-EXEMPT': ['BZK', 'B1', null, null],
  'IENW-A1-FREE': ['IenW', 'A1', null, 0],
  'BZK-B1-FREE': ['BZK', 'B1', null, 0],
} as const satisfies Record<string, readonly [string, SupplierName, string | null, number | null]>;
export type ContractName = keyof typeof CONTRACTS;
export const CONTRACT_NAMES = Object.keys(CONTRACTS) as ContractName[];

/** Who registers the contracts of each principal. */
const MANAGERS: Record<string, PersonName> = {
  IenW: 'manager',
  BZK: 'otherManager',
  SZW: 'thirdManager',
  JenV: 'leftManager',
  Def: 'outsideManager',
};

/** Of which group each plan is, which contracts are in it, and who makes it: a coordinator proposes, a principal joins. */
export const PLANS = {
  'PLAN-A': ['A', ['IENW-A1', 'BZK-A1', 'SZW-A2'], 'coordinator'],
  'PLAN-B': ['B', ['IENW-B1', 'BZK-B1', 'SZW-B1'], 'coordinator'],
  'PLAN-A-BZK': ['A', ['BZK-A1-OWN'], 'coordinator'],
  'PLAN-A-JENV': ['A', ['JENV-A1'], 'leftManager'],
  'PLAN-B-DEF': ['B', ['DEF-B1'], 'outsideManager'],
  'PLAN-A-FREE': ['A', ['IENW-A1-FREE'], 'coordinator'],
  'PLAN-B-FREE': ['B', ['BZK-B1-FREE'], 'coordinator'],
} as const satisfies Record<string, readonly ['A' | 'B', readonly ContractName[], PersonName]>;
export type PlanName = keyof typeof PLANS;

/** The plans on which work is done: by whom it is reported and who decides on it, and the cents of a purchase. */
export const WORK = {
  'PLAN-A': ['A1', 'supplier', 'secondSupplier', 'verifier', 1_310_017],
  'PLAN-B': ['B1', 'otherSupplier', 'otherSecondSupplier', 'verifier', 1_420_019],
  'PLAN-A-JENV': ['A1', 'supplier', 'secondSupplier', null, 1_530_023],
  'PLAN-B-DEF': ['B1', 'otherSupplier', 'otherSecondSupplier', 'outsideVerifier', 1_640_029],
} as const satisfies Partial<
  Record<PlanName, readonly [SupplierName, PersonName, PersonName, PersonName | null, number]>
>;
export type WorkPlan = keyof typeof WORK;
export const WORK_PLANS = Object.keys(WORK) as WorkPlan[];

/** The first two are handed in and have claims, of the third a colleague looked at the draft, the last is a draft. */
export const QUARTERS = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'] as const;
export type Quarter = (typeof QUARTERS)[number];
export type ClaimedQuarter = '2025-Q4' | '2026-Q1';
export const CLAIM_KINDS = ['PLACEMENT', 'PURCHASE', 'ACTIVITY'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The value table of all plans; beside it lie a proposed, a refused and a withdrawn one of each steward. */
export const TABLE = 'WERELD-2026';
const TABLE_FIELDS = {
  name: 'Tabel van de wereld',
  example: true,
  validFrom: null,
  source: null,
  normHoursPerWeek: 36,
  blocks: [
    {
      kind: 'PLACEMENT',
      code: 'WORK',
      label: 'Werk',
      annualValueCents: 3_744_000,
      limitMonths: null,
      countsAsJob: true,
    },
    {
      kind: 'PLACEMENT',
      code: 'LIMITED',
      label: 'Begrensd',
      annualValueCents: 3_744_000,
      limitMonths: 1,
      countsAsJob: true,
    },
    { kind: 'PURCHASE', code: 'PURCHASE', label: 'Inkoop', rateBp: 10_000 },
    { kind: 'ACTIVITY', code: 'ACTIVITY', label: 'Activiteit', hourRateCents: 10_000, dayCapCents: 100_000 },
  ],
  bonuses: [{ code: 'AGE_55', label: '55 jaar of ouder', annualValueCents: 936_000 }],
  notValued: [],
};

const SELLER = { kvkNumber: '90001354', name: 'Sociale werkplaats Noord' };
const PLANNED = { block: 'WORK', persons: 2, centihours: 374_400, from: '2026-01-01', to: '2026-12-31' };

/** Builds the world on an API with nothing but reference data in it. */
export async function buildPortfolio(api: TestApi, caller: Caller): Promise<Portfolio> {
  const organisations = await registerOrganisations(api);
  const people = await signInEverybody(api, caller, organisations);
  await proposeTables(people);
  const units = await addUnits(people);
  const contracts = await registerContracts(people, units);
  const plans = await makePlans(people, organisations, contracts);
  await writePlansOfAction(people, plans);
  await proposeMore(people, plans, contracts);
  const exemptions = await decideExemptions(people, contracts);
  await settle(people, contracts);
  const work = await doWork(people, plans);
  await extendTerms(people, plans);
  const demoAccount = await inviteDemoAccount(api);
  return { ...organisations, people, units, contracts, plans, exemptions, ...work, demoAccount };
}

type People = Portfolio['people'];

async function inviteDemoAccount({ app }: TestApi): Promise<string> {
  const invitation = {
    name: 'Demo Account',
    email: 'demo@example.nl',
    organisation: { kind: 'NETWORK' as const },
    roles: ['VERIFIER' as const],
    categories: [],
  };
  return (await app.get(PeopleService).invite(THE_PRODUCT, invitation, true)).id;
}

async function proposeTables({ steward, secondSteward }: People): Promise<void> {
  for (const [one, other, mark] of [
    [steward, secondSteward, 'A'],
    [secondSteward, steward, 'B'],
  ] as const) {
    const codes = [
      ...(mark === 'A' ? [TABLE] : []),
      `WERELD-GEWEIGERD-${mark}`,
      `WERELD-TERUG-${mark}`,
      `WERELD-VOORSTEL-${mark}`,
    ];
    for (const code of codes) await one.post('/value-tables', { ...TABLE_FIELDS, code });
    if (mark === 'A') await other.post(`/value-tables/${TABLE}/approvals`, { version: 1 });
    await other.post(`/value-tables/WERELD-GEWEIGERD-${mark}/refusals`, { version: 1, reason: 'Niet goed.' });
    await one.post(`/value-tables/WERELD-TERUG-${mark}/withdrawals`, { version: 1 });
  }
}

async function addUnits({ manager, otherManager }: People): Promise<Portfolio['units']> {
  const one = await manager.post('/principals/IenW/units', { code: 'RWS', name: 'Rijkswaterstaat' });
  const other = await otherManager.post('/principals/BZK/units', { code: 'RVB', name: 'Rijksvastgoedbedrijf' });
  return { IenW: one.id, BZK: other.id };
}

async function registerContracts(people: People, units: Portfolio['units']): Promise<Portfolio['contracts']> {
  const ids = {} as Record<ContractName, string>;
  for (const number of CONTRACT_NAMES) {
    const [principalCode, supplier, categoryCode, amountCents] = CONTRACTS[number];
    const later = number === 'JENV-B1-LATER';
    const manager = people[MANAGERS[principalCode] ?? 'manager'];
    const { id } = await manager.post('/contracts', {
      number,
      reference: `Kenmerk ${number}`,
      principalCode,
      supplier: { kvkNumber: SUPPLIERS[supplier].kvkNumber },
      title: `Titel van ${number}`,
      awardedOn: later ? '2025-12-01' : '2023-12-01',
      startsOn: later ? '2026-01-01' : '2024-01-01',
      endsOn: '2027-12-31',
      categoryCode,
      unitId: number === 'IENW-A1' ? units.IenW : number === 'BZK-A1' ? units.BZK : null,
      ...carried(amountCents),
    });
    ids[number] = id;
  }
  return ids;
}

/** What a contract carries: null an exemption, 0 a goal without euros. */
function carried(amountCents: number | null): object {
  if (amountCents === null) return { exemption: { reason: 'SHORT_TERM', text: 'De looptijd is kort.' } };
  const deviationReason = 'Zo in de aanbesteding.';
  if (amountCents === 0) return { obligation: { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3, deviationReason } };
  return { obligation: { kind: 'FIXED', amountCents, deviationReason } };
}

async function makePlans(
  people: People,
  { groups }: Organisations,
  contracts: Portfolio['contracts'],
): Promise<Portfolio['plans']> {
  const ids = {} as Record<PlanName, string>;
  for (const name of Object.keys(PLANS) as PlanName[]) {
    const [group, numbers, maker] = PLANS[name];
    const supplier = people[group === 'A' ? 'supplier' : 'otherSupplier'];
    const { id } = await people[maker].post('/plans', {
      name,
      kind: name.endsWith('FREE') ? 'FORM_FREE' : 'BUNDLE',
      supplierGroupId: groups[group],
      valueTable: TABLE,
      contractIds: numbers.map((number) => contracts[number]),
      clientLeadId: people[maker].id,
      supplierLeadId: supplier.id,
    });
    ids[name] = id;
    if (maker !== 'coordinator') continue;
    for (const number of numbers) {
      const manager = people[MANAGERS[CONTRACTS[number][0]] ?? 'manager'];
      await manager.post(`/plans/${id}/proposals/${contracts[number]}/answers`, { agree: true, valueTable: TABLE });
    }
  }
  return ids;
}

/** The plans of the network get a plan of action: two are approved, one is handed in, one was sent back. */
async function writePlansOfAction(people: People, plans: Portfolio['plans']): Promise<void> {
  const { supplier, otherSupplier, coordinator } = people;
  for (const [name, author] of [
    ['PLAN-A', supplier],
    ['PLAN-B', otherSupplier],
    ['PLAN-A-FREE', supplier],
    ['PLAN-B-FREE', otherSupplier],
  ] as const) {
    const path = `/plans/${plans[name]}`;
    const written = await author.put(`${path}/lines`, { version: await versionOf(author, path), lines: [PLANNED] });
    const submitted = await author.post(`${path}/submissions`, { version: written.version });
    if (name === 'PLAN-A-FREE') continue;
    const step = name === 'PLAN-B-FREE' ? 'returns' : 'approvals';
    const reason = step === 'returns' ? { reason: 'De aantallen passen niet.' } : {};
    await coordinator.post(`${path}/${step}`, { version: submitted.version, ...reason });
  }
}

/** Of what is read at an address, the version. */
async function versionOf(who: SignedIn, path: string): Promise<number> {
  return (await who.get(path)).version;
}

/** Two obligations wait for the answer of their principals. */
async function proposeMore(
  people: People,
  plans: Portfolio['plans'],
  contracts: Portfolio['contracts'],
): Promise<void> {
  for (const [plan, contract] of [
    ['PLAN-A', 'IENW-A1-OPEN'],
    ['PLAN-B', 'BZK-B1-OPEN'],
  ] as const) {
    await people.coordinator.post(`/plans/${plans[plan]}/proposals`, { contractIds: [contracts[contract]] });
  }
}

async function decideExemptions(people: People, contracts: Portfolio['contracts']): Promise<Portfolio['exemptions']> {
  const ids = {} as Record<'IENW-A1-EXEMPT' | 'BZK-B1-EXEMPT', string>;
  for (const [contract, second] of [
    ['IENW-A1-EXEMPT', people.secondManager],
    ['BZK-B1-EXEMPT', people.otherSecondManager],
  ] as const) {
    const path = `/contracts/${contracts[contract]}/exemptions`;
    const { items } = await second.get(path);
    ids[contract] = items[0].id;
    await second.post(`${path}/${ids[contract]}/decisions`, { approve: true });
  }
  return ids;
}

/** Two obligations come to their end with a shortfall, of which the supplier heard. */
async function settle(people: People, contracts: Portfolio['contracts']): Promise<void> {
  for (const [contract, manager, supplier] of [
    ['IENW-A1-SETTLED', people.manager, people.supplier],
    ['BZK-B1-SETTLED', people.otherManager, people.otherSupplier],
  ] as const) {
    const path = `/contracts/${contracts[contract]}`;
    await manager.post(`${path}/settlement-proposals`, { outcome: 'SETTLED_WAIVED', reason: 'Overmacht.' });
    await supplier.post(`${path}/settlement-answers`, { version: 1, agrees: true });
    await manager.post(`${path}/settlements`, { version: 2 });
  }
}

type Work = Pick<Portfolio, 'placements' | 'reports' | 'claims' | 'evidence'>;

/** On each plan a candidate works, is reported on in four quarters, and claims come to each of their states. */
async function doWork(people: People, plans: Portfolio['plans']): Promise<Work> {
  const placements = {} as Record<WorkPlan, string>;
  const evidence = {} as Record<WorkPlan, string>;
  const reports = {} as Record<`${WorkPlan} ${Quarter}`, string>;
  const claims = {} as Record<`${WorkPlan} ${ClaimedQuarter} ${ClaimKind}`, string>;
  for (const plan of WORK_PLANS) {
    const [supplierName, by, , verifiedBy] = WORK[plan];
    const supplier = people[by];
    const { id } = await supplier.post('/placements', {
      ref: `Plaatsing ${plan}`,
      planId: plans[plan],
      supplierKvkNumber: SUPPLIERS[supplierName].kvkNumber,
      candidate: `K-${plan}`,
      block: 'WORK',
      employmentForm: 'FORMAL',
      startsOn: '2025-01-01',
      registerIndicated: 'YES',
      region: 'AMR01',
    });
    placements[plan] = id;
    const seen = { type: 'EMPLOYMENT_CONTRACT', seenOn: '2025-01-01' };
    evidence[plan] = (await supplier.post(`/placements/${id}/evidence`, seen)).id;
    for (const quarter of QUARTERS)
      reports[`${plan} ${quarter}`] = await report(people, plan, plans[plan], id, quarter);
    const { items } = await supplier.get(`/claims?planId=${plans[plan]}&limit=100`);
    for (const claim of items)
      claims[`${plan} ${claim.quarter as ClaimedQuarter} ${claim.kind as ClaimKind}`] = claim.id;
    if (verifiedBy !== null) await decide(people[verifiedBy], (quarter, kind) => claims[`${plan} ${quarter} ${kind}`]);
  }
  return { placements, reports, claims, evidence };
}

/** Of one report of each side of the network there is more time to hand it in; of two plans, for the plan of action. */
async function extendTerms({ coordinator, outsideManager }: People, plans: Portfolio['plans']): Promise<void> {
  for (const plan of ['PLAN-A', 'PLAN-B'] as const) {
    const more = { dueOn: '2026-12-31', reason: 'Ziekte op de administratie.' };
    const of = { supplierKvkNumber: SUPPLIERS[WORK[plan][0]].kvkNumber, quarter: '2026-Q3' };
    await coordinator.post(`/plans/${plans[plan]}/report-extensions`, { ...of, ...more });
  }
  for (const [plan, by] of [
    ['PLAN-A-BZK', coordinator],
    ['PLAN-B-DEF', outsideManager],
  ] as const) {
    const path = `/plans/${plans[plan]}`;
    const { version, dueOn } = await by.get(path);
    await by.post(`${path}/extensions`, { version, dueOn: addDays(dueOn, 14), reason: 'Nieuwe contactpersoon.' });
  }
}

/** Reports on a quarter, as far as `QUARTERS` says. */
async function report(
  people: People,
  plan: WorkPlan,
  planId: string,
  placementId: string,
  quarter: Quarter,
): Promise<string> {
  const [supplierName, by, colleague, , invoiceCents] = WORK[plan];
  const year = quarter.slice(0, 4);
  const first = Number(quarter.at(-1)) * 3 - 2;
  const months = [first, first + 1, first + 2].map((month) => `${year}-${String(month).padStart(2, '0')}`);
  const opened = await people[by].post('/reports', {
    planId,
    supplierKvkNumber: SUPPLIERS[supplierName].kvkNumber,
    quarter,
  });
  const path = `/reports/${opened.id}`;
  const written = await people[by].put(`${path}/lines`, {
    version: opened.version,
    placements: [{ placementId, months: months.map((month) => ({ month, paidCentihours: 11_111 })) }],
    purchases: [{ block: 'PURCHASE', from: `${months[0]}-01`, to: `${months[1]}-15`, invoiceCents, seller: SELLER }],
    activities: [{ block: 'ACTIVITY', day: `${months[0]}-10`, centihours: 437, realised: { by: 'OWN' } }],
  });
  if (quarter === '2026-Q3') return opened.id;
  const checked = await people[colleague].post(`${path}/checks`, { version: written.version });
  if (quarter === '2026-Q2') return opened.id;
  await people[by].post(`${path}/submissions`, { version: checked.version });
  return opened.id;
}

/** Of the first quarter: accepted, rejected, and accepted and taken back. Of the second: corrected; the rest waits. */
async function decide(verifier: SignedIn, claim: (quarter: ClaimedQuarter, kind: ClaimKind) => string): Promise<void> {
  const accept = (claimId: string) => ({ claimId, verdict: 'ACCEPT' });
  const corrected = { correction: { centihours: 30_003 }, reason: 'Een maand minder uren.' };
  await verifier.post('/decisions', {
    decisions: [
      accept(claim('2025-Q4', 'PLACEMENT')),
      { claimId: claim('2025-Q4', 'PURCHASE'), verdict: 'REJECT', reason: 'Geen factuur gezien.' },
      accept(claim('2025-Q4', 'ACTIVITY')),
      { ...accept(claim('2026-Q1', 'PLACEMENT')), ...corrected },
    ],
  });
  await verifier.post(`/claims/${claim('2025-Q4', 'ACTIVITY')}/reversals`, { reason: 'Dubbel opgevoerd.' });
}
