import { applicationDatabase } from '../../../config/data-source';
import { isReachedOverTls, readEnv } from '../../../config/env';
import { whyNotDemo } from '../../../config/migrate';
import { runProcess } from '../../../config/process';
import { API_PREFIX, createApi } from '../../api/src/api.setup';
import { addressOf, whyNotListen } from './database/address';
import { openDatabase, takeDatabase } from './database/open-database';
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
    const api = await createApi({
      database: applicationDatabase(database.applicationUrl),
      signIn: { demo: true, secureCookies: isReachedOverTls(env) },
    });
    onStop(() => api.close());
    await api.listen(env.PORT, env.HOST);
    const root = `${address}/${API_PREFIX}`;
    say(`Documentatie van de API, om te lezen en te proberen: ${root}/docs`);
    say('Aanmelden: kies een van de verzonnen mensen. GET /demo-accounts noemt ze met hun rol; POST /session met');
    say(
      '{"personId": "..."} meldt aan. Het csrfToken in het antwoord gaat mee in de kop X-CSRF-Token van elke wijziging.',
    );
    say(`De API staat op ${root} . Stop met Ctrl-C.`);
    return [];
  } catch (error) {
    if (error instanceof WrongDemo) return error.lines;
    throw error;
  }
});
