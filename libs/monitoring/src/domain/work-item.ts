import { daysBetween, type Cents, type LocalDate } from '@sr/kernel';

/** What can wait for somebody, in the order of a contract's life. */
export const WORK_ITEM_KINDS = [
  'VALUE_TABLE_TO_APPROVE',
  'EXEMPTION_TO_DECIDE',
  'OBLIGATION_MISSING',
  'CONTACT_TO_MAKE',
  'PROPOSAL_TO_ANSWER',
  'PLAN_TO_WRITE',
  'PLAN_RETURNED',
  'PLAN_TO_APPROVE',
  'REPORT_TO_OPEN',
  'REPORT_TO_MAKE',
  'REPORT_TO_CHECK',
  'REPORT_TO_SUBMIT',
  'REPORTS_TO_COME',
  'REPORT_LATE',
  'CLAIMS_TO_DECIDE',
  'CLAIMS_TO_CORRECT',
  'PLACEMENT_LIMIT_NEAR',
  'PLACEMENT_ENDING',
  'EVIDENCE_EXPIRING',
  'GOING_WRONG',
  'MID_TERM_BEHIND',
  'EXTENSION_TO_DECIDE',
  'CONTRACT_ENDING',
  'FINAL_REPORT',
  'SETTLEMENT_TO_PROPOSE',
  'SETTLEMENT_TO_ANSWER',
  'SETTLEMENT_TO_FINISH',
  'SHORTFALL_TO_MAKE_GOOD',
  'REMEDY_ENDING',
  'YEAR_FIGURES',
  'PILOT_TO_EVALUATE',
] as const;
export type WorkItemKind = (typeof WORK_ITEM_KINDS)[number];

/** Kinds that come once for each of several parties, so that their keys tell the party as well. */
const OF_SEVERAL_PARTIES: readonly WorkItemKind[] = ['GOING_WRONG', 'MID_TERM_BEHIND', 'CONTRACT_ENDING'];

export const SUBJECT_TYPES = [
  'CONTRACT',
  'EXEMPTION',
  'PLAN',
  'REPORT',
  'PLACEMENT',
  'CLAIM',
  'VALUE_TABLE',
  'NETWORK',
] as const;

/** What the work is on. */
export interface Subject {
  readonly type: (typeof SUBJECT_TYPES)[number];
  /** Its id; of a value table its code; of the network `network`, or the year that its figures are of. */
  readonly id: string;
  /** What people call it: a title, a name, a reference. */
  readonly name: string | null;
}

export const SIDES = ['SUPPLIER', 'PRINCIPAL', 'NETWORK'] as const;
export type Side = (typeof SIDES)[number];
/** The roles for which something can wait. */
export const WORK_ROLES = [
  'NETWORK_COORDINATOR',
  'VERIFIER',
  'TABLE_STEWARD',
  'CONTRACT_MANAGER',
  'CATEGORY_MANAGER',
  'SUPPLIER_COORDINATOR',
  'SUPPLIER_EMPLOYEE',
] as const;
export type WorkRole = (typeof WORK_ROLES)[number];

/** For whom something waits: anybody of one organisation with one of the roles, with what narrows that. */
export interface Party {
  readonly side: Side;
  /** Of the side PRINCIPAL. */
  readonly principalCode: string | null;
  /** Of the side SUPPLIER. */
  readonly supplierGroupId: string | null;
  readonly roles: readonly WorkRole[];
  /** The procurement category whose managers it waits for as well, whatever their ministry. */
  readonly categoryCode: string | null;
  /** Who is named for it, by id: others with the role may do it too. */
  readonly named: readonly string[];
  /** The one person for whom it waits, or who may not do it: a second pair of eyes. */
  readonly only: string | null;
  readonly except: string | null;
}

/** The roles that stand around an item: whom an escalation can reach. */
export interface Around {
  readonly supplierGroupId: string | null;
  /** The principals that it is about: of the contract, or of everything in the plan. */
  readonly principalCodes: readonly string[];
  /** Whether the network has a part in it: a plan that it verifies, or a contract of a member. */
  readonly network: boolean;
}

/** Something that waits for somebody. It is not stored and not ticked off: it is gone when the work is done. */
export interface WorkItem {
  readonly kind: WorkItemKind;
  readonly subject: Subject;
  readonly planId: string | null;
  readonly planName: string | null;
  readonly contractId: string | null;
  readonly contractNumber: string | null;
  readonly reportId: string | null;
  readonly reportNumber: number | null;
  readonly supplierKvkNumber: string | null;
  readonly supplierName: string | null;
  readonly principalCode: string | null;
  /** The first day of the quarter. */
  readonly quarter: LocalDate | null;
  /** Since when it waits, as far as that is known. */
  readonly since: LocalDate | null;
  /** The last day on which it is on time; null when there is none. */
  readonly dueOn: LocalDate | null;
  readonly count: number | null;
  readonly countWithWarnings: number | null;
  readonly cents: Cents | null;
  /** What each month that is left has to bring, of an obligation that ends. */
  readonly paceCents: Cents | null;
  readonly waitsFor: Party;
  readonly around: Around;
  /** It waits for the next role, because nothing happened; the item that it comes from waits as well. */
  readonly escalated: boolean;
}

const NOTHING_MORE: Omit<WorkItem, 'kind' | 'subject' | 'waitsFor'> = {
  planId: null,
  planName: null,
  contractId: null,
  contractNumber: null,
  reportId: null,
  reportNumber: null,
  supplierKvkNumber: null,
  supplierName: null,
  principalCode: null,
  quarter: null,
  since: null,
  dueOn: null,
  count: null,
  countWithWarnings: null,
  cents: null,
  paceCents: null,
  around: { supplierGroupId: null, principalCodes: [], network: false },
  escalated: false,
};

/** An item with what is known of it. */
export function workItem(
  kind: WorkItemKind,
  subject: Subject,
  waitsFor: Party,
  known: Partial<Omit<WorkItem, 'kind' | 'subject' | 'waitsFor'>>,
): WorkItem {
  return { kind, subject, ...NOTHING_MORE, ...known, waitsFor };
}

const ANYBODY = {
  principalCode: null,
  supplierGroupId: null,
  categoryCode: null,
  named: [],
  only: null,
  except: null,
} as const;
/** What narrows a party, or names people of it. */
type Narrowed = Partial<Pick<Party, 'named' | 'only' | 'except'>>;

export const ofNetwork = (role: WorkRole, narrowed: Narrowed = {}): Party => ({
  ...ANYBODY,
  side: 'NETWORK',
  roles: [role],
  ...narrowed,
});

export const ofPrincipal = (principalCode: string, role: WorkRole, narrowed: Narrowed = {}): Party => ({
  ...ANYBODY,
  side: 'PRINCIPAL',
  principalCode,
  roles: [role],
  ...narrowed,
});

export const ofSupplier = (supplierGroupId: string, roles: readonly WorkRole[], narrowed: Narrowed = {}): Party => ({
  ...ANYBODY,
  side: 'SUPPLIER',
  supplierGroupId,
  roles,
  ...narrowed,
});

/** Both roles on the side of a supplier: who reports. */
export const REPORTERS: readonly WorkRole[] = ['SUPPLIER_COORDINATOR', 'SUPPLIER_EMPLOYEE'];

/** Somebody for whom something can wait: where it works, as what. */
export interface Worker {
  readonly id: string;
  readonly roles: readonly string[];
  readonly side: Side | null;
  readonly principalCode: string | null;
  readonly supplierGroupId: string | null;
  readonly categories: readonly string[];
}

/** Whether something waits for this person. */
export function waitsForPerson(party: Party, person: Worker): boolean {
  if (party.except === person.id || (party.only !== null && party.only !== person.id)) return false;
  return party.roles.some((role) => {
    if (!person.roles.includes(role)) return false;
    if (role === 'CATEGORY_MANAGER') {
      return party.categoryCode !== null && person.categories.includes(party.categoryCode);
    }
    return (
      party.side === person.side &&
      party.principalCode === person.principalCode &&
      party.supplierGroupId === person.supplierGroupId
    );
  });
}

/**
 * By what an item is known in a list: the same as long as the work waits, and no other's. Parts between colons: the kind,
 * the id of the subject; of a plan the quarter and the supplier; ESCALATED for a copy for the next role; and of such a
 * copy, and of a kind that comes for several parties, the role and its principal.
 */
export function keyOf({ kind, subject, quarter, supplierKvkNumber, waitsFor, escalated }: WorkItem): string {
  const ofParty = escalated || OF_SEVERAL_PARTIES.includes(kind);
  return [
    kind,
    subject.id,
    ...(subject.type === 'PLAN' ? [quarter, supplierKvkNumber] : []),
    ...(escalated ? ['ESCALATED'] : []),
    ...(ofParty ? [waitsFor.roles[0] ?? null, waitsFor.principalCode] : []),
  ]
    .filter((part) => part !== null)
    .join(':');
}

/** How many calendar days after its last day it is; 0 when it is on time or has no last day. */
export function daysLate({ dueOn }: Pick<WorkItem, 'dueOn'>, today: LocalDate): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
}

/** Later than every day that something is due. */
const NEVER: LocalDate = '2999-12-31';

/** Where an item stands in a list: by the day that it is due, without one last, and then by its key. */
export const placeOf = (item: WorkItem): readonly [LocalDate, string] => [item.dueOn ?? NEVER, keyOf(item)];

/** The soonest due first, then those without a day. */
export function inOrder(items: readonly WorkItem[]): WorkItem[] {
  return items
    .map((item) => ({ item, place: placeOf(item) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ item }) => item);
}

/** Negative when the first place comes before the second; by code units, as everywhere. */
export function comparePlaces(a: readonly [LocalDate, string], b: readonly [LocalDate, string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] === b[1] ? 0 : a[1] < b[1] ? -1 : 1;
}
