import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, type Actor, type RepeatableRequest, type Scope, type Scoped, type Violation } from '@sr/kernel';
import { escapeLiteral } from 'pg';
import { DataSource, QueryRunnerAlreadyReleasedError, type EntityManager } from 'typeorm';

declare const inTransaction: unique symbol;

/** Something that can read: a transaction that only reads, or one that writes. */
export interface Reader {
  readonly manager: EntityManager;
  /** Whose rows may be seen: every query repeats it in its WHERE clause; the database repeats it by itself. */
  readonly scope: Scope;
  /** The database shows everything: the product reads for somebody, and only the queries keep to the scope. */
  readonly wholeInSight?: true;
  /** Nothing may be left out of what is read: what is bounded refuses where its bound is reached (`inOneLook`). */
  readonly inFull?: true;
  /** Runs one statement of our own and returns its rows. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction that may write. A plain Reader does not type-check where a Tx is asked for. */
export interface Tx extends Reader {
  readonly [inTransaction]: true;
}

/** Class 08 is a broken connection, 57P01 to 57P03 a server that stops or starts, 53 one that has no room for more users. */
const GONE = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** A deadlock, a lock that took too long to get, a statement that took too long. */
const BUSY = /^(40P01|55P03|57014)$/;
const DISK_FULL = '53100';

/**
 * The one way to the database. Every unit of work is one transaction that is passed down as a parameter; nobody looks
 * it up, and they do not nest. Nothing outside PostgreSQL happens inside it.
 */
@Injectable()
export class Db implements OnApplicationShutdown {
  /** Requests whose first write was done: a request may write more than once, and claims its key the first time. */
  private readonly carriedOut = new WeakSet<RepeatableRequest>();

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` for `actor` in one transaction (READ COMMITTED, PostgreSQL's own; rows are locked explicitly). All of
   * it is kept, or nothing. A request with a key is carried out once: the second refuses `request.carried_out_already`.
   */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(() =>
      this.source.transaction(async (manager) => {
        const tx = transactionOf(manager, actor.scope);
        await tx.query(`select set_config('app.scope', $1, true)`, [JSON.stringify(actor.scope)]);
        const { request } = actor;
        if (request && !this.carriedOut.has(request)) await claimRequest(tx, actor.id, request);
        const answer = await work(tx);
        if (request) this.carriedOut.add(request);
        return answer;
      }),
    );
  }

  /**
   * One statement by itself, for nobody: it sees no row that has a scope. For what comes before anybody's scope is known.
   */
  ask<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.run(() => this.source.query<Row[]>(sql, [...parameters]));
  }

  /** Does `work` as `write` would, answers what it answers, and keeps nothing of it: to see what would happen. */
  async rehearse<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { request: _never, ...rehearsing } = actor;
    let answer: { value: T } | undefined;
    try {
      await this.write(rehearsing, async (tx) => {
        answer = { value: await work(tx) };
        throw new Rehearsed();
      });
    } catch (error) {
      if (!(error instanceof Rehearsed) || !answer) throw error;
    }
    if (!answer) throw new Error('a rehearsal ends by being taken back');
    return answer.value;
  }

  /** Runs `work` for whoever `who` is on one snapshot that cannot write: all its queries see the same moment. */
  read<T>(who: Scoped, work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.run(async () => {
      const runner = this.source.createQueryRunner();
      try {
        // One trip opens it as it is meant to be and tells who asks; TypeORM's own way takes two or three.
        await runner.query(
          `start transaction isolation level repeatable read, read only;
           select set_config('app.scope', ${escapeLiteral(JSON.stringify(who.scope))}, true)`,
        );
        const answer = await work(transactionOf(runner.manager, who.scope));
        await runner.query('commit');
        return answer;
      } catch (error) {
        await runner.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        await runner.release();
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }
}

/** Thrown to take a rehearsal back. */
class Rehearsed extends Error {}

/** Marks a request as carried out, in the transaction that carries it out. Who repeats one does so within days. */
async function claimRequest(tx: Tx, actorId: string, request: RepeatableRequest): Promise<void> {
  await tx.query(`delete from platform.request where recorded_at < now() - interval '7 days'`);
  const rows = await tx.query(
    `insert into platform.request (actor_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning key`,
    [actorId, request.key, request.fingerprint],
  );
  if (rows.length === 0) throw new AppError('refused', [requestCarriedOutAlready(request.key)]);
}

/** The work of this request was done; doing it again would do it twice. */
export const requestCarriedOutAlready = (key: string): Violation => ({
  code: 'request.carried_out_already',
  field: 'Idempotency-Key',
  params: { key },
  message: 'A request with this key was carried out already. Read the result, or use a new key for new work.',
});

function transactionOf(manager: EntityManager, scope: Scope): Tx {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('a transaction has a query runner');
  const query = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    // Structured, since the bare answer has another shape for an update than for a select.
    const result = await runner.query(sql, [...parameters], true);
    return result.records as Row[];
  };
  return { manager, scope, query } as Tx;
}

/** What a person hears when the database could not do the work through no fault of theirs; null for anything else. */
function refusalOf(error: unknown): AppError | null {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const known = driverError?.code ?? code;
  if (known === DISK_FULL) {
    return unavailable('full', 'The disk of the database is full; nothing was written. Make room, and try again.');
  }
  if (typeof known === 'string' && BUSY.test(known)) {
    return unavailable('busy', 'Somebody else is at work on the same; nothing was written. Try again.');
  }
  // A connection that breaks between two statements is let go of at once; the next statement hears only that.
  const isGone =
    typeof known === 'string'
      ? GONE.test(known)
      : error instanceof QueryRunnerAlreadyReleasedError ||
        (error instanceof Error && /Connection terminated|Client was closed|connect ECONN/.test(error.message));
  // It may have gone while the end of the work was under way; then only the database knows.
  const message = 'The database cannot be reached. See whether your change was kept before you try again.';
  return isGone ? unavailable('unavailable', message) : null;
}

function unavailable(code: string, message: string): AppError {
  return new AppError('unavailable', [{ code: `database.${code}`, message }]);
}
