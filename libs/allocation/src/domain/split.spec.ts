import { InvariantBroken } from '@sr/kernel';
import fc from 'fast-check';
import { split } from './split';

/** The parts alone, of places that are nothing but their weight. */
const partsOf = (amount: number, weights: readonly number[]): number[] =>
  split(amount, weights, (weight) => weight).map(([, part]) => part);

describe('split', () => {
  it.each([
    ['nothing over nothing', 0, [], []],
    ['nothing over places without weight', 0, [0, 0], [0, 0]],
    ['nothing over places with weight', 0, [3, 1], [0, 0]],
    ['everything to the only place', 7, [3], [7]],
    ['evenly', 9, [1, 1, 1], [3, 3, 3]],
    ['EUR 100,000.00 over three equal places', 10_000_000, [5, 5, 5], [3_333_334, 3_333_333, 3_333_333]],
    ['two left-over cents', 5, [1, 1, 1], [2, 2, 1]],
    ['fewer cents than places', 2, [1, 1, 1], [1, 1, 0]],
    ['a cent to the larger weight, though it stands last', 1, [1, 2], [0, 1]],
    ['a cent to the larger remainder, though its weight is smaller', 3, [5, 2], [2, 1]],
    ['two cents to the two largest remainders', 4, [35, 38, 27], [1, 2, 1]],
    ['equal remainders of unequal weights to the first', 2, [3, 1], [2, 0]],
    ['equal remainders of unequal weights, the other way around', 2, [1, 3], [1, 1]],
    ['nothing to a place without weight', 5, [0, 1, 0, 1], [0, 3, 0, 2]],
    ['no left-over cent to a place without weight', 2, [0, 1, 1, 1], [0, 1, 1, 0]],
    ['60, 30 and 10%', 2_811_966, [24_000_000, 12_000_000, 4_000_000], [1_687_180, 843_590, 281_196]],
    ['weights that are above 2^53 together', 20, Array(20).fill(10 ** 15), Array(20).fill(1)],
    ['products above 2^53', 999_999_999_999_999, [10 ** 15, 10 ** 15], [500_000_000_000_000, 499_999_999_999_999]],
  ])('%s', (_, amount, weights, parts) => {
    expect(partsOf(amount, weights)).toEqual(parts);
  });

  it('gives each place back with its part, in the order given', () => {
    const places = [
      { name: 'a', weight: 1 },
      { name: 'b', weight: 3 },
    ];
    expect(split(4, places, ({ weight }) => weight)).toEqual([
      [places[0], 1],
      [places[1], 3],
    ]);
  });

  it.each([
    ['an amount below zero', -1, [1]],
    ['an amount without places', 1, []],
    ['an amount over places without weight', 1, [0, 0]],
    ['a weight below zero', 1, [2, -1]],
    ['only weights below zero', 1, [-1]],
  ])('refuses %s', (_, amount, weights) => {
    expect(() => partsOf(amount, weights)).toThrow(
      new InvariantBroken('split', `${amount} cannot be split over ${weights.join(', ')}`),
    );
  });
});

describe('split, of any amount over any weights', () => {
  const weight = fc.oneof(fc.nat(3), fc.nat(100_000), fc.nat(10 ** 15));
  const cases = fc.record({
    amount: fc.oneof(fc.nat(20), fc.nat(10 ** 15)),
    weights: fc.array(weight, { minLength: 1, maxLength: 8 }).filter((weights) => weights.some((one) => one > 0)),
  });
  const always = (check: (amount: number, weights: number[], parts: number[]) => void): void =>
    fc.assert(
      fc.property(cases, ({ amount, weights }) => check(amount, weights, partsOf(amount, weights))),
      {
        numRuns: 300,
      },
    );
  const total = (numbers: readonly number[]): bigint => numbers.reduce((all, number) => all + BigInt(number), 0n);

  it('gives parts that add up to the amount', () => {
    always((amount, _, parts) => expect(total(parts)).toBe(BigInt(amount)));
  });

  it('gives each place its exact share rounded down, or one more', () => {
    always((amount, weights, parts) => {
      const whole = total(weights);
      for (const [place, part] of parts.entries()) {
        const exactTimesWhole = BigInt(amount) * BigInt(weights[place] ?? 0);
        const off = BigInt(part) * whole - exactTimesWhole;
        expect(-whole < off && off < whole).toBe(true);
      }
    });
  });

  it('favours the largest remainders, and of equal ones the first', () => {
    always((amount, weights, parts) => {
      const whole = total(weights);
      const places = weights.map((one, place) => {
        const product = BigInt(amount) * BigInt(one);
        const remainder = product % whole;
        return { place, remainder, favoured: BigInt(parts[place] ?? 0) * whole > product - remainder };
      });
      const favoured = places.filter((place) => place.favoured);
      for (const other of places.filter((place) => !place.favoured)) {
        const passedOver = favoured.filter(
          ({ place, remainder }) =>
            remainder < other.remainder || (remainder === other.remainder && place > other.place),
        );
        expect(passedOver).toEqual([]);
      }
    });
  });

  it('gives a place with more weight no less', () => {
    always((_, weights, parts) => {
      const byWeight = weights.map((one, place) => ({ one, part: parts[place] ?? 0 })).sort((a, b) => a.one - b.one);
      for (const [index, { one, part }] of byWeight.entries()) {
        for (const larger of byWeight.slice(index + 1)) if (larger.one > one) expect(larger.part >= part).toBe(true);
      }
    });
  });

  it('gives a place without weight nothing', () => {
    always((_, weights, parts) => {
      expect(parts.filter((part, place) => weights[place] === 0 && part !== 0)).toEqual([]);
    });
  });

  it('gives the same parts every time, and leaves the weights as they are', () => {
    always((amount, weights, parts) => {
      const frozen = Object.freeze([...weights]);
      expect(partsOf(amount, frozen)).toEqual(parts);
    });
  });
});
