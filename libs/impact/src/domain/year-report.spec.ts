import { POOL_REFERENCE_CENTS, yearReport, type LedgerSums, type ObligationSums, type YearSums } from './year-report';

const obligations = (principalCode: string, more: Partial<ObligationSums> = {}): ObligationSums => ({
  principalCode,
  imposedCents: 0n,
  annualisedCents: 0n,
  openCents: 0n,
  ...more,
});
const ledger = (principalCode: string, more: Partial<LedgerSums> = {}): LedgerSums => ({
  principalCode,
  realisedCents: 0n,
  centihours: 0n,
  formalCentihours: 0n,
  hiredInCentihours: 0n,
  registerCentihours: 0n,
  onOpenCents: 0n,
  ...more,
});
const sums = (more: Partial<YearSums> = {}): YearSums => ({
  obligations: [],
  ledger: [],
  surplusCents: 0n,
  surplusCentihours: 0n,
  ...more,
});

describe('yearReport', () => {
  it('of nothing is all zeros against the reference', () => {
    expect(yearReport(sums())).toEqual({
      imposedCents: 0,
      annualisedCents: 0,
      realisedCents: 0,
      surplusCents: 0,
      outstandingCents: 0,
      referenceCents: 13_000_000_000,
      coverageBp: 0,
      jobs: '0.0000',
      jobsRegisterIndicated: '0.0000',
      jobsFormal: '0.0000',
      jobsHiredIn: '0.0000',
      surplusJobs: '0.0000',
      byPrincipal: {},
    });
  });

  it('adds the principals, and shows each of them', () => {
    const report = yearReport(
      sums({
        obligations: [
          obligations('IenW', { imposedCents: 24_000_000n, annualisedCents: 6_000_000n, openCents: 24_000_000n }),
          obligations('JenV', { imposedCents: 12_000_000n, annualisedCents: 4_000_000n, openCents: 12_000_000n }),
          obligations('BZK', { annualisedCents: 2_000_000n, openCents: 4_000_000n }),
        ],
        ledger: [
          ledger('IenW', {
            realisedCents: 6_707_206n,
            onOpenCents: 6_707_206n,
            centihours: 235_320n,
            formalCentihours: 132_600n,
            hiredInCentihours: 102_720n,
            registerCentihours: 66_300n,
          }),
          ledger('BZK', {
            realisedCents: 1_117_867n,
            onOpenCents: 17_867n,
            centihours: 39_220n,
            formalCentihours: 33_150n,
            hiredInCentihours: 6_070n,
            registerCentihours: 33_150n,
          }),
        ],
        surplusCents: 4_178_676n,
        surplusCentihours: 13_260n,
      }),
    );
    expect(report).toEqual({
      imposedCents: 36_000_000,
      annualisedCents: 12_000_000,
      realisedCents: 7_825_073,
      surplusCents: 4_178_676,
      outstandingCents: 40_000_000 - 6_707_206 - 17_867,
      referenceCents: 13_000_000_000,
      coverageBp: 28,
      jobs: '2.0704',
      jobsRegisterIndicated: '0.7500',
      jobsFormal: '1.2500',
      jobsHiredIn: '0.8204',
      surplusJobs: '0.1000',
      byPrincipal: {
        IenW: {
          imposedCents: 24_000_000,
          annualisedCents: 6_000_000,
          realisedCents: 6_707_206,
          outstandingCents: 17_292_794,
          jobs: '1.7747',
        },
        JenV: {
          imposedCents: 12_000_000,
          annualisedCents: 4_000_000,
          realisedCents: 0,
          outstandingCents: 12_000_000,
          jobs: '0.0000',
        },
        BZK: {
          imposedCents: 0,
          annualisedCents: 2_000_000,
          realisedCents: 1_117_867,
          outstandingCents: 3_982_133,
          jobs: '0.2958',
        },
      },
    });
  });

  it('rounds each figure by itself: jobs of principals need not add up to the total', () => {
    const report = yearReport(
      sums({
        obligations: [obligations('AZ'), obligations('BZ')],
        ledger: [ledger('AZ', { centihours: 6n }), ledger('BZ', { centihours: 6n })],
      }),
    );
    expect([report.byPrincipal.AZ?.jobs, report.byPrincipal.BZ?.jobs, report.jobs]).toEqual([
      '0.0000',
      '0.0000',
      '0.0001',
    ]);
  });

  it.each([
    ['nothing', 0n, 0],
    ['less than half a basis point', 649_999n, 0],
    ['half a basis point', 650_000n, 1],
    ['EUR 78 million', 7_800_000_000n, 6_000],
    ['the whole reference', POOL_REFERENCE_CENTS, 10_000],
    ['more than the reference, which is a minimum', 26_000_000_000n, 20_000],
  ])('covers of the reference: %s', (_, imposedCents, coverageBp) => {
    const report = yearReport(sums({ obligations: [obligations('IenW', { imposedCents })] }));
    expect(report.coverageBp).toBe(coverageBp);
  });

  it('refuses a sum that is not kept exactly', () => {
    const imposedCents = BigInt(Number.MAX_SAFE_INTEGER);
    const beyond = sums({
      obligations: [obligations('AZ', { imposedCents }), obligations('BZ', { imposedCents: 1n })],
    });
    expect(() => yearReport(beyond)).toThrow(RangeError);
  });
});
