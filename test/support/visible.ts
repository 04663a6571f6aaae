import { CONTRACT_NAMES, PLANS, WORK_PLANS, type ContractName, type PlanName, type WorkPlan } from './portfolio';
import { PERSON_NAMES, type PersonName } from './world-people';

/** What somebody sees of the world: worked out by hand from who sees what, for the tests of every route and every table. */
export interface Visible {
  readonly contracts: readonly ContractName[];
  readonly plans: readonly PlanName[];
  /** The plans whose placements, reports and claims are seen. */
  readonly work: readonly WorkPlan[];
  /** The plans that are seen whole: with the part of every obligation, and with the surplus. */
  readonly whole: readonly PlanName[];
  readonly people: readonly PersonName[];
}

const ALL_PLANS = Object.keys(PLANS) as PlanName[];

/** The network: of its members everything; of JenV what began before it left; nothing of Def, which never joined. */
const NETWORK: Visible = {
  contracts: CONTRACT_NAMES.filter((name) => name !== 'JENV-B1-LATER' && name !== 'DEF-B1'),
  plans: ['PLAN-A', 'PLAN-B', 'PLAN-A-BZK', 'PLAN-A-JENV', 'PLAN-A-FREE', 'PLAN-B-FREE'],
  work: ['PLAN-A', 'PLAN-B'],
  whole: ['PLAN-A', 'PLAN-B', 'PLAN-A-BZK', 'PLAN-A-FREE', 'PLAN-B-FREE'],
  people: PERSON_NAMES,
};
/** A ministry: its own contracts, and the plans that they are in or were proposed for; no placement, report or claim. */
const IENW: Visible = {
  contracts: ['IENW-A1', 'IENW-B1', 'IENW-A1-OPEN', 'IENW-A1-SETTLED', 'IENW-A1-EXEMPT', 'IENW-A1-FREE'],
  plans: ['PLAN-A', 'PLAN-B', 'PLAN-A-FREE'],
  work: [],
  whole: [],
  people: ['manager', 'secondManager', 'categoryManager', 'ministryReader'],
};
const BZK: Visible = {
  contracts: ['BZK-A1', 'BZK-A1-OWN', 'BZK-B1', 'BZK-B1-OPEN', 'BZK-B1-SETTLED', 'BZK-B1-EXEMPT', 'BZK-B1-FREE'],
  plans: ['PLAN-A', 'PLAN-B', 'PLAN-A-BZK', 'PLAN-B-FREE'],
  work: [],
  whole: [],
  people: ['otherManager', 'otherSecondManager', 'otherCategoryManager', 'otherMinistryReader'],
};
const DEF: Visible = {
  contracts: ['DEF-B1'],
  plans: ['PLAN-B-DEF'],
  work: [],
  whole: [],
  people: ['outsideManager', 'outsideVerifier'],
};
const GROUP_A: Visible = {
  contracts: [
    'IENW-A1',
    'BZK-A1',
    'SZW-A2',
    'BZK-A1-OWN',
    'JENV-A1',
    'IENW-A1-OPEN',
    'IENW-A1-SETTLED',
    'IENW-A1-EXEMPT',
    'IENW-A1-FREE',
  ],
  plans: ['PLAN-A', 'PLAN-A-BZK', 'PLAN-A-JENV', 'PLAN-A-FREE'],
  work: ['PLAN-A', 'PLAN-A-JENV'],
  whole: ['PLAN-A', 'PLAN-A-BZK', 'PLAN-A-JENV', 'PLAN-A-FREE'],
  people: ['supplier', 'secondSupplier', 'employee'],
};
const GROUP_B: Visible = {
  contracts: [
    'IENW-B1',
    'BZK-B1',
    'SZW-B1',
    'JENV-B1-LATER',
    'DEF-B1',
    'BZK-B1-OPEN',
    'BZK-B1-SETTLED',
    'BZK-B1-EXEMPT',
    'BZK-B1-FREE',
  ],
  plans: ['PLAN-B', 'PLAN-B-DEF', 'PLAN-B-FREE'],
  work: ['PLAN-B', 'PLAN-B-DEF'],
  whole: ['PLAN-B', 'PLAN-B-DEF', 'PLAN-B-FREE'],
  people: ['otherSupplier', 'otherSecondSupplier', 'otherEmployee'],
};
const NOTHING_BUT = (person: PersonName): Visible => ({
  contracts: [],
  plans: [],
  work: [],
  whole: [],
  people: [person],
});

export const VISIBLE: Readonly<Record<PersonName, Visible>> = {
  coordinator: NETWORK,
  secondCoordinator: NETWORK,
  verifier: NETWORK,
  steward: NOTHING_BUT('steward'),
  secondSteward: NOTHING_BUT('secondSteward'),
  operator: NOTHING_BUT('operator'),
  manager: IENW,
  secondManager: IENW,
  ministryReader: IENW,
  // Of a category over all principals, and nothing else of the own ministry.
  categoryManager: {
    ...NOTHING_BUT('categoryManager'),
    contracts: ['IENW-A1', 'BZK-B1', 'IENW-A1-SETTLED'],
    plans: ['PLAN-A', 'PLAN-B'],
  },
  otherManager: BZK,
  otherSecondManager: BZK,
  otherMinistryReader: BZK,
  otherCategoryManager: {
    ...NOTHING_BUT('otherCategoryManager'),
    contracts: ['BZK-A1', 'IENW-B1'],
    plans: ['PLAN-A', 'PLAN-B'],
  },
  thirdManager: {
    ...NOTHING_BUT('thirdManager'),
    contracts: ['SZW-A2', 'SZW-B1'],
    plans: ['PLAN-A', 'PLAN-B'],
  },
  leftManager: {
    ...NOTHING_BUT('leftManager'),
    contracts: ['JENV-A1', 'JENV-B1-LATER'],
    plans: ['PLAN-A-JENV'],
  },
  outsideManager: DEF,
  outsideVerifier: { ...DEF, work: ['PLAN-B-DEF'], whole: ['PLAN-B-DEF'] },
  supplier: GROUP_A,
  secondSupplier: GROUP_A,
  employee: GROUP_A,
  otherSupplier: GROUP_B,
  otherSecondSupplier: GROUP_B,
  otherEmployee: GROUP_B,
  auditor: { contracts: CONTRACT_NAMES, plans: ALL_PLANS, work: WORK_PLANS, whole: ALL_PLANS, people: PERSON_NAMES },
};
