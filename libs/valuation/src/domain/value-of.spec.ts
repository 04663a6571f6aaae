import { COMPUTED_MAX, ENTERED_MAX, InvariantBroken, accepted, type EmploymentForm } from '@sr/kernel';
import { limitCentihours, valueOf, type Contribution } from './value-of';
import type { Block, ValueTable } from './value-table';

type PlacementContribution = Extract<Contribution, { kind: 'PLACEMENT' }>;

const placementBlock = (code: string, annualValueCents: number, limitMonths: number | null = null): Block => ({
  kind: 'PLACEMENT',
  code,
  label: code,
  annualValueCents,
  limitMonths,
  countsAsJob: true,
});
const bonus = (code: string, annualValueCents: number) => ({ code, label: code, annualValueCents });

const tableWith = (more: Partial<ValueTable>): ValueTable => ({
  code: 'T1',
  name: 'Test',
  example: true,
  validFrom: null,
  source: null,
  normHoursPerWeek: 36,
  blocks: [],
  bonuses: [],
  notValued: [],
  ...more,
});

/** Placements as in the published table of Haaglanden of July 2023, with a purchase and activities beside them. */
const table = tableWith({
  blocks: [
    placementBlock('NUG', 500_000, 12),
    { ...placementBlock('STAGE_VSO_PRO', 750_000, 24), countsAsJob: false } as Block,
    placementBlock('BBL_MAX_2', 2_500_000, 24),
    placementBlock('WW', 2_000_000, 12),
    placementBlock('WIA', 3_000_000, 24),
    placementBlock('PW', 4_000_000, 24),
    placementBlock('BANENAFSPRAAK', 5_000_000),
    { kind: 'PURCHASE', code: 'SW_PURCHASE', label: 'Whole invoice', rateBp: 10_000 },
    { kind: 'PURCHASE', code: 'PSO_PURCHASE', label: 'Part of the invoice', rateBp: 1_500 },
    { kind: 'ACTIVITY', code: 'ACTIVITY', label: 'Without a cap', hourRateCents: 10_000, dayCapCents: null },
    { kind: 'ACTIVITY', code: 'CAPPED', label: 'With a cap', hourRateCents: 10_000, dayCapCents: 100_000 },
  ],
  bonuses: [bonus('AGE_55', 1_000_000), bonus('DISABILITY', 500_000)],
});

const placement = (block: string, hours: number, more: Partial<PlacementContribution> = {}): PlacementContribution => ({
  kind: 'PLACEMENT',
  block,
  bonuses: [],
  employmentForm: 'FORMAL',
  paidCentihours: hours * 100,
  countedBefore: 0n,
  ...more,
});
const purchase = (invoiceCents: number, block = 'SW_PURCHASE'): Contribution => ({
  kind: 'PURCHASE',
  block,
  invoiceCents,
});
const activity = (hours: number, block = 'ACTIVITY', dayValueBefore = 0): Contribution => ({
  kind: 'ACTIVITY',
  block,
  centihours: hours * 100,
  dayValueBefore: BigInt(dayValueBefore),
});

const worth = (valueCents: number, countedHours = 0, jobHours = 0) =>
  accepted({ valueCents, countedCentihours: countedHours * 100, jobCentihours: jobHours * 100 });

describe('the worked examples', () => {
  it.each([
    ['V1', 'banenafspraak, 25.5 h x 52 wk', placement('BANENAFSPRAAK', 1326), worth(3_541_667, 1326, 1326)],
    ['V2', 'Participatiewet, 28 h x 47 wk', placement('PW', 1316), worth(2_811_966, 1316, 1316)],
    [
      'V3',
      'WIA at age 57, 32 h x 40 wk',
      placement('WIA', 1280, { bonuses: ['AGE_55'] }),
      worth(2_051_282 + 683_761, 1280, 1280),
    ],
    ['V4', 'Participatiewet, 24 h x 26 wk', placement('PW', 624), worth(1_333_333, 624, 624)],
    ['V5', 'WW over its limit of 12 months', placement('WW', 2808), worth(2_000_000, 1872, 2808)],
    [
      'V6',
      'internship of vso, 16 h x 20 wk',
      placement('STAGE_VSO_PRO', 320, { employmentForm: 'INTERNSHIP' }),
      worth(128_205, 320, 0),
    ],
    ['V7', 'bbl level 2, 36 h x 52 wk', placement('BBL_MAX_2', 1872), worth(2_500_000, 1872, 1872)],
    ['V8', 'no benefit, 20 h x 30 wk', placement('NUG', 600), worth(160_256, 600, 600)],
    ['V9', 'invoice of a sheltered workshop', purchase(1_850_000), worth(1_850_000)],
    ['V10', 'activity of 24 h', activity(24), worth(240_000)],
    ['V11', 'activity of 12 h with a cap', activity(12, 'CAPPED'), worth(100_000)],
    ['V12', 'trial placement', placement('BANENAFSPRAAK', 1326, { employmentForm: 'TRIAL' }), worth(0, 0, 0)],
  ])('%s: %s', (_number, _name, contribution, expected) => {
    expect(valueOf(table, contribution)).toEqual(expected);
  });
});

describe('the employment form', () => {
  it.each<[EmploymentForm, string, number, number, number]>([
    ['FORMAL', 'BANENAFSPRAAK', 500_000, 187.2, 187.2],
    ['HIRED_IN', 'BANENAFSPRAAK', 500_000, 187.2, 187.2],
    ['INTERNSHIP', 'BANENAFSPRAAK', 500_000, 187.2, 0],
    ['TRIAL', 'BANENAFSPRAAK', 0, 0, 0],
    ['FORMAL', 'STAGE_VSO_PRO', 75_000, 187.2, 0],
    ['HIRED_IN', 'STAGE_VSO_PRO', 75_000, 187.2, 0],
    ['INTERNSHIP', 'STAGE_VSO_PRO', 75_000, 187.2, 0],
    ['TRIAL', 'STAGE_VSO_PRO', 0, 0, 0],
  ])('%s in %s', (employmentForm, block, value, counted, jobHours) => {
    expect(valueOf(table, placement(block, 187.2, { employmentForm }))).toEqual(worth(value, counted, jobHours));
  });
});

describe('the limit of a candidate', () => {
  it.each([
    ['has all its room', 0n, 100_000, 100_000],
    ['has room for the last hour', 87_200n, 100_000, 100_000],
    ['has room for all but a hundredth of an hour', 87_201n, 100_000, 99_999],
    ['has room for a hundredth of an hour', 187_199n, 100_000, 1],
    ['is used up', 187_200n, 100_000, 0],
    ['is exceeded by hours that a longer limit counted', 200_000n, 100_000, 0],
    ['is not used by no hours', 0n, 0, 0],
  ])('%s: the money stops, the job does not', (_, countedBefore, paidCentihours, countedCentihours) => {
    const result = valueOf(table, placement('WW', 0, { paidCentihours, countedBefore }));
    expect(result).toMatchObject({ value: { countedCentihours, jobCentihours: paidCentihours } });
  });

  it('stops the bonuses as well', () => {
    const bonuses = ['AGE_55', 'DISABILITY'];
    expect(valueOf(table, placement('WW', 936, { bonuses, countedBefore: 140_400n }))).toEqual(
      worth(500_000 + 250_000 + 125_000, 468, 936),
    );
    expect(valueOf(table, placement('WW', 936, { bonuses, countedBefore: 187_200n }))).toEqual(worth(0, 0, 936));
  });

  it('is none where the block has none, whatever was counted before', () => {
    const countedBefore = 10n ** 20n;
    expect(valueOf(table, placement('BANENAFSPRAAK', 1872, { countedBefore }))).toEqual(worth(5_000_000, 1872, 1872));
  });

  it('of 0 months lets nothing count', () => {
    const closed = tableWith({ blocks: [placementBlock('CLOSED', 5_000_000, 0)] });
    expect(valueOf(closed, placement('CLOSED', 100))).toEqual(worth(0, 0, 100));
  });
});

describe('limitCentihours', () => {
  it.each([
    ['no limit', null, 36, null],
    ['none at all', 0, 36, 0n],
    ['a month', 1, 36, 15_600n],
    ['a year', 12, 36, 187_200n],
    ['two years', 24, 36, 374_400n],
    ['two years of 40 hours', 24, 40, 416_000n],
    ['a third of a hundredth, rounded down', 1, 1, 433n],
    ['two thirds of a hundredth, rounded down', 5, 1, 2_166n],
    ['more than 2^53', ENTERED_MAX, 36, 156n * 10n ** 15n],
  ])('%s: %s months of %d hours a week', (_, months, normHoursPerWeek, expected) => {
    expect(limitCentihours(tableWith({ normHoursPerWeek }), months)).toBe(expected);
  });
});

describe('rounding of a placement', () => {
  // A full-time week of 1 hour is 5200 hundredths a year, so one paid hundredth is worth a 5200th of the yearly value.
  const valueOfOneHundredth = (...yearly: [number, ...number[]]) => {
    const [block, ...bonuses] = yearly;
    const fine = tableWith({
      normHoursPerWeek: 1,
      blocks: [placementBlock('B', block)],
      bonuses: bonuses.map((cents, index) => bonus(`BONUS_${index}`, cents)),
    });
    return valueOf(fine, placement('B', 0.01, { bonuses: fine.bonuses.map(({ code }) => code) }));
  };

  it.each([
    ['just under half a cent', [2_599], 0],
    ['half a cent', [2_600], 1],
    ['a cent and just under a half', [7_799], 1],
    ['a cent and a half', [7_800], 2],
    ['two components of half a cent, each rounded up', [2_600, 2_600], 2],
    ['three components of under half a cent, each rounded down', [2_599, 2_599, 2_599], 0],
  ])('%s', (_, yearly, cents) => {
    expect(valueOfOneHundredth(...(yearly as [number, ...number[]]))).toMatchObject({ value: { valueCents: cents } });
  });
});

describe('the full-time week of the table', () => {
  it.each([
    [36, 5_000_000],
    [40, 4_500_000],
    [72, 2_500_000],
  ])('of %d hours divides the yearly value', (normHoursPerWeek, valueCents) => {
    const other = tableWith({ normHoursPerWeek, blocks: [placementBlock('B', 5_000_000)] });
    expect(valueOf(other, placement('B', 1872))).toMatchObject({ value: { valueCents } });
  });
});

describe('a purchase', () => {
  it.each([
    ['nothing', 0, 'PSO_PURCHASE', 0],
    ['the whole invoice', 123_456, 'SW_PURCHASE', 123_456],
    ['a part', 100_000, 'PSO_PURCHASE', 15_000],
    ['under half a cent', 3, 'PSO_PURCHASE', 0],
    ['half a cent and more', 4, 'PSO_PURCHASE', 1],
    ['exactly half a cent', 10, 'PSO_PURCHASE', 2],
  ])('%s', (_, invoiceCents, block, cents) => {
    expect(valueOf(table, purchase(invoiceCents, block))).toEqual(worth(cents));
  });
});

describe('the day cap of an activity', () => {
  it.each([
    ['is not reached', 'CAPPED', 2.25, 0, 22_500],
    ['is reached exactly', 'CAPPED', 10, 0, 100_000],
    ['is passed', 'CAPPED', 10.01, 0, 100_000],
    ['is reached together with earlier claims', 'CAPPED', 6, 40_000, 60_000],
    ['is passed together with earlier claims', 'CAPPED', 12, 40_000, 60_000],
    ['has a cent left', 'CAPPED', 12, 99_999, 1],
    ['was used up', 'CAPPED', 1, 100_000, 0],
    ['was passed under a table without a cap', 'CAPPED', 1, 150_000, 0],
    ['does not exist', 'ACTIVITY', 12, 150_000, 120_000],
  ])('%s', (_, block, hours, before, cents) => {
    expect(valueOf(table, activity(hours, block, before))).toEqual(worth(cents));
  });

  it('limits what was rounded half up before', () => {
    const block: Block = { kind: 'ACTIVITY', code: 'A', label: 'A', hourRateCents: 50, dayCapCents: 1 };
    expect(valueOf(tableWith({ blocks: [block] }), activity(0.01, 'A'))).toEqual(worth(1));
    expect(valueOf(tableWith({ blocks: [{ ...block, hourRateCents: 49 }] }), activity(0.01, 'A'))).toEqual(worth(0));
  });
});

describe('a value above 10^15 cents', () => {
  const large = tableWith({
    normHoursPerWeek: 1,
    blocks: [
      placementBlock('B', ENTERED_MAX),
      { kind: 'PURCHASE', code: 'P', label: 'P', rateBp: 1_000_000 },
      { kind: 'PURCHASE', code: 'P+', label: 'P+', rateBp: 1_000_001 },
      { kind: 'ACTIVITY', code: 'A', label: 'A', hourRateCents: ENTERED_MAX, dayCapCents: null },
      { kind: 'ACTIVITY', code: 'A-', label: 'A-', hourRateCents: ENTERED_MAX, dayCapCents: ENTERED_MAX },
    ],
    bonuses: [bonus('CENT', 52)],
  });

  it.each([
    ['a placement', placement('B', 5200)],
    ['a purchase', purchase(ENTERED_MAX, 'P')],
    ['an activity', activity(100, 'A')],
  ])('is not yet what %s of exactly 10^15 has', (_, contribution) => {
    expect(valueOf(large, contribution)).toMatchObject({ ok: true, value: { valueCents: COMPUTED_MAX } });
  });

  it.each([
    ['a placement with a bonus', placement('B', 5200, { bonuses: ['CENT'] })],
    ['a purchase', purchase(ENTERED_MAX, 'P+')],
    ['an activity', activity(100.01, 'A')],
    ['the largest invoice', purchase(Number.MAX_SAFE_INTEGER, 'P+')],
  ])('of %s is refused', (_, contribution) => {
    expect(valueOf(large, contribution)).toEqual({
      ok: false,
      violations: [
        {
          code: 'claim.value_too_large',
          params: { max: 1_000_000_000_000_000 },
          message: 'The value is above 1000000000000000 cents; check the hours or the amount.',
        },
      ],
    });
  });

  it('is no value of an activity that its cap holds down', () => {
    expect(valueOf(large, activity(ENTERED_MAX, 'A-'))).toEqual(worth(ENTERED_MAX));
  });
});

describe('a block or bonus that the table does not have', () => {
  it.each([
    ['an unknown block', placement('UNKNOWN', 1), 'table T1 has no PLACEMENT block UNKNOWN'],
    ['a block of another kind', placement('ACTIVITY', 1), 'table T1 has no PLACEMENT block ACTIVITY'],
    ['a purchase of a placement', purchase(1, 'WW'), 'table T1 has no PURCHASE block WW'],
    ['an activity of a purchase', activity(1, 'SW_PURCHASE'), 'table T1 has no ACTIVITY block SW_PURCHASE'],
    ['an unknown bonus', placement('WW', 1, { bonuses: ['AGE_55', 'AGE_99'] }), 'table T1 has no bonus AGE_99'],
  ])('is a fault of ours: %s', (_, contribution, detail) => {
    expect(() => valueOf(table, contribution)).toThrow(new InvariantBroken('valuation', detail));
  });
});
