import type { Reader } from '@sr/platform';

/**
 * What was found by its key, asked once in a reading: what waits around a plan is asked by many rules, each of which wants to
 * know the plan. A reader that only reads sees one moment, so what it found stays so; a transaction that writes may not ask.
 */
export class Remembered<T> {
  private readonly found = new WeakMap<Reader, Map<string, T>>();

  /** @param find answers for the keys that were not found before, by key */
  async get(
    reader: Reader,
    keys: readonly string[],
    find: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<Map<string, T>> {
    const known = this.found.get(reader) ?? new Map<string, T>();
    this.found.set(reader, known);
    const missing = [...new Set(keys)].filter((key) => !known.has(key));
    if (missing.length > 0) for (const [key, one] of await find(missing)) known.set(key, one);
    return new Map(
      keys.flatMap((key) => {
        const one = known.get(key);
        return one === undefined ? [] : [[key, one] as const];
      }),
    );
  }
}
