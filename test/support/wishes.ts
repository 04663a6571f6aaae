import { addDays } from '@sr/kernel';
import { EVIDENCE, Fresh, LINE, fresh, freshKvkNumber } from './fresh';
import { TABLE, type Portfolio } from './portfolio';
import type { Ask, OperationDocument } from './requests';
import { SUPPLIERS, type SignedIn } from './world-people';

type Wish = (world: Portfolio, who: SignedIn, make: Fresh) => Ask | Promise<Ask>;

const isNetwork = ({ role }: SignedIn): boolean => role === 'NETWORK_COORDINATOR';
/** The one of two people of whom the other did something before. */
const other = <Name extends string>(who: SignedIn, one: Name, two: Name): Name => (who.name === one ? two : one);

const onContract = (world: Portfolio): Ask => ({ params: { contractId: world.contracts['IENW-A1'] } });
const onPlan = (world: Portfolio): Ask => ({ params: { planId: world.plans['PLAN-A'] } });

/**
 * What each operation is asked so that it is carried out, as somebody of the first side of the world (see `world-people`).
 * An operation that is not in the list is asked nothing: no path, no query, no body.
 */
export const WISHES: Readonly<Record<string, Wish>> = {
  // Identity.
  openSession: (world) => ({ body: { personId: world.demoAccount } }),
  chooseLanguage: () => ({ body: { language: 'nl' } }),
  readPerson: (_world, who) => ({ params: { personId: who.id } }),
  invitePerson: (_world, who, make) => ({
    body:
      who.role === 'SUPPLIER_COORDINATOR'
        ? make.invitation({ kind: 'SUPPLIER_GROUP', supplierGroupId: _world.groups.A }, 'SUPPLIER_EMPLOYEE')
        : make.invitation(),
  }),
  changePerson: async (world, who, make) => ({
    params: { personId: await colleague(world, who, make) },
    body: { version: 1, name: 'Andere Naam', roles: [roleOf(who)], categories: [] },
  }),
  removePerson: async (world, who, make) => ({ params: { personId: await colleague(world, who, make) } }),
  listPrincipalUnits: () => ({ params: { principalCode: 'IenW' } }),
  addPrincipalUnit: () => ({ params: { principalCode: 'IenW' }, body: { code: fresh('E'), name: 'Eenheid' } }),
  joinNetwork: () => ({ body: { principalCode: newcomer(), joinedOn: '2026-01-01', note: null } }),
  leaveNetwork: async (world) => {
    const principalCode = newcomer();
    await world.people.coordinator.post('/network-memberships', { principalCode, joinedOn: '2026-01-01' });
    return { body: { principalCode, leftOn: '2026-11-01' } };
  },
  addProcurementCategory: () => {
    const code = fresh('CATEGORIE').replace('-', '_');
    return { body: { code, name: `Categorie ${code}`, source: 'Besluit.' } };
  },
  readSupplierGroup: (world) => ({ params: { supplierGroupId: world.groups.A } }),
  registerSupplierGroup: () => ({
    body: { code: fresh('GROEP'), name: 'Groep', suppliers: [{ kvkNumber: freshKvkNumber(), name: 'Lid' }] },
  }),
  addSuppliers: async (world) => {
    const group = { code: fresh('GROEP'), name: 'Groep', suppliers: [{ kvkNumber: freshKvkNumber(), name: 'Lid' }] };
    const { id } = await world.people.coordinator.post('/supplier-groups', group);
    return {
      params: { supplierGroupId: id },
      body: { suppliers: [{ kvkNumber: freshKvkNumber(), name: 'Nieuw lid' }] },
    };
  },

  // Value tables.
  readValueTable: () => ({ params: { valueTableCode: TABLE } }),
  listValueTableUses: () => ({ params: { valueTableCode: TABLE } }),
  compareValueTables: () => ({ query: { left: TABLE, right: 'WERELD-VOORSTEL-A' } }),
  proposeValueTable: (_world, _who, make) => ({ body: { ...make.tableBody(), code: fresh('TABEL') } }),
  editValueTable: async (_world, who, make) => ({
    params: { valueTableCode: await make.table(who.name === 'steward' ? 'steward' : 'secondSteward') },
    body: { ...make.tableBody(), version: 1 },
  }),
  approveValueTable: async (_world, who, make) => ({
    params: { valueTableCode: await make.table(other(who, 'steward', 'secondSteward')) },
    body: { version: 1 },
  }),
  refuseValueTable: async (_world, who, make) => ({
    params: { valueTableCode: await make.table(other(who, 'steward', 'secondSteward')) },
    body: { version: 1, reason: 'Niet goed.' },
  }),
  withdrawValueTable: async (_world, who, make) => ({
    params: { valueTableCode: await make.table(who.name === 'steward' ? 'steward' : 'secondSteward') },
    body: { version: 1 },
  }),

  // Reminders.
  listReminders: (world) => ({ query: { planId: world.plans['PLAN-A'] } }),
  listSignalChanges: (world) => ({ query: { planId: world.plans['PLAN-A'] } }),
  makeReminderDeviation: async (_world, who, make) => ({ body: await deviationBody(who, make) }),
  endReminderDeviation: async (_world, who, make) => ({
    params: { deviationId: (await who.post('/reminder-deviations', await deviationBody(who, make))).id },
  }),
  listMilestones: (world) => ({ query: { subjectType: 'CONTRACT', subjectId: world.contracts['IENW-A1'] } }),
  recordMilestone: (world, who) => ({ body: milestoneBody(world, who) }),
  // What somebody of the own organisation wrote down, where there is one who does; another's.
  withdrawMilestone: async (world, who) => {
    const { manager, coordinator, supplier } = world.people;
    const writer = isNetwork(who) ? coordinator : who.role.startsWith('SUPPLIER') ? supplier : manager;
    const { id } = await writer.post('/milestones', milestoneBody(world, writer));
    return { params: { milestoneId: id }, body: { reason: 'Verkeerde dag.' } };
  },
  // The address of a colleague that does not work, where there is one (see `remindEverybody`); another's works.
  retryStaleAddress: async (world, who, make) => {
    const stale = { manager: 'secondManager', coordinator: 'secondManager', supplier: 'employee' } as const;
    const name = who.name in stale ? stale[who.name as keyof typeof stale] : null;
    return { params: { personId: name === null ? await colleague(world, who, make) : world.people[name].id } };
  },
  retryFailedJobs: () => ({ body: { name: 'monitoring.send-digest' } }),
  readDemoMail: () => ({ params: { number: '1' } }),

  // Contracts and obligations.
  readContract: onContract,
  listExemptions: onContract,
  readObligation: onContract,
  readSettlement: (world) => ({ params: { contractId: world.contracts['IENW-A1-SETTLED'] } }),
  readContractBalance: onContract,
  readContractStatement: onContract,
  listContractBalances: (world) => ({ query: { contractIds: world.contracts['IENW-A1'] } }),
  listPlanBalances: (world) => ({ query: { planIds: world.plans['PLAN-A'] } }),
  registerContract: (_world, _who, make) => ({
    body: {
      ...make.contractBody(),
      obligation: { kind: 'PERCENTAGE', basis: 'LOONSOM', baseCents: 288_000_000, rateBp: 500, deviationReason: 'Zo.' },
    },
  }),
  editContract: async (_world, _who, make) => ({
    params: { contractId: await make.contract() },
    body: { version: 1, title: 'Andere titel', reference: fresh('K') },
  }),
  proposeExemption: async (_world, _who, make) => ({
    params: { contractId: await make.contract() },
    body: { reason: 'OTHER', text: 'Anders.' },
  }),
  decideExemption: async (_world, who, make) => ({
    params: { ...(await make.exemption(other(who, 'manager', 'secondManager'))) },
    body: { approve: true, reason: 'Akkoord.' },
  }),
  establishObligation: async (_world, _who, make) => ({
    params: { contractId: await make.withoutObligation() },
    body: { obligation: { kind: 'FORM_FREE', goalUnit: 'HOURS', goal: 100, deviationReason: 'Zo.' } },
  }),
  reviseObligation: async (_world, _who, make) => ({
    params: { contractId: await make.contract() },
    body: { amountCents: 9_000_000, previous: 10_000_000, reason: 'Lagere omzet.' },
  }),
  proposeSettlement: async (_world, _who, make) => ({
    params: { contractId: await make.contract() },
    body: { outcome: 'SETTLED_WITHHELD', factorBp: 10_000, reason: 'Niet ingevuld.' },
  }),
  answerSettlement: async (_world, _who, make) => ({
    params: { contractId: await make.assessed(false) },
    body: { version: 1, agrees: false, text: 'Wij zien dat anders.' },
  }),
  grantRemedy: async (_world, _who, make) => ({
    params: { contractId: await make.assessed(true) },
    body: { version: 2, until: '2027-06-30', reason: 'Nog een kans.' },
  }),
  settleObligation: async (_world, _who, make) => ({
    params: { contractId: await make.assessed(true) },
    body: { version: 2 },
  }),
  proposeObligation: () => ({
    body: { awardedOn: '2023-12-01', startsOn: '2024-01-01', endsOn: '2027-12-31', valueCents: 480_000_000 },
  }),
  readSupplierGroupStatement: (world) => ({ params: { supplierGroupId: world.groups.A } }),
  readPrincipalStatement: () => ({ params: { principalCode: 'IenW' } }),

  // Plans.
  listPlanWorkItems: onPlan,
  readWorkItem: async (_world, who) => {
    const [item] = ((await who.get('/work-items')) as { items: { key: string }[] }).items;
    return { params: { key: item?.key ?? 'PLAN_TO_WRITE:none' } };
  },
  readPlan: onPlan,
  readPlanFragmentation: onPlan,
  listPlanMemberships: (world) => ({ query: { contractIds: world.contracts['IENW-A1'] } }),
  readPlanStatement: onPlan,
  readPlanProgress: onPlan,
  previewBundling: (world) => ({
    body: { supplierGroupId: world.groups.A, contractIds: [world.contracts['IENW-A1']] },
  }),
  makePlan: async (_world, who, make) => ({
    body: {
      ...make.planBody([await make.contract()]),
      ...(isNetwork(who) ? {} : { clientLeadId: who.id }),
    },
  }),
  editPlan: async (_world, who, make) => {
    const { planId, version } = await planToChange(who, make);
    return { params: { planId }, body: { version, name: fresh('Plan') } };
  },
  extendPlan: async (_world, who, make) => {
    const { planId, version } = await planToChange(who, make);
    const { dueOn } = await who.get(`/plans/${planId}`);
    return { params: { planId }, body: { version, dueOn: addDays(dueOn, 14), reason: 'Ziekte.' } };
  },
  endPlan: async (_world, who, make) => {
    const { planId, version } = await planToChange(who, make);
    return { params: { planId }, body: { version, reason: 'Voorbij.' } };
  },
  writePlanLines: async (_world, _who, make) => {
    const { planId, version } = await make.plan('DRAFT');
    return { params: { planId }, body: { version, lines: [LINE] } };
  },
  nameSupplierContacts: async (world, _who, make) => {
    const { planId, version } = await make.plan('DRAFT');
    const { supplier, secondSupplier } = world.people;
    return { params: { planId }, body: { version, supplierLeadId: supplier.id, supplierDeputyId: secondSupplier.id } };
  },
  submitPlan: async (_world, _who, make) => {
    const { planId, version } = await make.plan('WRITTEN');
    return { params: { planId }, body: { version } };
  },
  returnPlan: async (_world, _who, make) => {
    const { planId, version } = await make.plan('SUBMITTED');
    return { params: { planId }, body: { version, reason: 'Nog niet.' } };
  },
  approvePlan: async (_world, _who, make) => {
    const { planId, version } = await make.plan('SUBMITTED');
    return { params: { planId }, body: { version } };
  },
  amendPlan: async (_world, _who, make) => {
    const { planId, version } = await make.plan('APPROVED');
    return { params: { planId }, body: { version, reason: 'Anders.' } };
  },
  proposeForPlan: async (_world, _who, make) => {
    const { planId } = await make.plan('PROPOSED');
    return { params: { planId }, body: { contractIds: [await make.contract()] } };
  },
  withdrawPlanProposal: async (_world, _who, make) => {
    const { planId, contractId } = await make.plan('PROPOSED');
    return { params: { planId, contractId }, body: { reason: 'Toch niet.' } };
  },
  answerProposal: async (_world, _who, make) => {
    const { planId, contractId } = await make.plan('PROPOSED');
    return { params: { planId, contractId }, body: { agree: true, valueTable: TABLE } };
  },
  leavePlan: async (_world, _who, make) => {
    const { planId, contractId } = await make.plan('DRAFT');
    return { params: { planId, contractId } };
  },

  // Reports and forecasts.
  readContractForecast: onContract,
  readPlanForecast: onPlan,
  readPool: () => ({ query: { year: '2026' } }),
  readImpactReport: () => ({ params: { year: '2026' } }),
  readPoolCourse: () => ({ params: { year: '2026' } }),
  readBreakdown: () => ({ params: { year: '2026' }, query: { by: 'PRINCIPAL' } }),

  // Placements, reports and claims.
  readPlacement: (world) => ({ params: { placementId: world.placements['PLAN-A'] } }),
  registerPlacement: (_world, _who, make) => ({ body: make.placementBody() }),
  previewValue: (world) => ({
    body: { planId: world.plans['PLAN-A'], block: 'WORK', centihours: 1_000, placementId: world.placements['PLAN-A'] },
  }),
  changePlacement: async (_world, _who, make) => ({
    params: { placementId: await make.placement() },
    body: { version: 1, employmentForm: 'HIRED_IN', region: 'AMR02' },
  }),
  endPlacement: async (_world, _who, make) => ({
    params: { placementId: await make.placement() },
    body: { version: 1, endsOn: '2026-06-30' },
  }),
  declarePlacementEvidence: async (_world, _who, make) => ({
    params: { placementId: await make.placement() },
    body: EVIDENCE,
  }),
  judgePlacementEvidence: async (_world, _who, make) => ({
    params: { ...(await make.evidence()) },
    body: { verdict: 'SUFFICIENT' },
  }),
  readReport: async (world, who, make) => ({
    params: {
      reportId: who.name === 'outsideManager' ? (await onBehalf(world, who, make)).id : world.reports['PLAN-A 2025-Q4'],
    },
  }),
  openReport: async (_world, _who, make) => {
    const { planId } = await make.plan('APPROVED');
    return { body: { planId, supplierKvkNumber: SUPPLIERS.A1.kvkNumber, quarter: '2025-Q3' } };
  },
  writeReportLines: async (_world, _who, make) => {
    const { reportId, version, lines } = await make.emptyReport();
    return { params: { reportId }, body: { version, ...lines } };
  },
  copyLastPeriod: async (_world, _who, make) => {
    const { reportId, version } = await make.reportAfterAnother();
    return { params: { reportId }, body: { version } };
  },
  checkReport: async (_world, who, make) => {
    const { reportId, version } = await make.report('WRITTEN', editorFor(who));
    return { params: { reportId }, body: { version } };
  },
  submitReport: async (_world, _who, make) => {
    const { reportId, version } = await make.report('CHECKED');
    return { params: { reportId }, body: { version } };
  },
  listDueReports: (world, who) => ({ params: { planId: world.plans[planFollowedBy(who)] } }),
  extendQuarter: async (world, who, make) => {
    const { planId, ...of } = await lateQuarter(world, who, make);
    // The first quarter of a year is due on 30 April.
    const dueOn = `${of.quarter.slice(0, 4)}-05-31`;
    return { params: { planId }, body: { ...of, dueOn, reason: 'Ziekte.' } };
  },
  reportOnBehalf: async (world, who, make) => ({
    body: { ...(await lateQuarter(world, who, make)), reason: 'De leverancier zwijgt.' },
  }),
  writeLinesOnBehalf: async (world, who, make) => {
    const { id, version } = await onBehalf(world, who, make);
    return { params: { reportId: id }, body: { version, placements: [], purchases: [], activities: [] } };
  },
  submitOnBehalf: async (world, who, make) => {
    const { id, version } = await onBehalf(world, who, make);
    return { params: { reportId: id }, body: { version, nothingToReport: true } };
  },
  readClaim: (world) => ({ params: { claimId: world.claims['PLAN-A 2025-Q4 PLACEMENT'] } }),
  declareClaimEvidence: async (_world, _who, make) => ({
    params: { claimId: await make.claim('PURCHASE') },
    body: { ...EVIDENCE, type: 'INVOICE' },
  }),
  judgeClaimEvidence: async (world, _who, make) => {
    const claimId = await make.claim('PURCHASE');
    const { id } = await world.people.supplier.post(`/claims/${claimId}/evidence`, { ...EVIDENCE, type: 'INVOICE' });
    return { params: { claimId, evidenceId: id }, body: { verdict: 'INSUFFICIENT', reason: 'Niet leesbaar.' } };
  },
  extendClaimAnswer: async (_world, _who, make) => ({
    params: { claimId: await make.claim() },
    body: { dueOn: '2026-12-31', reason: 'Ziekte.' },
  }),
  decideClaims: async (_world, _who, make) => ({
    body: { decisions: [{ claimId: await make.claim(), verdict: 'ACCEPT' }] },
  }),
  previewDecisions: async (_world, _who, make) => ({
    body: { decisions: [{ claimId: await make.claim(), verdict: 'ACCEPT' }] },
  }),
  reverseClaim: async (world, _who, make) => {
    const claimId = await make.claim();
    await world.people.verifier.post('/decisions', { decisions: [{ claimId, verdict: 'ACCEPT' }] });
    return { params: { claimId }, body: { reason: 'Teruggedraaid.' } };
  },
};

const HELD = { heldOn: '2026-11-20', note: 'Wij spraken elkaar.' };
const milestoneBody = (world: Portfolio, { role }: SignedIn): object =>
  role.startsWith('SUPPLIER')
    ? { ...HELD, kind: 'FOLLOW_UP', subjectType: 'PLACEMENT', subjectId: world.placements['PLAN-A'] }
    : { ...HELD, kind: 'MID_TERM_TALK', subjectType: 'CONTRACT', subjectId: world.contracts['IENW-A1'] };

/** A moment that holds, and days that nobody took. */
let taken = 0;
async function deviationBody(who: SignedIn, make: Fresh): Promise<object> {
  const [moment] = (await who.get('/reminder-moments')).items as { code: string }[];
  const from = addDays('2027-01-01', (taken += 1));
  const subject = isNetwork(who) ? { planId: (await make.plan('PROPOSED')).planId } : { principalCode: 'IenW' };
  const change = { kind: 'LATER', days: 7 };
  return { moment: moment?.code ?? 'NONE', ...subject, change, reason: 'Overname.', from, until: from };
}

/** Whose edits somebody looks at: a colleague's. */
const editorFor = ({ name }: SignedIn): 'supplier' | 'secondSupplier' =>
  name === 'supplier' ? 'secondSupplier' : 'supplier';

/** Who joins the network for the first time; a principal that takes no part in the world besides. */
const NEWCOMERS = ['OCW', 'VWS', 'Fin', 'AZ', 'BZ', 'EZ', 'LVVN', 'VRO', 'AenM', 'KGG', 'HCvS', 'Rechtspraak'];
let joined = 0;
const newcomer = (): string => NEWCOMERS[(joined += 1) % NEWCOMERS.length] ?? 'OCW';

const roleOf = ({ role }: SignedIn): string =>
  role === 'SUPPLIER_COORDINATOR' ? 'SUPPLIER_EMPLOYEE' : 'MINISTRY_READER';

/** Somebody new whom `who` may change and remove. */
async function colleague(world: Portfolio, who: SignedIn, make: Fresh): Promise<string> {
  if (who.role !== 'SUPPLIER_COORDINATOR') return make.person();
  const organisation = { kind: 'SUPPLIER_GROUP', supplierGroupId: world.groups.A };
  const { id } = await who.post('/people', make.invitation(organisation, 'SUPPLIER_EMPLOYEE'));
  return id;
}

/** A plan of which somebody speaks to the supplier. */
const planFollowedBy = ({ name }: SignedIn): 'PLAN-A' | 'PLAN-B-DEF' =>
  name === 'outsideManager' ? 'PLAN-B-DEF' : 'PLAN-A';

let quarters = 0;
/** A quarter long ago, each time another one, of which nothing was reported. */
async function lateQuarter(world: Portfolio, who: SignedIn, make: Fresh) {
  const quarter = `${2023 - (quarters += 1)}-Q1`;
  if (who.name !== 'outsideManager') {
    const { planId } = await make.plan('APPROVED');
    return { planId, supplierKvkNumber: SUPPLIERS.A1.kvkNumber, quarter };
  }
  return { planId: world.plans['PLAN-B-DEF'], supplierKvkNumber: SUPPLIERS.B1.kvkNumber, quarter };
}

/** A report that `who` began on behalf of a supplier. */
async function onBehalf(
  world: Portfolio,
  who: SignedIn,
  make: Fresh,
): Promise<{ readonly id: string; readonly version: number }> {
  // Who may not is asked about a report that there is not.
  if (!isNetwork(who) && who.name !== 'outsideManager') return { id: world.reports['PLAN-A 2025-Q4'], version: 1 };
  return who.post('/reports-on-behalf', { ...(await lateQuarter(world, who, make)), reason: 'De leverancier zwijgt.' });
}

/** A plan in which nothing is yet: of the network for those who work there, of the ministry for others. */
async function planToChange(who: SignedIn, make: Fresh): Promise<{ planId: string; version: number }> {
  if (isNetwork(who)) return make.plan('PROPOSED');
  const contractId = await make.contract();
  const plan = await who.post('/plans', { ...make.planBody([contractId]), clientLeadId: who.id });
  await who.post(`/plans/${plan.id}/members/${contractId}/departures`);
  return { planId: plan.id, version: (await who.get(`/plans/${plan.id}`)).version };
}

/** What `operation` is asked as `who`; of a list the largest page. */
export async function wishFor(world: Portfolio, operation: OperationDocument, who: SignedIn): Promise<Ask> {
  const wish = (await WISHES[operation.operationId]?.(world, who, new Fresh(world))) ?? {};
  const limit = operation.parameters.find((parameter) => parameter.in === 'query' && parameter.name === 'limit');
  return limit ? { ...wish, query: { limit: String(limit.schema['maximum']), ...wish.query } } : wish;
}
