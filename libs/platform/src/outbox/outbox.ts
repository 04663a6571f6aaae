import type { Tx } from '../database/db';

/** Something that happened, past tense, `library.happened`. The payload holds ids only, never data of people. */
export interface OutboxEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, string | readonly string[]>>;
}

/** Writes an event beside the change that it tells of, in the same transaction: both are kept, or neither. */
export async function appendEvent(tx: Tx, recordedAt: Date, event: OutboxEvent): Promise<void> {
  await tx.query('insert into platform.outbox (type, payload, recorded_at) values ($1, $2, $3)', [
    event.type,
    JSON.stringify(event.payload),
    recordedAt,
  ]);
}
