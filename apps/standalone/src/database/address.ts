import { createServer } from 'node:net';

/** The address at which a person on this machine finds what listens on `host` and `port`. */
export function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** Why the address cannot be used: one line, or null when it is free. Asked before anything is written. */
export async function whyNotListen(host: string, port: number): Promise<string | null> {
  const code = await tryToListen(host, port);
  if (code === null) return null;
  if (code !== 'EADDRINUSE')
    return `PORT: ${port} on ${host} cannot be used (${code}); set PORT or HOST to another one.`;
  return (await isOurs(host, port))
    ? `The product runs already at ${addressOf(host, port)} . Stop that one first.`
    : `PORT: ${port} is in use by another program; set PORT to another one.`;
}

function tryToListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

async function isOurs(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`${addressOf(host, port)}/v1/health`, { signal: AbortSignal.timeout(2_000) });
    return ((await answer.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}
