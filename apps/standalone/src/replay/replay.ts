import { migrate } from '../../../../config/migrate';
import { createProductDatabase, type PostgresAccess } from '../postgres/embedded-postgres';
import { openProduct, type Product } from '../product/product';
import { loadReferenceData } from '../product/reference-data';
import { outcomeOf, type Outcome } from './outcome';
import { play } from './play';
import { readScenario, type Fault } from './scenario';

/**
 * Plays the scenario of a file's text on an empty product.
 * @returns what it yields, or every fault, in the order of the file.
 */
export async function replay(product: Product, file: string): Promise<{ outcome: Outcome } | { faults: Fault[] }> {
  const { scenario, faults } = readScenario(file);
  if (!scenario) return { faults };
  const { played, faults: refusals } = await play(product, scenario);
  if (faults.length + refusals.length > 0 || !scenario.report) return { faults: inOrder([...faults, ...refusals]) };
  return { outcome: await outcomeOf(product, played, scenario.report) };
}

/** An empty product in a database of its own on this server, with the reference data that every scenario needs. */
export async function emptyProduct(server: PostgresAccess, database: string): Promise<Product> {
  const { ownerUrl, appUrl } = await createProductDatabase(server, database);
  await migrate(ownerUrl, appUrl);
  const product = await openProduct(appUrl);
  await loadReferenceData(product);
  return product;
}

/** Faults at the top first, then those of the events by their place. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const place = ({ position }: Fault): number => Number(/^event (\d+)$/.exec(position)?.[1] ?? 0);
  return [...faults].sort((a, b) => place(a) - place(b));
}
