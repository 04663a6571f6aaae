import { exact } from '@sr/kernel';
import { breakdown, shownJobs, splitOf, type Figures, type PersonPart, type YearParts } from './breakdown';
import { TOO_FEW, type Shown } from './suppress';
import { POOL_REFERENCE_CENTS, coverageOf, type PrincipalYear, type YearReport } from './year-report';

/**
 * The report of a year over the obligations that somebody outside the verifying team sees: the same series, with small
 * figures of persons hidden. FORMAL and HIRED_IN are parts of one whole, and so are the register's YES and all others: when
 * one is hidden the other is not shown either. Money is never hidden.
 */
export function ownYear(parts: YearParts, surplusCents: bigint | null): YearReport {
  const { total, rows } = breakdown(parts, 'PRINCIPAL', false);
  const isTotalShown = total.jobs !== null && total.jobs !== TOO_FEW;
  const split = (ofKind: (part: PersonPart) => bigint): Shown<string>[] =>
    splitOf(parts.people, ofKind).map((part) => (isTotalShown || part === TOO_FEW ? shownJobs(part) : null));
  const [jobsFormal = null, jobsHiredIn = null] = split(({ formalCentihours }) => formalCentihours);
  const [jobsRegisterIndicated = null] = split(({ registerCentihours }) => registerCentihours);
  return {
    ...yearOf(total),
    surplusCents: surplusCents === null ? null : exact(surplusCents),
    referenceCents: exact(POOL_REFERENCE_CENTS),
    coverageBp: coverageOf(BigInt(total.imposedCents ?? 0)),
    jobsRegisterIndicated,
    jobsFormal,
    jobsHiredIn,
    surplusJobs: null,
    byPrincipal: Object.fromEntries(rows.map((row) => [row.key, yearOf(row)])),
  };
}

const yearOf = (figures: Figures): PrincipalYear => ({
  imposedCents: figures.imposedCents ?? 0,
  annualisedCents: figures.annualisedCents ?? 0,
  realisedCents: figures.realisedCents ?? 0,
  outstandingCents: figures.outstandingCents ?? 0,
  jobs: figures.jobs,
});
