import fc from 'fast-check';
import { jobs } from './jobs';

const YEAR = 12;
const QUARTER = 3;
const hours = (count: number): bigint => BigInt(count * 100);

describe('jobs', () => {
  it.each([
    ['no hours', 0n, YEAR, '0.0000'],
    ['V1: 25.5 h x 52 wk', hours(1326), YEAR, '1.0000'],
    ['V2: 28 h x 47 wk', hours(1316), YEAR, '0.9925'],
    ['V3: 32 h x 40 wk', hours(1280), YEAR, '0.9653'],
    ['V4: 24 h x 26 wk', hours(624), YEAR, '0.4706'],
    ['V7: 36 h x 52 wk', hours(1872), YEAR, '1.4118'],
    ['V8: 20 h x 30 wk', hours(600), YEAR, '0.4525'],
    ['the bundle: V1, V2 and V3', hours(3922), YEAR, '2.9578'],
    ['a quarter of 331.5 h', 33_150n, QUARTER, '1.0000'],
    ['a quarter, in a year', 33_150n, YEAR, '0.2500'],
    ['a month of 110.5 h', 11_050n, 1, '1.0000'],
    ['many', 132_600n * 12_345n, YEAR, '12345.0000'],
    ['more than 2^53', 132_600n * 10n ** 20n, YEAR, '100000000000000000000.0000'],
    ['under half of the last decimal', 6n, YEAR, '0.0000'],
    ['over half of the last decimal', 7n, YEAR, '0.0001'],
    ['just under half of the last decimal', 1_657n, QUARTER, '0.0500'],
    ['zeros behind the point', 132_600n + 14n, YEAR, '1.0001'],
  ])('%s', (_, centihours, months, expected) => {
    expect(jobs(centihours, months)).toBe(expected);
  });

  // A year has 132,600 hundredths: half of the last decimal is 6.63 of them, so 663 of a hundred years.
  it.each([
    [662n, '0.0000'],
    [663n, '0.0001'],
    [664n, '0.0001'],
    [1_988n, '0.0001'],
    [1_989n, '0.0002'],
  ])('takes half of the fourth decimal up: %d hundredths in a hundred years is %s', (centihours, expected) => {
    expect(jobs(centihours, 1_200)).toBe(expected);
  });

  it('always has four decimals, and is at most half of the last one off', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 1, max: 12 }), (centihours, months) => {
        const text = jobs(centihours, months);
        expect(text).toMatch(/^(0|[1-9]\d*)\.\d{4}$/);
        const unit = 11_050n * BigInt(months);
        const twiceOff = 2n * (BigInt(text.replace('.', '')) * unit - centihours * 10_000n);
        expect(-unit < twiceOff && twiceOff <= unit).toBe(true);
      }),
    );
  });
});
