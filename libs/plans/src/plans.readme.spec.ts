import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAN_TRANSITIONS } from './domain/plan';
import { PROPOSAL_TRANSITIONS } from './domain/proposal';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const diagrams = [...readme.matchAll(/```mermaid\n([^`]*)```/g)].map(([, diagram = '']) => diagram);

it.each([
  ['a plan', 0, PLAN_TRANSITIONS, 'DRAFT'],
  ['a proposal', 1, PROPOSAL_TRANSITIONS, 'PROPOSED'],
] as const)('the states of %s are drawn as the code has them, and no others', (_, place, transitions, first) => {
  const arrows = [...(diagrams[place] ?? '').matchAll(/^ *(\S+) --> (\S+?)(?:: (\w+))?$/gm)];
  const between = arrows.filter(([, from, to]) => from !== '[*]' && to !== '[*]');
  const inCode = Object.entries(transitions).flatMap(([from, events]) =>
    Object.entries(events).map(([event, to]) => `${from} --> ${String(to)}: ${event}`),
  );
  expect(between.map(([, from, to, event]) => `${from} --> ${to}: ${event}`).sort()).toEqual(inCode.sort());
  const ends = Object.entries(transitions).filter(([, events]) => Object.keys(events).length === 0);
  expect(arrows.filter(([, from]) => from === '[*]').map(([, , to]) => to)).toEqual([first]);
  expect(arrows.filter(([, , to]) => to === '[*]').map(([, from]) => from)).toEqual(ends.map(([state]) => state));
});
