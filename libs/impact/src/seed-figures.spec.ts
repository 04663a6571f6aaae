// The figures of the letters to Parliament that the product stands on, worked out with the product's own rounding.
import { divRound, sum, timesFraction } from '@sr/kernel';
import hiredInKey from '../../../config/reference/hired-in-key-2021.json';
import ministryJobs from '../../../config/reference/ministry-jobs-2021q4.json';
import { jobs } from './domain/jobs';
import { besideOwnJobs } from './domain/own-jobs';
import { POOL_REFERENCE_CENTS, yearReport } from './domain/year-report';

const emptyYear = yearReport({ obligations: [], ledger: [], surplusCents: 0n, surplusCentihours: 0n });

describe('hired-in jobs by the distribution key, end of 2021', () => {
  const { baseline, endOf2021, published } = hiredInKey;

  it.each([
    ['market', 41_993, 6_800, 36_206, 7_600, 1_039],
    ['government', 41_993, 3_200, 36_206, 2_400, 4_748],
  ] as const)('%s: %d x %d bp - %d x %d bp is %d', (side, jobsNow, nowBp, jobsThen, thenBp, expected) => {
    expect([endOf2021.jobs, endOf2021[`${side}Bp`]]).toEqual([jobsNow, nowBp]);
    expect([baseline.jobs, baseline[`${side}Bp`]]).toEqual([jobsThen, thenBp]);
    const grown = BigInt(jobsNow) * BigInt(nowBp) - BigInt(jobsThen) * BigInt(thenBp);
    expect(divRound(grown, 10_000n)).toBe(BigInt(expected));
    expect(published[side]).toBe(expected);
  });

  it('is rounded once, at the end: rounding both parts first would lose a job on the market', () => {
    const early = timesFraction(41_993, 6_800, 10_000) - timesFraction(36_206, 7_600, 10_000);
    expect(early).toBe(1_038);
    expect(published.market).toBe(1_039);
  });

  it('leaves no job out: both sides are the whole growth', () => {
    expect(published.market + published.government).toBe(published.total);
    expect(published.total).toBe(41_993 - 36_206);
  });
});

describe('the unit of one job', () => {
  it.each([
    ['a year: 25.5 hours x 52 weeks', 2_550 * 52, 132_600, 12],
    ['a quarter: 25.5 hours x 13 weeks', 2_550 * 13, 33_150, 3],
    ['a month: 110.5 hours', timesFraction(2_550, 52, 12), 11_050, 1],
  ])('%s', (_, worked, centihours, months) => {
    expect(worked).toBe(centihours);
    expect(jobs(BigInt(centihours), months)).toBe('1.0000');
  });
});

describe('own jobs per ministry, end of 2021', () => {
  const { rows } = ministryJobs;
  const shown = besideOwnJobs(emptyYear, ministryJobs);

  it('are shown with the published totals, which the rows do not add up to', () => {
    const added = (['formal', 'hiredIn', 'total', 'target'] as const).map((name) => sum(rows.map((row) => row[name])));
    expect(added).toEqual([2_814, 389, 3_202, 4_674]);
    expect(shown.at(-1)).toEqual({
      principal: null,
      socialReturnJobs: '0.0000',
      ownJobs: { formal: 2_815, hiredIn: 388, total: 3_203, target: 4_674, percent: 69 },
    });
  });

  it('are shown per ministry as they were published', () => {
    expect(shown).toHaveLength(13);
    expect(shown[0]).toEqual({
      principal: 'AZ',
      socialReturnJobs: null,
      ownJobs: { formal: 11, hiredIn: 0, total: 11, target: 15, percent: 71 },
    });
    expect(shown.slice(0, -1).map(({ principal, ownJobs }) => ({ principal, ...ownJobs }))).toEqual(rows);
  });

  it('have percentages of unrounded hours: of AZ and HCvS the rounded jobs give another', () => {
    const other = rows
      .map(({ principal, total, target, percent }) => [principal, timesFraction(total, 100, target), percent])
      .filter(([, worked, percent]) => worked !== percent);
    expect(other).toEqual([
      ['AZ', 73, 71],
      ['HCvS', 61, 62],
    ]);
    expect(timesFraction(3_203, 100, 4_674)).toBe(69);
  });
});

describe('the pool of EUR 130 million a year', () => {
  it('is the reference of every report', () => {
    expect(POOL_REFERENCE_CENTS).toBe(13_000_000_000n);
    expect(emptyYear.referenceCents).toBe(13_000_000_000);
  });
});
