import type { Product } from '../../apps/standalone/src/product/product';
import { afterEachStatement } from './statements';

/** A writer: a product with connections of its own, and what it does in one transaction. */
export type Writer = readonly [product: Product, work: () => Promise<unknown>];

/**
 * Runs the works at the same moment: each begins its transaction and then waits until all have, so none has read
 * anything before the last is ready. The products have to be different ones.
 */
export async function atTheSameMoment(...writers: readonly Writer[]): Promise<PromiseSettledResult<unknown>[]> {
  let open = (): void => undefined;
  const everyoneIsThere = new Promise<void>((resolve) => (open = resolve));
  let there = 0;
  const arrive = (): Promise<void> => {
    there += 1;
    if (there === writers.length) open();
    return everyoneIsThere;
  };
  const undo = writers.map(([product]) =>
    afterEachStatement(product, async ({ number }) => (number === 1 ? arrive() : undefined)),
  );
  try {
    const ended = await Promise.allSettled(writers.map(([, work]) => work()));
    if (there !== writers.length) throw new Error(`${writers.length} writers began ${there} transactions`);
    return ended;
  } finally {
    for (const each of undo) each();
  }
}
