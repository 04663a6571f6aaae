/** What this library tells the others through the outbox: a value table went a step further. */
export const VALUATION_EVENTS = [
  'valuation.table-added',
  'valuation.table-replaced',
  'valuation.table-proposed',
  'valuation.table-edited',
  'valuation.table-approved',
  'valuation.table-refused',
  'valuation.table-withdrawn',
] as const;
export type ValuationEvent = (typeof VALUATION_EVENTS)[number];
