import { divRound, exact, type BasisPoints, type Cents } from '@sr/kernel';
import { POOL_REFERENCE_CENTS } from './year-report';

/** The steps from what the Rijk says that it imposes to what came of it, in order. */
export const STAGES = ['REFERENCE', 'REGISTERED', 'PLANNED', 'CLAIMED', 'VERIFIED', 'REALISED'] as const;
export type Stage = (typeof STAGES)[number];

/** A step of the funnel. Null: it is of whole plans, and the reader sees only parts of them. */
export interface FunnelStep {
  readonly stage: Stage;
  readonly cents: Cents | null;
  readonly ofReferenceBp: BasisPoints | null;
  readonly definition: string;
}

/** What each step is; none of them is spending, and none is a part of the one before it. */
const DEFINITIONS: Readonly<Record<Stage, string>> = {
  REFERENCE:
    'What the central government says that it imposes in a year: EUR 130 million, at least. A floor, no target.',
  REGISTERED: 'Imposed: the whole amounts of the registered obligations that were awarded in the year.',
  PLANNED: 'What approved plans of action promise for the days of the year, whenever their obligations were awarded.',
  CLAIMED:
    'Claims of periods that end in the year: those that were accepted, and those that wait, at what they would be worth.',
  VERIFIED: 'Accepted claims of periods that end in the year, with what found no room on an obligation (surplus).',
  REALISED: 'The part of the accepted claims that counts for obligations.',
};

/** The funnel of a year: each step with its definition, and as a part of the reference. */
export function funnel(figures: Readonly<Record<Exclude<Stage, 'REFERENCE'>, bigint | null>>): FunnelStep[] {
  const all: Readonly<Record<Stage, bigint | null>> = { REFERENCE: POOL_REFERENCE_CENTS, ...figures };
  return STAGES.map((stage) => {
    const cents = all[stage];
    return {
      stage,
      cents: cents === null ? null : exact(cents),
      ofReferenceBp: cents === null ? null : exact(divRound(cents * 10_000n, POOL_REFERENCE_CENTS)),
      definition: DEFINITIONS[stage],
    };
  });
}
