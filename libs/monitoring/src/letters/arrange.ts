import { addDays, daysBetween, type LocalDate } from '@sr/kernel';
import { WORK_ITEM_KINDS, type Side, type WorkItemKind } from '../domain/work-item';
import { KIND_FACTS } from './kinds';
import type { DigestItem, DigestReader, DigestReason, MissedParty } from './types';

/**
 * How pressing something is: what is late comes first. What is late for very long comes after what is recent, and last
 * what the reader only hears of.
 */
export const BANDS = ['LATE', 'WEEK', 'LATER', 'UNDATED', 'OLD', 'KNOWN'] as const;
export type Band = (typeof BANDS)[number];

/**
 * How something concerns the reader: it waits for them, it came to them because nothing happened, it came to them because
 * nobody else can be reached, or they only hear of it.
 */
export type Stance = 'OWN' | 'ESCALATED' | 'INSTEAD' | 'INFORMED';

/** Items that are told as one: of the same kind, for the same reason, equally pressing. */
export interface Matter {
  readonly kind: WorkItemKind;
  readonly reason: DigestReason;
  readonly band: Band;
  readonly stance: Stance;
  readonly nobodyFor: MissedParty | null;
  /** The same came to this reader for another as well. */
  readonly alsoWith: Side | null;
  readonly items: readonly DigestItem[];
}

/** Late for longer than this is old: about half a year. */
const OLD_DAYS = 182;
/** Within so many days something is pressing. */
const PRESSING_DAYS = 7;

function bandOf({ item, kind }: DigestItem, stance: Stance, today: LocalDate): Band {
  const { dueOn } = item;
  if (stance === 'INFORMED') return 'KNOWN';
  if (dueOn === null) return 'UNDATED';
  // What happens on a day is not late when that day is over.
  if (dueOn < today) {
    if (KIND_FACTS[kind].day === 'EVENT') return 'WEEK';
    return dueOn < addDays(today, -OLD_DAYS) ? 'OLD' : 'LATE';
  }
  return dueOn <= addDays(today, PRESSING_DAYS) ? 'WEEK' : 'LATER';
}

/** How an item concerns a reader. */
export function stanceOf({ item, kind, reason, nobodyFor }: DigestItem, reader: DigestReader): Stance {
  const { side, categoryCode } = item.waitsFor;
  if (reason === 'ESCALATED' || item.escalated) {
    // Nobody asks a supplier to see to the work of an official: it hears why nothing has happened.
    return reader.side === 'SUPPLIER' && side !== 'SUPPLIER' ? 'INFORMED' : 'ESCALATED';
  }
  // Reports that are to come wait for a supplier, and are told to who only reads.
  if (kind === 'REPORTS_TO_COME' || side === reader.side) return 'OWN';
  if (categoryCode !== null && reader.roles.includes('CATEGORY_MANAGER')) return 'OWN';
  return nobodyFor === undefined ? 'INFORMED' : 'INSTEAD';
}

/** Of an item that is there twice the reason that asks most is kept. */
const WEIGHT: readonly DigestReason[] = ['FIRST', 'AGAIN', 'BEFORE', 'LATE', 'ESCALATED'];

function once(items: readonly DigestItem[]): DigestItem[] {
  const kept = new Map<string, DigestItem>();
  for (const one of items) {
    const other = kept.get(one.key);
    if (other === undefined || WEIGHT.indexOf(other.reason) < WEIGHT.indexOf(one.reason)) kept.set(one.key, one);
  }
  return [...kept.values()];
}

/** What came to the reader for another and is their own work as well is told once; by what it is known. */
const workOf = ({ kind, item }: DigestItem): string => JSON.stringify([kind, item.subject.id, item.quarter]);

/** Later than every day that something is due. */
const NEVER: LocalDate = '2999-12-31';
const dayOf = ({ item }: DigestItem): LocalDate => item.dueOn ?? NEVER;
/** By code units, as everywhere. */
export const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The items of a mail as matters, the most urgent first: of what is late the newest, where there is most to save; of what
 * is to come the soonest. Within a matter the soonest due first.
 */
export function arrange(items: readonly DigestItem[], reader: DigestReader, today: LocalDate): Matter[] {
  const sorted = once(items).sort(
    (a, b) =>
      compare(dayOf(a), dayOf(b)) ||
      WORK_ITEM_KINDS.indexOf(a.kind) - WORK_ITEM_KINDS.indexOf(b.kind) ||
      // By what people call them: by its key something would stand in another place in each database.
      compare(namesOf(a), namesOf(b)) ||
      compare(a.key, b.key),
  );
  const own = new Set(sorted.filter((one) => stanceOf(one, reader) === 'OWN').map(workOf));
  const others = new Map<string, Side>();
  const matters = new Map<string, Matter & { readonly items: DigestItem[] }>();
  for (const one of sorted) {
    if (stanceOf(one, reader) === 'ESCALATED' && own.has(workOf(one))) others.set(workOf(one), one.item.waitsFor.side);
  }
  for (const one of sorted) {
    const { kind, reason, item, nobodyFor = null } = one;
    const stance = stanceOf(one, reader);
    if (stance === 'ESCALATED' && own.has(workOf(one))) continue;
    const band = bandOf(one, stance, today);
    const alsoWith = stance === 'OWN' ? (others.get(workOf(one)) ?? null) : null;
    const key = JSON.stringify([band, kind, reason, stance, item.quarter, nobodyFor, alsoWith]);
    const known = matters.get(key);
    if (known) known.items.push(one);
    else matters.set(key, { kind, reason, band, stance, nobodyFor, alsoWith, items: [one] });
  }
  // A map keeps the order in which its keys came, and sorting is stable: by band, and then by the first day.
  return [...matters.values()].sort(
    (a, b) =>
      BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || (a.band === 'LATE' ? compare(lastDayOf(b), lastDayOf(a)) : 0),
  );
}

const namesOf = ({ item }: DigestItem): string =>
  [item.contractNumber, item.planName, item.supplierName, item.subject.name].map((name) => name ?? '').join('\n');

/** The newest last day in it. */
const lastDayOf = ({ items }: Matter): LocalDate => items.at(-1)?.item.dueOn ?? NEVER;

/** The day of all items of a matter; null when they differ, or have none. */
export function commonDay({ items }: Matter): LocalDate | null {
  const first = items[0]?.item.dueOn ?? null;
  return items.every(({ item }) => item.dueOn === first) ? first : null;
}

/** How many days ago a day was; negative when it is still to come. */
export const daysAgo = (day: LocalDate, today: LocalDate): number => daysBetween(day, today);
