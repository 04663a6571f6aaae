import { divRound, exact, type BasisPoints, type Cents } from '@sr/kernel';
import { jobs } from './jobs';

/**
 * The Rijk imposes at least EUR 130 million of Social Return a year. A floor, not a target.
 * Source: Kamerstuk 34 352 nr. 258 (7 October 2022), section 4.2.
 */
export const POOL_REFERENCE_CENTS = 13_000_000_000n;

/** Sums over the obligations of a principal, as the contracts library gives them. */
export interface ObligationSums {
  readonly principalCode: string;
  readonly imposedCents: bigint;
  readonly annualisedCents: bigint;
  /** Amounts of the obligations awarded by the end of the year and not settled by then. */
  readonly openCents: bigint;
}

/** Sums over the ledger of a principal, as the allocation library gives them. */
export interface LedgerSums {
  readonly principalCode: string;
  readonly realisedCents: bigint;
  readonly centihours: bigint;
  readonly formalCentihours: bigint;
  readonly hiredInCentihours: bigint;
  readonly registerCentihours: bigint;
  /** What is on the obligations of `openCents`, of claims that end by the end of the year. */
  readonly onOpenCents: bigint;
}

/** All that a year's report is made of. */
export interface YearSums {
  readonly obligations: readonly ObligationSums[];
  readonly ledger: readonly LedgerSums[];
  readonly surplusCents: bigint;
  readonly surplusCentihours: bigint;
}

/**
 * Jobs as they are shown: four decimals; "< 5" where they rest on 1 to 4 persons and the reader may not know of them; null
 * where they would betray such a figure, or are not the reader's.
 */
export type JobsShown = string | null;

/** A year of one principal. Jobs are an accounting share; nobody is split over ministries. */
export interface PrincipalYear {
  readonly imposedCents: Cents;
  readonly annualisedCents: Cents;
  readonly realisedCents: Cents;
  readonly outstandingCents: Cents;
  readonly jobs: JobsShown;
}

/** A year of the whole pool, or of the part of it that the reader sees. Imposed and outstanding are two definitions of the EUR 130 million; neither is spending. */
export interface YearReport extends PrincipalYear {
  /** Null for a reader who sees obligations and not the plans that have the surplus. */
  readonly surplusCents: Cents | null;
  readonly referenceCents: Cents;
  /** Imposed over the reference: how complete the register is, not how well it goes. */
  readonly coverageBp: BasisPoints;
  readonly jobsRegisterIndicated: JobsShown;
  readonly jobsFormal: JobsShown;
  readonly jobsHiredIn: JobsShown;
  readonly surplusJobs: JobsShown;
  readonly byPrincipal: Readonly<Record<string, PrincipalYear>>;
}

const MONTHS = 12;

/** The report of a year, of sums per principal. Every figure is rounded by itself; totals are not sums of rounded rows. */
export function yearReport(sums: YearSums): YearReport {
  const ledgerOf = new Map(sums.ledger.map((row) => [row.principalCode, row]));
  const total = (figures: readonly bigint[]): bigint => figures.reduce((all, figure) => all + figure, 0n);
  const onLedger = (figure: Exclude<keyof LedgerSums, 'principalCode'>): bigint =>
    total(sums.ledger.map((row) => row[figure]));
  const onObligations = (figure: Exclude<keyof ObligationSums, 'principalCode'>): bigint =>
    total(sums.obligations.map((row) => row[figure]));

  const imposed = onObligations('imposedCents');
  return {
    imposedCents: exact(imposed),
    annualisedCents: exact(onObligations('annualisedCents')),
    realisedCents: exact(onLedger('realisedCents')),
    surplusCents: exact(sums.surplusCents),
    outstandingCents: exact(onObligations('openCents') - onLedger('onOpenCents')),
    referenceCents: exact(POOL_REFERENCE_CENTS),
    coverageBp: coverageOf(imposed),
    jobs: jobs(onLedger('centihours'), MONTHS),
    jobsRegisterIndicated: jobs(onLedger('registerCentihours'), MONTHS),
    jobsFormal: jobs(onLedger('formalCentihours'), MONTHS),
    jobsHiredIn: jobs(onLedger('hiredInCentihours'), MONTHS),
    surplusJobs: jobs(sums.surplusCentihours, MONTHS),
    byPrincipal: Object.fromEntries(
      sums.obligations.map((row) => [row.principalCode, principalYear(row, ledgerOf.get(row.principalCode))]),
    ),
  };
}

/** What part of the reference an imposed amount is. */
export const coverageOf = (imposedCents: bigint): BasisPoints =>
  exact(divRound(imposedCents * 10_000n, POOL_REFERENCE_CENTS));

function principalYear(obligations: ObligationSums, ledger: LedgerSums | undefined): PrincipalYear {
  return {
    imposedCents: exact(obligations.imposedCents),
    annualisedCents: exact(obligations.annualisedCents),
    realisedCents: exact(ledger?.realisedCents ?? 0n),
    outstandingCents: exact(obligations.openCents - (ledger?.onOpenCents ?? 0n)),
    jobs: jobs(ledger?.centihours ?? 0n, MONTHS),
  };
}
