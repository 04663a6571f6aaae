import type { LocalDate } from '@sr/kernel';
import type { WorkItemKind } from './work-item';

/** From which day of an item a step counts: since when it waits, or the last day on which it is on time. */
export const ANCHORS = ['SINCE', 'DUE'] as const;
export type Anchor = (typeof ANCHORS)[number];

/**
 * How long after its anchor something is; before it when negative. Months first (the last day of a shorter month), then
 * calendar days, then working days.
 */
export interface Term {
  readonly months?: number;
  readonly days?: number;
  readonly workingDays?: number;
}

/**
 * To whom a step goes. WAITER is for whom the item waits: who is named for it, or else everybody with the role.
 * EVERYBODY_WAITING is the same without those who are named: the whole desk. The roles are those around the item: of its
 * supplier group, of the principals that it is about, of the network.
 */
export const AUDIENCES = [
  'WAITER',
  'EVERYBODY_WAITING',
  'SUPPLIER_COORDINATOR',
  'CONTRACT_MANAGER',
  'NETWORK_COORDINATOR',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One time at which somebody hears of an item that waits. */
export interface Step {
  /** Stable within its moment. */
  readonly code: string;
  readonly anchor: Anchor;
  readonly after: Term;
  readonly to: readonly Audience[];
  /** It goes to the next role because nothing happened. Who gets it has the item on its own list from that day. */
  readonly escalation: boolean;
  /** Every so many days again, as long as the work waits, and so many times at most; null is once. */
  readonly again: { readonly everyDays: number; readonly most: number } | null;
}

/** What people are reminded of, and when: dated, so that last year's letters can be explained by last year's rule. */
export interface Moment {
  readonly code: string;
  readonly kinds: readonly WorkItemKind[];
  /** The days on which this version holds; the last is null while it holds. */
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Where the term is from: a page, or that it is our own. */
  readonly source: string;
  /** In the order of their days. */
  readonly steps: readonly Step[];
}

/** That a ministry or a plan keeps other terms for a while. */
export interface Deviation {
  readonly id: string;
  readonly moment: string;
  /** Of the two, one is given: all items of a principal, or of a plan. */
  readonly principalCode: string | null;
  readonly planId: string | null;
  /** Nothing is sent, or every step so many days later. */
  readonly change: { readonly kind: 'SILENT' } | { readonly kind: 'LATER'; readonly days: number };
  readonly reason: string;
  readonly from: LocalDate;
  /** The last day: no deviation is for ever. */
  readonly until: LocalDate;
}
