import type { FastifyInstance } from 'fastify';

/** Where a hole in the security can be reported, and under which address this product is known. */
export interface SecurityTxt {
  /** An address that begins with mailto:, https: or tel:. */
  readonly contact: string;
  /** The product's own address, when it is reached over TLS. */
  readonly publicUrl: string | null;
}

/** RFC 9116 wants a day within a year on which the reader should no longer trust the file. */
const VALID_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;
const PATH = '/.well-known/security.txt';

/** Serves /.well-known/security.txt (RFC 9116). It is valid for as long as somebody runs the product with this contact. */
export function serveSecurityTxt(server: FastifyInstance, { contact, publicUrl }: SecurityTxt): void {
  server.get(PATH, (_request, reply) => {
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${expiryOf(new Date())}`,
      'Preferred-Languages: nl, en',
      ...(publicUrl === null ? [] : [`Canonical: ${new URL(PATH, publicUrl).href}`]),
    ];
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}

/** A midnight, so that the file is the same the whole day. */
const expiryOf = (now: Date): string =>
  `${new Date(now.getTime() + VALID_DAYS * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`;
