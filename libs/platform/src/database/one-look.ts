import type { Reader } from './db';

/** The most rows of one kind that are looked at when open work is read; those that are due first go first. */
export const MOST_LOOKED_AT = 1_000;

/** More waits than one look takes in, of a reader that may leave nothing out. */
export class MoreThanOneLook extends Error {
  constructor() {
    super(`More than ${MOST_LOOKED_AT} rows of one kind wait.`);
  }
}

/**
 * The rows of a statement that ends with `limit MOST_LOOKED_AT`. Who reads for one organisation is content with those that
 * are due first; who reads for many at once would lose the work of one behind that of another, and is told.
 * @throws MoreThanOneLook when rows may be missing and the reader is `inFull`
 */
export function inOneLook<Row>(reader: Reader, rows: Row[]): Row[] {
  if (reader.inFull && rows.length >= MOST_LOOKED_AT) throw new MoreThanOneLook();
  return rows;
}
