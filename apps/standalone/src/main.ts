import { DemoMailsService } from '@sr/monitoring';
import { applicationDatabase } from '../../../config/data-source';
import { freeDaysOf, isReachedOverTls, queueStoreOf, readEnv, securityTxtOf } from '../../../config/env';
import { whyNotDemo } from '../../../config/migrate';
import { runProcess } from '../../../config/process';
import { API_PREFIX, createApi } from '../../api/src/api.setup';
import { builtWeb } from '../../api/src/web';
import { mailOf, receiveBounces, whyNotMail } from '../../worker/src/mail';
import { startWorker } from '../../worker/src/worker.setup';
import { addressOf, whyNotListen } from './database/address';
import { openDatabase, takeDatabase } from './database/open-database';
import { ExamplePost } from './demo/example-post';
import { prepareDemo } from './demo/prepare-demo';
import { WrongDemo } from './demo/manifest';
import { showPortfolio } from './demo/show-portfolio';
import { progress, say } from './terminal/say';

const LOST = 'The connection with the database is gone. The product stops; what was not finished was not written.';

/**
 * `npm start`: the whole product in one process, with a database of its own, and an example portfolio that shows what
 * it is for.
 */
void runProcess(async ({ onStop, fail }) => {
  const env = readEnv();
  const address = addressOf(env.HOST, env.PORT);
  const busy = await whyNotListen(env.HOST, env.PORT);
  if (busy !== null) return [busy];
  const withoutMail = whyNotMail(env);
  if (withoutMail.length > 0) return withoutMail;
  try {
    const opening = openDatabase(env);
    let taken = false;
    let refused = false;
    // Told before there is a server, so that a stop in the middle of the start leaves none behind. What was opened first
    // is closed last. A server that another process works with stays.
    onStop(async () => {
      const server = await opening.then(
        (database) => database.server,
        () => null,
      );
      if (server && !refused && (taken || !server.adopted)) await server.stop();
    });
    const database = await opening;
    const release = await takeDatabase(database.applicationUrl, address, () => fail(LOST)).catch((error: unknown) => {
      refused = true;
      throw error;
    });
    onStop(release);
    taken = true;
    say(`Database: ${database.where}`);

    const reasons = await prepareDemo(database, { say, progress });
    if (reasons.length > 0) return reasons;
    say(await showPortfolio(database));

    const whyNot = await whyNotDemo(database.applicationUrl);
    if (whyNot !== null) return [whyNot];
    const web = builtWeb();
    const platform = {
      database: applicationDatabase(database.applicationUrl),
      queue: queueStoreOf(env, database.applicationUrl),
      freeDays: freeDaysOf(env),
    };
    const post = env.SMTP_URL === undefined ? await ExamplePost.open() : null;
    if (post) onStop(() => post.close());
    const api = await createApi({
      ...platform,
      signIn: { demo: true, secureCookies: isReachedOverTls(env) },
      demoMailbox: post,
      web,
      securityTxt: securityTxtOf(env),
    });
    onStop(() => api.close());
    post?.keepIn(api.get(DemoMailsService, { strict: false }));
    const mail = post ? post.mail(env.PUBLIC_URL ?? address) : mailOf(env).mail;
    if (mail) onStop(() => mail.mailer.close());
    const worker = await startWorker({ ...platform, ...(mail ? { mail } : {}) });
    onStop(() => worker.close());
    onStop(await receiveBounces(worker, env));
    await api.listen(env.PORT, env.HOST);
    say(
      web === undefined
        ? `Er zijn geen schermen; npm run build maakt ze. De API staat op ${address}/${API_PREFIX}/docs . Stop met Ctrl-C.`
        : `Open ${address}/ in uw browser. Stop met Ctrl-C.`,
    );
    return [];
  } catch (error) {
    if (error instanceof WrongDemo) return error.lines;
    throw error;
  }
});
