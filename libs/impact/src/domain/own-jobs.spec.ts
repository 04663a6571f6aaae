import { besideOwnJobs, type OwnJobs, type PublishedJobs } from './own-jobs';
import { yearReport } from './year-report';

const figures = (formal: number, hiredIn: number, total: number, target: number, percent: number): OwnJobs => ({
  formal,
  hiredIn,
  total,
  target,
  percent,
});

/** Rows of rounded figures: they are one short of the published total, and Fin is one over its own. */
const published: PublishedJobs = {
  source: 'a letter',
  measuredOn: '2021-12-31',
  footnote: 'rounded',
  rows: [
    { principal: 'Fin', ...figures(693, 167, 859, 1_180, 73) },
    { principal: 'AZ', ...figures(11, 0, 11, 15, 71) },
  ],
  publishedTotal: figures(705, 167, 871, 1_195, 73),
};

const reportOf = (...jobsOf: [principalCode: string, centihours: bigint][]) =>
  yearReport({
    obligations: jobsOf.map(([principalCode]) => ({
      principalCode,
      imposedCents: 0n,
      annualisedCents: 0n,
      openCents: 0n,
    })),
    ledger: jobsOf.map(([principalCode, centihours]) => ({
      principalCode,
      realisedCents: 0n,
      centihours,
      formalCentihours: centihours,
      hiredInCentihours: 0n,
      registerCentihours: 0n,
      onOpenCents: 0n,
    })),
    surplusCents: 0n,
    surplusCentihours: 0n,
  });

describe('besideOwnJobs', () => {
  it('has a row for each principal of either, and the totals last', () => {
    const rows = besideOwnJobs(reportOf(['Def', 132_600n], ['Fin', 66_300n]), published);
    expect(rows).toEqual([
      { principal: 'Fin', socialReturnJobs: '0.5000', ownJobs: figures(693, 167, 859, 1_180, 73) },
      { principal: 'AZ', socialReturnJobs: null, ownJobs: figures(11, 0, 11, 15, 71) },
      { principal: 'Def', socialReturnJobs: '1.0000', ownJobs: null },
      { principal: null, socialReturnJobs: '1.5000', ownJobs: figures(705, 167, 871, 1_195, 73) },
    ]);
  });

  it('shows a published total as it was published, though its rows do not add up to it', () => {
    const total = besideOwnJobs(reportOf(), published).at(-1);
    expect(published.rows.reduce((all, row) => all + row.total, 0)).toBe(870);
    expect(total?.ownJobs).toEqual(published.publishedTotal);
  });

  it('never adds Social Return jobs to own jobs, however many there are', () => {
    const without = besideOwnJobs(reportOf(['Fin', 0n]), published);
    const many = besideOwnJobs(reportOf(['Fin', 132_600_000n]), published);
    expect(many.map(({ ownJobs }) => ownJobs)).toEqual(without.map(({ ownJobs }) => ownJobs));
    expect(many.map(({ socialReturnJobs }) => socialReturnJobs)).toEqual(['1000.0000', null, '1000.0000']);
  });

  it('of an empty table and report has only the totals', () => {
    expect(besideOwnJobs(reportOf(), { ...published, rows: [] })).toEqual([
      { principal: null, socialReturnJobs: '0.0000', ownJobs: published.publishedTotal },
    ]);
  });
});
