import { AppError, EVERYTHING } from '@sr/kernel';
import type { Reader } from '@sr/platform';

/**
 * Does `work` with the product's scope, inside the transaction of somebody with a narrower one, and gives that scope
 * back after it.
 *
 * An event of the ledger reaches further than anybody who causes it may see: a lower amount at one ministry moves cents to
 * the obligations of others in the plan, and an event that saw half of a plan would split its cents wrongly. So whether
 * somebody may do it is asked first, in its own scope; then the ledger does its work with everything in sight; and what is
 * answered is read last, in the own scope again. What `work` reads is only answered as a sum, or where it was seen to be
 * in sight.
 */
export async function withLedgerScope<R extends Reader, T>(reader: R, work: (reader: R) => Promise<T>): Promise<T> {
  const before = await askAs(reader, JSON.stringify(EVERYTHING));
  try {
    const answer = await work({ ...reader, scope: EVERYTHING });
    await askAs(reader, before);
    return answer;
  } catch (error) {
    // Somebody may hear this refusal and go on, to hear all others. Any other error ends the transaction.
    if (error instanceof AppError) await askAs(reader, before).catch(() => undefined);
    throw error;
  }
}

/** Tells the database who asks from here on, until the transaction ends; answers who did before. */
async function askAs(reader: Reader, scope: string): Promise<string> {
  const [row] = await reader.query<{ before: string }>(
    `select current_setting('app.scope') as before, set_config('app.scope', $1, true)`,
    [scope],
  );
  return row?.before ?? '';
}
