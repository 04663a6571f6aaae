// Test helper: the published data in `../shared/data`, next to the repository, that the files typed over here are
// checked against. A clone without that folder skips those checks and says so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '..', 'shared', 'data');

export type CsvRow = Record<string, string>;

/** Rows of a comma-separated text with a header; a field may be quoted, and a quote inside it doubled. */
export function parseCsv(text: string): CsvRow[] {
  const [header = [], ...lines] = text
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,"]*)),/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return lines.map((fields) => {
    if (fields.length !== header.length) throw new Error(`${fields.length} fields, not ${header.length}: ${fields.join()}`);
    return Object.fromEntries(header.map((name, i) => [name, fields[i] ?? '']));
  });
}

/** Reads `../shared/data/<path>`; only inside `describeShared`. */
export const sharedCsv = (path: string): CsvRow[] => parseCsv(readFileSync(join(folder, path), 'utf8'));

/** A group of tests against a folder of the shared data; without it, it is skipped and says so. */
export function describeShared(path: string, tests: () => void): void {
  const shared = existsSync(join(folder, path));
  const place = `shared data (../shared/data/${path})`;
  const group = shared ? describe : describe.skip;
  if (!shared) console.warn(`NOT RUN: ${place} is not there`);
  group(place, shared ? tests : () => test('is not there', () => undefined));
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);
