import type { Tx } from '../database/db';

/** Something that happened, past tense, `library.happened`. The payload holds ids only, never data of people. */
export interface OutboxEvent<Type extends string = string> {
  readonly type: Type;
  readonly payload: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Writes an event beside the change that it tells of, in the same transaction: both are kept, or neither. The types are
 * those of one library, named at each call (`appendEvent<PlansEvent>(…)`), so that no event is outside its list.
 */
export async function appendEvent<Type extends string = never>(
  tx: Tx,
  recordedAt: Date,
  event: OutboxEvent<NoInfer<Type>>,
): Promise<void> {
  await tx.query('insert into platform.outbox (type, payload, recorded_at) values ($1, $2, $3)', [
    event.type,
    JSON.stringify(event.payload),
    recordedAt,
  ]);
}

/** Writes many events of one type at once, as `appendEvent` writes one. */
export async function appendEvents<Type extends string = never>(
  tx: Tx,
  recordedAt: Date,
  type: NoInfer<Type>,
  payloads: readonly OutboxEvent['payload'][],
): Promise<void> {
  await tx.query(
    `insert into platform.outbox (type, payload, recorded_at) select $1, p, $3 from unnest($2::jsonb[]) with ordinality u (p, place)
     order by place`,
    [type, payloads.map((payload) => JSON.stringify(payload)), recordedAt],
  );
}

/**
 * Tells nobody what waits in the outbox: after a history was played, which is to be read and not to be acted on.
 */
export async function passOverEvents(tx: Tx, now: Date): Promise<void> {
  await tx.query('update platform.outbox set relayed_at = $1 where relayed_at is null', [now]);
}
