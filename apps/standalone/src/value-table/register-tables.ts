import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EVERYTHING, AppError, type Actor } from '@sr/kernel';
import { faultsOf } from '../replay/fields';
import { readPublishedTable } from '../replay/value-table.file';
import type { Product } from '../product/product';

const TABLE_STEWARD: Actor = { id: 'table-steward', name: 'Beheerder waardentabellen', scope: EVERYTHING };

/** The files of a folder with published value tables. */
export function tableFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

/** What came of a file: the table's code and what was done, or its faults. */
export type Registered =
  { readonly code: string; readonly done: 'added' | 'replaced' | 'unchanged' } | { readonly faults: string[] };

/** Registers the value table of a file. */
export async function registerTable(product: Product, file: string): Promise<Registered> {
  const faulty = (messages: readonly string[]): Registered => ({
    faults: messages.map((message) => `${basename(file)}: ${message}`),
  });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return faulty([`cannot be read as JSON (${(error as Error).message})`]);
  }
  const table = readPublishedTable(json);
  if (!table.success) return faulty(faultsOf(table.error));
  try {
    return { code: table.data.code, done: await product.valuation.register(TABLE_STEWARD, table.data) };
  } catch (error) {
    if (error instanceof AppError) return faulty(error.violations.map((violation) => violation.message));
    throw error;
  }
}
