import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { connectToHold, ifFree, whileHolding } from '../database/advisory-lock';
import type { JobPayload } from '../jobs/job';
import type { JobQueues, NewJob } from '../jobs/job-queues';
import type { JobRegistry } from '../jobs/job-registry';
import { reasonOf } from '../jobs/plain-text';

/** Events read at a time. */
const BATCH = 500;
/** How often is looked for new events. A look costs one statement on an index that is empty when all is done. */
const LOOK_MS = 500;
/** How often is looked for events that were relayed so long ago, 30 days, that they can go. */
const CLEAN_MS = 3_600_000;

/** Whoever holds it relays; the others wait for their turn. Any number, the same everywhere. */
const RELAY_LOCK = 17_672_257;

interface WaitingEvent {
  /** A bigint, as text. */
  readonly id: string;
  readonly type: string;
  readonly payload: JobPayload;
  /** Milliseconds, as text. A database that is put back from a backup gives ids again, and never the moments that went with them. */
  readonly at: string;
}

/**
 * Brings events of the outbox to the jobs that listen to them. One process at a time does so, under a lock of PostgreSQL;
 * another takes over when it dies. An event is marked after its jobs were added: whoever dies in between leaves it to be
 * relayed again, and the ids of the jobs, made from that of the event, let the store drop those that it has. So at least
 * once; handlers can be run again. Every event is marked by itself, so one that is committed after a later one is not lost.
 * Events of a type that this process does not know stay, for a newer process.
 */
export class Relay implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Relay');
  private stopping: AbortController | undefined;
  private rounds: Promise<void> = Promise.resolve();
  private cleanedAt = 0;
  private lastError = '';

  constructor(
    private readonly databaseUrl: string,
    private readonly registry: JobRegistry,
    private readonly queues: JobQueues,
  ) {}

  /** Begins to look for events, until `stop`. A database or a store that is away is waited for. */
  start(): void {
    if (this.stopping) return;
    this.stopping = new AbortController();
    this.rounds = this.relayUntil(this.stopping.signal);
  }

  /** Ends the round that is under way, and stops. */
  async stop(): Promise<void> {
    this.stopping?.abort();
    this.stopping = undefined;
    await this.rounds;
  }

  /** Relays all that waits now, started or not. @returns how many events that were */
  drain(): Promise<number> {
    return whileHolding(this.databaseUrl, RELAY_LOCK, (client) => this.relayAll(client));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async relayUntil(signal: AbortSignal): Promise<void> {
    let client: Client | undefined;
    while (!signal.aborted) {
      try {
        const own = (client ??= await connectToHold(this.databaseUrl));
        await ifFree(own, RELAY_LOCK, () => this.relayAll(own, signal));
        this.lastError = '';
      } catch (error) {
        this.say(error);
        // With a connection in an unknown state the lock could stay held; its end lets go of it.
        await client?.end().catch(() => undefined);
        client = undefined;
      }
      await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
    await client?.end().catch(() => undefined);
  }

  private async relayAll(client: Client, signal?: AbortSignal): Promise<number> {
    const listeners = this.registry.events();
    let count = 0;
    for (;;) {
      const { rows } = await client.query<WaitingEvent>(
        `select id, type, payload, (extract(epoch from recorded_at) * 1000)::bigint as at from platform.outbox
         where relayed_at is null and type = any($1) order by id limit ${BATCH}`,
        [[...listeners.keys()]],
      );
      for (const [name, jobs] of jobsOf(rows, listeners)) await this.queues.addMany(name, jobs);
      if (rows.length > 0) {
        const ids = rows.map(({ id }) => id);
        await client.query('update platform.outbox set relayed_at = now() where id = any($1::bigint[])', [ids]);
      }
      count += rows.length;
      if (rows.length < BATCH || signal?.aborted) break;
    }
    await this.clean(client);
    return count;
  }

  private async clean(client: Client): Promise<void> {
    if (Date.now() - this.cleanedAt < CLEAN_MS) return;
    this.cleanedAt = Date.now();
    await client.query('select platform.forget_relayed_events()');
  }

  /** What stays wrong is said once. */
  private say(error: unknown): void {
    const reason = reasonOf(error);
    if (reason !== this.lastError) this.logger.warn(`events wait in the outbox: ${reason}`);
    this.lastError = reason;
  }
}

function jobsOf(
  events: readonly WaitingEvent[],
  listeners: ReadonlyMap<string, readonly string[]>,
): Map<string, NewJob[]> {
  const jobs = new Map<string, NewJob[]>();
  for (const { id, at, type, payload } of events) {
    for (const name of listeners.get(type) ?? []) {
      const others = jobs.get(name) ?? [];
      others.push({ id: `evt-${id}-${at}-${name}`, payload });
      jobs.set(name, others);
    }
  }
  return jobs;
}
