import { THE_PRODUCT } from '@sr/kernel';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { SessionsService } from '../sessions.service';
import type { SignInOptions } from './sign-in.options';

describe('signing in', () => {
  let product: TestProduct;
  let api: TestApi;
  let coordinator: Client;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    coordinator = await api.signIn({
      name: 'Coen Coördinator',
      organisation: { kind: 'NETWORK' },
      roles: ['NETWORK_COORDINATOR'],
    });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  it('tells who one is and what one may do', async () => {
    const session = bodyOf(await coordinator.get('/session'));
    expect(session.person).toMatchObject({ id: coordinator.personId, name: 'Coen Coördinator' });
    expect(session.permissions).toContain('plans.make');
    expect(session.permissions).not.toContain('claims.decide');
  });

  it('writes to somebody in Dutch, until it chooses English', async () => {
    const choose = (language: string) => coordinator.put('/session/language', { language });
    expect(bodyOf(await coordinator.get('/session')).person.language).toBe('nl');
    bodyOf(await choose('de'), 400);
    bodyOf(await api.anybody().put('/v1/session/language').send({ language: 'en' }), 401);
    const { version } = bodyOf(await coordinator.get(`/people/${coordinator.personId}`));
    for (const language of ['en', 'en']) expect(bodyOf(await choose(language)).person.language).toBe('en');
    expect(bodyOf(await coordinator.get('/session')).person).toMatchObject({ language: 'en', version });
    const lines = await sql(
      product.adminUrl,
      `select detail from platform.audit where action = 'person.language-chosen' and subject_id = $1`,
      [coordinator.personId],
    );
    expect(lines).toEqual([{ detail: { language: { from: 'nl', to: 'en' } } }]);
    bodyOf(await choose('nl'));
  });

  it('refuses nobody in particular, and who may not', async () => {
    const nobody = await api.anybody().get('/v1/session');
    expect(bodyOf(nobody, 401)).toMatchObject({ code: 'session.none' });
    expect(nobody.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'api-version': '1.0.0',
      'cache-control': 'no-store',
    });
    const steward = await api.signIn({ name: 'Saar', organisation: { kind: 'NETWORK' }, roles: ['TABLE_STEWARD'] });
    expect(bodyOf(await steward.get('/people'), 403)).toMatchObject({ code: 'session.not_allowed' });
  });

  it('refuses a change without the token against forged requests', async () => {
    const invitation = { name: 'A', email: 'a@example.nl', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] };
    const forged = await coordinator.post('/people', invitation).set('x-csrf-token', 'x'.repeat(43));
    expect(bodyOf(forged, 403)).toMatchObject({ code: 'session.csrf_token_wrong' });
  });

  it('names every fault of a body at once, each with its place', async () => {
    const answer = await coordinator.post('/people', {
      name: '  ',
      organisation: { kind: 'PRINCIPAL', principalCode: 7, more: true },
      roles: ['BOSS'],
      email: 'Kandidaat 111222333',
      bsn: '111222333',
    });
    const problem = bodyOf(answer, 400);
    expect(
      problem.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
    ).toEqual([
      '/bsn field.unknown',
      '/email field.wrong_shape',
      '/name field.blank',
      '/organisation/more field.unknown',
      '/organisation/principalCode field.not_text',
      '/roles field.wrong_shape',
    ]);
  });

  it.each([
    ['broken JSON', '{"name":', 'application/json', 400, 'request.broken'],
    ['no JSON', '<person/>', 'text/xml', 415, 'request.content_type'],
    ['a list', '[]', 'application/json', 400, 'body.not_an_object'],
    [
      'much nesting',
      `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'application/json',
      400,
      'body.nested_too_deep',
    ],
    ['too much', JSON.stringify({ name: 'x'.repeat(2_000_000) }), 'application/json', 413, 'request.too_large'],
    ['a prototype', '{"__proto__":{"name":"x"}}', 'application/json', 400, 'request.broken'],
    ['a constructor', '{"organisation":{"kind":"NETWORK","constructor":1}}', 'application/json', 400, 'field.unknown'],
  ])('answers %s with a problem', async (_, body, type, status, code) => {
    const answer = await coordinator.post('/people').set('content-type', type).send(body);
    expect(bodyOf(answer, status)).toMatchObject({ code });
  });

  it('tells another method from another address', async () => {
    const answer = await coordinator.delete('/people');
    expect(bodyOf(answer, 405)).toMatchObject({ code: 'request.method' });
    expect(answer.headers['allow']).toBe('GET, POST');
    expect(bodyOf(await coordinator.get('/nothing'), 404)).toMatchObject({ code: 'not-found' });
    expect(bodyOf(await coordinator.get('/people/'), 404)).toMatchObject({ code: 'not-found' });
  });

  it('carries out a repeated request once, and gives its answer again', async () => {
    const invitation = {
      name: 'Een Keer',
      email: 'een.keer@example.nl',
      organisation: { kind: 'NETWORK' },
      roles: ['VERIFIER'],
    };
    const first = await coordinator.post('/people', invitation).set('idempotency-key', 'once-0001');
    const again = await coordinator.post('/people', invitation).set('idempotency-key', 'once-0001');
    expect(bodyOf(again, 201)).toEqual(bodyOf(first, 201));
    const other = await coordinator
      .post('/people', { ...invitation, name: 'Ander' })
      .set('idempotency-key', 'once-0001');
    expect(bodyOf(other, 409)).toMatchObject({ code: 'request.key_reused' });
  });

  it('ends by signing out, and by itself after a working day', async () => {
    const brief = await api.signIn({ name: 'Kort', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    bodyOf(await brief.get('/session'));
    const closed = await brief.delete('/session');
    expect(closed.status).toBe(204);
    expect(closed.headers['set-cookie']).toEqual([
      expect.stringMatching(/^sr_session=; .*Expires=Thu, 01 Jan 1970/),
      expect.stringMatching(/^sr_csrf=; .*Expires=Thu, 01 Jan 1970/),
    ]);
    bodyOf(await brief.get('/session'), 401);
    const today = api.clock.today();
    const long = await api.signIn({ name: 'Lang', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    api.clock.set('2026-11-24');
    bodyOf(await long.get('/session'), 401);
    api.clock.set(today);
    bodyOf(await long.get('/session'));
  });

  it.each([
    ['no cookie', ''],
    ['a token that is none', 'sr_session=x'],
    ['an empty token', 'sr_session='],
    ['a long token', `sr_session=${'x'.repeat(200)}`],
    ['the cookie of another address', '__Host-sr_session=x'],
  ])('is nobody with %s', async (_, cookie) => {
    bodyOf(await api.anybody().get('/v1/session').set('cookie', cookie), 401);
  });

  it('ends at once when the person is removed', async () => {
    const gone = await api.signIn({ name: 'Gaat Weg', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    bodyOf(await coordinator.post(`/people/${gone.personId}/removals`), 204);
    expect(bodyOf(await gone.get('/session'), 401)).toMatchObject({ code: 'session.none' });
  });

  it('has its document at an address for everybody, and a page that reads it', async () => {
    const document = bodyOf(await api.anybody().get('/v1/openapi.json'));
    expect(document.openapi).toBe('3.1.0');
    expect((await api.anybody().get('/v1/docs')).text).toContain('swagger-ui');
  });
});

describe('signing in to the demo', () => {
  let product: TestProduct;
  let personId: string;
  let notOfDemo: string;

  beforeAll(async () => {
    product = await testProduct();
    product.clock.set('2026-11-23');
    const invite = async (name: string, isDemo: boolean) => {
      const organisation = { kind: 'NETWORK' } as const;
      const invitation = {
        name,
        email: `${name}@example.nl`,
        organisation,
        roles: ['VERIFIER'] as const,
        categories: [],
      };
      return (await product.people.invite(THE_PRODUCT, invitation, isDemo)).id;
    };
    personId = await invite('Demo', true);
    notOfDemo = await invite('Echt', false);
  });
  afterAll(() => product.close());

  async function withApi(signIn: SignInOptions, work: (api: TestApi) => Promise<void>): Promise<void> {
    const api = await openApi(product.applicationUrl, '2026-11-23', signIn);
    try {
      await work(api);
    } finally {
      await api.close();
    }
  }
  const choose = (api: TestApi, id: string) => api.anybody().post('/v1/session').send({ personId: id });
  const cookiesOf = (response: { headers: Record<string, unknown> }): string[] =>
    (response.headers['set-cookie'] as string[]).map((cookie) => cookie.replace(/=[A-Za-z0-9_-]{43};/, '=TOKEN;'));

  it('is by choosing an account of the demo, and no other', () =>
    withApi({ demo: true, secureCookies: false }, async (api) => {
      const { items } = bodyOf(await api.anybody().get('/v1/demo-accounts'));
      const account = { name: 'Demo', roles: ['VERIFIER'], organisationKind: 'NETWORK', organisation: null };
      expect(items).toEqual([{ ...account, personId, showcase: false }]);
      const opened = bodyOf(await choose(api, personId), 201);
      expect(opened).toMatchObject({ person: { id: personId }, endsAt: '2026-11-23T23:00:00.000Z' });
      for (const id of [notOfDemo, '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d']) {
        expect(bodyOf(await choose(api, id), 409)).toMatchObject({ code: 'person.unknown' });
      }
    }));

  it('shows which account is for a stranger, once the demo said so', () =>
    withApi({ demo: true, secureCookies: false }, async (api) => {
      await api.app.get(SessionsService).chooseShowcase(personId);
      const { items } = bodyOf(await api.anybody().get('/v1/demo-accounts'));
      expect(items).toMatchObject([{ personId, showcase: true }]);
    }));

  it('carries the session in a cookie that no page reads, and the token in one that ours reads', () =>
    withApi({ demo: true, secureCookies: false }, async (api) => {
      expect(cookiesOf(await choose(api, personId))).toEqual([
        'sr_session=TOKEN; Path=/; Expires=Mon, 23 Nov 2026 23:00:00 GMT; HttpOnly; SameSite=Strict',
        'sr_csrf=TOKEN; Path=/; Expires=Mon, 23 Nov 2026 23:00:00 GMT; SameSite=Strict',
      ]);
    }));

  it('over a network has cookies that go over TLS only, and are of this very host', () =>
    withApi({ demo: true, secureCookies: true }, async (api) => {
      const response = await choose(api, personId);
      expect(cookiesOf(response)).toEqual([
        '__Host-sr_session=TOKEN; Path=/; Expires=Mon, 23 Nov 2026 23:00:00 GMT; HttpOnly; Secure; SameSite=Strict',
        'sr_csrf=TOKEN; Path=/; Expires=Mon, 23 Nov 2026 23:00:00 GMT; Secure; SameSite=Strict',
      ]);
      const [, token = ''] = /=([^;]+)/.exec((response.headers['set-cookie'] as unknown as string[])[0] ?? '') ?? [];
      const session = (cookie: string) => api.anybody().get('/v1/session').set('cookie', cookie);
      bodyOf(await session(`__Host-sr_session=${token}`));
      bodyOf(await session(`sr_session=${token}`), 401);
    }));

  it('is refused outside the demo: there are no accounts, and nobody gets in', () =>
    withApi({ demo: false, secureCookies: false }, async (api) => {
      const problem = { code: 'sign-in.no_demo' };
      expect(bodyOf(await api.anybody().get('/v1/demo-accounts'), 404)).toMatchObject(problem);
      const refused = await choose(api, personId);
      expect(bodyOf(refused, 404)).toMatchObject(problem);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }));
});
