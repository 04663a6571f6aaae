import { ENTERED_MAX, InvariantBroken, type EmploymentForm } from '@sr/kernel';
import fc from 'fast-check';
import { explain, type Explanation, type Step } from './explain';
import { valueOf, type Contribution, type PlacementContribution } from './value-of';
import type { ValueTable } from './value-table';

const table: ValueTable = {
  code: 'T1',
  name: 'Test',
  example: true,
  validFrom: null,
  source: null,
  normHoursPerWeek: 36,
  blocks: [
    { kind: 'PLACEMENT', code: 'WW', label: 'WW', annualValueCents: 2_000_000, limitMonths: 12, countsAsJob: true },
    {
      kind: 'PLACEMENT',
      code: 'BAAN',
      label: 'Baan',
      annualValueCents: 5_000_000,
      limitMonths: null,
      countsAsJob: true,
    },
    {
      kind: 'PLACEMENT',
      code: 'STAGE',
      label: 'Stage',
      annualValueCents: 750_000,
      limitMonths: 24,
      countsAsJob: false,
    },
    { kind: 'PURCHASE', code: 'SW', label: 'SW', rateBp: 1_500 },
    { kind: 'ACTIVITY', code: 'LES', label: 'Les', hourRateCents: 10_000, dayCapCents: null },
    { kind: 'ACTIVITY', code: 'CAPPED', label: 'Met maximum', hourRateCents: 10_000, dayCapCents: 100_000 },
  ],
  bonuses: [
    { code: 'AGE_55', label: '55 jaar of ouder', annualValueCents: 1_000_000 },
    { code: 'LANGUAGE', label: 'Taal', annualValueCents: 500_000 },
  ],
  notValued: [],
};

const placement = (more: Partial<PlacementContribution> = {}): PlacementContribution => ({
  kind: 'PLACEMENT',
  block: 'BAAN',
  bonuses: [],
  employmentForm: 'FORMAL',
  paidCentihours: 132_600,
  countedBefore: 0n,
  ...more,
});

function explained(contribution: Contribution, by = table): Explanation {
  const decision = explain(by, contribution);
  if (!decision.ok) throw new Error('it is refused');
  return decision.value;
}
const messages = (contribution: Contribution): string[] =>
  explained(contribution).steps.map(({ code, message }) => `${code}: ${message}`);
const step = (contribution: Contribution, code: string): Step | undefined =>
  explained(contribution).steps.find((each) => each.code === code);

describe('the steps of a placement', () => {
  it('without a limit', () => {
    expect(messages(placement())).toEqual([
      'value.full_time_year: By table T1 a full-time year is 52 weeks of 36 hours: 1872.00 hours.',
      'value.no_limit: Block BAAN has no limit: all hours of a candidate count.',
      'value.counted: All 1326.00 hours paid count.',
      'value.block: Block BAAN is worth EUR 50000.00 a full-time year; times 1326.00 / 1872.00 it is EUR 35416.67.',
      'value.job: It is a job, for all 1326.00 hours paid: the limit stops the money, not the job.',
      'value.total: Together it is worth EUR 35416.67.',
    ]);
  });

  it('past its limit, with bonuses', () => {
    const claim = placement({
      block: 'WW',
      bonuses: ['AGE_55', 'LANGUAGE'],
      paidCentihours: 100_000,
      countedBefore: 140_400n,
    });
    expect(messages(claim)).toEqual([
      'value.full_time_year: By table T1 a full-time year is 52 weeks of 36 hours: 1872.00 hours.',
      'value.limit: Block WW counts at most 12 full-time months of one candidate: 1872.00 hours. ' +
        'Counted before: 1404.00 hours; room: 468.00 hours.',
      'value.counted_to_limit: Of 1000.00 hours paid, 468.00 hours count: there is no room for more.',
      'value.block: Block WW is worth EUR 20000.00 a full-time year; times 468.00 / 1872.00 it is EUR 5000.00.',
      'value.bonus: Bonus AGE_55 is worth EUR 10000.00 a full-time year; times 468.00 / 1872.00 it is EUR 2500.00.',
      'value.bonus: Bonus LANGUAGE is worth EUR 5000.00 a full-time year; times 468.00 / 1872.00 it is EUR 1250.00.',
      'value.job: It is a job, for all 1000.00 hours paid: the limit stops the money, not the job.',
      'value.total: Together it is worth EUR 8750.00.',
    ]);
    expect(explained(claim).steps.map(({ params }) => params)).toEqual([
      { valueTable: 'T1', normHoursPerWeek: 36, fullTimeYearCentihours: 187_200 },
      {
        block: 'WW',
        limitMonths: 12,
        limitCentihours: 187_200,
        countedBeforeCentihours: 140_400,
        roomCentihours: 46_800,
      },
      { paidCentihours: 100_000, countedCentihours: 46_800 },
      {
        block: 'WW',
        annualValueCents: 2_000_000,
        countedCentihours: 46_800,
        fullTimeYearCentihours: 187_200,
        valueCents: 500_000,
      },
      {
        bonus: 'AGE_55',
        annualValueCents: 1_000_000,
        countedCentihours: 46_800,
        fullTimeYearCentihours: 187_200,
        valueCents: 250_000,
      },
      {
        bonus: 'LANGUAGE',
        annualValueCents: 500_000,
        countedCentihours: 46_800,
        fullTimeYearCentihours: 187_200,
        valueCents: 125_000,
      },
      { block: 'WW', employmentForm: 'FORMAL', jobCentihours: 100_000 },
      { valueCents: 875_000, countedCentihours: 46_800, jobCentihours: 100_000 },
    ]);
  });

  it.each<[EmploymentForm, string, string, string]>([
    ['FORMAL', 'BAAN', 'value.counted', 'value.job'],
    ['HIRED_IN', 'BAAN', 'value.counted', 'value.job'],
    ['INTERNSHIP', 'BAAN', 'value.counted', 'value.no_job_by_form'],
    ['TRIAL', 'BAAN', 'value.trial', 'value.no_job_by_form'],
    ['FORMAL', 'STAGE', 'value.counted', 'value.no_job_by_block'],
    ['INTERNSHIP', 'STAGE', 'value.counted', 'value.no_job_by_block'],
    ['TRIAL', 'STAGE', 'value.trial', 'value.no_job_by_block'],
  ])('%s in %s: %s and %s', (employmentForm, block, counts, job) => {
    const codes = explained(placement({ employmentForm, block })).steps.map(({ code }) => code);
    expect(codes.slice(2)).toEqual([counts, 'value.block', job, 'value.total']);
  });

  it('of no hours at all, and of a limit that was passed by another table', () => {
    expect(step(placement({ paidCentihours: 0 }), 'value.counted')?.message).toBe('All 0.00 hours paid count.');
    const passed = step(placement({ block: 'WW', countedBefore: 200_000n }), 'value.limit');
    expect(passed?.params).toMatchObject({ countedBeforeCentihours: 200_000, roomCentihours: 0 });
  });

  it('keep every digit of a figure that no number can hold', () => {
    const long = step(placement({ block: 'WW', countedBefore: 2n ** 60n }), 'value.limit');
    expect(long?.params).toMatchObject({ countedBeforeCentihours: '1152921504606846976' });
    expect(long?.message).toContain('Counted before: 11529215046068469.76 hours');
  });
});

describe('the steps of a purchase and of an activity', () => {
  it.each<[string, Contribution, string[]]>([
    [
      'a purchase',
      { kind: 'PURCHASE', block: 'SW', invoiceCents: 1_850_005 },
      [
        'value.purchase: Block SW counts 15.00% of the invoice without VAT: of EUR 18500.05 it is EUR 2775.01.',
        'value.total: Together it is worth EUR 2775.01.',
      ],
    ],
    [
      'an activity without a cap',
      { kind: 'ACTIVITY', block: 'LES', centihours: 225, dayValueBefore: 0n },
      [
        'value.activity: Block LES is worth EUR 100.00 an hour; 2.25 hours are EUR 225.00.',
        'value.no_day_cap: Block LES has no cap for a day.',
        'value.total: Together it is worth EUR 225.00.',
      ],
    ],
    [
      'an activity past its cap',
      { kind: 'ACTIVITY', block: 'CAPPED', centihours: 1_200, dayValueBefore: 40_000n },
      [
        'value.activity: Block CAPPED is worth EUR 100.00 an hour; 12.00 hours are EUR 1200.00.',
        'value.day_cap: A day counts for at most EUR 1000.00. Accepted for this day before: EUR 400.00; ' +
          'room: EUR 600.00; so EUR 600.00.',
        'value.total: Together it is worth EUR 600.00.',
      ],
    ],
  ])('%s', (_, contribution, expected) => expect(messages(contribution)).toEqual(expected));
});

describe('what is not explained', () => {
  it('a value that is too large is refused as it is by valueOf', () => {
    const huge: Contribution = { kind: 'PURCHASE', block: 'SW', invoiceCents: Number.MAX_SAFE_INTEGER };
    expect(explain(table, huge)).toEqual(valueOf(table, huge));
    expect(explain(table, huge)).toMatchObject({ ok: false, violations: [{ code: 'claim.value_too_large' }] });
  });

  it('a block that the table does not have is a fault of ours', () => {
    expect(() => explain(table, placement({ block: 'SW' }))).toThrow(InvariantBroken);
  });
});

describe('whatever is explained', () => {
  const amount = fc.oneof(fc.nat(10_000_000), fc.nat(ENTERED_MAX));
  const before = amount.map(BigInt);
  const tables = fc
    .record({
      normHoursPerWeek: fc.integer({ min: 1, max: 168 }),
      annualValueCents: amount,
      limitMonths: fc.option(fc.nat(60)),
      countsAsJob: fc.boolean(),
      bonusCents: fc.nat(5_000_000),
      rateBp: fc.nat(20_000),
      hourRateCents: amount,
      dayCapCents: fc.option(amount),
    })
    .map((drawn): ValueTable => {
      const { annualValueCents, limitMonths, countsAsJob, rateBp, hourRateCents, dayCapCents } = drawn;
      return {
        ...table,
        normHoursPerWeek: drawn.normHoursPerWeek,
        blocks: [
          { kind: 'PLACEMENT', code: 'P', label: 'P', annualValueCents, limitMonths, countsAsJob },
          { kind: 'PURCHASE', code: 'I', label: 'I', rateBp },
          { kind: 'ACTIVITY', code: 'A', label: 'A', hourRateCents, dayCapCents },
        ],
        bonuses: [{ code: 'B', label: 'B', annualValueCents: drawn.bonusCents }],
      };
    });
  const contributions: fc.Arbitrary<Contribution> = fc.oneof(
    fc.record({
      kind: fc.constant('PLACEMENT' as const),
      block: fc.constant('P'),
      bonuses: fc.constantFrom([], ['B']),
      employmentForm: fc.constantFrom<EmploymentForm>('FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL'),
      paidCentihours: amount,
      countedBefore: before,
    }),
    fc.record({ kind: fc.constant('PURCHASE' as const), block: fc.constant('I'), invoiceCents: amount }),
    fc.record({
      kind: fc.constant('ACTIVITY' as const),
      block: fc.constant('A'),
      centihours: amount,
      dayValueBefore: before,
    }),
  );

  it('ends in the figures of valueOf, and its parts add up to them', () => {
    fc.assert(
      fc.property(tables, contributions, (by, contribution) => {
        const decision = explain(by, contribution);
        const worth = valueOf(by, contribution);
        if (!decision.ok || !worth.ok) {
          expect(decision).toEqual(worth);
          return;
        }
        const { steps } = decision.value;
        expect(decision.value.worth).toEqual(worth.value);
        expect(steps.at(-1)).toMatchObject({ code: 'value.total', params: worth.value });
        const figures = (codes: string[]): number[] =>
          steps.filter(({ code }) => codes.includes(code)).map(({ params }) => Number(params['valueCents']));
        const sum = figures(['value.block', 'value.bonus', 'value.purchase']).reduce((total, part) => total + part, 0);
        const [day] = figures(['value.day_cap']);
        const [activity = 0] = figures(['value.activity']);
        expect(contribution.kind === 'ACTIVITY' ? (day ?? activity) : sum).toBe(worth.value.valueCents);
      }),
      { numRuns: 500 },
    );
  });
});
