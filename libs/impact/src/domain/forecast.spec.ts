import { calendarYear, floorFraction } from '@sr/kernel';
import fc from 'fast-check';
import { euros } from './euros';
import { forecast, together, worst, type Course } from './forecast';
import type { Share } from './to-come';

const course = (more: Partial<Course> = {}): Course => ({
  awardedOn: '2023-12-01',
  term: { from: '2024-01-01', to: '2027-12-31' },
  amountCents: 24_000_000,
  allocatedCents: 6_707_206,
  settled: false,
  inApprovedPlan: true,
  lateReports: 0,
  shares: [],
  ...more,
});
const share = (kind: Share['kind'], cents: number): Share => ({
  kind,
  period: calendarYear(2026),
  valueCents: 2 * cents,
  remainingCents: 10_000_000,
  allRemainingCents: 20_000_000,
  cents,
});
const codes = (more: Partial<Course>, onDay: string): [string | null, string[]] => {
  const { signal, reasons } = forecast(course(more), onDay);
  return [signal, reasons.map(({ code }) => code.replace('forecast.', ''))];
};

describe('the forecast of an obligation', () => {
  it('of EUR 240,000 over four years, at the end of the second: 731 of 1461 days', () => {
    expect(forecast(course(), '2025-12-31')).toMatchObject({
      planToDateCents: 12_008_214,
      behindCents: 5_301_008,
      remainingCents: 17_292_794,
      forecastCents: 6_707_206,
      shortfallCents: 17_292_794,
      // 17,292,794 x 1461 / (48 x 730)
      requiredMonthlyPaceCents: 721_027,
    });
  });

  it('adds what is committed and planned to what is allocated', () => {
    const shares = [share('COMMITTED', 10_000_000), share('PLANNED', 1_000_000), share('COMMITTED', 2_000_000)];
    expect(forecast(course({ allocatedCents: 6_000_000, shares }), '2025-06-30')).toMatchObject({
      committedCents: 12_000_000,
      plannedCents: 1_000_000,
      forecastCents: 19_000_000,
      shortfallCents: 5_000_000,
    });
  });

  it.each([
    ['the day before the term', '2023-12-31', 0],
    ['the first day', '2024-01-01', 16_427],
    ['the last day', '2027-12-31', 24_000_000],
    ['long after', '2040-01-01', 24_000_000],
  ])('goes by the days of the term: %s', (_, onDay, planToDateCents) => {
    expect(forecast(course(), onDay).planToDateCents).toBe(planToDateCents);
  });

  it('asks no pace when no day is left', () => {
    expect(forecast(course(), '2027-12-30').requiredMonthlyPaceCents).toBe(526_349_417);
    const { requiredMonthlyPaceCents, steps } = forecast(course(), '2027-12-31');
    expect(requiredMonthlyPaceCents).toBe(null);
    expect(steps.at(-1)?.code).toBe('forecast.no_days_left');
  });

  it('shows its arithmetic, so that every figure can be worked out again', () => {
    const { steps } = forecast(course({ shares: [share('COMMITTED', 5_000_000)] }), '2025-12-31');
    expect(steps.map(({ message }) => message)).toEqual([
      'EUR 240,000.00 x 731 / 1461 days is EUR 120,082.14: the plan to date.',
      'Of that EUR 67,072.06 is allocated, so it is EUR 53,010.08 behind.',
      'EUR 240,000.00 less EUR 67,072.06 leaves EUR 172,927.94.',
      'From 2026-01-01 to 2026-12-31 running placements bring EUR 100,000.00 into the plan; this obligation has EUR 100,000.00 of EUR 200,000.00 left, so its part is EUR 50,000.00.',
      'Allocated EUR 67,072.06, committed EUR 50,000.00 and planned EUR 0.00 make the forecast: EUR 117,072.06.',
      'EUR 122,927.94 of EUR 240,000.00 is not expected to be filled.',
      'EUR 172,927.94 in 730 days is EUR 7,210.27 a month of 365.25 / 12 days.',
    ]);
  });
});

describe('the signal of an obligation', () => {
  const early = '2024-02-01';
  const filled = (allocatedCents: number) => ({ allocatedCents });
  it.each<[string, Partial<Course>, string, [string | null, string[]]]>([
    ['covered', filled(24_000_000), early, ['ON_COURSE', ['covers_the_amount']]],
    [
      'covered by what is to come',
      { allocatedCents: 0, shares: [share('PLANNED', 24_000_000)] },
      early,
      ['ON_COURSE', ['covers_the_amount']],
    ],
    ['a cent short', filled(23_999_999), early, ['BEHIND', ['under_the_amount']]],
    ['at 80%', filled(19_200_000), early, ['BEHIND', ['under_the_amount']]],
    ['a cent under 80%', filled(19_199_999), early, ['AT_RISK', ['under_80_percent']]],
    ['a report is late', { ...filled(24_000_000), lateReports: 2 }, early, ['BEHIND', ['report_late']]],
    [
      'half of the term to the day',
      { allocatedCents: 0, shares: [share('COMMITTED', 24_000_000)], term: { from: '2024-01-01', to: '2024-01-10' } },
      '2024-01-05',
      ['ON_COURSE', ['covers_the_amount']],
    ],
    [
      'over half with less than a quarter',
      {
        allocatedCents: 5_999_999,
        shares: [share('COMMITTED', 24_000_000)],
        term: { from: '2024-01-01', to: '2024-01-10' },
      },
      '2024-01-06',
      ['AT_RISK', ['half_term_under_a_quarter']],
    ],
    [
      'over half with a quarter',
      {
        allocatedCents: 6_000_000,
        shares: [share('COMMITTED', 24_000_000)],
        term: { from: '2024-01-01', to: '2024-01-10' },
      },
      '2024-01-06',
      ['ON_COURSE', ['covers_the_amount']],
    ],
    [
      'in no approved plan on the 92nd day',
      { ...filled(24_000_000), inApprovedPlan: false },
      '2024-03-02',
      ['ON_COURSE', ['covers_the_amount']],
    ],
    [
      'in no approved plan after the 92nd day',
      { ...filled(24_000_000), inApprovedPlan: false },
      '2024-03-03',
      ['AT_RISK', ['no_approved_plan']],
    ],
    [
      'everything at once',
      { allocatedCents: 0, inApprovedPlan: false, lateReports: 1 },
      '2026-06-01',
      ['AT_RISK', ['under_80_percent', 'half_term_under_a_quarter', 'no_approved_plan', 'report_late']],
    ],
    ['an amount of nothing', { amountCents: 0, allocatedCents: 0 }, '2027-01-01', ['ON_COURSE', ['covers_the_amount']]],
    [
      'settled, whatever it lacks',
      { allocatedCents: 0, settled: true, inApprovedPlan: false },
      '2027-01-01',
      [null, []],
    ],
  ])('%s', (_, more, onDay, expected) => {
    expect(codes(more, onDay)).toEqual(expected);
  });

  it.each([
    [[], 'ON_COURSE'],
    [['ON_COURSE', 'BEHIND'], 'BEHIND'],
    [['AT_RISK', 'BEHIND'], 'AT_RISK'],
  ] as const)('of %j together is %s', (signals, expected) => {
    expect(worst(signals)).toBe(expected);
  });

  it('is at risk whenever the forecast is under 80%, and never on course under 100%', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 13 }), fc.integer({ min: 0, max: 20_000 }), (amountCents, bp) => {
        const allocatedCents = Math.min(amountCents, floorFraction(amountCents, bp, 10_000));
        const { signal } = forecast(course({ amountCents, allocatedCents }), early);
        const isUnder80 = BigInt(allocatedCents) * 10n < BigInt(amountCents) * 8n;
        expect(signal === 'AT_RISK').toBe(isUnder80);
        expect(signal === 'ON_COURSE').toBe(allocatedCents >= amountCents);
      }),
    );
  });
});

describe('the forecast of several obligations of a plan', () => {
  const plan = { inApprovedPlan: true, lateReports: 0, firstAwardedOn: '2023-12-01' };
  const onDay = '2025-12-31';

  it('is the sum of each, of which the signal is judged', () => {
    const full = forecast(course({ amountCents: 100_000_000, allocatedCents: 100_000_000 }), onDay);
    const lacks = forecast(course({ allocatedCents: 0 }), onDay);
    const both = together([full, lacks], onDay, plan);
    expect(both).toMatchObject({
      amountCents: 124_000_000,
      forecastCents: 100_000_000,
      shortfallCents: 24_000_000,
      behindCents: lacks.behindCents,
      requiredMonthlyPaceCents: lacks.requiredMonthlyPaceCents,
      signal: 'BEHIND',
    });
    expect([full.signal, lacks.signal]).toEqual(['ON_COURSE', 'AT_RISK']);
  });

  it('says in euros that half of the time is over', () => {
    const { reasons } = together([forecast(course({ allocatedCents: 0 }), onDay)], onDay, plan);
    expect(reasons.map(({ message }) => message)).toContain(
      'By the days of the terms EUR 120,082.14 would be filled by now, more than half, and EUR 0.00 is less than a quarter of EUR 240,000.00.',
    );
  });

  it('has the signal of its reports and its approval, and none when all are settled or there are none', () => {
    const full = forecast(course({ allocatedCents: 24_000_000 }), onDay);
    expect(together([full], onDay, { ...plan, lateReports: 1 }).signal).toBe('BEHIND');
    expect(together([full], onDay, { ...plan, inApprovedPlan: false }).signal).toBe('AT_RISK');
    expect(together([forecast(course({ settled: true }), onDay)], onDay, plan)).toMatchObject({
      signal: null,
      reasons: [],
    });
    expect(together([], onDay, plan)).toMatchObject({ amountCents: 0, signal: null, requiredMonthlyPaceCents: null });
  });
});

it.each([
  [0, 'EUR 0.00'],
  [5, 'EUR 0.05'],
  [-123_456, '-EUR 1,234.56'],
  [100_000_000, 'EUR 1,000,000.00'],
])('%d cents are %s', (cents, text) => {
  expect(euros(cents)).toBe(text);
});
