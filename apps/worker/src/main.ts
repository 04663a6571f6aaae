import { applicationDatabase } from '../../../config/data-source';
import { freeDaysOf, queueStoreOf, readEnv } from '../../../config/env';
import { whyNotServe } from '../../../config/migrate';
import { runProcess } from '../../../config/process';
import { serveHealth } from './health';
import { mailOf, receiveBounces, whyNotMail } from './mail';
import { startWorker } from './worker.setup';

/** One worker process on a database that is there and up to date. */
void runProcess(async ({ onStop }) => {
  const env = readEnv(['DATABASE_URL']);
  const url = env.DATABASE_URL ?? '';
  const reasons = [...whyNotMail(env), ...(await whyNotServe(url))];
  if (reasons.length > 0) return reasons;
  const { mail } = mailOf(env);
  if (mail) onStop(() => mail.mailer.close());
  const app = await startWorker({
    database: applicationDatabase(url),
    queue: queueStoreOf(env, url),
    freeDays: freeDaysOf(env),
    ...(mail ? { mail } : {}),
  });
  onStop(() => app.close());
  onStop(await receiveBounces(app, env));
  const { HOST: host, HEALTH_PORT: port } = env;
  if (port !== undefined) onStop(await serveHealth(app, { host, port }));
  process.stdout.write(mail ? 'The worker is ready.\n' : 'The worker is ready. Without SMTP_URL mails wait.\n');
  return [];
});
