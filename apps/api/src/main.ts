import { applicationDatabase } from '../../../config/data-source';
import { freeDaysOf, isReachedOverTls, queueStoreOf, readEnv, securityTxtOf } from '../../../config/env';
import { whyNotDemo, whyNotServe } from '../../../config/migrate';
import { runProcess } from '../../../config/process';
import { API_PREFIX, createApi } from './api.setup';
import { builtWeb } from './web';

/** One API process on a database that is there and up to date, with the screens when they have been built. */
void runProcess(async ({ onStop }) => {
  const env = readEnv(['DATABASE_URL']);
  const url = env.DATABASE_URL ?? '';
  const reasons = await whyNotServe(url);
  if (reasons.length > 0) return reasons;
  const demo = env.DEMO === 'on';
  const whyNot = demo ? await whyNotDemo(url) : null;
  if (whyNot !== null) return [whyNot];
  const web = builtWeb();
  const app = await createApi({
    database: applicationDatabase(url),
    queue: queueStoreOf(env, url),
    freeDays: freeDaysOf(env),
    signIn: { demo, secureCookies: isReachedOverTls(env) },
    web,
    securityTxt: securityTxtOf(env),
  });
  onStop(() => app.close());
  await app.listen(env.PORT, env.HOST);
  const root = `http://${env.HOST}:${env.PORT}`;
  const screens = web ? `The screens are at ${root}/` : 'There are no screens: npm run build makes them.';
  // At once: whoever waits for the address then has read all of it.
  process.stdout.write(`The API listens on ${root}/${API_PREFIX}\n${screens}\n`);
  return [];
});
