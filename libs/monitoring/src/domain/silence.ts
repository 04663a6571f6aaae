import type { LocalDate } from '@sr/kernel';
import type { Side } from './work-item';

/** An organisation of one of the sides. */
export interface SideOrganisation {
  readonly side: Side;
  /** Of the side PRINCIPAL. */
  readonly principalCode: string | null;
  /** Of the side SUPPLIER. */
  readonly supplierGroupId: string | null;
}

/** Work that is past its last day and still open, by the key of the item, with for whom it waits. */
export interface LateWork extends SideOrganisation {
  readonly key: string;
  readonly planId: string | null;
  readonly contractId: string | null;
}

/** That somebody of an organisation was mailed about an item, for the first time on a day. */
export interface MailedAbout extends SideOrganisation {
  readonly key: string;
  readonly personId: string;
  readonly day: LocalDate;
}

/** An organisation that was mailed about late work of its own, which is still open. */
export interface Silence extends SideOrganisation {
  /** The day of the first of those mails. */
  readonly since: LocalDate;
  /** The keys of the items. */
  readonly keys: readonly string[];
  /** The plans that they are about, each once; and the contracts of those that are in no plan. */
  readonly planIds: readonly string[];
  readonly contractIds: readonly string[];
  readonly personIds: readonly string[];
}

/** By what an organisation is known in a list. */
export const organisationKey = ({ side, principalCode, supplierGroupId }: SideOrganisation): string =>
  `${side}:${principalCode ?? supplierGroupId ?? ''}`;

/**
 * Which organisations were mailed about work that waits for them and is late, the longest silent first. Who heard of the
 * work of another, because that one did nothing, is not silent.
 */
export function silencesOf(work: readonly LateWork[], mails: readonly MailedAbout[]): Silence[] {
  const mailed = new Map<string, MailedAbout[]>();
  for (const mail of mails) {
    const place = `${organisationKey(mail)} ${mail.key}`;
    mailed.set(place, [...(mailed.get(place) ?? []), mail]);
  }
  const found = new Map<string, { work: LateWork[]; mails: MailedAbout[] }>();
  for (const item of work) {
    const organisation = organisationKey(item);
    const about = mailed.get(`${organisation} ${item.key}`) ?? [];
    if (about.length === 0) continue;
    const known = found.get(organisation) ?? { work: [], mails: [] };
    known.work.push(item);
    known.mails.push(...about);
    found.set(organisation, known);
  }
  return [...found.values()].flatMap(silenceOf).sort(longestFirst);
}

function silenceOf({ work, mails }: { work: LateWork[]; mails: MailedAbout[] }): Silence[] {
  const [first] = work;
  const [since] = mails.map(({ day }) => day).sort();
  if (first === undefined || since === undefined) return [];
  const { side, principalCode, supplierGroupId } = first;
  return [
    {
      side,
      principalCode,
      supplierGroupId,
      since,
      keys: once(work.map(({ key }) => key)),
      planIds: once(work.flatMap(({ planId }) => planId ?? [])),
      contractIds: once(work.flatMap(({ planId, contractId }) => (planId === null ? (contractId ?? []) : []))),
      personIds: once(mails.map(({ personId }) => personId)),
    },
  ];
}

const once = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Where a silence stands in the list. */
export const placeOfSilence = (silence: Silence): readonly [LocalDate, string] => [
  silence.since,
  organisationKey(silence),
];

const longestFirst = (one: Silence, other: Silence): number =>
  placeOfSilence(one).join(' ') < placeOfSilence(other).join(' ') ? -1 : 1;
