import type { INestApplicationContext } from '@nestjs/common';
import { Db, JobBoard } from '@sr/platform';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What does not answer within this time counts as away; who asks waits a little longer. */
const LONGEST_MS = 3_000;

/** What a worker cannot work without. */
export type Needed = 'database' | 'queues';

/**
 * Serves `GET /health` until what it returns is called: 200 `{"status":"ok"}` when the worker can work, and 503
 * `{"status":"unavailable","away":[…]}` with what is away when it cannot. A worker that hangs gives no answer at all.
 */
export async function serveHealth(
  app: INestApplicationContext,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    if (request.method !== 'GET' || request.url !== '/health') answer(404, { status: 'unknown' });
    else
      void awayFrom(app).then((away) =>
        away.length === 0 ? answer(200, { status: 'ok' }) : answer(503, { status: 'unavailable', away }),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

async function awayFrom(app: INestApplicationContext): Promise<Needed[]> {
  if (!(await answers(app.get(Db).ask('select 1')))) return ['database'];
  // Which queues there are is kept in the database, so it is asked for first.
  return (await answers(app.get(JobBoard).counts())) ? [] : ['queues'];
}

function answers(question: Promise<unknown>): Promise<boolean> {
  const answered = question.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, sleep(LONGEST_MS, false, { ref: false })]);
}
