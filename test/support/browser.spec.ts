import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import startProduct from '../web/support/start-product';
import { findBrowser } from './browser';

describe('the browser of the tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sr-browser-'));
  const { arch } = process;
  const { env } = process;
  const program = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };
  const onAnotherMachine = (): void => void Object.defineProperty(process, 'arch', { value: 'riscv64' });

  afterEach(() => {
    Object.defineProperty(process, 'arch', { value: arch });
    process.env = env;
    jest.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one that was chosen, before the one of the system', () => {
    const PATH = ['/nowhere', folder].join(delimiter);
    const [own, systems] = [program('own'), program('chromium')];
    expect(findBrowser({ PATH })).toMatchObject({ executablePath: systems, env: { PATH } });
    expect(findBrowser({ PATH, CHROMIUM_PATH: own })).toMatchObject({ executablePath: own });
    expect(() => findBrowser({ PATH, CHROMIUM_PATH: join(folder, 'none') })).toThrow('CHROMIUM_PATH: ');
  });

  it('is missing on a machine for which there is none, which the run of the walks says and a build does not accept', async () => {
    onAnotherMachine();
    expect(findBrowser({ PATH: '' })).toBe(
      `browser: there is no chromium on the PATH, and @sparticuz/chromium has none for ${process.platform} riscv64`,
    );
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.env = {};
    await startProduct();
    expect(said.mock.calls.join()).toContain('NOT RUN: browser: there is no chromium');
    process.env = { CI: 'true' };
    await expect(startProduct()).rejects.toThrow('NOT RUN: browser: there is no chromium');
  });
});
