import { connect } from 'node:net';
import { openApi, type TestApi } from '../../../test/support/app';
import { Caller, type Answer } from '../../../test/support/caller';
import { testProduct, type TestProduct } from '../../../test/support/database';

describe('a request that comes to no route', () => {
  let product: TestProduct;
  let api: TestApi;
  let caller: Caller;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    caller = await Caller.of(api);
  });
  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
  });

  function expectProblem({ status, headers, json }: Answer, expected: number, code: string): void {
    expect([status, json?.code]).toEqual([expected, code]);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
      'api-version': '1.0.0',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  }

  it.each(['/v1/%zz', '/v1/people/%', '/%ff%fe%'])('is answered with a problem at %s', async (path) => {
    const answer = await caller.send({ method: 'GET', path });
    expectProblem(answer, 400, 'request.broken');
    expect(answer.json.errors).toHaveLength(1);
  });

  it('is answered with a problem when its headers have no end', async () => {
    const headers = { cookie: `sr_session=${'x'.repeat(30_000)}` };
    expectProblem(await caller.send({ method: 'GET', path: '/v1/session', headers }), 431, 'request.headers_too_large');
  });

  it('is answered with a problem when it is no HTTP', async () => {
    const { port } = api.app.getHttpServer().address() as { port: number };
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET\r\n\r\nnothing\r\n\r\n'));
      socket.setEncoding('utf8').on('data', (part: string) => (received += part));
      socket.on('end', () => resolve(received)).on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text.toLowerCase()).toContain('\r\napi-version: 1.0.0\r\n');
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({ status: 400, code: 'request.broken' });
  });

  it('is not found with a slash too many, in capitals, or with a version that there is not', async () => {
    for (const path of ['/v1/people/', '/V1/People', '/v2/people', '/v1//people', '/']) {
      expectProblem(await caller.send({ method: 'GET', path }), 404, 'not-found');
    }
  });
});
