import type { LabourMarketRegion, Principal } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import type { PublishedJobs } from '@sr/impact';
import ministryJobs from '../../../../config/reference/ministry-jobs-2021q4.json';
import principalsFile from '../../../../config/reference/principals.json';
import regionsFile from '../../../../config/reference/labour-market-regions.json';

/** Who brings the reference data into a database. */
export const REFERENCE_DATA: Actor = { id: 'reference-data', name: 'Referentiegegevens' };

/** The principals of `config/reference`, as the identity library keeps them. */
export const principals: readonly Principal[] = principalsFile.rows.map(({ from, to, kind, ...row }) => ({
  ...row,
  kind: kind as Principal['kind'],
  existsFrom: from,
  existsTo: to,
}));

/** The labour market regions of `config/reference`. */
export const regions: readonly LabourMarketRegion[] = regionsFile.rows.map(
  ({ code, name, from, to, successors, source }) => ({
    code,
    name,
    existsFrom: from,
    existsTo: to,
    successors,
    source,
  }),
);

/** The codes by which a scenario names a principal. */
export const principalCodes: readonly string[] = principals.map((principal) => principal.code);

/** The published table of own jobs per ministry. */
export const publishedJobs: PublishedJobs = ministryJobs;
