import { InvariantBroken, divFloor, exact } from '@sr/kernel';

/**
 * Splits a whole amount (cents, or centihours) over places in proportion to their weights, so that the parts add up
 * to the amount exactly: each place with its part, in the order given. This is the one splitter of the product.
 *
 * 1. Each place gets `floor(amount * weight / all weights)`.
 * 2. What is left over goes one by one to the places with the largest remainder of that division.
 * 3. Equal remainders: to the place that stands first. The caller orders the places: by contract number in code
 *    units, the surplus last.
 *
 * @param amount whole, 0 or more
 * @param weightOf whole, 0 or more, and not 0 for all places unless the amount is 0
 */
export function split<T>(amount: number, places: readonly T[], weightOf: (place: T) => number): [T, number][] {
  if (amount === 0) return places.map((place) => [place, 0]);
  const weights = places.map((place) => BigInt(weightOf(place)));
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  if (whole <= 0n || amount < 0 || weights.some((weight) => weight < 0n)) {
    throw new InvariantBroken('split', `${amount} cannot be split over ${weights.join(', ')}`);
  }

  const shares = places.map((place, order) => {
    const product = BigInt(amount) * BigInt(weightOf(place));
    return { place, order, part: exact(divFloor(product, whole)), remainder: product % whole };
  });
  const left = shares.reduce((rest, { part }) => rest - part, amount);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.order - b.order : a.remainder > b.remainder ? -1 : 1,
  );
  const favoured = new Set(byRemainder.slice(0, left));
  return shares.map((share) => [share.place, favoured.has(share) ? share.part + 1 : share.part]);
}
