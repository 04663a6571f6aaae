import { NestFactory } from '@nestjs/core';
import { applicationDatabase } from '../../../config/data-source';
import { readEnv } from '../../../config/env';
import { whyNotServe } from '../../../config/migrate';
import { runProcess } from '../../../config/process';
import { WorkerModule } from './worker.module';

/** One worker process on a database that is there and up to date. */
void runProcess(async ({ onStop }) => {
  const env = readEnv(['DATABASE_URL']);
  const url = env.DATABASE_URL ?? '';
  const reasons = await whyNotServe(url);
  if (reasons.length > 0) return reasons;
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ database: applicationDatabase(url) }), {
    logger: ['error', 'fatal', 'warn'],
    abortOnError: false,
  });
  onStop(() => app.close());
  // A worker without jobs has nothing that keeps it alive; it waits until it is stopped.
  const awake = setInterval(() => undefined, 60_000);
  onStop(() => Promise.resolve(clearInterval(awake)));
  process.stdout.write('The worker is ready.\n');
  return [];
});
