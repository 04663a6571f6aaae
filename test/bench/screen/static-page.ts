import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { builtWeb, serveWeb } from '../../../apps/api/src/web';

/**
 * What a screen looks like in the end, as a page by hand: the same elements and files, sent by the same server, but no
 * script runs and nothing is asked of the API. The least that a browser needs for such a screen.
 */
export class StaticPage {
  private constructor(
    private readonly server: FastifyInstance,
    private readonly folder: string,
    /** Where the page is. */
    readonly address: string,
  ) {}

  /** @param html the screen when it stood, as the browser has it */
  static async of(html: string): Promise<StaticPage> {
    const built = builtWeb();
    if (built === undefined) throw new Error('the screens have not been built');
    const folder = mkdtempSync(join(tmpdir(), 'sr-bench-page-'));
    cpSync(built, folder, { recursive: true });
    for (const extension of ['.br', '.gz']) rmSync(join(folder, `index.html${extension}`), { force: true });
    writeFileSync(join(folder, 'index.html'), withoutScripts(html));
    const server = fastify();
    serveWeb(server, folder);
    return new StaticPage(server, folder, await server.listen({ port: 0, host: '127.0.0.1' }));
  }

  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The scripts are sent as well, and not run. */
const withoutScripts = (html: string): string =>
  html
    .replace(/<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g, '<link rel="preload" as="script" crossorigin href="$1">')
    .replace(/<script\b[^>]*>[^]*?<\/script>/g, '');
