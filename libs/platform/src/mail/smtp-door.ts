import type { SMTPServer, SMTPServerDataStream } from 'smtp-server';

/** An answer of a mail server that is not "yes". */
export const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

/** The first `most` bytes of a mail. The rest is heard and thrown away, so that the sender gets its answer. */
export async function readStart(stream: SMTPServerDataStream, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let room = most;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (room > 0) chunks.push(chunk.subarray(0, room));
    room -= chunk.length;
  }
  return Buffer.concat(chunks);
}

/** Stops listening. Connections that stay open are ended after the server's `closeTimeout`. */
export const stop = (server: SMTPServer): Promise<void> => new Promise((stopped) => server.close(stopped));
