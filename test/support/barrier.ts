import type { Product } from '../../apps/standalone/src/product/product';
import { afterEachStatement } from './statements';

/** Somebody who writes at the same moment as somebody else. */
export interface Writer {
  /** A product of its own: no two writers have the same. */
  readonly product: Product;
  /** One transaction. */
  readonly work: (product: Product) => Promise<unknown>;
  /** After which of its statements it waits for the others; the one that opens the transaction is 1. */
  readonly waitsAfter: number;
}

/**
 * Runs the works at the same moment: each waits inside its transaction, and all go on at once when the last is there.
 * Who waits before its first question has read nothing yet; one that waits later has, and holds what it holds.
 */
export async function atTheSameMoment(writers: readonly Writer[]): Promise<PromiseSettledResult<unknown>[]> {
  let open = (): void => undefined;
  const everyoneIsThere = new Promise<void>((resolve) => (open = resolve));
  const awaited = new Set(writers);
  const arrive = (writer: Writer): Promise<void> => {
    awaited.delete(writer);
    if (awaited.size === 0) open();
    return everyoneIsThere;
  };
  const run = async (writer: Writer): Promise<unknown> => {
    const undo = afterEachStatement(writer.product, async ({ number }) =>
      number === writer.waitsAfter ? arrive(writer) : undefined,
    );
    try {
      return await writer.work(writer.product);
    } finally {
      // One that was done before it came to its place keeps nobody waiting.
      void arrive(writer);
      undo();
    }
  };
  return Promise.allSettled(writers.map(run));
}
