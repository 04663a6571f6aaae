import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApi } from './app';

/** What is sent, to the byte. */
export interface Sent {
  readonly method: string;
  /** With the query, and encoded: it goes out as it is. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body, when it is JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the assertions on it are the check
  readonly json: any;
}

/** How long an answer may take before the request counts as one that hangs. */
const HANGS_AFTER_MS = 20_000;

/** The API behind a port of this machine, as a program elsewhere meets it. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  private constructor(private readonly port: number) {}

  /** Lets the API listen. */
  static async of(api: TestApi): Promise<Caller> {
    await api.app.listen(0, '127.0.0.1');
    return new Caller((api.app.getHttpServer().address() as AddressInfo).port);
  }

  /** Sends a request and reads the whole answer. Fails when none comes. */
  send({ method, path, headers: given = {}, body }: Sent): Promise<Answer> {
    // Node leaves the length out of requests that mostly have no body.
    const headers = body === undefined ? given : { 'content-length': String(Buffer.byteLength(body)), ...given };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { port: this.port, host: '127.0.0.1', method, path, headers, agent: this.agent },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const bytes = Buffer.concat(parts);
            const text = bytes.toString('utf8');
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, text, json: read(text) });
          });
        },
      );
      outgoing.setTimeout(HANGS_AFTER_MS, () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)));
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        // The server had closed a connection that was kept open: the request never came in.
        if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(this.send({ method, path, headers, body }));
        else reject(new Error(`${error.code ?? ''} ${error.message}: ${method} ${path.slice(0, 200)}`));
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
