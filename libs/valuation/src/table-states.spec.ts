import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_TRANSITIONS } from './domain/table-state';

it('the states of a value table are drawn in the README as the code has them', () => {
  const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
  const drawn = [...readme.matchAll(/^ *([A-Z]+) --> ([A-Z]+): (\w+)$/gm)].map(([arrow]) => arrow.trim());
  const inCode = Object.entries(TABLE_TRANSITIONS).flatMap(([from, events]) =>
    Object.entries(events).map(([event, to]) => `${from} --> ${to}: ${event}`),
  );
  expect(drawn.sort()).toEqual(inCode.sort());
});
