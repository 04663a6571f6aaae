import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXEMPTION_TRANSITIONS } from './domain/exemption';
import { SETTLEMENT_TRANSITIONS } from './domain/settlement';

const README = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const diagrams = [...README.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text = '']) => text);

const arrowsOf = (diagram: string) =>
  [...diagram.matchAll(/^ *(\S+) --> (\S+?)(?:: (\w+))?$/gm)].map(([, from = '', to = '', event]) => ({
    from,
    to,
    event,
  }));

describe.each<[string, string, Record<string, Partial<Record<string, string>>>]>([
  ['an exemption', diagrams[0] ?? '', EXEMPTION_TRANSITIONS],
  ['a settlement', diagrams[1] ?? '', SETTLEMENT_TRANSITIONS],
])('the states of %s', (_, diagram, transitions) => {
  const arrows = arrowsOf(diagram);

  it('are drawn as the code has them, and no others', () => {
    const drawn = arrows.filter(({ from, to }) => from !== '[*]' && to !== '[*]');
    const inCode = Object.entries(transitions).flatMap(([from, events]) =>
      Object.entries(events).map(([event, to]) => ({ from, to, event })),
    );
    const inWords = (all: typeof arrows): string[] => all.map(({ from, to, event }) => `${from} ${event} ${to}`).sort();
    expect(inWords(drawn)).toEqual(inWords(inCode as typeof arrows));
  });

  it('end where nothing leads on', () => {
    const ends = Object.entries(transitions).filter(([, events]) => Object.keys(events).length === 0);
    expect(arrows.filter(({ to }) => to === '[*]').map(({ from }) => from)).toEqual(ends.map(([state]) => state));
  });
});
