import type { Product } from '../../apps/standalone/src/product/product';
import { sql } from './database';
import { afterEachStatement } from './statements';

/** Counts the statements of one transaction of the product, the ones that open and end it included. */
export async function countStatements(product: Product, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const undo = afterEachStatement(product, async ({ number }) => {
    count = number;
  });
  try {
    await work();
  } finally {
    undo();
  }
  return count;
}

/**
 * Does the work while the server's process behind it is killed right after its `k`-th statement, from another
 * connection, as a crash or a failover does. The work goes on when its connection has heard that it is dead.
 */
export async function killedAfter(
  product: Product,
  adminUrl: string,
  k: number,
  work: () => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>> {
  let killed = false;
  const undo = afterEachStatement(product, async ({ number, connection }) => {
    if (number !== k || killed) return;
    killed = true;
    const heard = new Promise<void>((resolve) => connection.once('end', resolve));
    await terminate(adminUrl, Number(Reflect.get(connection, 'processID')));
    await heard;
  });
  try {
    const [result] = await Promise.allSettled([work()]);
    if (!killed) throw new Error(`there is no statement ${k}`);
    return result;
  } finally {
    undo();
  }
}

/** Has one server process ended; who is connected to it hears so when its transaction is rolled back. */
export async function terminate(adminUrl: string, processId: number): Promise<void> {
  const [row] = await sql<{ told: boolean }>(adminUrl, 'select pg_terminate_backend($1) as told', [processId]);
  if (row?.told !== true) throw new Error(`there is no process ${processId}`);
}
