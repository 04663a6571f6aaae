import fc from 'fast-check';
import { COMPUTED_MAX, ENTERED_MAX, divFloor, divRound, exact, floorFraction, sum, timesFraction } from './money';

const MAX = Number.MAX_SAFE_INTEGER;

describe('divRound', () => {
  it.each([
    [0n, 1n, 0n],
    [0n, 7n, 0n],
    [1n, 1n, 1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [1n, 2n, 1n],
    [3n, 2n, 2n],
    [5n, 2n, 3n],
    [49n, 100n, 0n],
    [50n, 100n, 1n],
    [149n, 100n, 1n],
    [150n, 100n, 2n],
    [10n ** 30n + 4n, 10n, 10n ** 29n],
    [10n ** 30n + 5n, 10n, 10n ** 29n + 1n],
  ])('of %s and %s is %s', (n, d, result) => {
    expect(divRound(n, d)).toBe(result);
  });

  it('is at most half off, and a half goes up', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, d) => {
        const twiceOff = 2n * (divRound(n, d) * d - n);
        expect(-d < twiceOff && twiceOff <= d).toBe(true);
      }),
    );
  });

  it('takes every half up', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (whole, d) => {
        expect(divRound((2n * whole + 1n) * d, 2n * d)).toBe(whole + 1n);
        expect(divRound((2n * whole + 1n) * d - 1n, 2n * d)).toBe(whole);
      }),
    );
  });
});

describe('divFloor', () => {
  it.each([
    [0n, 7n, 0n],
    [6n, 7n, 0n],
    [7n, 7n, 1n],
    [13n, 7n, 1n],
    [10n ** 30n - 1n, 10n ** 15n, 10n ** 15n - 1n],
  ])('of %s and %s is %s', (n, d, result) => {
    expect(divFloor(n, d)).toBe(result);
  });
});

describe.each([
  ['divRound', divRound],
  ['divFloor', divFloor],
])('%s', (name, divide) => {
  it.each([
    [-1n, 2n],
    [1n, 0n],
    [0n, 0n],
    [1n, -2n],
  ])('refuses %s and %s', (n, d) => {
    expect(() => divide(n, d)).toThrow(new RangeError(`${name} needs n >= 0 and d > 0, not ${n} and ${d}`));
  });
});

describe('timesFraction and floorFraction', () => {
  it.each([
    ['a rate without a remainder', 480_000_000, 500, 10_000, 24_000_000, 24_000_000],
    ['less than half', 4, 1, 10, 0, 0],
    ['a half', 5, 1, 10, 1, 0],
    ['more than half', 6, 1, 10, 1, 0],
    ['nothing', 0, 5, 10, 0, 0],
    ['nothing of something', 5, 0, 10, 0, 0],
    [
      'a product above 2^53',
      9_000_000_000_001,
      9_000_000_000_001,
      9_000_000_000_000,
      9_000_000_000_002,
      9_000_000_000_002,
    ],
    ['a half of an odd number near 2^53', MAX, 1, 2, 4_503_599_627_370_496, 4_503_599_627_370_495],
    ['the largest whole', MAX, 7, 7, MAX, MAX],
  ])('%s: %d times %d over %d', (_, amount, numerator, denominator, rounded, floored) => {
    expect(timesFraction(amount, numerator, denominator)).toBe(rounded);
    expect(floorFraction(amount, numerator, denominator)).toBe(floored);
  });

  it.each([
    ['a result that is not kept exactly', MAX, 2, 1],
    ['an amount below zero', -1, 1, 2],
    ['a denominator of zero', 1, 1, 0],
    ['a fraction of a cent', 0.5, 1, 2],
  ])('refuse %s', (_, amount, numerator, denominator) => {
    expect(() => timesFraction(amount, numerator, denominator)).toThrow(RangeError);
    expect(() => floorFraction(amount, numerator, denominator)).toThrow(RangeError);
  });

  const fractions = fc
    .tuple(fc.nat(COMPUTED_MAX), fc.integer({ min: 1, max: ENTERED_MAX }))
    .chain(([amount, denominator]) =>
      fc.record({
        amount: fc.constant(amount),
        numerator: fc.nat(denominator),
        denominator: fc.constant(denominator),
      }),
    );

  it('stay within a half and within one of the exact result', () => {
    fc.assert(
      fc.property(fractions, ({ amount, numerator, denominator }) => {
        const n = BigInt(amount) * BigInt(numerator);
        const d = BigInt(denominator);
        const twiceOff = 2n * (BigInt(timesFraction(amount, numerator, denominator)) * d - n);
        expect(-d < twiceOff && twiceOff <= d).toBe(true);
        const short = n - BigInt(floorFraction(amount, numerator, denominator)) * d;
        expect(0n <= short && short < d).toBe(true);
      }),
    );
  });
});

describe('exact', () => {
  it.each([0, 1, -1, COMPUTED_MAX, MAX, -MAX])('keeps %d', (number) => {
    expect(exact(BigInt(number))).toBe(number);
  });

  it.each([BigInt(MAX) + 1n, -BigInt(MAX) - 1n, 10n ** 30n])('refuses %s, which would lose a cent', (value) => {
    expect(() => exact(value)).toThrow(new RangeError(`${value} is too large to be kept exactly`));
  });
});

describe('sum', () => {
  it.each([
    ['nothing', [], 0],
    ['signed amounts', [500, -200, 1], 301],
    ['amounts that pass 2^53 on the way', [MAX, MAX, -MAX, -1], MAX - 1],
  ])('adds %s', (_, amounts, total) => {
    expect(sum(amounts)).toBe(total);
  });

  it('adds whatever can be gone through once', () => {
    const once = new Set([1, 2]).values();
    expect(sum(once)).toBe(3);
  });

  it.each([
    ['a total that is not kept exactly', [MAX, 1]],
    ['a part of a cent', [0.5, 0.5]],
    ['what is no number', [Number.NaN]],
  ])('refuses %s', (_, amounts) => {
    expect(() => sum(amounts)).toThrow(RangeError);
  });
});
