import categories from './procurement-categories.json';
import { isDay } from './shared-data';

describe('procurement categories', () => {
  const { rows, readOn }: { rows: { code: string; name: string; from: string | null; to: string | null; source: string }[]; readOn: string } =
    categories;

  test('say on which day they were read', () => {
    expect(isDay(readOn)).toBe(true);
  });

  test('have unique codes and names, and a source', () => {
    const codes = rows.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[A-Z0-9_]{1,40}$/.test(code))).toEqual([]);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(rows.filter(({ name, source }) => !name.trim() || !source.trim())).toEqual([]);
  });

  test('have real days, the first not after the last', () => {
    for (const { code, from, to } of rows) {
      expect([code, [from, to].filter((day) => day !== null && !isDay(day))]).toEqual([code, []]);
      if (from !== null && to !== null) expect([code, from <= to]).toEqual([code, true]);
    }
  });

  test('do not count specific purchases as one', () => {
    expect(rows.filter(({ name }) => /specifiek/i.test(name))).toEqual([]);
  });
});
