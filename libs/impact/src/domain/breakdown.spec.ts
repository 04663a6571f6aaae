import {
  NONE,
  breakdown,
  narrowedBreakdown,
  splitOf,
  type ObligationYear,
  type PersonPart,
  type YearParts,
} from './breakdown';
import { ownYear } from './own-year';
import { TOO_FEW } from './suppress';

/** A job of a year is 132,600 centihours. */
const JOB = 132_600n;
const NO_HOURS = { centihours: 0n, formalCentihours: 0n, hiredInCentihours: 0n, registerCentihours: 0n };

const obligation = (number: string, more: Partial<ObligationYear> = {}): ObligationYear => ({
  ...NO_HOURS,
  obligationId: `id-${number}`,
  number,
  title: `Contract ${number}`,
  principalCode: 'IenW',
  supplierKvkNumber: '11111111',
  categoryCode: 'CATERING',
  imposedCents: 100n,
  annualisedCents: 50n,
  realisedCents: 10n,
  outstandingCents: 90n,
  ...more,
});
const person = (personId: string, number: string, more: Partial<PersonPart> = {}): PersonPart => ({
  ...NO_HOURS,
  personId,
  obligationId: `id-${number}`,
  region: 'AMR01',
  block: 'WORK',
  centihours: JOB,
  formalCentihours: JOB,
  ...more,
});
const persons = (count: number, number: string, more: Partial<PersonPart> = {}): PersonPart[] =>
  Array.from({ length: count }, (_, index) => person(`${number}-${index}`, number, more));
const parts = (more: Partial<YearParts>): YearParts => ({ obligations: [], cells: [], people: [], ...more });
/** Rows as [key, persons, jobs]. */
const rowsOf = (of: YearParts, by: Parameters<typeof breakdown>[1], open = false) =>
  breakdown(of, by, open).rows.map((row) => [row.key, row.persons, row.jobs]);

const two = parts({
  obligations: [
    obligation('C2', { supplierKvkNumber: '22222222', categoryCode: null, principalCode: 'BZK' }),
    obligation('C1'),
    obligation('C3', { imposedCents: 7n }),
  ],
  people: [...persons(6, 'C1'), ...persons(2, 'C2')],
});

describe('a breakdown', () => {
  it('hides what few people of a region or target group did, and what would tell it', () => {
    const cell = (block: string, cents: bigint) => ({ claimKind: 'PLACEMENT', region: 'AMR01', block, cents });
    const year = parts({
      obligations: [obligation('C1'), obligation('C2'), obligation('C3')],
      cells: [cell('WIA', 5n), cell('WORK', 70n), cell('BBL', 90n)],
      people: [
        ...persons(2, 'C1', { block: 'WIA' }),
        ...persons(6, 'C2', { block: 'WORK' }),
        ...persons(7, 'C3', { block: 'BBL' }),
      ],
    });
    const money = (open: boolean) =>
      breakdown(year, 'TARGET_GROUP', open).rows.map(({ key, realisedCents }) => [key, realisedCents]);
    expect(money(true)).toEqual([
      ['BBL', 90],
      ['WIA', 5],
      ['WORK', 70],
    ]);
    expect(money(false)).toEqual([
      ['BBL', 90],
      ['WIA', null],
      ['WORK', null],
    ]);
    expect(breakdown(year, 'PRINCIPAL', false).rows).toMatchObject([{ realisedCents: 30 }]);

    // Work past the counting limit is worth nothing: hidden beside it, the other amount would follow from the total.
    const limit = { ...year, cells: [cell('WIA', 5n), cell('WORK', 0n), cell('BBL', 90n)] };
    expect(breakdown(limit, 'TARGET_GROUP', false).rows.map(({ realisedCents }) => realisedCents)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('has a row for each principal, supplier, category or contract, in order, with zeros', () => {
    expect(rowsOf(two, 'PRINCIPAL', true)).toEqual([
      ['BZK', 2, '2.0000'],
      ['IenW', 6, '6.0000'],
    ]);
    expect(rowsOf(two, 'SUPPLIER', true)).toEqual([
      ['11111111', 6, '6.0000'],
      ['22222222', 2, '2.0000'],
    ]);
    expect(rowsOf(two, 'CATEGORY', true)).toEqual([
      ['CATERING', 6, '6.0000'],
      [NONE, 2, '2.0000'],
    ]);
    expect(breakdown(two, 'CONTRACT', true).rows).toMatchObject([
      { key: 'C1', contractId: 'id-C1', title: 'Contract C1', persons: 6 },
      { key: 'C2', contractId: 'id-C2', title: 'Contract C2', persons: 2 },
      { key: 'C3', contractId: 'id-C3', title: 'Contract C3', persons: 0, jobs: '0.0000' },
    ]);
  });

  it('adds the money of each row, and never hides it', () => {
    const { total, rows } = breakdown(two, 'PRINCIPAL', false);
    expect(total).toMatchObject({ imposedCents: 207, annualisedCents: 150, realisedCents: 30, outstandingCents: 270 });
    expect(rows).toMatchObject([
      { key: 'BZK', imposedCents: 100, realisedCents: 10, persons: TOO_FEW, jobs: TOO_FEW },
      { key: 'IenW', imposedCents: 107, realisedCents: 20, persons: null, jobs: null },
    ]);
  });

  it('counts somebody who is on several contracts once in each row and once in the total', () => {
    const shared = parts({
      obligations: [obligation('C1'), obligation('C2', { principalCode: 'BZK' })],
      people: ['a', 'b', 'c', 'd', 'e'].flatMap((one) => [person(one, 'C1'), person(one, 'C2', { centihours: 0n })]),
    });
    const { total, rows } = breakdown(shared, 'PRINCIPAL', true);
    expect([total.persons, ...rows.map((row) => row.persons)]).toEqual([5, 5, 5]);
  });

  it('by region and by target group is of placements; purchases and activities are rows of their own', () => {
    const cell = (claimKind: string, block: string | null, region: string | null, cents: bigint) => ({
      claimKind,
      block,
      region,
      cents,
    });
    const year = parts({
      obligations: [obligation('C1')],
      cells: [
        cell('PLACEMENT', 'WIA', 'AMR02', 5n),
        cell('PLACEMENT', 'WORK', null, 7n),
        cell('PURCHASE', null, null, 11n),
        cell('ACTIVITY', null, null, 13n),
        cell('ACTIVITY', null, null, 1n),
      ],
      people: [
        ...persons(5, 'C1', { block: 'WIA', region: 'AMR02' }),
        ...persons(6, 'C1', { region: null }).map((one) => ({ ...one, personId: `other-${one.personId}` })),
      ],
    });
    expect(rowsOf(year, 'REGION')).toEqual([
      ['ACTIVITY', 0, '0.0000'],
      ['AMR02', 5, '5.0000'],
      [NONE, 6, '6.0000'],
      ['PURCHASE', 0, '0.0000'],
    ]);
    expect(breakdown(year, 'TARGET_GROUP', false).rows.map((row) => [row.key, row.realisedCents])).toEqual([
      ['ACTIVITY', 14],
      ['PURCHASE', 11],
      ['WIA', 5],
      ['WORK', 7],
    ]);
    const { total } = breakdown(year, 'REGION', false);
    expect(total).toMatchObject({
      realisedCents: 37,
      imposedCents: null,
      outstandingCents: null,
      persons: 11,
      jobs: '11.0000',
    });
  });

  it('shows no total in one table that would betray what is hidden in another', () => {
    // By contract four and four, which follow from eight; by region eight in one.
    const year = parts({
      obligations: [obligation('C1'), obligation('C2')],
      cells: [{ claimKind: 'PLACEMENT', block: 'WORK', region: 'AMR01', cents: 1n }],
      people: [...persons(4, 'C1'), ...persons(4, 'C2')],
    });
    expect(breakdown(year, 'CONTRACT', false).total.persons).toBe(null);
    const { total, rows } = breakdown(year, 'REGION', false);
    expect([total.persons, ...rows.map(({ persons: shown }) => shown)]).toEqual([null, null]);
  });
});

describe('a breakdown of some of the obligations', () => {
  const year = parts({
    obligations: [
      obligation('C1'),
      obligation('C2', { supplierKvkNumber: '22222222' }),
      obligation('C3', { supplierKvkNumber: '22222222', principalCode: 'BZK', imposedCents: 7n }),
      obligation('C4', { principalCode: 'BZK', categoryCode: null }),
    ],
    people: [...persons(6, 'C1'), ...persons(3, 'C2'), ...persons(9, 'C3')],
  });
  const ofSupplier = ({ supplierKvkNumber }: ObligationYear): boolean => supplierKvkNumber === '22222222';
  const ofIenw = ({ principalCode }: ObligationYear): boolean => principalCode === 'IenW';
  const narrowed = (by: Parameters<typeof narrowedBreakdown>[1], isWithin: (obligation: ObligationYear) => boolean) => {
    const { total, rows } = narrowedBreakdown(year, by, isWithin);
    return [['total', total.persons, total.jobs], ...rows.map((row) => [row.key, row.persons, row.jobs])];
  };

  it('shows of persons what the whole table shows of the same, and nothing that could be subtracted from it', () => {
    expect(breakdown(year, 'CONTRACT', false).rows.map((row) => [row.key, row.jobs])).toEqual([
      ['C1', null],
      ['C2', TOO_FEW],
      ['C3', '9.0000'],
      ['C4', '0.0000'],
    ]);
    // All of IenW is a row of the whole table.
    expect(narrowed('CONTRACT', ofIenw)).toEqual([
      ['total', 9, '9.0000'],
      ['C1', null, null],
      ['C2', TOO_FEW, TOO_FEW],
    ]);
    // C2 and C3 would tell C2; what of the supplier is of IenW is C2 itself.
    expect(narrowed('PRINCIPAL', ofSupplier)).toEqual([
      ['total', null, null],
      ['BZK', 9, '9.0000'],
      ['IenW', TOO_FEW, TOO_FEW],
    ]);
    expect(narrowed('CATEGORY', (one) => ofIenw(one) && ofSupplier(one))).toEqual([
      ['total', TOO_FEW, TOO_FEW],
      ['CATERING', TOO_FEW, TOO_FEW],
    ]);
  });

  it('never hides money', () => {
    const { total, rows } = narrowedBreakdown(year, 'PRINCIPAL', ofSupplier);
    expect(total).toMatchObject({ imposedCents: 107, annualisedCents: 100, realisedCents: 20, outstandingCents: 180 });
    expect(rows).toMatchObject([
      { key: 'BZK', imposedCents: 7 },
      { key: 'IenW', imposedCents: 100 },
    ]);
  });

  it('of none is nothing', () => {
    expect(narrowed('SUPPLIER', () => false)).toEqual([['total', 0, '0.0000']]);
  });
});

describe('those who work cut in two', () => {
  const formal = (part: PersonPart): bigint => part.formalCentihours;
  it.each([
    ['enough of both', 5, 6, [5n * JOB, 6n * JOB]],
    ['few of the one hide the other', 3, 9, [TOO_FEW, null]],
    ['few of the other hide the one', 9, 3, [null, TOO_FEW]],
    ['none of the other', 6, 0, [6n * JOB, 0n]],
    ['few of one, none of the other', 3, 0, [TOO_FEW, 0n]],
    ['nobody', 0, 0, [0n, 0n]],
  ] as const)('%s', (_, ofKind, others, expected) => {
    const people = [
      ...persons(ofKind, 'C1'),
      ...persons(others, 'C2', { formalCentihours: 0n, hiredInCentihours: JOB }),
    ];
    expect(splitOf(people, formal)).toEqual(expected);
  });
});

describe('the year of somebody outside the verifying team', () => {
  it('has the series of the whole pool, over what is seen', () => {
    const year = ownYear(
      parts({ obligations: [obligation('C1')], people: persons(6, 'C1', { registerCentihours: JOB }) }),
      5n,
    );
    expect(year).toEqual({
      imposedCents: 100,
      annualisedCents: 50,
      realisedCents: 10,
      surplusCents: 5,
      outstandingCents: 90,
      referenceCents: 13_000_000_000,
      coverageBp: 0,
      jobs: '6.0000',
      jobsRegisterIndicated: '6.0000',
      jobsFormal: '6.0000',
      jobsHiredIn: '0.0000',
      surplusJobs: null,
      byPrincipal: {
        IenW: { imposedCents: 100, annualisedCents: 50, realisedCents: 10, outstandingCents: 90, jobs: '6.0000' },
      },
    });
  });

  it('hides every figure on few persons, and their other half', () => {
    const few = ownYear(parts({ obligations: [obligation('C1')], people: persons(4, 'C1') }), null);
    expect(few).toMatchObject({
      surplusCents: null,
      realisedCents: 10,
      jobs: TOO_FEW,
      jobsFormal: TOO_FEW,
      jobsHiredIn: null,
      jobsRegisterIndicated: null,
      byPrincipal: { IenW: { jobs: TOO_FEW, realisedCents: 10 } },
    });
    const mixed = ownYear(
      parts({
        obligations: [obligation('C1')],
        people: [
          ...persons(6, 'C1'),
          person('x', 'C1', { formalCentihours: 0n, hiredInCentihours: JOB, registerCentihours: JOB }),
        ],
      }),
      null,
    );
    expect(mixed).toMatchObject({
      jobs: '7.0000',
      jobsFormal: null,
      jobsHiredIn: TOO_FEW,
      jobsRegisterIndicated: TOO_FEW,
    });
  });

  it('of nobody is zeros', () => {
    expect(ownYear(parts({}), null)).toMatchObject({
      imposedCents: 0,
      jobs: '0.0000',
      jobsFormal: '0.0000',
      byPrincipal: {},
    });
  });
});
