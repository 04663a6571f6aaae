import { THE_PRODUCT } from '@sr/kernel';
import type { JobsSideBySide, YearReport } from '@sr/impact';
import { SystemClock } from '@sr/platform';
import type { OpenDatabase } from '../database/open-database';
import { createProductDatabase } from '../postgres/embedded-postgres';
import { withProduct, type Product } from '../product/product';
import { publishedJobs } from '../product/reference-data';
import { columns, euros, jobs, percentage } from '../terminal/format';
import { DEMO_FOLDER, readManifest, type Manifest } from './manifest';
import { contractNumbers } from './portfolio';
import { REAL_CONTRACTS } from './prepare-demo';

/** What the example yields, as text for the terminal: the pool per year, each ministry, and the published contracts. */
export async function showPortfolio(database: OpenDatabase): Promise<string> {
  const manifest = readManifest(DEMO_FOLDER);
  const { reports, sideBySide } = await withProduct(database.applicationUrl, (product) => figuresOf(product, manifest));
  return [
    `\n${manifest.title}, in euro. Bekend op ${manifest.knownOn ?? new SystemClock().today()}.\n`,
    poolTable(reports),
    '\n  Opgelegd: het hele bedrag, in het jaar van gunning. Naar looptijd: verdeeld over de dagen van de overeenkomst.',
    '  Een baan is 25,5 betaalde uren per week. De bedragen zijn inspanningswaarden: niemand betaalt ze.\n',
    principalTable(reports, sideBySide),
    '\n  Eigen banen: banenafspraak bij de organisatie zelf, eind 2021, zoals gepubliceerd. Tel ze niet op bij de andere banen.',
    ...(await realContracts(database, manifest)),
    '',
  ].join('\n');
}

async function figuresOf(product: Product, manifest: Manifest) {
  product.clock.set(new SystemClock().today());
  const reports = new Map<number, YearReport>();
  for (const year of manifest.years) reports.set(year, await product.impact.year(THE_PRODUCT, year, manifest.knownOn));
  const last = [...reports.values()].at(-1);
  return { reports, sideBySide: last ? product.impact.besideOwnJobs(last, publishedJobs) : [] };
}

/** The pool, a row a year: how much of the EUR 130 million is in the register, and what came of it. */
function poolTable(reports: ReadonlyMap<number, YearReport>): string {
  const head = [
    'Jaar',
    'Opgelegd',
    'van 130 mln',
    'Naar looptijd',
    'Gerealiseerd',
    'Overrealisatie',
    'Uitstaand 31/12',
    'Banen',
  ];
  const rows = [...reports].map(([year, report]) => [
    String(year),
    euros(report.imposedCents),
    percentage(report.coverageBp),
    euros(report.annualisedCents),
    euros(report.realisedCents),
    euros(report.surplusCents ?? 0),
    euros(report.outstandingCents),
    jobs(report.jobs ?? '0.0000'),
  ]);
  return columns([head, ...rows]);
}

/**
 * Each principal: what was realised of its contracts per year, and of the last year what is outstanding and the jobs,
 * beside the jobs of its own organisation as they were published. The last row has the totals of the report and of the
 * publication: no sums of rounded rows.
 */
function principalTable(reports: ReadonlyMap<number, YearReport>, jobsOfLast: readonly JobsSideBySide[]): string {
  const years = [...reports.keys()];
  const last = [...reports.values()].at(-1);
  const of = (report: YearReport | undefined, code: string | null) =>
    code === null ? report : report?.byPrincipal[code];
  const head = [
    'Opdrachtgever',
    ...years.map((year) => `Gerealiseerd ${year}`),
    'Uitstaand',
    `Banen ${years.at(-1) ?? ''}`,
    'Eigen banen',
  ];
  const rows = jobsOfLast.map(({ principal, socialReturnJobs, ownJobs }) => [
    principal ?? 'Totaal',
    ...[...reports.values()].map((report) => euros(of(report, principal)?.realisedCents ?? 0)),
    euros(of(last, principal)?.outstandingCents ?? 0),
    jobs(socialReturnJobs ?? '0.0000'),
    ownJobs ? String(ownJobs.total) : '-',
  ]);
  return columns([head, ...rows]);
}

/** The published contracts: their obligation, what is filled in and what is left. */
async function realContracts(database: OpenDatabase, { realContracts: real }: Manifest): Promise<string[]> {
  const { server } = database;
  if (!server) return [];
  const { appUrl } = await createProductDatabase(server, REAL_CONTRACTS);
  const rows = await withProduct(appUrl, (product) =>
    product.db.read(THE_PRODUCT, async (reader) => {
      const lines: string[][] = [];
      for (const { name, publication, scenario } of real.scenarios) {
        for (const number of contractNumbers(DEMO_FOLDER, scenario)) {
          const id = await product.contracts.obligationIdOf(reader, number, 'contract');
          const [obligation] = await product.contracts.obligations(reader, [id]);
          const allocated = (await product.allocation.balances(reader, [id])).get(id)?.allocatedCents ?? 0;
          const amount = obligation?.amountCents ?? 0;
          lines.push([`${publication} ${name}`, euros(amount), euros(allocated), euros(amount - allocated)]);
        }
      }
      return lines;
    }),
  );
  return [`\n${real.note}\n`, columns([['Aankondiging', 'Verplichting', 'Ingevuld', 'Over'], ...rows])];
}
