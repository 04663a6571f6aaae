import type { LocalDate } from '@sr/kernel';
import type { BreakdownPage, NamedRow } from '../breakdowns.service';
import type { Dimension, Figures } from '../domain/breakdown';
import type { JobsShown, YearReport } from '../domain/year-report';
import { DEFINITIONS } from './definitions';
import type { BreakdownFigures, BreakdownPageAnswer, BreakdownRow, ImpactReportAnswer } from './impact-reports.dto';

/** A year report as an answer. */
export function toReport(
  { byPrincipal, ...figures }: YearReport,
  formFreeJobs: JobsShown,
  of: { readonly year: number; readonly knownOn: LocalDate | null; readonly wholePool: boolean },
): ImpactReportAnswer {
  return {
    year: of.year,
    knownOn: of.knownOn,
    reach: of.wholePool ? 'WHOLE_POOL' : 'IN_SIGHT',
    ...figures,
    formFreeJobs,
    byPrincipal: Object.entries(byPrincipal)
      .map(([principalCode, year]) => ({ principalCode, ...year }))
      .sort((a, b) => (a.principalCode < b.principalCode ? -1 : 1)),
    definitions: DEFINITIONS,
  };
}

/** A page of a breakdown as an answer. */
export function toBreakdownPage({ total, items, next }: BreakdownPage, by: Dimension): BreakdownPageAnswer {
  return { by, total: toFigures(total), items: items.map(toRow), next };
}

const toRow = ({ key, name, contractId, supplierGroupId, ...figures }: NamedRow): BreakdownRow => ({
  key,
  name,
  contractId,
  supplierGroupId,
  ...toFigures(figures),
});

const toFigures = (figures: Figures): BreakdownFigures => ({
  imposedCents: figures.imposedCents,
  annualisedCents: figures.annualisedCents,
  realisedCents: figures.realisedCents,
  outstandingCents: figures.outstandingCents,
  personsShown: figures.persons === null ? null : String(figures.persons),
  jobs: figures.jobs,
});
