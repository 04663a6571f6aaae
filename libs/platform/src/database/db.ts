import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError } from '@sr/kernel';
import { DataSource, QueryRunnerAlreadyReleasedError, type EntityManager } from 'typeorm';

declare const inTransaction: unique symbol;

/** Something that can read: a transaction that only reads, or one that writes. */
export interface Reader {
  readonly manager: EntityManager;
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
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction (READ COMMITTED, PostgreSQL's own; rows are locked explicitly). All of it is kept,
   * or nothing.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(() => this.source.transaction((manager) => work(transactionOf(manager))));
  }

  /** Runs `work` on one snapshot that cannot write: all its queries see the same moment. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.run(async () => {
      const runner = this.source.createQueryRunner();
      try {
        // One statement opens it as it is meant to be; TypeORM's own way takes two or three.
        await runner.query('start transaction isolation level repeatable read, read only');
        const answer = await work(transactionOf(runner.manager));
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

function transactionOf(manager: EntityManager): Tx {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('a transaction has a query runner');
  const query = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    // Structured, since the bare answer has another shape for an update than for a select.
    const result = await runner.query(sql, [...parameters], true);
    return result.records as Row[];
  };
  return { manager, query } as Tx;
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
