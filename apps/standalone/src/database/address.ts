import { createServer } from 'node:net';

/** Why the address cannot be used: one line, or null when it is free. Asked before anything is written. */
export async function whyNotListen(host: string, port: number): Promise<string | null> {
  const code = await tryToListen(host, port);
  if (code === null) return null;
  if (code !== 'EADDRINUSE')
    return `PORT: ${port} on ${host} cannot be used (${code}); set PORT or HOST to another one.`;
  return (await isOurs(host, port))
    ? `Het product draait al op http://${host}:${port} . Stop dat eerst, of kies met PORT een andere poort.`
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
    const answer = await fetch(`http://${host}:${port}/v1/health`, { signal: AbortSignal.timeout(2_000) });
    return ((await answer.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}
