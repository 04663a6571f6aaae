import type { Client } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Product } from '../../apps/standalone/src/product/product';

/** A statement that a product has just run. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Its place in its transaction; the statement that opens the transaction is 1. */
  readonly number: number;
  /** The connection that it ran on, which the transaction keeps until it ends. */
  readonly connection: Client;
}

/**
 * Comes between the statements of a product: after each of them `after` runs, and the product only goes on when it is
 * done. Nothing else of the product is replaced.
 * @returns what takes it away again
 */
export function afterEachStatement(
  product: Pick<Product, 'db'>,
  after: (statement: Statement) => Promise<void>,
): () => void {
  const source = Reflect.get(product.db, 'source') as DataSource;
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (...mode): QueryRunner => {
    const runner = create(...mode);
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    let number = 0;
    const watched = async (...args: unknown[]): Promise<unknown> => {
      const connection = (await runner.connect()) as Client;
      const result = await query(...args);
      number += 1;
      const [sql, parameters] = args as [string, unknown[]?];
      await after({ sql, parameters: parameters ?? [], number, connection });
      return result;
    };
    runner.query = watched as QueryRunner['query'];
    return runner;
  };
  return () => Reflect.deleteProperty(source, 'createQueryRunner');
}
