import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JobRegistry, JobRunner, type PlatformOptions } from '@sr/platform';
import { EVENTS, UNHEARD } from './events';
import { WorkerModule } from './worker.module';

/**
 * A worker at work: the same for the process, for the standalone product and for tests. Closing it waits for the jobs that
 * are being done.
 * @throws Error with one line for each event or job that does not fit
 */
export async function startWorker(options: PlatformOptions): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['error', 'fatal', 'warn'],
    abortOnError: false,
  });
  try {
    await beginWork(app);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Starts the jobs of an application that has the jobs modules. */
export async function beginWork(app: INestApplicationContext): Promise<void> {
  app.get(JobRegistry).noListener(...UNHEARD);
  await app.get(JobRunner).start(EVENTS);
}
