import { Injectable } from '@nestjs/common';
import type { JobPayload, JobSettings, RunningJob } from './job';

type Handler = (payload: JobPayload, job: RunningJob) => Promise<void>;

/** A job that somebody handles. */
export interface KnownJob {
  readonly name: string;
  readonly settings: JobSettings;
  readonly handler: Handler;
}

/** A job of every day, at a time of the clock in the Netherlands. */
export interface DailyJob {
  readonly name: string;
  /** HH:MM. */
  readonly at: string;
}

/** `library.do-something`: also the name of the queue, so no colon. */
const NAME = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Which jobs there are, who handles them, and what starts them. Each library's jobs module tells it in `onModuleInit`;
 * `check` is called before a worker starts. Names are checked then and not by the compiler, since a job is named by one
 * library and an event by another.
 */
@Injectable()
export class JobRegistry {
  private readonly known = new Map<string, KnownJob>();
  private readonly listeners = new Map<string, string[]>();
  private readonly unheard = new Set<string>();
  private readonly dailies: DailyJob[] = [];
  private readonly faults: string[] = [];

  /** Tells who does the jobs of a name. Its payload is what `onEvent`, `daily` or `JobQueues.add` gave. */
  handle<P extends JobPayload>(
    name: string,
    settings: JobSettings,
    handler: (payload: P, job: RunningJob) => Promise<void>,
  ): void {
    if (!NAME.test(name)) this.faults.push(`job ${name}: is not named library.do-something`);
    if (this.known.has(name)) this.faults.push(`job ${name}: is handled twice`);
    this.known.set(name, { name, settings, handler: handler as Handler });
  }

  /** Tells which jobs an event starts. The event's payload is theirs. */
  onEvent(eventType: string, ...jobNames: readonly string[]): void {
    const jobs = this.listeners.get(eventType) ?? [];
    for (const name of jobNames) {
      if (jobs.includes(name)) this.faults.push(`event ${eventType}: starts job ${name} twice`);
      else jobs.push(name);
    }
    this.listeners.set(eventType, jobs);
  }

  /** Lists events that nobody listens to, so that none is unheard by accident. */
  noListener(...eventTypes: readonly string[]): void {
    for (const type of eventTypes) this.unheard.add(type);
  }

  /** Runs a job every day at `at` (HH:MM in Europe/Amsterdam) with the day as its payload: `{ day: 'YYYY-MM-DD' }`. */
  daily(name: string, at: string): void {
    if (!TIME_OF_DAY.test(at)) this.faults.push(`job ${name}: ${at} is no time of day like 07:00`);
    if (this.dailies.some((daily) => daily.name === name)) this.faults.push(`job ${name}: is daily twice`);
    this.dailies.push({ name, at });
  }

  /**
   * Whether everything that can happen is met by somebody, and every name stands for something.
   * @param knownEvents the types of all libraries
   * @throws Error with one line for each fault
   */
  check(knownEvents: readonly string[]): void {
    const faults = [...this.faults, ...this.faultsOfEvents(knownEvents), ...this.faultsOfJobs()];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }

  /** The jobs of every name. */
  jobs(): readonly KnownJob[] {
    return [...this.known.values()];
  }

  job(name: string): KnownJob {
    const job = this.known.get(name);
    if (!job) throw new Error(`nobody handles job ${name} in this process`);
    return job;
  }

  dailyJobs(): readonly DailyJob[] {
    return this.dailies;
  }

  /** The types of events that this process knows what to do with, and the jobs that each starts. */
  events(): ReadonlyMap<string, readonly string[]> {
    const unheard = [...this.unheard].map((type): [string, readonly string[]] => [type, []]);
    return new Map([...unheard, ...this.listeners]);
  }

  private faultsOfEvents(knownEvents: readonly string[]): string[] {
    const met = new Set([...this.listeners.keys(), ...this.unheard]);
    return [
      ...knownEvents
        .filter((type) => !met.has(type))
        .map((type) => `event ${type}: has no listener; list it with noListener when that is meant`),
      ...[...met].filter((type) => !knownEvents.includes(type)).map((type) => `event ${type}: no library tells it`),
      ...[...this.unheard]
        .filter((type) => this.listeners.has(type))
        .map((type) => `event ${type}: is listed without a listener, and has one`),
    ];
  }

  private faultsOfJobs(): string[] {
    const started = [...[...this.listeners.values()].flat(), ...this.dailies.map(({ name }) => name)];
    return [...new Set(started)].filter((name) => !this.known.has(name)).map((name) => `job ${name}: has no handler`);
  }
}
