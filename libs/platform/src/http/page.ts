import { AppError, isLocalDate, type Violation } from '@sr/kernel';
import { Text, Whole } from './fields';

/** A page of a list. */
export interface Page<T> {
  readonly items: T[];
  /** Where the next page begins; null when this is the last. */
  readonly next: string | null;
}

/** What every list takes: how many, and from where. */
export class PageQuery {
  @Whole({ description: 'How many items a page has.', min: 1, max: 100, optional: true, inQuery: true, example: 25 })
  readonly limit?: number;

  @Text({
    description: 'Where the page begins: the `next` of the page before. Leave it out for the first page.',
    max: 500,
    pattern: /^[A-Za-z0-9_-]+$/,
    shape: 'Use the value of `next` of the page before.',
    optional: true,
  })
  readonly after?: string;
}

const PAGE_DEFAULT = 25;

/** How many rows to read for a page: one more than is shown, to see whether there is a next. */
export const rowsToRead = (query: PageQuery): number => (query.limit ?? PAGE_DEFAULT) + 1;

/**
 * A page of rows that were read with `rowsToRead`; `keyOf` gives what the next page begins after. A page costs the same
 * wherever it lies: the next one is found by its key, not by counting.
 */
export function pageOf<T>(
  rows: readonly T[],
  query: PageQuery,
  keyOf: (row: T) => readonly (string | number)[],
): Page<T> {
  const limit = query.limit ?? PAGE_DEFAULT;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? encode(keyOf(last)) : null;
  return { items, next };
}

const encode = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What a part of a key is: the query casts it, and what is not of its kind would be a fault of the database's. */
export type KeyPart = 'text' | 'whole' | 'uuid' | 'day' | 'moment';

const IS: Readonly<Record<KeyPart, (part: string) => boolean>> = {
  // NUL is no text to PostgreSQL.
  text: (part) => !part.includes('\0'),
  whole: (part) => /^\d{1,15}$/.test(part),
  uuid: (part) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  day: isLocalDate,
  moment: (part) => /^[12]\d{3}-.{2}-.{2}T.{12}Z$/.test(part) && !Number.isNaN(Date.parse(part)),
};

/** The key after which the page begins, as text, part by part of its kind; null for the first page. Refuses `page.after_wrong`. */
export function keyAfter<Parts extends readonly KeyPart[]>(
  query: PageQuery,
  ...kinds: Parts
): { [Place in keyof Parts]: string } | null {
  if (query.after === undefined) return null;
  const parts = decode(query.after);
  if (parts?.length !== kinds.length || !kinds.every((kind, place) => IS[kind](parts[place] ?? ''))) {
    throw new AppError('invalid-input', [pageAfterWrong()]);
  }
  return parts as { [Place in keyof Parts]: string };
}

function decode(after: string): string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number');
    return isKey ? key.map(String) : null;
  } catch {
    return null;
  }
}

/** Where a page begins is only ever what the page before said. */
export const pageAfterWrong = (): Violation => ({
  code: 'page.after_wrong',
  field: '/after',
  message: 'Use the value of `next` of the page before.',
});
