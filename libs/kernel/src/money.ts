/**
 * Exact arithmetic for money and hours. Inside it is big integers, since an amount times a number of hours exceeds
 * 2^53; outside it is plain integers that are checked to be exact.
 */

/** An amount in integer euro cents, excluding VAT. */
export type Cents = number;
/** A number of hours in integer hundredths: 1 hour is 100. */
export type Centihours = number;
/** A rate in integer basis points: 500 is 5%. */
export type BasisPoints = number;

/** No amount, base or rate that a person enters is above this (EUR 100 billion). */
export const ENTERED_MAX = 10_000_000_000_000;
/** No amount or value that we compute is above this (EUR 10,000 billion); sums of many are added as big integers. */
export const COMPUTED_MAX = 1_000_000_000_000_000;

/** `value` as a plain number; throws a RangeError rather than lose a cent when it does not fit exactly. */
export function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be kept exactly`);
  return number;
}

/** `n / d` for n >= 0 and d > 0, rounded half up: the one rounding of the product. */
export function divRound(n: bigint, d: bigint): bigint {
  if (n < 0n || d <= 0n) throw new RangeError(`divRound needs n >= 0 and d > 0, not ${n} and ${d}`);
  return (2n * n + d) / (2n * d);
}

/** `n / d` for n >= 0 and d > 0, rounded down: only where the rule says floor. */
export function divFloor(n: bigint, d: bigint): bigint {
  if (n < 0n || d <= 0n) throw new RangeError(`divFloor needs n >= 0 and d > 0, not ${n} and ${d}`);
  return n / d;
}

/** `amount * numerator / denominator`, rounded half up to a whole cent (or hundredth of an hour). */
export function timesFraction(amount: number, numerator: number, denominator: number): number {
  return exact(divRound(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

/** `amount * numerator / denominator`, rounded down; all three 0 or more. */
export function floorFraction(amount: number, numerator: number, denominator: number): number {
  return exact(divFloor(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

/** The exact sum of `amounts`; throws a RangeError when it no longer fits. */
export function sum(amounts: Iterable<number>): number {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return exact(total);
}
