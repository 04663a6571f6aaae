import {
  Usage,
  changeViolations,
  claimBackwards,
  claimInFuture,
  claimOutsidePlacement,
  claimOverQuarter,
  claimOverlaps,
  claimedAfterEnd,
  endViolations,
  periodViolations,
  placementBackwards,
  placementClaimed,
  placementViolations,
  type Placement,
  type PlacementChange,
} from './placement';

describe('placementViolations', () => {
  it.each([
    ['one day', '2024-03-01', '2024-03-01', []],
    ['some days', '2024-03-01', '2024-12-31', []],
    ['without an end', '2024-03-01', null, []],
    ['backwards', '2024-03-02', '2024-03-01', [placementBackwards()]],
  ])('%s', (_, startsOn, endsOn, violations) => {
    expect(placementViolations({ startsOn, endsOn })).toEqual(violations);
  });
});

const PLACEMENT = {
  block: 'PW',
  bonuses: ['AGE_55', 'DISABILITY'],
  employmentForm: 'FORMAL',
  startsOn: '2024-03-01',
} as unknown as Placement;

describe('changeViolations', () => {
  const every = ['block', 'bonuses', 'employmentForm', 'startsOn'].map(placementClaimed);
  const other: PlacementChange = { block: 'WW', bonuses: [], employmentForm: 'TRIAL', startsOn: '2024-03-02' };
  it.each<[string, PlacementChange, boolean, object[]]>([
    ['everything, of one without claims', other, false, []],
    ['what decides the value, of one with claims', other, true, every],
    ['the same, of one with claims', { block: 'PW', bonuses: ['AGE_55', 'DISABILITY'] }, true, []],
    ['what does not, of one with claims', { registerIndicated: 'YES', region: 'AMR01', realised: null }, true, []],
    ['nothing', {}, true, []],
  ])('%s', (_, change, isClaimed, violations) => {
    expect(changeViolations(PLACEMENT, change, isClaimed)).toEqual(violations);
  });
});

describe('endViolations', () => {
  it.each([
    ['its first day', '2024-03-01', null, []],
    ['the last day that is claimed', '2024-06-30', '2024-06-30', []],
    ['before its first day', '2024-02-29', null, [placementBackwards()]],
    ['before the last day that is claimed', '2024-06-29', '2024-06-30', [claimedAfterEnd('2024-06-30')]],
    ['before both', '2024-02-01', '2024-06-30', [placementBackwards(), claimedAfterEnd('2024-06-30')]],
  ])('%s', (_, endsOn, lastClaimedOn, violations) => {
    expect(endViolations(PLACEMENT, endsOn, lastClaimedOn)).toEqual(violations);
  });
});

describe('periodViolations', () => {
  const TODAY = '2024-07-02';
  const future = claimInFuture('to', TODAY);
  const closed = { startsOn: '2024-02-15', endsOn: '2024-06-15' };
  const open = { startsOn: '2024-02-15', endsOn: null };

  it.each([
    ['a quarter, without a placement', '2024-04-01', '2024-06-30', null, []],
    ['today', '2024-07-02', '2024-07-02', null, []],
    ['backwards', '2024-05-02', '2024-05-01', null, [claimBackwards()]],
    ['backwards over a quarter', '2024-04-01', '2024-03-31', null, [claimBackwards()]],
    ['over a quarter', '2024-03-31', '2024-04-01', null, [claimOverQuarter()]],
    ['the same quarter of two years', '2023-04-01', '2024-04-30', null, [claimOverQuarter()]],
    ['tomorrow', '2024-07-03', '2024-07-03', null, [future]],
    ['until tomorrow', '2024-07-01', '2024-07-03', null, [future]],
    ['over a quarter and until tomorrow', '2024-06-30', '2024-07-03', null, [claimOverQuarter(), future]],
    ['the first days of the placement', '2024-02-15', '2024-03-31', closed, []],
    ['the last days of the placement', '2024-04-01', '2024-06-15', closed, []],
    ['before the placement', '2024-02-14', '2024-03-31', closed, [claimOutsidePlacement()]],
    ['after the placement', '2024-06-15', '2024-06-16', closed, [claimOutsidePlacement()]],
    ['long after the beginning of one that goes on', '2024-07-01', '2024-07-02', open, []],
    ['before one that goes on', '2024-01-01', '2024-02-14', open, [claimOutsidePlacement()]],
    ['everything at once', '2024-06-01', '2024-09-01', closed, [claimOverQuarter(), future, claimOutsidePlacement()]],
    ['backwards and outside', '2024-08-02', '2024-08-01', closed, [claimBackwards(), future, claimOutsidePlacement()]],
  ])('%s', (_, from, to, placement, violations) => {
    expect(periodViolations({ from, to }, placement, TODAY)).toEqual(violations);
  });
});

describe('what is told', () => {
  it.each([
    [placementBackwards(), 'placement.term_backwards', 'endsOn'],
    [claimBackwards(), 'claim.period_backwards', 'to'],
    [claimInFuture('day', '2024-07-02'), 'claim.in_the_future', 'day'],
    [claimOverQuarter(), 'claim.over_a_quarter', 'to'],
    [claimOutsidePlacement(), 'claim.outside_placement', 'from'],
    [claimOverlaps(), 'claim.overlaps', 'from'],
  ])('%#: the rule and the field', (violation, code, field) => {
    expect(violation).toMatchObject({ code, field });
  });

  it('the day on which the claim is made', () => {
    expect(claimInFuture('to', '2024-07-02')).toMatchObject({
      params: { today: '2024-07-02' },
      message: 'The claim ends after 2024-07-02, the day on which it is made.',
    });
  });
});

describe('Usage', () => {
  const key = { supplierKvkNumber: '68750110', candidate: 'K1', block: 'WW' };
  const otherKeys = [
    { ...key, supplierKvkNumber: '68750111' },
    { ...key, candidate: 'K2' },
    { ...key, block: 'WIA' },
  ];
  const day = { supplierKvkNumber: '68750110', block: 'ACTIVITY', day: '2024-05-14' };
  const otherDays = [
    { ...day, supplierKvkNumber: '68750111' },
    { ...day, block: 'OTHER' },
    { ...day, day: '2024-05-15' },
  ];

  it('begins with nothing counted', () => {
    expect(new Usage().countedBefore(key)).toBe(0n);
    expect(new Usage().dayValueBefore(day)).toBe(0n);
  });

  it('adds counted hours to what was counted, of one supplier, candidate and block', () => {
    const usage = new Usage();
    usage.setCounted(key, 100n);
    usage.count(key, 33);
    usage.count({ ...key }, 7);
    expect(usage.countedBefore(key)).toBe(140n);
    expect(otherKeys.map((other) => usage.countedBefore(other))).toEqual([0n, 0n, 0n]);
  });

  it('counts further than 2^53', () => {
    const usage = new Usage();
    usage.setCounted(key, BigInt(Number.MAX_SAFE_INTEGER));
    usage.count(key, 2);
    expect(usage.countedBefore(key)).toBe(9_007_199_254_740_993n);
  });

  it.each(['', ' ', ',', '|', '/', '-', '","', '\u0000'])(
    'tells keys apart that are the same text with %j between',
    (mark) => {
      const usage = new Usage();
      usage.count({ ...key, candidate: 'A', block: `B${mark}C` }, 5);
      expect(usage.countedBefore({ ...key, candidate: `A${mark}B`, block: 'C' })).toBe(0n);
      usage.addDayValue({ ...day, supplierKvkNumber: 'A', block: `B${mark}C` }, 5);
      expect(usage.dayValueBefore({ ...day, supplierKvkNumber: `A${mark}B`, block: 'C' })).toBe(0n);
    },
  );

  it('adds values to what a day had, of one supplier and block', () => {
    const usage = new Usage();
    usage.setDayValue(day, 40_000n);
    usage.addDayValue(day, 22_500);
    usage.addDayValue({ ...day }, 1);
    expect(usage.dayValueBefore(day)).toBe(62_501n);
    expect(otherDays.map((other) => usage.dayValueBefore(other))).toEqual([0n, 0n, 0n]);
  });
});
