import fc from 'fast-check';
import { ANY_NUMBER, narrow, type Range } from './narrow';

const exactly = (number: number): Range => ({ least: number, most: number });
const few: Range = { least: 1, most: 4 };
const many: Range = { least: 5, most: ANY_NUMBER };
const sums = (apart: boolean, ...parts: number[]) => [{ whole: 0, parts, apart }];

describe('what can be told of numbers of which a sum is known', () => {
  it.each<[string, Range[], Range[]]>([
    ['one of two: the rest', [exactly(9), exactly(3), many], [exactly(9), exactly(3), exactly(6)]],
    ['two of which one is known', [exactly(9), exactly(7), few], [exactly(9), exactly(7), exactly(2)]],
    [
      'few beside many: eight is 1, 2 or 3 and the rest',
      [exactly(8), few, many],
      [exactly(8), { least: 1, most: 3 }, { least: 5, most: 7 }],
    ],
    ['six can only be one and five', [exactly(6), few, many], [exactly(6), exactly(1), exactly(5)]],
    ['eight can only be twice four', [exactly(8), few, few], [exactly(8), exactly(4), exactly(4)]],
    [
      'few of which each has one',
      [few, few, few],
      [
        { least: 2, most: 4 },
        { least: 1, most: 3 },
        { least: 1, most: 3 },
      ],
    ],
  ])('%s', (_, ranges, expected) => {
    expect(narrow(ranges, sums(true, 1, 2))).toEqual(expected);
  });

  it('is less when somebody may be counted in both', () => {
    expect(narrow([exactly(6), few, many], sums(false, 1, 2))).toEqual([exactly(6), few, { least: 5, most: 6 }]);
    expect(narrow([exactly(8), few, few], sums(false, 1, 2))).toEqual([exactly(8), exactly(4), exactly(4)]);
  });

  it('goes from one table to the next', () => {
    // 11 in all; by supplier many and many, by contract many and few of the first.
    const told = narrow(
      [exactly(11), many, many, many, few],
      [
        { whole: 0, parts: [1, 2], apart: true },
        { whole: 1, parts: [3, 4], apart: true },
      ],
    );
    expect(told.slice(1)).toEqual([exactly(6), exactly(5), exactly(5), exactly(1)]);
  });

  it('never excludes what is so', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 5 }), (parts) => {
        const total = parts.reduce((sum, [number]) => sum + number, 0);
        const ranges = parts.map(([number, below, above]) => ({ least: number - below, most: number + above }));
        const told = narrow([exactly(total), ...ranges], sums(true, ...parts.map((_, index) => index + 1)));
        parts.forEach(([number], index) => {
          expect(told[index + 1]?.least).toBeLessThanOrEqual(number);
          expect(told[index + 1]?.most).toBeGreaterThanOrEqual(number);
        });
      }),
    );
  });
});
