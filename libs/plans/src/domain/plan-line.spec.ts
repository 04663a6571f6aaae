import {
  centihoursOfOne,
  lineBackwards,
  lineBlockUnknown,
  lineFiguresWrong,
  lineRegionUnknown,
  lineViolations,
  lineWarnings,
  type LineKind,
  type LineWarning,
  type PlanLine,
} from './plan-line';

const FIELD = '/lines/0';
const work: PlanLine = {
  block: 'WORK',
  persons: 2,
  centihours: 100_000,
  invoiceCents: null,
  from: '2026-01-01',
  to: '2026-06-30',
  region: 'AMR01',
  partner: null,
  confidenceBp: 5000,
};
const purchase: PlanLine = { ...work, persons: null, centihours: null, invoiceCents: 500_000 };
const activity: PlanLine = { ...work, persons: null };
const regions = new Set(['AMR01']);

describe('a line of a plan', () => {
  it.each<[string, LineKind | null, PlanLine, ReturnType<typeof lineViolations>]>([
    ['work', 'PLACEMENT', work, []],
    ['a purchase', 'PURCHASE', purchase, []],
    ['an activity', 'ACTIVITY', activity, []],
    ['a region that is not known yet', 'PLACEMENT', { ...work, region: null }, []],
    ['one day', 'ACTIVITY', { ...activity, to: activity.from }, []],
    ['work without people', 'PLACEMENT', activity, [lineFiguresWrong(FIELD, 'PLACEMENT')]],
    ['work of nobody', 'PLACEMENT', { ...work, persons: 0 }, [lineFiguresWrong(FIELD, 'PLACEMENT')]],
    ['work without hours', 'PLACEMENT', { ...work, centihours: null }, [lineFiguresWrong(FIELD, 'PLACEMENT')]],
    ['work with an invoice', 'PLACEMENT', { ...work, invoiceCents: 1 }, [lineFiguresWrong(FIELD, 'PLACEMENT')]],
    ['a purchase of nothing', 'PURCHASE', { ...purchase, invoiceCents: 0 }, [lineFiguresWrong(FIELD, 'PURCHASE')]],
    ['a purchase with hours', 'PURCHASE', { ...purchase, centihours: 0 }, [lineFiguresWrong(FIELD, 'PURCHASE')]],
    ['an activity of so many people', 'ACTIVITY', work, [lineFiguresWrong(FIELD, 'ACTIVITY')]],
    ['a block that is not in the table', null, work, [lineBlockUnknown(`${FIELD}/block`, 'WORK')]],
    ['a period backwards', 'PLACEMENT', { ...work, to: '2025-12-31' }, [lineBackwards(`${FIELD}/to`)]],
    ['no such region', 'PLACEMENT', { ...work, region: 'X' }, [lineRegionUnknown(`${FIELD}/region`, 'X')]],
    [
      'everything at once',
      'PURCHASE',
      { ...work, to: '2025-12-31', region: 'X' },
      [lineFiguresWrong(FIELD, 'PURCHASE'), lineBackwards(`${FIELD}/to`), lineRegionUnknown(`${FIELD}/region`, 'X')],
    ],
  ])('%s', (_, kind, line, violations) => {
    expect(lineViolations(line, kind, regions, FIELD)).toEqual(violations);
  });
});

describe('what is odd about a line', () => {
  const term = { from: '2026-01-01', to: '2026-12-31' };
  // Two people, 7 days, 48 hours a week: 96 hours.
  const week = { ...work, from: '2026-01-05', to: '2026-01-11' };

  it.each<[string, PlanLine, (typeof term)[], LineWarning[]]>([
    ['nothing', work, [term], []],
    ['as many hours as are possible', { ...week, centihours: 9600 }, [term], []],
    ['a hundredth of an hour more', { ...week, centihours: 9601 }, [term], ['HOURS_ABOVE_POSSIBLE']],
    ['hours of an activity are of nobody in particular', { ...activity, centihours: 10_000_000 }, [term], []],
    ['a plan without obligations', work, [], ['OUTSIDE_TERMS']],
    ['a term that ends before it', work, [{ from: '2024-01-01', to: '2025-12-31' }], ['OUTSIDE_TERMS']],
    ['a term that ends on its first day', work, [{ from: '2024-01-01', to: '2026-01-01' }], []],
  ])('%s', (_, line, terms, warnings) => {
    expect(lineWarnings(line, terms)).toEqual(warnings);
  });
});

it.each<[number | null, number | null, number]>([
  [2, 100_000, 50_000],
  [3, 100_000, 33_333],
  [1, 1, 1],
  [2, 1, 0],
  [null, 100_000, 0],
  [0, 100_000, 0],
  [2, null, 0],
])('%s people with %s centihours work %s each', (persons, centihours, each) => {
  expect(centihoursOfOne({ persons, centihours })).toBe(each);
});
