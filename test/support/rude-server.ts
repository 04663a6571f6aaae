import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a server does at a step: say a line, or `hang` (say nothing any more) or `close` (go away). */
export type Deed = string;
export type Step = 'greeting' | 'EHLO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' | 'text' | 'end';
const NORMAL: Partial<Record<Step, Deed>> = {
  greeting: '220 rude',
  STARTTLS: '502 5.5.1 Not here',
  MAIL: '250 OK',
  RCPT: '250 OK',
  DATA: '354 Go on',
  end: '250 Queued',
};

/**
 * A mail server that behaves badly at one step, on each connection after it took `good` mails there. `seen.texts` is how often the text of a mail came, `seen.raw` all
 * of it.
 */
export async function rude(step: Step, deed: Deed, extensions: readonly string[], good = 0) {
  const seen = { texts: 0, raw: '' };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let inText = false;
    let rest = '';
    let silent = false;
    let taken = 0;
    const at = (name: Step, normal: Deed | undefined): void => {
      const does = name === step && taken >= good ? deed : normal;
      if (silent || does === undefined) return;
      if (does === 'hang') silent = true;
      else if (does === 'close') {
        silent = true;
        socket.destroy();
      } else socket.write(`${does}\r\n`);
    };
    at('greeting', NORMAL.greeting);
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0 && !silent; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const verb = line.slice(0, 4).toUpperCase();
        if (inText && line === '.') {
          inText = false;
          at('end', NORMAL.end);
          taken += 1;
        } else if (inText) {
          seen.raw += `${line}\n`;
          if (line.startsWith('Subject:')) {
            seen.texts += 1;
            at('text', undefined);
          }
        } else if (verb === 'EHLO')
          at('EHLO', ['250-rude', ...extensions.map((e) => `250-${e}`), '250 8BITMIME'].join('\r\n'));
        else if (verb === 'HELO') at('EHLO', '250 rude');
        else if (verb === 'STAR') at('STARTTLS', NORMAL.STARTTLS);
        else if (verb === 'MAIL') at('MAIL', NORMAL.MAIL);
        else if (verb === 'RCPT') at('RCPT', NORMAL.RCPT);
        else if (verb === 'DATA') {
          const refused = taken >= good && /^(DATA|RCPT|MAIL) [45]/.test(`${step} ${deed}`);
          inText = !refused;
          at('DATA', refused ? '503 5.5.1 Nobody to send to' : NORMAL.DATA);
        } else if (verb === 'RSET') socket.write('250 OK\r\n');
        else if (verb === 'QUIT') socket.end('221 Bye\r\n');
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}
