import type { YearReport } from './year-report';

/** Jobs for the banenafspraak in a ministry's own organisation, as published: whole numbers that were rounded before. */
export interface OwnJobs {
  readonly formal: number;
  readonly hiredIn: number;
  readonly total: number;
  readonly target: number;
  readonly percent: number;
}

/** A published table of own jobs per ministry. Its total is a figure of its own: the rounded rows do not add up to it. */
export interface PublishedJobs {
  readonly source: string;
  readonly measuredOn: string;
  readonly footnote: string;
  readonly rows: readonly (OwnJobs & { readonly principal: string })[];
  readonly publishedTotal: OwnJobs;
}

/** A principal's Social Return jobs and its own jobs, side by side. They are never added: Social Return counts elsewhere. */
export interface JobsSideBySide {
  /** The principal's code, or null for the total row. */
  readonly principal: string | null;
  /** Null when the principal has no obligation in the report. */
  readonly socialReturnJobs: string | null;
  /** Null when the published table has no row for it. */
  readonly ownJobs: OwnJobs | null;
}

/** Social Return jobs of a report beside the published own jobs: a row for each principal of either, and the totals. */
export function besideOwnJobs(report: YearReport, published: PublishedJobs): JobsSideBySide[] {
  const own = new Map(published.rows.map(({ principal, ...figures }) => [principal, figures]));
  const principals = [...new Set([...own.keys(), ...Object.keys(report.byPrincipal)])];
  return [
    ...principals.map((principal) => ({
      principal,
      socialReturnJobs: report.byPrincipal[principal]?.jobs ?? null,
      ownJobs: own.get(principal) ?? null,
    })),
    { principal: null, socialReturnJobs: report.jobs, ownJobs: published.publishedTotal },
  ];
}
