import { AppError, EVERYTHING, type Scope, type Scoped } from '@sr/kernel';
import type { Reader } from './db';

/**
 * Does `work` with the product's scope, inside the transaction of somebody with a narrower one, and gives that scope
 * back after it.
 *
 * Some work reaches further than anybody who causes it may see: a lower amount at one ministry moves cents to the
 * obligations of others in the plan, and an event that saw half of a plan would split its cents wrongly. So whether
 * somebody may do it is asked first, in its own scope; then the work is done with everything in sight; and what is answered
 * is read last, in the own scope again. What `work` reads may be answered as a count, a sum or a refusal, never as it is.
 */
export async function withEverythingInSight<R extends Reader, T>(
  reader: R,
  work: (reader: R) => Promise<T>,
): Promise<T> {
  if (reader.scope.everything) return work(reader);
  if (reader.wholeInSight) return work({ ...reader, scope: EVERYTHING });
  await askAs(reader, EVERYTHING);
  try {
    const answer = await work({ ...reader, scope: EVERYTHING });
    await askAs(reader, reader.scope);
    return answer;
  } catch (error) {
    // Somebody may hear this refusal and go on, to hear all others. Any other error ends the transaction.
    if (error instanceof AppError) await askAs(reader, reader.scope).catch(() => undefined);
    throw error;
  }
}

/** Tells the database who asks from here on, until the transaction ends. */
async function askAs(reader: Reader, scope: Scope): Promise<void> {
  await reader.query(`select set_config('app.scope', $1, true)`, [JSON.stringify(scope)]);
}

/**
 * The same reader with a narrower scope in its queries. Row by row the database does not look at it once more: for the
 * product's own rounds over thousands of scopes, whose answers go to nobody as they are.
 */
export const narrowedTo = (product: Reader, { scope }: Scoped): Reader => ({ ...product, scope, wholeInSight: true });
