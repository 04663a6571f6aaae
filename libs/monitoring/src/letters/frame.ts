import type { Band } from './arrange';
import type { Named } from './kinds';

/**
 * How a mail stands: TOLD only tells; CALM has days ahead and nothing else; WAITING has no haste; SOON asks for something
 * within a week; TALK is about worries; LATE has something late; LONG only what is late for very long; MUCH is late, and
 * more; STUCK is all with others who do not react.
 */
export const MOODS = ['TOLD', 'CALM', 'WAITING', 'SOON', 'TALK', 'LATE', 'LONG', 'MUCH', 'STUCK'] as const;
export type Mood = (typeof MOODS)[number];

/** What the first sentences are about: how many of what, to whom. */
export interface Standing {
  readonly mood: Mood;
  readonly all: number;
  readonly late: number;
  readonly week: number;
  /** How many came because somebody else does not react. */
  readonly helps: number;
  /** Where all of those are, when that is one party. */
  readonly who: string;
  /** Nothing waits that is not in this mail. */
  readonly isAll: boolean;
  readonly toSupplier: boolean;
  readonly words: (count: number) => string;
}

/** How somebody can ask something: by answering, by getting in touch, or of colleagues. */
export type Way = 'canReply' | 'contact' | 'colleagues';

/** What every mail says around its items, in one language. */
export interface Frame {
  readonly title: (day: string) => string;
  readonly greeting: (name: string) => string;
  readonly of: string;
  readonly in: string;
  /** How things stand. */
  readonly standing: (standing: Standing) => string;
  /** For who has little time: whom to call about most of it; all of it when `count` is null. */
  readonly oneCall: (who: string, count: string | null) => string;
  readonly carriedOver: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly canYouHelp: string;
  readonly inform: (matter: string) => string;
  /** What the day of an item says; `ago` days ago, negative when it is still to come, and the same as a time in words. */
  readonly lastDay: (day: string, ago: number, span: string) => string;
  readonly eventDay: (day: string, ago: number, span: string) => string;
  readonly waitsSince: (day: string) => string;
  readonly firstDay: (day: string) => string;
  readonly memberDay: (day: string, isEvent: boolean) => string;
  readonly memberFigures: (left: string, pace: string) => string;
  readonly severalAt: (label: string, count: string) => string;
  readonly nth: (link: string, n: number, count: number) => string;
  /** The same in a subject: what, and by when. */
  readonly by: (day: string) => string;
  readonly on: (day: string) => string;
  readonly firstBy: (day: string) => string;
  readonly from: (day: string) => string;
  readonly isLate: (span: string) => string;
  /** Behind a label: by how much. */
  readonly lateBy: (span: string) => string;
  readonly others: (count: number, written: string) => string;
  readonly units: Readonly<Record<Extract<Named, 'PLAN' | 'CONTRACT'>, (count: string) => string>>;
  readonly plan: (name: string) => string;
  readonly contract: (number: string) => string;
  readonly reference: (name: string) => string;
  readonly aSupplier: string;
  readonly suppliers: string;
  readonly who: Readonly<Record<'PRINCIPAL' | 'NETWORK' | 'VERIFIER', string>>;
  /** Of an item that came to the next role: where it is, since when, and its day; what is not known is empty. */
  readonly stuck: (who: string, since: string, day: string) => string;
  /** Its day, as the end of that sentence. */
  readonly stuckDay: (day: string, ago: number, span: string, isEvent: boolean) => string;
  readonly alsoWith: (who: string) => string;
  /** That it was told before; on a day, or empty when that is not known. */
  readonly wroteBefore: (day: string) => string;
  readonly informed: (who: string, isLate: boolean) => string;
  readonly instead: (who: string) => string;
  readonly insteadAsk: string;
  readonly aFew: string;
  /** What is late for very long. */
  readonly older: Readonly<Record<'REPORTS' | 'OTHER', OlderWords>>;
  readonly andMore: (count: string) => string;
  readonly oldest: (span: string) => string;
  readonly restOf: (count: number, written: string) => string;
  readonly restHeading: string;
  readonly stillOpen: (count: number, written: string) => string;
  readonly toMyWork: string;
  readonly allInMyWork: string;
  readonly question: Readonly<Record<Way, (mood: Mood) => string>>;
  readonly regards: string;
  readonly sender: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly because: (role: string, organisation: string) => string;
  readonly becauseWork: string;
  readonly howOften: string;
  readonly calendarName: string;
  readonly calendarNote: string;
}

export interface OlderWords {
  /** What, and of which one plan when it is all of one. */
  readonly title: (parts: string, count: number, of: string) => string;
  /** For who has to do it, and for who can ask after it; of how many suppliers. */
  readonly own: (count: number) => string;
  readonly others: (count: number, suppliers: number) => string;
}
