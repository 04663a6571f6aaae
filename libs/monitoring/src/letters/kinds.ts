import type { Subject, WorkItemKind } from '../domain/work-item';
import type { DigestReason } from './types';

/** What of the subject tells one item from another of its kind. */
export type Named = 'PLAN' | 'CONTRACT' | 'PLACEMENT' | 'TABLE' | 'NOTHING';

/** What holds of a kind in every language. */
export interface KindFacts {
  readonly named: Named;
  /** Whose work it is; an item that came to the next role tells of this one. ALL: one party or another, or each of several. */
  readonly waiter: 'SUPPLIER' | 'PRINCIPAL' | 'NETWORK' | 'VERIFIER' | 'ALL';
  /** Its day is the last one on which it is on time, or the day on which something happens. */
  readonly day: 'LAST_DAY' | 'EVENT';
  /** Each is of a person: how many there are is not told to who does not see them. */
  readonly personal: boolean;
}

const of = (named: Named, waiter: KindFacts['waiter'], more: Partial<KindFacts> = {}): KindFacts => ({
  named,
  waiter,
  day: 'LAST_DAY',
  personal: false,
  ...more,
});
const EVENT = { day: 'EVENT' } as const;
const PERSONAL = { personal: true } as const;

export const KIND_FACTS: Readonly<Record<WorkItemKind, KindFacts>> = {
  VALUE_TABLE_TO_APPROVE: of('TABLE', 'NETWORK'),
  EXEMPTION_TO_DECIDE: of('CONTRACT', 'PRINCIPAL'),
  OBLIGATION_MISSING: of('CONTRACT', 'PRINCIPAL'),
  CONTACT_TO_MAKE: of('CONTRACT', 'ALL'),
  PROPOSAL_TO_ANSWER: of('CONTRACT', 'PRINCIPAL'),
  PLAN_TO_WRITE: of('PLAN', 'SUPPLIER'),
  PLAN_RETURNED: of('PLAN', 'SUPPLIER'),
  PLAN_TO_APPROVE: of('PLAN', 'VERIFIER'),
  REPORT_TO_OPEN: of('PLAN', 'SUPPLIER'),
  REPORT_TO_MAKE: of('PLAN', 'SUPPLIER'),
  REPORT_TO_CHECK: of('PLAN', 'SUPPLIER'),
  REPORT_TO_SUBMIT: of('PLAN', 'SUPPLIER'),
  REPORTS_TO_COME: of('PLAN', 'SUPPLIER'),
  REPORT_LATE: of('PLAN', 'SUPPLIER'),
  CLAIMS_TO_DECIDE: of('PLAN', 'VERIFIER'),
  CLAIMS_TO_CORRECT: of('PLAN', 'SUPPLIER'),
  PLACEMENT_LIMIT_NEAR: of('PLACEMENT', 'SUPPLIER', { ...EVENT, ...PERSONAL }),
  PLACEMENT_ENDING: of('PLACEMENT', 'SUPPLIER', { ...EVENT, ...PERSONAL }),
  EVIDENCE_EXPIRING: of('PLACEMENT', 'SUPPLIER', { ...EVENT, ...PERSONAL }),
  GOING_WRONG: of('PLAN', 'ALL'),
  MID_TERM_BEHIND: of('CONTRACT', 'ALL'),
  EXTENSION_TO_DECIDE: of('CONTRACT', 'PRINCIPAL'),
  CONTRACT_ENDING: of('CONTRACT', 'ALL', EVENT),
  FINAL_REPORT: of('CONTRACT', 'SUPPLIER'),
  SETTLEMENT_TO_PROPOSE: of('CONTRACT', 'PRINCIPAL'),
  SETTLEMENT_TO_ANSWER: of('CONTRACT', 'SUPPLIER'),
  SETTLEMENT_TO_FINISH: of('CONTRACT', 'PRINCIPAL'),
  SHORTFALL_TO_MAKE_GOOD: of('CONTRACT', 'SUPPLIER'),
  REMEDY_ENDING: of('CONTRACT', 'PRINCIPAL', EVENT),
  YEAR_FIGURES: of('NOTHING', 'NETWORK'),
  PILOT_TO_EVALUATE: of('NOTHING', 'NETWORK'),
};

/** Subjects whose name is of a contract, a plan or a table. Every other name can be of a person. */
export const IMPERSONAL: readonly Subject['type'][] = ['CONTRACT', 'EXEMPTION', 'PLAN', 'REPORT', 'VALUE_TABLE'];

/** What is known of an item, or of several of one kind, in one language; what is not known is an empty text. */
export interface Told {
  /** "tweede kwartaal". */
  readonly quarter: string;
  /** The supplier by its name, or as a word when it is not known. */
  readonly supplier: string;
  /** Of figures of a year. */
  readonly year: string;
  readonly count: string;
  readonly one: boolean;
  readonly euros: string;
  readonly pace: string;
  /** The same amount in whole euros, of what is left. */
  readonly left: string;
  readonly isLate: boolean;
  /** The reader is of a supplier. */
  readonly toSupplier: boolean;
}

export type Said = string | ((told: Told) => string);

/** How a kind is said in one language. */
export interface KindWords extends Readonly<Record<DigestReason, Said>> {
  /** What it is about, as it stands in a sentence; no name of a subject. */
  readonly topic: Said;
  /** Between the topic and what it is on; "van" and "of" unless told. */
  readonly join?: string;
  /** What the reader is asked to do. */
  readonly act: string;
  /** Where its link goes. */
  readonly link: string;
  /** For a supplier that only hears of it, where that can be said better than for every kind: behind the topic, and below. */
  readonly informed?: { readonly act: string; readonly sentences: Said };
  /** Of what happens on a day, as a clause: on what, empty when it is not told; how many with a space behind it, or empty. */
  readonly event?: {
    readonly one: (on: string) => string;
    readonly several: (many: string, on: string) => string;
    /** The same without what happens: "2 plaatsingen in plan Schoonmaak". */
    readonly those?: (many: string, on: string) => string;
  };
  /** By how much it is late, where "is 3 weken te laat" does not fit. */
  readonly late?: (span: string) => string;
  /** Since when it is so, where it is no waiting. */
  readonly since?: (day: string) => string;
  /** What several are called in a list of counts. */
  readonly several: string;
}

export const say = (said: Said, told: Told): string => (typeof said === 'string' ? said : said(told));
