import { copyLastPeriod, type ClaimToCopy } from './copy-last-period';
import { NO_LINES, type PlacementInReport, type PlacementLine } from './report-lines';

const placement = (startsOn: string, endsOn: string | null = null): PlacementInReport => ({
  block: 'PW',
  startsOn,
  endsOn,
  realised: null,
});
const PLACEMENTS = new Map([
  ['a', placement('2024-01-01')],
  ['b', placement('2024-01-01', '2024-05-15')],
  ['gone', placement('2024-01-01', '2024-03-31')],
]);
const claim = (placementId: string, more: Partial<ClaimToCopy> = {}): ClaimToCopy => ({
  placementId,
  period: { from: '2024-01-01', to: '2024-03-31' },
  centihours: 10_000,
  earmark: null,
  months: null,
  ...more,
});
const line = (placementId: string, ...months: [string, number][]): PlacementLine => ({
  placementId,
  earmark: null,
  months: months.map(([month, paidCentihours]) => ({ month, paidCentihours })),
});
const copy = (claims: ClaimToCopy[], placements: PlacementLine[] = []) =>
  copyLastPeriod({ ...NO_LINES, placements }, claims, PLACEMENTS, '2024-04-01').placements;

describe('copyLastPeriod', () => {
  it('moves months to the same place in the new quarter', () => {
    const { months } = line('a', ['2024-01', 1], ['2024-03', 3]);
    expect(copy([claim('a', { months, earmark: 'C1' })])).toEqual([
      { ...line('a', ['2024-04', 1], ['2024-06', 3]), earmark: 'C1' },
    ]);
  });

  it('spreads hours of which the months are not known, to the last hundredth', () => {
    expect(copy([claim('a', { centihours: 11 })])).toEqual([line('a', ['2024-04', 4], ['2024-05', 4], ['2024-06', 3])]);
    const period = { from: '2024-02-20', to: '2024-03-01' };
    expect(copy([claim('a', { centihours: 11, period })])).toEqual([line('a', ['2024-05', 6], ['2024-06', 5])]);
  });

  it('leaves out the months and the placements that do not run any more', () => {
    expect(copy([claim('b', { centihours: 9 }), claim('gone'), claim('unknown')])).toEqual([
      line('b', ['2024-04', 3], ['2024-05', 3]),
    ]);
  });

  it('leaves the lines that are there as they are', () => {
    const there = line('a', ['2024-06', 7]);
    expect(copy([claim('a'), claim('b', { centihours: 3 })], [there])).toEqual([
      there,
      line('b', ['2024-04', 1], ['2024-05', 1]),
    ]);
  });

  it('puts two claims of one placement together on one line', () => {
    const january = { period: { from: '2024-01-01', to: '2024-01-20' }, centihours: 5 };
    const rest = { period: { from: '2024-01-21', to: '2024-03-31' }, centihours: 9 };
    expect(copy([claim('a', january), claim('a', rest)])).toEqual([
      line('a', ['2024-04', 5], ['2024-05', 3], ['2024-06', 3]),
    ]);
  });

  it('copies no month of another quarter than that of the claim', () => {
    const { months } = line('a', ['2023-12', 1], ['2024-02', 2]);
    expect(copy([claim('a', { months })])).toEqual([line('a', ['2024-05', 2])]);
  });

  it('copies neither purchases nor activities, and keeps those that are there', () => {
    const purchases = [{}] as never;
    expect(copyLastPeriod({ ...NO_LINES, purchases }, [], PLACEMENTS, '2024-04-01')).toEqual({
      ...NO_LINES,
      purchases,
    });
  });
});
