import { fastify } from 'fastify';
import { Client, Pool } from 'pg';
import { SettableClock } from '@sr/platform';
import { createApi } from '../../../apps/api/src/api.setup';
import { builtWeb } from '../../../apps/api/src/web';
import { applicationDatabase } from '../../../config/data-source';
import { asksForData, type Recording, type Statement, type ToProcess } from './statements';

/**
 * A process that answers requests: the product, or a bare Fastify that sends the same statements by hand. Each has a
 * process of its own, so that none of them pays for another.
 */
const POOL = 10;

process.once('message', (message: ToProcess) => {
  void start(message).then((port) => process.send?.({ port }));
});
process.once('disconnect', () => process.exit(0));

async function start(message: ToProcess): Promise<number> {
  switch (message.kind) {
    case 'ours':
      return ours(message);
    case 'by-hand':
      return bare(message.applicationUrl, message.recordings, everything);
    case 'plain':
      return bare(message.applicationUrl, message.recordings, onlyData);
  }
}

async function ours({ applicationUrl, isRecording, today }: Extract<ToProcess, { kind: 'ours' }>): Promise<number> {
  if (isRecording) record();
  const clock = new SettableClock();
  clock.set(today);
  const app = await createApi({
    database: applicationDatabase(applicationUrl, POOL),
    clock,
    signIn: { demo: true, secureCookies: false },
    web: builtWeb(),
  });
  await app.listen(0, '127.0.0.1');
  return portOf(app.getHttpServer().address());
}

/** Keeps every statement of the application, and hands over those of the last request when it is asked. */
function record(): void {
  let statements: Statement[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...args: unknown[]): unknown {
    const [first, values] = args;
    if (typeof first === 'string') statements.push({ text: first, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  } as typeof Client.prototype.query;
  process.on('message', () => {
    process.send?.({ statements });
    statements = [];
  });
}

type Sender = (client: Pick<Client, 'query'>, statements: readonly Statement[]) => Promise<void>;

/** The same statements, one after another, on one connection. */
const everything: Sender = async (client, statements) => {
  for (const { text, values } of statements) await client.query(text, [...values]);
};
/** Only what asks for data, without session, transaction and scope: the least that could be sent. */
const onlyData: Sender = (client, statements) => everything(client, statements.filter(asksForData));

/** A bare Fastify whose one route sends what was recorded for the request, and answers what was answered. */
async function bare(applicationUrl: string, recordings: readonly Recording[], send: Sender): Promise<number> {
  const pool = new Pool({ connectionString: applicationUrl, max: POOL });
  // A connection that rests hears that the server stops; that is the end of the run, and no fault.
  pool.on('error', () => undefined);
  if (send === onlyData) {
    pool.on('connect', (client) => {
      void client.query(`select set_config('app.scope', '{"everything": true}', false)`);
    });
  }
  const server = fastify();
  const answers = recordings.map(({ body }) => (body === '' ? undefined : (JSON.parse(body) as object)));
  server.all('/*', async (request, reply) => {
    const index = Number(request.headers['x-bench']);
    const recording = recordings[index];
    if (!recording) throw new Error('this request was not recorded');
    const client = await pool.connect();
    try {
      await send(client, recording.statements);
    } finally {
      client.release();
    }
    // Written out as JSON each time, as any route has to.
    return reply.code(recording.status).send(answers[index]);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return portOf(server.server.address());
}

function portOf(address: unknown): number {
  return (address as { port: number }).port;
}
