import { InvariantBroken, divFloor, exact, sum } from '@sr/kernel';

/**
 * Splits a whole amount (cents, or centihours) over places in proportion to their weights, so that the parts add up
 * to the amount exactly. This is the one splitter of the product.
 *
 * 1. Each place gets `floor(amount * weight / all weights)`.
 * 2. What is left over goes one by one to the places with the largest remainder of that division.
 * 3. Equal remainders: to the place that stands first. The caller orders the places: by contract number in code
 *    units, the surplus last.
 *
 * @param amount whole, 0 or more
 * @param weights whole, 0 or more, and not all 0 unless the amount is 0
 */
export function split(amount: number, weights: readonly number[]): number[] {
  if (amount === 0) return weights.map(() => 0);
  const whole = BigInt(sum(weights));
  if (whole <= 0n || amount < 0 || weights.some((weight) => weight < 0)) {
    throw new InvariantBroken('split', `${amount} cannot be split over ${weights.join(', ')}`);
  }

  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = products.map((product) => exact(divFloor(product, whole)));
  const left = amount - sum(parts);
  const byRemainder = products
    .map((product, place) => ({ place, remainder: product % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1));
  const favoured = new Set(byRemainder.slice(0, left).map(({ place }) => place));
  return parts.map((part, place) => (favoured.has(place) ? part + 1 : part));
}
