import type { Reader } from './db';
import { MOST_LOOKED_AT, MoreThanOneLook, inOneLook } from './one-look';

const READER = {} as Reader;
const IN_FULL = { inFull: true } as Reader;
const rows = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

it.each([0, 1, MOST_LOOKED_AT - 1])('gives %i rows to every reader', (count) => {
  expect(inOneLook(READER, rows(count))).toHaveLength(count);
  expect(inOneLook(IN_FULL, rows(count))).toHaveLength(count);
});

it('gives the most rows to who is content with those that are due first, and tells who may leave nothing out', () => {
  expect(inOneLook(READER, rows(MOST_LOOKED_AT))).toHaveLength(MOST_LOOKED_AT);
  expect(() => inOneLook(IN_FULL, rows(MOST_LOOKED_AT))).toThrow(MoreThanOneLook);
});
