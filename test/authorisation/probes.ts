import type { Portfolio } from '../support/portfolio';
import { CONTRACTS, PLANS, WORK, WORK_PLANS, type ContractName } from '../support/portfolio';
import type { IdKind } from '../support/places';
import { VISIBLE } from '../support/visible';
import { PERSON_NAMES, SUPPLIERS, type PersonName } from '../support/world-people';

/** Who is tried for each role: somebody of the first side of the world. */
export const OF_ROLE = {
  NETWORK_COORDINATOR: 'coordinator',
  VERIFIER: 'verifier',
  TABLE_STEWARD: 'steward',
  OPERATOR: 'operator',
  CONTRACT_MANAGER: 'manager',
  CATEGORY_MANAGER: 'categoryManager',
  MINISTRY_READER: 'ministryReader',
  SUPPLIER_COORDINATOR: 'supplier',
  SUPPLIER_EMPLOYEE: 'employee',
  AUDITOR: 'auditor',
} as const satisfies Record<string, PersonName>;

/** Who is tried for a role where somebody else is needed: a manager of a principal that verifies a plan itself. */
const MANAGER_WHO_VERIFIES = { CONTRACT_MANAGER: 'outsideManager' } as const;
export const OF_OPERATION: Readonly<Record<string, Readonly<Record<string, PersonName>>>> = {
  readReport: MANAGER_WHO_VERIFIES,
  listDueReports: MANAGER_WHO_VERIFIES,
  extendQuarter: MANAGER_WHO_VERIFIES,
  reportOnBehalf: MANAGER_WHO_VERIFIES,
  writeLinesOnBehalf: MANAGER_WHO_VERIFIES,
  submitOnBehalf: MANAGER_WHO_VERIFIES,
};

/** Somebody with the same role elsewhere, to whom everything of the first side is another's. */
export const ELSEWHERE: Partial<Record<PersonName, PersonName>> = {
  verifier: 'outsideVerifier',
  manager: 'outsideManager',
  outsideManager: 'manager',
  categoryManager: 'otherCategoryManager',
  ministryReader: 'otherMinistryReader',
  supplier: 'otherSupplier',
  employee: 'otherEmployee',
};

type Foreign = Partial<Record<IdKind, string>>;

/** Ids that are another's, for who is tried; of a kind that is left out nothing is another's. */
export function foreignIds(world: Portfolio): Partial<Record<PersonName, Foreign>> {
  const { contracts, plans, placements, reports, claims, evidence, exemptions, units, groups, people } = world;
  const work = (plan: keyof typeof WORK): Foreign => ({
    placement: placements[plan],
    report: reports[`${plan} 2026-Q3`],
    claim: claims[`${plan} 2026-Q1 PURCHASE`],
    evidence: evidence[plan],
  });
  const contract = (number: ContractName): Foreign => ({ contract: contracts[number], contractNumber: number });
  const ofMinistry: Foreign = {
    ...contract('BZK-A1'),
    ...work('PLAN-A'),
    plan: plans['PLAN-A-BZK'],
    exemption: exemptions['BZK-B1-EXEMPT'],
    person: people.otherManager.id,
    unit: units.BZK,
  };
  const ofNetwork: Foreign = { ...contract('DEF-B1'), ...work('PLAN-B-DEF'), plan: plans['PLAN-B-DEF'] };
  const ofSupplier: Foreign = {
    ...contract('BZK-B1'),
    ...work('PLAN-B'),
    plan: plans['PLAN-B'],
    exemption: exemptions['BZK-B1-EXEMPT'],
    person: people.otherEmployee.id,
    group: groups.B,
    kvkNumber: SUPPLIERS.B1.kvkNumber,
  };
  return {
    coordinator: ofNetwork,
    verifier: ofNetwork,
    manager: { ...ofMinistry, principal: 'BZK' },
    outsideManager: { ...ofMinistry, kvkNumber: SUPPLIERS.A1.kvkNumber, principal: 'BZK' },
    categoryManager: ofMinistry,
    ministryReader: { ...ofMinistry, principal: 'BZK' },
    supplier: ofSupplier,
    employee: ofSupplier,
  };
}

/** A text by which something of the world is recognised wherever it stands, and what it is of. */
interface Mark {
  readonly of: string;
  readonly shape: RegExp;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const word = (text: string): RegExp => new RegExp(`(?<![A-Za-z0-9-])${literal(text)}(?![A-Za-z0-9-])`);

/** Everything that must not be in what somebody is told: ids, numbers, titles, amounts, references, addresses. */
export function foreignMarks(world: Portfolio, who: PersonName): Mark[] {
  const seen = VISIBLE[who];
  const marks: Mark[] = [];
  const mark = (of: string, ...texts: readonly (string | number | null)[]): void => {
    for (const text of texts) if (text !== null && text !== 0) marks.push({ of, shape: word(String(text)) });
  };
  for (const [number, [, , , amountCents]] of Object.entries(CONTRACTS) as [
    ContractName,
    (typeof CONTRACTS)[ContractName],
  ][]) {
    if (seen.contracts.includes(number)) continue;
    mark(
      `contract ${number}`,
      number,
      world.contracts[number],
      `Titel van ${number}`,
      `Kenmerk ${number}`,
      amountCents,
    );
  }
  for (const plan of Object.keys(PLANS) as (keyof typeof PLANS)[]) {
    if (!seen.plans.includes(plan)) mark(`plan ${plan}`, plan, world.plans[plan]);
  }
  for (const plan of WORK_PLANS) {
    if (seen.work.includes(plan)) continue;
    const ofPlan = ([name]: [string, string]): boolean => name.startsWith(`${plan} `);
    const ids = [...Object.entries(world.reports), ...Object.entries(world.claims)].filter(ofPlan).map(([, id]) => id);
    mark(`work on ${plan}`, world.placements[plan], world.evidence[plan], `Plaatsing ${plan}`, `K-${plan}`, ...ids);
    mark(`purchase on ${plan}`, WORK[plan][4]);
  }
  for (const person of PERSON_NAMES) {
    if (!seen.people.includes(person)) mark(`person ${person}`, `${person.toLowerCase()}@example.nl`);
  }
  const isSupplier = ['supplier', 'employee'].includes(who);
  if (isSupplier) mark('supplier B', SUPPLIERS.B1.kvkNumber, SUPPLIERS.B1.name, world.groups.B, 'Bakker Holding');
  return marks;
}
