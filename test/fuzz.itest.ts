import { PERMISSIONS_OF, type Permission } from '@sr/identity';
import { fuzzSeed } from '../config/fuzz';
import { Random } from './bench/random';
import { faultsOf } from './fuzz/judge';
import { bend, sentOf, type Draft } from './fuzz/mutate';
import { openApi, type TestApi } from './support/app';
import { Caller, type Answer, type Sent } from './support/caller';
import { testProduct, type TestProduct } from './support/database';
import { MailToEverybody } from './support/mail-to-everybody';
import { buildPortfolio, type Portfolio } from './support/portfolio';
import { remindEverybody } from './support/reminded';
import { addressOf, operationsOf, type OperationDocument } from './support/requests';
import { wishFor } from './support/wishes';
import type { SignedIn } from './support/world-people';

/** How long requests are bent and sent. */
const SECONDS = 60;
/** After how many requests of one operation a valid one is made anew: bent ones change the world meanwhile. */
const ANEW_AFTER = 40;
/** Who signs in, one of each role and of each side; nobody as well. */
const WHO = [
  'coordinator',
  'verifier',
  'steward',
  'operator',
  'manager',
  'categoryManager',
  'ministryReader',
  'supplier',
  'employee',
  'outsideVerifier',
  'auditor',
] as const;

describe('the API, asked what nobody would ask', () => {
  const seed = fuzzSeed();
  const random = new Random(seed);
  let product: TestProduct;
  let api: TestApi;
  let caller: Caller;
  let world: Portfolio;
  let operations: OperationDocument[];
  let schemas: Readonly<Record<string, Record<string, unknown>>>;
  /** Ids of everything in the world. */
  let ids: string[];

  beforeAll(async () => {
    process.stdout.write(`fuzz: SEED=${seed}\n`);
    product = await testProduct();
    api = await openApi(product.applicationUrl, undefined, undefined, { demoMailbox: new MailToEverybody() });
    caller = await Caller.of(api);
    world = await buildPortfolio(api, caller);
    await remindEverybody(api, world);
    const document = await caller.send({ method: 'GET', path: '/v1/openapi.json' });
    operations = operationsOf(document.json);
    schemas = document.json.components.schemas;
    const { groups, contracts, plans, placements, reports, claims, evidence, people } = world;
    ids = [groups, contracts, plans, placements, reports, claims, evidence].flatMap((kind) =>
      Object.values<string>(kind),
    );
    ids.push(...Object.values(people).map(({ id }) => id), '00000000-0000-4000-8000-000000000000');
  }, 300_000);
  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
  });

  /** Who may do something, the first of each role. */
  const allowed = ({ permission }: OperationDocument): SignedIn[] =>
    WHO.map((name) => world.people[name]).filter(
      ({ role }) =>
        permission === 'everybody' ||
        permission === 'signed-in' ||
        PERMISSIONS_OF[role].includes(permission as Permission),
    );

  async function draftOf(operation: OperationDocument, who: SignedIn): Promise<Draft> {
    const ask = await wishFor(world, operation, who);
    const { body, query = {} } = ask;
    const path = `/v1${addressOf(operation, { params: ask.params ?? {} })}`;
    return { method: operation.method, path, query: Object.entries(query), headers: { ...who.headers }, body };
  }

  it('answers every operation with success when it is asked well, and never with a fault of ours', async () => {
    const faults = new Map<string, string>();
    const answered = new Set<string>();
    const note = (operation: OperationDocument, who: SignedIn, bent: readonly string[], sent: Sent, answer: Answer) => {
      if (answer.status >= 200 && answer.status < 300 && bent.length === 0) answered.add(operation.operationId);
      for (const fault of faultsOf(sent, answer)) {
        const where = answer.status < 500 && bent.length > 0 ? '' : operation.operationId;
        const key = `${where}: ${answer.status} ${answer.json?.code ?? ''} ${fault.replace(/[0-9a-f-]{36}/, '…')}`;
        if (!faults.has(key)) faults.set(key, `${who.name}, ${bent.join('; ')}: ${show(sent)}`);
      }
    };

    const unanswered: string[] = [];
    const drafts = new Map<string, { draft: Draft; left: number }>();
    for (const operation of operations) {
      const refusals: string[] = [];
      for (const who of allowed(operation)) {
        const draft = await draftOf(operation, who).catch((error: unknown) => void refusals.push(String(error)));
        if (!draft) continue;
        drafts.set(`${operation.operationId} ${who.name}`, { draft, left: ANEW_AFTER });
        const sent = sentOf(draft);
        const answer = await caller.send(sent);
        note(operation, who, [], sent, answer);
        refusals.push(`${who.name} ${answer.status} ${answer.text.slice(0, 300)}`);
        if (operation.operationId === 'closeSession') await who.again();
      }
      if (!answered.has(operation.operationId)) unanswered.push(`${operation.operationId}: ${refusals.join(' | ')}`);
    }

    const until = Date.now() + SECONDS * 1000;
    let count = 0;
    while (Date.now() < until) {
      const operation = random.pick(operations);
      const able = allowed(operation);
      const who = able.length === 0 || random.onceIn(20) ? world.people[random.pick(WHO)] : random.pick(able);
      const key = `${operation.operationId} ${who.name}`;
      let known = drafts.get(key);
      if (!known || known.left === 0) {
        // The world may have been bent out of the shape in which a valid request can be made.
        const draft = await draftOf(operation, who).catch(() => known?.draft);
        if (!draft) continue;
        known = { draft, left: ANEW_AFTER };
        drafts.set(key, known);
      }
      known.left -= 1;
      const valid = { ...known.draft, headers: { ...who.headers } };
      const { sent, bent } = bend(valid, random, { ...operation, schemas, ids });
      const answer = await caller.send(sent).catch((error: unknown) => {
        faults.set(`${operation.operationId}: no answer, ${String(error)}`, `${bent.join('; ')}: ${show(sent)}`);
      });
      count += 1;
      if (!answer) continue;
      note(operation, who, bent.length > 0 ? bent : ['as it was'], sent, answer);
      const isSignedOut = sent.path.startsWith('/v1/session') && sent.method === 'DELETE';
      if (isSignedOut || answer.json?.code === 'session.none') await who.again().catch(() => undefined);
    }
    process.stdout.write(`fuzz: ${count} bent requests, SEED=${seed}\n`);
    expect([...faults].map(([fault, request]) => `${fault}\n    ${request}`)).toEqual([]);
    expect(unanswered).toEqual([]);
  }, 600_000);
});

const show = ({ method, path, body, headers = {} }: Sent): string => {
  const { cookie: _cookie, 'x-csrf-token': _token, ...rest } = headers;
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(rest).slice(0, 200)} ${String(body ?? '').slice(0, 600)}`;
};
