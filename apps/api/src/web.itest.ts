import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { openApi, type TestApi } from '../../../test/support/app';
import { Caller, type Answer } from '../../../test/support/caller';
import { testProduct, type TestProduct } from '../../../test/support/database';
import { builtWeb } from './web';

const INDEX = '<!doctype html><title>Social return</title>';
const SCRIPT = `console.log('${'x'.repeat(2000)}')`;
const CONTACT = 'mailto:veilig@example.nl';

describe('the web application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sr-web-'));
  let product: TestProduct;
  let api: TestApi;
  let caller: Caller;

  beforeAll(async () => {
    mkdirSync(join(folder, 'web/assets'), { recursive: true });
    const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, 'web', name), content);
    write('index.html', INDEX);
    write('icon.svg', '<svg/>');
    write('.built-stamp', 'x');
    write('assets/main-a1b2.js', SCRIPT);
    write('assets/main-a1b2.js.br', brotliCompressSync(SCRIPT));
    write('assets/main-a1b2.js.gz', gzipSync(SCRIPT));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    product = await testProduct();
    api = await openApi(product.applicationUrl, undefined, undefined, {
      web: join(folder, 'web'),
      securityTxt: { contact: CONTACT, publicUrl: 'https://social-return.example.nl' },
    });
    caller = await Caller.of(api);
  });
  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    caller.send({ method, path, headers });

  function expectProblem({ status, headers, json }: Answer, expected = 404): void {
    expect(status).toBe(expected);
    expect(json).toMatchObject({ status: expected });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['content-security-policy']).toContain("form-action 'none'");
  }

  it('is a page under a strict policy, which is asked for again each time', async () => {
    const { status, headers, text } = await get('/');
    expect([status, text]).toEqual([200, INDEX]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'content-length': String(INDEX.length),
    });
    expect(headers).not.toHaveProperty('api-version');
  });

  it.each([
    '/aanmelden',
    '/rapportages/0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d',
    '/contracten/?pagina=2',
    '/v1x',
    '/docs',
  ])('is the same page at %s', async (path) => {
    const { status, headers, text } = await get(path);
    expect([status, headers['content-type'], text]).toEqual([200, 'text/html; charset=utf-8', INDEX]);
  });

  it('lets files that carry a name after their content be kept for a year, and no others', async () => {
    const script = await get('/assets/main-a1b2.js');
    expect(script).toMatchObject({ status: 200, text: SCRIPT });
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(script.headers).not.toHaveProperty('content-encoding');
    expect((await get('/icon.svg')).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'no-cache',
    });
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
    ['GZIP', 'gzip', gunzipSync],
  ] as const)('sends what was compressed at the build to who accepts %s', async (accepts, encoding, open) => {
    const { headers, bytes } = await get('/assets/main-a1b2.js', { 'accept-encoding': accepts });
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(bytes.length),
    });
    expect(bytes.length).toBeLessThan(200);
    expect(open(bytes).toString()).toBe(SCRIPT);
  });

  it.each(['identity', 'br;q=0, gzip; q=0.0', 'brotli', ''])(
    'sends the file as it is to who accepts %j',
    async (accepts) => {
      const { headers, text } = await get('/assets/main-a1b2.js', { 'accept-encoding': accepts });
      expect(headers).not.toHaveProperty('content-encoding');
      expect(text).toBe(SCRIPT);
    },
  );

  it('sends nothing again to who has it, and tells encodings apart', async () => {
    const etag = String((await get('/')).headers['etag']);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const { status, headers, bytes } = await get('/aanmelden', { 'if-none-match': tag });
      expect([status, bytes.length, headers['etag'], headers['cache-control']]).toEqual([304, 0, etag, 'no-cache']);
    }
    expect((await get('/', { 'if-none-match': '"x"' })).status).toBe(200);

    const [br, plain] = [
      await get('/assets/main-a1b2.js', { 'accept-encoding': 'br' }),
      await get('/assets/main-a1b2.js'),
    ];
    expect(br.headers['etag']).not.toBe(plain.headers['etag']);
  });

  it('answers HEAD with the same headers and nothing else', async () => {
    const { headers } = await get('/');
    const head = await get('/', {}, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' });
  });

  it('does not take another method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expectProblem(await get('/aanmelden', {}, method));
  });

  it.each([
    '/assets/other.js',
    '/favicon.ico',
    '/assets/main-a1b2.js.br',
    '/assets/main-a1b2.js/x.js',
    '/v1',
    '/v1/unknown',
    '/V1/People',
    '/v2/people',
    '/v1//people',
    '/.well-known',
    '/.well-known/other',
    '/.env',
    '/.built-stamp',
    '/.git/config',
  ])('has no page at %s', async (path) => {
    expectProblem(await get(path));
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e/secret',
    '//secret.txt',
    '/%00secret.txt',
  ])('reaches nothing outside its folder by %s', async (path) => {
    expectProblem(await get(path));
  });

  it('leaves the API as it was', async () => {
    expect(await get('/v1/health')).toMatchObject({ status: 200, json: { status: 'ok' } });
    expectProblem(await get('/%zz'), 400);
    expect((await get('/v1/docs')).text).toContain('swagger-ui');
    const notAllowed = await get('/v1/health', {}, 'POST');
    expectProblem(notAllowed, 405);
    expect(notAllowed.headers['allow']).toContain('GET');
  });

  it('says in security.txt where a hole is reported, for less than a year', async () => {
    const { status, headers, text } = await get('/.well-known/security.txt');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    const lines = new Map(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(': ') as [string, string]),
    );
    expect([...lines.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
    expect(lines.get('Contact')).toBe(CONTACT);
    expect(lines.get('Canonical')).toBe('https://social-return.example.nl/.well-known/security.txt');
    const days = (Date.parse(lines.get('Expires') ?? '') - Date.now()) / (24 * 60 * 60 * 1000);
    expect(days).toBeGreaterThan(170);
    expect(days).toBeLessThan(365);
    expectProblem(await get('/security.txt'));
  });

  it('is found from below the folder that it was built in, when it has a page', () => {
    const built = join(folder, 'project/dist/apps/web');
    const below = join(folder, 'project/dist/apps/api/src');
    mkdirSync(built, { recursive: true });
    mkdirSync(below, { recursive: true });
    expect(builtWeb(below)).toBeUndefined();
    writeFileSync(join(built, 'index.html'), INDEX);
    expect([builtWeb(below), builtWeb(join(folder, 'project')), builtWeb(folder)]).toEqual([built, built, undefined]);
  });
});
