import { applicationDatabase } from '../../../config/data-source';
import { isReachedOverTls, readEnv } from '../../../config/env';
import { whyNotDemo, whyNotServe } from '../../../config/migrate';
import { runProcess } from '../../../config/process';
import { API_PREFIX, createApi } from './api.setup';

/** One API process on a database that is there and up to date. */
void runProcess(async ({ onStop }) => {
  const env = readEnv(['DATABASE_URL']);
  const url = env.DATABASE_URL ?? '';
  const reasons = await whyNotServe(url);
  if (reasons.length > 0) return reasons;
  const demo = env.DEMO === 'on';
  const whyNot = demo ? await whyNotDemo(url) : null;
  if (whyNot !== null) return [whyNot];
  const app = await createApi({
    database: applicationDatabase(url),
    signIn: { demo, secureCookies: isReachedOverTls(env) },
  });
  onStop(() => app.close());
  await app.listen(env.PORT, env.HOST);
  process.stdout.write(`The API listens on http://${env.HOST}:${env.PORT}/${API_PREFIX}\n`);
  return [];
});
