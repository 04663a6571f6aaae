import type { Client } from 'pg';
import type { EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct, type Product } from '../../apps/standalone/src/product/product';
import { connect, loadPortfolio, spotCheck, type LoadedPortfolio } from './load';
import { AFTER_ALL, type PortfolioSize } from './portfolio';
import { print, say } from './terminal';

export const SIZES = {
  once: { suppliers: 10, claims: 10, divisor: 1 },
  claims: { suppliers: 10, claims: 100, divisor: 10 },
  tenfold: { suppliers: 100, claims: 10, divisor: 1 },
  hundredfold: { suppliers: 1000, claims: 10, divisor: 1 },
} satisfies Record<string, PortfolioSize>;
export type SizeName = keyof typeof SIZES;

export const TITLES: Record<SizeName, string> = {
  once: '1x',
  claims: '1x with 10x the claims',
  tenfold: '10x',
  hundredfold: '100x',
};

/** A figure of ours that is not the figure of the reference: then no time of it means anything. */
export class Unequal extends Error {}

export function assertNone(where: string, differences: readonly string[]): void {
  if (differences.length === 0) return;
  throw new Unequal([`The figures are not equal (${where}):`, ...differences].join('\n  '));
}

/** A loaded portfolio, open for the product and for SQL by hand. */
export interface Contestant {
  readonly name: SizeName;
  readonly loaded: LoadedPortfolio;
  readonly product: Product;
  readonly client: Client;
}

/** Loads the portfolio of a size and checks it: its sums always, the whole ledger where that is quick. */
export async function loadContestant(server: EmbeddedPostgres, name: SizeName): Promise<Contestant> {
  const title = TITLES[name];
  const loaded = await loadPortfolio(server, name, SIZES[name], (what) => say(`loading ${title}: ${what}`));
  const { contracts, totals, seconds, bytes } = loaded;
  say('');
  print(
    `${title}: ${contracts} contracts, ${totals.claims} claims, ${totals.entries} entries; ` +
      `loaded in ${seconds.toFixed(0)} s, ${megabytes(bytes)} MB`,
  );
  say(`checking ${title}`);
  assertNone(`${title}, database and generator`, await spotCheck(server.adminUrl(name), totals));
  const product = await openProduct(loaded.applicationUrl);
  product.clock.set(AFTER_ALL);
  if (name === 'once') {
    const breaches = await product.allocation.verifyLedger();
    const lines = breaches.map(({ invariant, detail }) => `${invariant}: ${detail}`);
    assertNone('ledger', lines);
  }
  return { name, loaded, product, client: await connect(loaded.applicationUrl) };
}

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
