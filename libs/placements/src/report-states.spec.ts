import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_TRANSITIONS } from './domain/report';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const [, diagram = ''] = /^\*\*A report\*\*[^]*?```mermaid\n([^]*?)```/m.exec(readme) ?? [];
const arrows = [...diagram.matchAll(/^ *(\S+) --> (\S+?)(?:: (\w+))?$/gm)].map(
  ([, from = '', to = '', event = '']) => `${from} ${event} ${to}`,
);

it('the states of a report are drawn as the code has them, and no others', () => {
  const inCode = Object.entries(REPORT_TRANSITIONS).flatMap(([from, events]) =>
    Object.entries(events).map(([event, to]) => `${from} ${event} ${to}`),
  );
  expect(arrows.filter((arrow) => !arrow.includes('[*]')).sort()).toEqual(inCode.sort());
  expect(arrows.filter((arrow) => arrow.includes('[*]'))).toEqual(['[*] open DRAFT', 'SUBMITTED  [*]']);
});
