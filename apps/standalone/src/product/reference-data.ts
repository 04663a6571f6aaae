import type { ThresholdRule } from '@sr/contracts';
import type { LabourMarketRegion, Principal, ProcurementCategory } from '@sr/identity';
import { EVERYTHING, type Actor } from '@sr/kernel';
import type { PublishedJobs } from '@sr/impact';
import { momentsOf } from '@sr/monitoring';
import ministryJobs from '../../../../config/reference/ministry-jobs-2021q4.json';
import categoriesFile from '../../../../config/reference/procurement-categories.json';
import momentsFile from '../../../../config/reference/reminder-moments.json';
import principalsFile from '../../../../config/reference/principals.json';
import regionsFile from '../../../../config/reference/labour-market-regions.json';
import rulesFile from '../../../../config/reference/threshold-rules.json';
import type { Product } from './product';

/** Who brings the reference data into a database. */
export const REFERENCE_DATA: Actor = { id: 'reference-data', name: 'Referentiegegevens', scope: EVERYTHING };

/** Brings all reference data of `config/reference` into the product. */
export async function loadReferenceData({ identity, obligations, moments }: Product): Promise<void> {
  await identity.loadReferenceData(REFERENCE_DATA, principals, regions, categories);
  await obligations.loadThresholdRules(REFERENCE_DATA, thresholdRules);
  await moments.load(REFERENCE_DATA, momentsOf(momentsFile));
}

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

/** The Rijk-wide procurement categories of `config/reference`. */
export const categories: readonly ProcurementCategory[] = categoriesFile.rows.map(({ from, to, ...row }) => ({
  ...row,
  existsFrom: from,
  existsTo: to,
}));

/** The Rijk's rules for when Social Return is asked for, of `config/reference`. */
const thresholdRules: readonly ThresholdRule[] = rulesFile.rows.map(({ compares, basis, purchases, ...row }) => ({
  ...row,
  compares: compares as ThresholdRule['compares'],
  basis: basis as ThresholdRule['basis'],
  purchases: purchases as ThresholdRule['purchases'],
}));

/** The codes by which a scenario names a principal. */
export const principalCodes: readonly string[] = principals.map((principal) => principal.code);

/** The published table of own jobs per ministry. */
export const publishedJobs: PublishedJobs = ministryJobs;
