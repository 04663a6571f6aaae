import { addDays, daysBetween, type Cents, type LocalDate } from '@sr/kernel';
import { ofPrincipal, ofSupplier, workItem, type Around, type Party, type WorkItem } from './work-item';

/** What is told of a contract in every item about it. */
export interface ContractInWork {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly principalCode: string;
  readonly supplierGroupId: string;
  readonly supplierName: string | null;
  readonly planId: string | null;
  readonly planName: string | null;
  /** Who speaks for the supplier in that plan, by id. */
  readonly supplierContacts: readonly string[];
  readonly awardedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly state: string;
  readonly around: Around;
}

/** What of a contract tells whether somebody has something to do. */
export interface ContractFacts extends ContractInWork {
  readonly categoryCode: string | null;
  readonly amountCents: Cents | null;
  readonly exemption: { readonly id: string; readonly proposedBy: string; readonly proposedOn: LocalDate } | null;
  readonly settlement: {
    readonly state: string;
    readonly proposedOn: LocalDate;
    readonly answerDueOn: LocalDate;
    readonly answeredOn: LocalDate | null;
    readonly remedyUntil: LocalDate | null;
    readonly shortfallCents: Cents;
    readonly shortOfGoal: number | null;
  } | null;
}

/** Two months after the term the principal makes the final assessment. */
const ASSESSMENT_DAYS = 62;
/** A month before the end of a remedy, and a month after it, the principal has to see to it. */
const REMEDY_NOTICE_DAYS = 31;

/** What waits on a contract: for its principal, its category manager or its supplier. */
export function contractItems(contract: ContractFacts, today: LocalDate): WorkItem[] {
  const { exemption, state, endsOn } = contract;
  if (exemption !== null) {
    const subject = { type: 'EXEMPTION', id: exemption.id, name: contract.title } as const;
    const party = ofPrincipal(contract.principalCode, 'CONTRACT_MANAGER', { except: exemption.proposedBy });
    return [workItem('EXEMPTION_TO_DECIDE', subject, party, { ...told(contract), since: exemption.proposedOn })];
  }
  switch (state) {
    case 'OBLIGATION_MISSING':
      return [item('OBLIGATION_MISSING', contract, withCategory(contract), { since: contract.awardedOn })];
    case 'OPEN':
      return endsOn < today ? [toPropose(contract, endsOn, ASSESSMENT_DAYS)] : [];
    case 'FINAL_ASSESSMENT':
    case 'REMEDY':
      return settlementItems(contract, today);
    default:
      return [];
  }
}

function settlementItems(contract: ContractFacts, today: LocalDate): WorkItem[] {
  const { settlement } = contract;
  if (settlement === null) return [];
  const { proposedOn, answerDueOn, answeredOn, remedyUntil, shortfallCents, shortOfGoal } = settlement;
  const cents = contract.amountCents === null ? null : shortfallCents;
  if (settlement.state === 'REMEDY' && remedyUntil !== null) {
    if (remedyUntil < today) return [toPropose(contract, remedyUntil, REMEDY_NOTICE_DAYS)];
    const known = { dueOn: remedyUntil, cents };
    return [
      item('SHORTFALL_TO_MAKE_GOOD', contract, supplierOf(contract), known),
      ...(daysBetween(today, remedyUntil) <= REMEDY_NOTICE_DAYS
        ? [item('REMEDY_ENDING', contract, managerOf(contract), known)]
        : []),
    ];
  }
  // Of what is short the supplier is heard first; the principal goes on when it answered, or its days have passed.
  const isShort = shortfallCents > 0 || (shortOfGoal ?? 0) > 0;
  if (settlement.state === 'PROPOSED' && isShort && today <= answerDueOn) {
    return [item('SETTLEMENT_TO_ANSWER', contract, supplierOf(contract), { dueOn: answerDueOn, cents })];
  }
  const since = answeredOn ?? (isShort ? answerDueOn : proposedOn);
  return [item('SETTLEMENT_TO_FINISH', contract, managerOf(contract), { since, cents })];
}

const toPropose = (contract: ContractFacts, since: LocalDate, days: number): WorkItem =>
  item('SETTLEMENT_TO_PROPOSE', contract, managerOf(contract), {
    since,
    dueOn: addDays(since, days),
    cents: contract.amountCents,
  });

export const managerOf = ({ principalCode }: ContractInWork): Party => ofPrincipal(principalCode, 'CONTRACT_MANAGER');

const withCategory = ({ principalCode, categoryCode }: ContractFacts): Party => ({
  ...ofPrincipal(principalCode, 'CONTRACT_MANAGER'),
  ...(categoryCode === null ? {} : { roles: ['CONTRACT_MANAGER', 'CATEGORY_MANAGER'], categoryCode }),
});

export const supplierOf = ({ supplierGroupId, supplierContacts }: ContractInWork): Party =>
  ofSupplier(supplierGroupId, ['SUPPLIER_COORDINATOR'], { named: supplierContacts });

export const told = ({ id, number, principalCode, supplierName, planId, planName, around }: ContractInWork) => ({
  contractId: id,
  contractNumber: number,
  principalCode,
  supplierName,
  planId,
  planName,
  around,
});

function item(
  kind: WorkItem['kind'],
  contract: ContractFacts,
  party: Party,
  known: Partial<Pick<WorkItem, 'since' | 'dueOn' | 'cents'>>,
): WorkItem {
  const subject = { type: 'CONTRACT', id: contract.id, name: contract.title } as const;
  return workItem(kind, subject, party, { ...told(contract), ...known });
}
