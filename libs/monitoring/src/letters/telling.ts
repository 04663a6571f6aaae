import type { LocalDate } from '@sr/kernel';
import { clean } from './clean';
import { amount, quarterName, roundAmount, whole, wholeAmount } from './days';
import { IMPERSONAL, KIND_FACTS, type Told } from './kinds';
import type { Matter } from './arrange';
import type { DigestItem, DigestReader, Language } from './types';
import { WORDS } from './words';

/** Below this a count is of few people, and told to nobody outside the supplier and the verifying team. */
const FEWEST_TOLD = 5;

/** The supplier and who verifies see single placements and claims. */
export const seesPeople = ({ side, roles }: DigestReader): boolean => side === 'SUPPLIER' || roles.includes('VERIFIER');

/** Whether how many there are would tell of few people to who does not see them. */
export const isHidden = (kind: Matter['kind'], count: number, reader: DigestReader): boolean =>
  KIND_FACTS[kind].personal && !seesPeople(reader) && count < FEWEST_TOLD;

/** How many items there are, where what is hidden counts as one. */
export const countOf = (matters: readonly Matter[], reader: DigestReader): number =>
  matters.reduce((sum, { kind, items }) => sum + (isHidden(kind, items.length, reader) ? 1 : items.length), 0);

/** For whom an item is told; without a reader it is told so that anybody may see it, as in a subject or a calendar. */
export interface Telling {
  readonly language: Language;
  readonly today: LocalDate;
  readonly reader: DigestReader | null;
}

/** By what an item is told from others of its kind: a plan, a contract, a reference; empty when nothing is known. */
export function labelOf({ item, kind }: DigestItem, { language, reader }: Telling): string {
  const { frame } = WORDS[language];
  const name = item.subject.name === null ? '' : clean(item.subject.name);
  const publicName = IMPERSONAL.includes(item.subject.type) ? name : '';
  const planName = item.planName === null ? (item.subject.type === 'PLAN' ? name : '') : clean(item.planName);
  const plan = planName === '' ? '' : frame.plan(planName);
  const number = item.contractNumber === null ? '' : clean(item.contractNumber);
  const contract = number === '' ? plan || publicName : frame.contract(number);
  switch (KIND_FACTS[kind].named) {
    case 'PLAN':
      return plan || contract;
    case 'CONTRACT':
      return contract;
    case 'PLACEMENT':
      return reader !== null && seesPeople(reader) && name !== '' ? frame.reference(name) : plan;
    case 'TABLE':
      return publicName;
    case 'NOTHING':
      return '';
  }
}

/** The same with the supplier, for who works with several. */
export function fullLabelOf(one: DigestItem, telling: Telling): string {
  const label = labelOf(one, telling);
  const supplier = one.item.supplierName === null ? '' : clean(one.item.supplierName);
  const isTold = supplier === '' || telling.reader?.side === 'SUPPLIER' || label.includes(supplier);
  if (label === '') return isTold ? '' : supplier;
  return isTold ? label : `${label} (${supplier})`;
}

/** The value that all items share, or null. */
export function shared<T>(items: readonly DigestItem[], valueOf: (one: DigestItem) => T | null): T | null {
  const [first] = items;
  if (first === undefined) return null;
  const value = valueOf(first);
  return items.every((one) => valueOf(one) === value) ? value : null;
}

const NO_FIGURES = { count: null, cents: null, paceCents: null };

/** What is known of a matter: of several items what they have in common. */
export function toldOf({ items, kind }: Pick<Matter, 'items' | 'kind'>, telling: Telling): Told {
  const { language, today, reader } = telling;
  const { frame } = WORDS[language];
  const quarter = shared(items, ({ item }) => item.quarter);
  const supplier = shared(items, ({ item }) => item.supplierName);
  // Of several no figure is told: what they add up to says nothing of any of them.
  const { count, cents, paceCents } = (items.length === 1 ? items[0]?.item : undefined) ?? NO_FIGURES;
  const mayCount = (reader !== null && seesPeople(reader)) || (count ?? 0) >= FEWEST_TOLD;
  return {
    quarter: quarter === null ? '' : quarterName(language, quarter, today),
    supplier: (supplier === null ? '' : clean(supplier)) || frame.aSupplier,
    year: kind === 'YEAR_FIGURES' ? clean(shared(items, ({ item }) => item.subject.id) ?? '') : '',
    count: count === null || !mayCount ? '' : whole(language, count),
    one: count === 1,
    euros: cents === null ? '' : amount(language, cents),
    left: cents === null ? '' : wholeAmount(language, cents),
    pace: paceCents === null ? '' : roundAmount(language, paceCents),
    isLate: items.every(({ item }) => item.dueOn !== null && item.dueOn < today),
    toSupplier: reader?.side === 'SUPPLIER',
  };
}
