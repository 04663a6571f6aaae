import type { LocalDate } from '@sr/kernel';
import type { Side, WorkItem, WorkItemKind } from '../domain/work-item';

export type Language = 'nl' | 'en';

/**
 * Why an item is in a mail: FIRST is the first notice of it to this person, AGAIN a later one, BEFORE one that counts back
 * from the last day, LATE one after that day; ESCALATED came to the next role because nothing happened.
 */
export const DIGEST_REASONS = ['FIRST', 'AGAIN', 'BEFORE', 'LATE', 'ESCALATED'] as const;
export type DigestReason = (typeof DIGEST_REASONS)[number];

/** Who gets a mail, as far as that decides what may be told and why it came. */
export interface DigestReader {
  readonly name: string;
  /** Null of who is on no side: is told least. */
  readonly side: Side | null;
  /** A VERIFIER may read a reference of a placement, and so may the side SUPPLIER. */
  readonly roles: readonly string[];
  /** The name of the organisation that the person works for. */
  readonly organisation: string | null;
}

/** An organisation of which nobody can get a mail. The network is not told by name. */
export interface MissedParty {
  readonly side: Side;
  readonly name: string | null;
}

/** Something that waits, as it is told in a mail. */
export interface DigestItem {
  /** By which the item is known in the list of work: its link, and its entry in a calendar. */
  readonly key: string;
  readonly kind: WorkItemKind;
  readonly reason: DigestReason;
  readonly item: WorkItem;
  /** For whom nobody can get the mail: why it came to this reader. */
  readonly nobodyFor?: MissedParty;
  /** On which day this person was last mailed about this item, before this mail: the mail refers back to it. */
  readonly lastToldOn?: LocalDate | null;
}

export interface DigestInput {
  readonly language: Language;
  readonly person: DigestReader;
  /** The day of the mail. */
  readonly day: LocalDate;
  /** Where the product is found, with or without a slash at the end. */
  readonly baseUrl: string;
  /** What is told: at least one. */
  readonly items: readonly DigestItem[];
  /** How many other items wait for this person that are not in this mail. */
  readonly stillOpen: number;
  /** An earlier mail may not have come. */
  readonly carriedOver: boolean;
  /** An answer to the mail reaches people: the sender set Reply-To. */
  readonly canReply?: boolean;
}

/** A mail, ready to be sent. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The dated items as an iCalendar file (RFC 5545); null when there are none. */
  readonly calendar: string | null;
}
