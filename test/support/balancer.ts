import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ASK_EVERY_MS = 200;
const NOBODY = 502;

/**
 * One address before several processes of this machine, as the proxy of docker-compose.yml is: in turn, to those that are
 * healthy. A request that could not be handed over goes to the next; what only reads goes there too when no answer came.
 */
export class Balancer {
  private readonly server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing));
  private ports: readonly number[] = [];
  private healthy = new Set<number>();
  private turn = 0;
  private asking: NodeJS.Timeout | undefined;

  constructor(private readonly healthPath: string) {}

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(ports: readonly number[]): Promise<void> {
    this.ports = ports;
    await this.ask();
    this.asking = setInterval(() => void this.ask(), ASK_EVERY_MS);
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    clearInterval(this.asking);
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async ask(): Promise<void> {
    const asked = this.ports.map(async (port) => {
      const answer = await fetch(`http://127.0.0.1:${port}${this.healthPath}`).catch(() => undefined);
      return answer?.ok ? [port] : [];
    });
    this.healthy = new Set((await Promise.all(asked)).flat());
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    this.turn += 1;
    const candidates = this.ports.filter((port) => this.healthy.has(port));
    for (let i = 0; i < candidates.length; i += 1) {
      const port = candidates[(this.turn + i) % candidates.length] ?? 0;
      const answered = await handOver(port, incoming, body, outgoing);
      if (answered !== 'again') return;
      this.healthy.delete(port);
    }
    outgoing.writeHead(NOBODY).end();
  }
}

function handOver(
  port: number,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<'done' | 'again'> {
  return new Promise((resolve) => {
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? NOBODY, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing).on('close', () => resolve('done'));
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (outgoing.headersSent) outgoing.destroy();
      else if (error.code === 'ECONNREFUSED' || method === 'GET') return resolve('again');
      else outgoing.writeHead(NOBODY).end();
      resolve('done');
    });
    passed.end(body);
  });
}
