import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm';
import { DefaultNamingStrategy } from 'typeorm';

/**
 * The kinds of columns that our tables have, so that money, days and moments are mapped the same way everywhere.
 * The tables themselves are made by the migrations' SQL; `test/migrations.itest.ts` holds the two together.
 */

/** bigint arrives as text, since it may not fit; ours always does, and a value that does not is an error, not a guess. */
const exactInteger: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : toExact(value)),
};

/** A bigint of the database as a number; throws a RangeError when it is not exact. */
export function toExact(value: string | number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be kept exactly`);
  return number;
}

type Column = EntitySchemaColumnOptions;
type More = Partial<Column>;

/** Integer cents, centihours or another count that may pass 2^31. */
export const integer = (more: More = {}): Column => ({ type: 'bigint', transformer: exactInteger, ...more });
export const text = (more: More = {}): Column => ({ type: 'text', ...more });
export const texts = (more: More = {}): Column => ({ type: 'text', array: true, ...more });
export const flag = (more: More = {}): Column => ({ type: 'boolean', ...more });
export const uuid = (more: More = {}): Column => ({ type: 'uuid', ...more });
/** A local date, as `YYYY-MM-DD`. */
export const day = (more: More = {}): Column => ({ type: 'date', ...more });
/** An instant. */
export const moment = (more: More = {}): Column => ({ type: 'timestamptz', ...more });
export const json = (more: More = {}): Column => ({ type: 'jsonb', ...more });

/** Columns are snake_case in the database and camelCase in code. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes, given ?? property]
      .join('_')
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase();
  }
}

/** A row as `to_jsonb` writes it, with the names that the code uses. */
export function snakeToCamel(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
