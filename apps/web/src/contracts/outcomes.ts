import { timesFraction } from '@sr/kernel';
import type { Answer } from '../api/client';

export type Outcome = Answer<'ProposeSettlementBody'>['outcome'];

const FULFILLED: readonly Outcome[] = ['FULFILLED', 'FULFILLED_WITH_SURPLUS'];
const SHORT: readonly Outcome[] = ['SETTLED_WITHHELD', 'SETTLED_WAIVED', 'SETTLED_CARRIED_OVER'];

/**
 * How an obligation can end: fulfilled when nothing is short, withheld, waived or carried over when something is, and
 * ended early in either case. Of a goal without euros nothing can be withheld, and what is short is only known when it is
 * told how much was reached.
 */
export function outcomesFor(shortCents: number, formFree: boolean): readonly Outcome[] {
  if (formFree) return [...FULFILLED, ...SHORT.filter((outcome) => outcome !== 'SETTLED_WITHHELD'), 'ENDED_EARLY'];
  return [...(shortCents > 0 ? SHORT : FULFILLED), 'ENDED_EARLY'];
}

/** What is withheld of a shortfall, in cents; the factor in basis points: 10000 is the shortfall itself. */
export const chargeOf = (shortCents: number, factorBp: number) => timesFraction(shortCents, factorBp, 10_000);
