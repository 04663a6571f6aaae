import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { SendMailOptions } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything and keeps nothing but the newest mail. */
export interface Sink {
  readonly port: number;
  /** How many mails came since the last time that this was asked, how many bytes they had, and the newest. */
  take(): Caught;
  close(): Promise<void>;
}

export interface Caught {
  readonly mails: number;
  readonly bytes: number;
  readonly newest: Buffer;
}

export async function openSink(): Promise<Sink> {
  const nothing: Caught = { mails: 0, bytes: 0, newest: Buffer.alloc(0) };
  let caught = nothing;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const newest = Buffer.concat(chunks);
        caught = { mails: caught.mails + 1, bytes: caught.bytes + newest.length, newest };
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  return {
    port: (server.server.address() as AddressInfo).port,
    take() {
      const taken = caught;
      caught = nothing;
      return taken;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** A mail that came in, as it is handed to nodemailer to have the same sent. */
export async function asWritten(mail: Uint8Array): Promise<SendMailOptions> {
  const { from, to, subject, text, html, attachments, headers } = await PostalMime.parse(mail);
  const kept = ['auto-submitted', 'x-auto-response-suppress', 'content-language', 'list-id'];
  return {
    from: { name: from?.name ?? '', address: from?.address ?? '' },
    to: { name: to?.[0]?.name ?? '', address: to?.[0]?.address ?? '' },
    subject: subject ?? '',
    text: text ?? '',
    html: html ?? '',
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? 'file',
      contentType: mimeType,
      content: typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer),
    })),
    headers: headers.filter(({ key }) => kept.includes(key)).map(({ key, value }) => ({ key, value })),
  };
}
