import { ROLES, type Role } from '@sr/identity';
import { EXPECTATIONS } from './authorisation/expectations';
import { ELSEWHERE, OF_OPERATION, OF_ROLE, foreignIds, foreignMarks } from './authorisation/probes';
import { openApi, type TestApi } from './support/app';
import { Caller, type Answer } from './support/caller';
import { sql, testProduct, type TestProduct } from './support/database';
import { MailToEverybody } from './support/mail-to-everybody';
import { UNKNOWN, placesIn, untoldPlaces } from './support/places';
import { buildPortfolio, type Portfolio } from './support/portfolio';
import { remindEverybody } from './support/reminded';
import { addressOf, ask, operationsOf, undocumented, type Ask, type OperationDocument } from './support/requests';
import { wishFor } from './support/wishes';
import type { SignedIn } from './support/world-people';

describe('who gets through at which route, and what of others shows', () => {
  let product: TestProduct;
  let api: TestApi;
  let caller: Caller;
  let world: Portfolio;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the document as it is served
  let document: any;
  let operations: OperationDocument[];
  /** What each operation is asked by somebody of each role that may, with ids of the own. */
  const asks = new Map<string, Ask>();

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, undefined, undefined, { demoMailbox: new MailToEverybody() });
    caller = await Caller.of(api);
    world = await buildPortfolio(api, caller);
    await remindEverybody(api, world);
    document = (await caller.send({ method: 'GET', path: '/v1/openapi.json' })).json;
    operations = operationsOf(document);
    for (const { operation, who } of allowed()) {
      asks.set(keyOf(operation, who), await wishFor(world, operation, who).catch((error: unknown) => failed(error)));
    }
  }, 300_000);
  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
  });

  const routeOf = ({ method, path }: OperationDocument): string => `${method} ${path}`;
  const keyOf = (operation: OperationDocument, who: SignedIn): string => `${who.name}: ${routeOf(operation)}`;
  const rolesOf = (operation: OperationDocument) => EXPECTATIONS[routeOf(operation)]?.roles ?? [];
  const somebody = (role: Role, operation?: OperationDocument): SignedIn =>
    world.people[OF_OPERATION[operation?.operationId ?? '']?.[role] ?? OF_ROLE[role]];

  /** Every operation with somebody of every role that gets through there. */
  function allowed(): { operation: OperationDocument; who: SignedIn }[] {
    return operations.flatMap((operation) =>
      ROLES.filter((role) => rolesOf(operation).includes(role)).map((role) => ({
        operation,
        who: somebody(role, operation),
      })),
    );
  }

  const askOf = (operation: OperationDocument, who: SignedIn): Ask => asks.get(keyOf(operation, who)) ?? {};

  it('has every route in the list that was written by hand, with what it asks for, and no other', () => {
    expect(Object.fromEntries(operations.map((operation) => [routeOf(operation), operation.permission]))).toEqual(
      Object.fromEntries(Object.entries(EXPECTATIONS).map(([route, { permission }]) => [route, permission])),
    );
  });

  it('knows of every place for an id of what it is', () => {
    expect(untoldPlaces(operations, document.components.schemas)).toEqual([]);
  });

  it('lets nobody in who is not signed in, save where everybody is', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const path = `/v1${addressOf(operation, { params: ANY_PARAMS })}`;
      const { status } = await caller.send({ method: operation.method, path });
      if ((status === 401) === rolesOf(operation).includes('nobody')) wrong.push(`${routeOf(operation)}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets nobody through whose role is not in the list', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      for (const role of ROLES.filter((each) => !rolesOf(operation).includes(each))) {
        const who = somebody(role);
        const { status, json } = await ask(who, operation, { params: ANY_PARAMS, body: operation.body?.example });
        if (status !== 403 || json?.code !== 'session.not_allowed') wrong.push(`${keyOf(operation, who)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("answers another's id as one that does not exist, and does nothing", async () => {
    const ids = foreignIds(world);
    const before = await trail();
    const wrong: string[] = [];
    for (const { operation, who } of allowed()) {
      const own = askOf(operation, who);
      for (const place of placesIn(operation, own, document.components.schemas)) {
        const foreign = ids[who.name]?.[place.kind];
        if (foreign === undefined) continue;
        const answer = without(await ask(who, operation, place.put(foreign)), foreign);
        const at = `${keyOf(operation, who)}, ${place.name}`;
        wrong.push(...told(answer, who).map((mark) => `${at}: shows ${mark}`));
        const isPublic = operation.method === 'GET' && place.kind === 'principal';
        if (!isPublic && !isNothing(answer, operation)) wrong.push(`${at}: ${summary(answer)}`);
        const unknown = UNKNOWN[place.kind];
        if (unknown === undefined) continue;
        const reference = without(await ask(who, operation, place.put(unknown)), unknown);
        if (summary(answer) !== summary(reference)) {
          wrong.push(`${at}: ${summary(answer)} but for one that does not exist ${summary(reference)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await trail()).toBe(before);
  }, 300_000);

  it('does and tells nothing when all ids of a request are of another organisation', async () => {
    const wrong: string[] = [];
    const before = await trail();
    for (const { operation, who } of allowed()) {
      const elsewhere = world.people[ELSEWHERE[who.name] ?? who.name];
      const own = askOf(operation, who);
      const names = placesIn(operation, own, document.components.schemas).some(({ kind }) => kind !== 'principal');
      if (elsewhere === who || operation.permission === 'everybody' || !(names || operation.method === 'GET')) continue;
      const answer = await ask(elsewhere, operation, own);
      const at = keyOf(operation, elsewhere);
      wrong.push(...told(answer, elsewhere).map((mark) => `${at}: shows ${mark}`));
      if (operation.method !== 'GET' && !isNothing(answer, operation)) wrong.push(`${at}: ${summary(answer)}`);
    }
    expect(wrong).toEqual([]);
    expect(await trail()).toBe(before);
  }, 120_000);

  it('recognises what is of others where it stands: in what the auditor reads', async () => {
    const { auditor } = world.people;
    const read: string[] = [];
    for (const operation of operations.filter((each) => each.method === 'GET' && rolesOf(each).includes('AUDITOR'))) {
      read.push((await ask(auditor, operation, askOf(operation, auditor))).text);
    }
    const all = read.join('\n');
    for (const name of ['coordinator', 'manager', 'categoryManager', 'supplier'] as const) {
      const marks = foreignMarks(world, name);
      const found = new Set(marks.filter(({ shape }) => shape.test(all)).map(({ of }) => of));
      expect([name, marks.map(({ of }) => of).filter((of) => !found.has(of))]).toEqual([name, []]);
    }
  });

  it('answers everybody in the list about what is theirs, as the document says, and shows nothing of others', async () => {
    const faultsOf = undocumented(document);
    const wrong: string[] = [];
    // Reading first, while the world is as it was built.
    const inOrder = allowed().sort(
      (a, b) => Number(a.operation.method !== 'GET') - Number(b.operation.method !== 'GET'),
    );
    for (const { operation, who } of inOrder) {
      const answer = await ask(who, operation, askOf(operation, who));
      const at = keyOf(operation, who);
      wrong.push(...told(answer, who).map((mark) => `${at}: shows ${mark}`));
      wrong.push(...faultsOf(operation, answer).map((fault) => `${at}: ${fault}`));
      if (!isAnswered(answer, operation)) wrong.push(`${at}: ${summary(answer)}`);
      if (operation.operationId === 'closeSession') await who.again();
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  /** How many lines the audit trail has: everything that changes something adds one. */
  async function trail(): Promise<string> {
    const [row] = await sql<{ count: string }>(product.adminUrl, 'select count(*) from platform.audit');
    return row?.count ?? '';
  }

  /** What of others stands in an answer. */
  function told({ text }: Answer, who: SignedIn): string[] {
    return foreignMarks(world, who.name).flatMap(({ of, shape }) =>
      shape.test(text) ? [`${of} (${shape.source})`] : [],
    );
  }
});

/** A value for each parameter of a path, for requests that do not get as far as reading it. */
const ANY_PARAMS = new Proxy<Record<string, string>>(
  {},
  { get: (_target, name) => (name === 'year' ? '2026' : UNKNOWN.plan) },
);

const failed = (error: unknown): never => {
  throw error;
};
const summary = ({ status, text }: Answer): string => `${status} ${text.slice(0, 1000)}`;

/** An answer without the id that was asked for, since a refusal may name what it was given. */
const without = (answer: Answer, id: string): Answer => ({ ...answer, text: answer.text.replaceAll(id, '…') });

/** Whether an answer gives and does nothing: not found, refused, or a list without items. */
function isNothing({ status, json }: Answer, { method }: OperationDocument): boolean {
  if ([400, 404, 409].includes(status)) return true;
  return method === 'GET' && status === 200 && Array.isArray(json?.items) && json.items.length === 0;
}

/** Whether it was carried out, or refused by a rule that the document names. For whom nothing waits any work is done. */
function isAnswered({ status, json }: Answer, { refuses }: OperationDocument): boolean {
  if ((status >= 200 && status < 300) || json?.code === 'work-item.done') return true;
  return status === 409 && (json?.errors ?? []).every(({ code }: { code: string }) => refuses.includes(code));
}
