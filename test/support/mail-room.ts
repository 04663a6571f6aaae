import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Delivery,
  JobBoard,
  JobRegistry,
  Mailer,
  Relay,
  SettableClock,
  SmtpMailer,
  type Mail,
  type QueueStore,
  type Sent,
} from '@sr/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { UNHEARD } from '../../apps/worker/src/events';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { beginWork } from '../../apps/worker/src/worker.setup';
import { applicationDatabase } from '../../config/data-source';

/** Where a worker of a test stands. */
export interface MailRoomOptions {
  /** The mail server. */
  readonly smtpUrl: string;
  readonly today: string;
  readonly queue?: QueueStore;
  /** It relays when asked and takes no job, until `work`. */
  readonly idle?: boolean;
}

/** A worker with a clock that can be set, that mails over SMTP. */
export interface MailRoom {
  readonly app: INestApplicationContext;
  readonly clock: RoomClock;
  get<T>(what: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Has an idle worker take jobs from now on. */
  work(): Promise<void>;
  /** Mails to another server from now on. */
  mailTo(smtpUrl: string): void;
  /** Waits until nothing is left in the outbox and the queues, apart from what is to be tried again later. */
  settled(): Promise<void>;
  /** Waits until nothing is to be tried again either. */
  finished(): Promise<void>;
  close(): Promise<void>;
}

const PUBLIC_URL = 'https://social-return.example.nl';
/** A second of waiting between two tries is a few milliseconds in a test. */
const FASTER = 300;
/** The name of the looks for daily jobs, which are always put down for later. */
const LOOKS = 'platform.start-daily-jobs';
const LONGEST_MS = 45_000;

/** A clock that stands where it is set, and on which time can pass within the day. */
export class RoomClock extends SettableClock {
  private passedMs = 0;

  override set(day: string): void {
    super.set(day);
    this.passedMs = 0;
  }

  pass(minutes: number): void {
    this.passedMs += minutes * 60_000;
  }

  override now(): Date {
    return new Date(super.now().getTime() + this.passedMs);
  }
}

/** Mails over SMTP to one server, and then to another. */
class MovingMailer extends Mailer {
  private readonly all: SmtpMailer[] = [];
  private mailer: SmtpMailer;

  constructor(url: string) {
    super();
    this.mailer = this.to(url);
  }

  move(url: string): void {
    this.mailer = this.to(url);
  }

  send(mail: Mail): Promise<Sent> {
    return this.mailer.send(mail);
  }

  async close(): Promise<void> {
    for (const each of this.all) await each.close();
  }

  private to(url: string): SmtpMailer {
    const made = new SmtpMailer({
      url,
      from: 'Social Return <noreply@social-return.example.nl>',
      returnPath: 'terug@social-return.example.nl',
      limits: { connectMs: 1_000, greetingMs: 1_000, answerMs: 1_500, closeMs: 500 },
    });
    this.all.push(made);
    return made;
  }
}

/** Opens a worker on the migrated database at `applicationUrl`; its clock stands at `today`. */
export async function openMailRoom(
  applicationUrl: string,
  { smtpUrl, today, queue, idle = false }: MailRoomOptions,
): Promise<MailRoom> {
  const clock = new RoomClock();
  clock.set(today);
  const mailer = new MovingMailer(smtpUrl);
  const worker = WorkerModule.forRoot({
    database: applicationDatabase(applicationUrl),
    clock,
    mail: { mailer, delivery: new Delivery(PUBLIC_URL, null) },
    workerTimes: { lockMs: 2_000, stalledMs: 1_000, graceMs: 5_000 },
    ...(queue ? { queue } : {}),
  });
  // What fails on purpose is not worth a line in the output of the tests.
  const app = await NestFactory.createApplicationContext(worker, { logger: ['error', 'fatal'], abortOnError: false });
  hurry(app.get(JobRegistry));
  app.get(JobRegistry).noListener(...UNHEARD);
  const [board, relay] = [app.get(JobBoard), app.get(Relay)];
  const work = (): Promise<void> => beginWork(app);
  /** Waits until there are no jobs but those that `isLeft` counts. */
  const untilOnly = async (isDone: (counts: { waiting: number; active: number; delayed: number }) => boolean) => {
    const end = Date.now() + LONGEST_MS;
    let done = '';
    for (;;) {
      await relay.drain();
      const counts = (await board.counts()).filter(({ name }) => name !== LOOKS);
      const { waiting } = await board.outbox();
      const isQuiet = waiting === 0 && counts.every(isDone);
      // Twice the same: a job can end, and its event become another, between one question and the next.
      if (isQuiet && done === JSON.stringify(counts)) return;
      done = isQuiet ? JSON.stringify(counts) : '';
      if (Date.now() > end) throw new Error(`still ${waiting} events and ${JSON.stringify(counts)}`);
      await sleep(20);
    }
  };
  if (!idle) await work();
  return {
    app,
    clock,
    get: (what) => app.get(what, { strict: false }),
    work,
    mailTo: (url) => mailer.move(url),
    settled: () => untilOnly(({ waiting, active }) => waiting + active === 0),
    finished: () => untilOnly(({ waiting, active, delayed }) => waiting + active + delayed === 0),
    async close() {
      await app.close();
      await mailer.close();
    },
  };
}

/** Makes the waiting between tries short; how often something is tried, and that it waits longer each time, stay. */
function hurry(registry: JobRegistry): void {
  for (const job of registry.jobs()) {
    const { delayMs, mostMs } = job.settings.backoff;
    const backoff = { delayMs: Math.round(delayMs / FASTER), mostMs: Math.round(mostMs / FASTER) };
    Object.assign(job, { settings: { ...job.settings, backoff } });
  }
}
