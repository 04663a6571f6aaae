import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { median } from '../measure';
import type { BenchRequest, FromProcess, Recording, Statement, ToProcess } from './statements';

/** A process that answers, and how to ask it. */
export class Contender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async open(message: ToProcess): Promise<Contender> {
    const child = fork(join(__dirname, 'server.process.js'), { serialization: 'advanced' });
    const answer = heard<{ port: number }>(child);
    child.send(message);
    return new Contender(child, (await answer).port);
  }

  close(): void {
    this.agent.destroy();
    this.child.disconnect();
  }

  /** Sends one request and waits for the whole answer. */
  ask({ index, method, path, body, headers }: BenchRequest): Promise<{ status: number; body: string }> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const all = {
      ...headers,
      'x-bench': String(index),
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    return new Promise((resolve, reject) => {
      const asking = request(
        { agent: this.agent, host: '127.0.0.1', port: this.port, method, path, headers: all },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
        },
      );
      asking.on('error', reject);
      asking.end(text);
    });
  }

  /** Sends a request to the one that records, and answers what went to the database for it. */
  async record(asked: BenchRequest): Promise<Recording> {
    await this.statements();
    const answer = await this.ask(asked);
    return { ...answer, statements: await this.statements() };
  }

  private async statements(): Promise<readonly Statement[]> {
    const answer = heard<{ statements: readonly Statement[] }>(this.child);
    this.child.send('statements');
    return (await answer).statements;
  }

  /** Sends all requests, so many at a time; answers how many a second, and how long each took. */
  async run(requests: readonly BenchRequest[], atATime: number): Promise<Run> {
    const times: number[] = [];
    const waiting = [...requests].reverse();
    const startedAt = performance.now();
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const askedAt = performance.now();
        const { status, body } = await this.ask(next);
        times.push(performance.now() - askedAt);
        if (status >= 300) throw new Error(`${next.method} ${next.path}: ${status} ${body.slice(0, 500)}`);
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return { perSecond: (1000 * requests.length) / (performance.now() - startedAt), times };
  }
}

/** What a run gave. */
export interface Run {
  readonly perSecond: number;
  /** Milliseconds, one for each request. */
  readonly times: readonly number[];
}

/** The time below which `part` of the times lie. */
export function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** Requests a second, and how much longer the slowest hundredth takes than the middle: medians over the runs. */
export function summary(runs: readonly Run[]): { perSecond: number; p50: number; p99: number } {
  return {
    perSecond: median(runs.map(({ perSecond }) => perSecond)),
    p50: median(runs.map(({ times }) => percentile(times, 0.5))),
    p99: median(runs.map(({ times }) => percentile(times, 0.99))),
  };
}

function heard<T extends FromProcess>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a process of the benchmark ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}
