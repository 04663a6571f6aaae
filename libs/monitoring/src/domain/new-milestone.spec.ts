import { MILESTONE_KINDS, type MilestoneFacts } from './milestone';
import { MILESTONE_SUBJECTS, isOfTheNetwork, milestoneViolations } from './new-milestone';

const TODAY = '2026-11-23';
const held = (kind: string, type: string, id = 'x', heldOn = TODAY): MilestoneFacts =>
  ({ kind, subject: { type, id }, heldOn }) as MilestoneFacts;
const codes = (facts: MilestoneFacts): string[] => milestoneViolations(facts, TODAY).map(({ code }) => code);

describe('a milestone', () => {
  it('is of one type of subject, by its kind', () => {
    const fits = MILESTONE_KINDS.map((kind) => [
      kind,
      MILESTONE_SUBJECTS.filter((type) => codes(held(kind, type)).length === 0).join(),
    ]);
    expect(Object.fromEntries(fits)).toEqual({
      FIRST_CONTACT: 'CONTRACT',
      MID_TERM_TALK: 'CONTRACT',
      FOLLOW_UP: 'PLACEMENT',
      EXTENSION: 'CONTRACT',
      YEAR_FIGURES: 'NETWORK',
      EVALUATION: 'NETWORK',
      RETENTION_TALK: 'PLACEMENT',
    });
  });

  it('is not of a day that is to come; all that is wrong is told', () => {
    expect(codes(held('FIRST_CONTACT', 'CONTRACT', 'x', '2026-11-24'))).toEqual(['milestone.in_the_future']);
    expect(codes(held('FIRST_CONTACT', 'PLACEMENT', 'x', '2026-11-24'))).toEqual([
      'milestone.of_other_subject',
      'milestone.in_the_future',
    ]);
  });

  it.each<[string, string, boolean]>([
    ['YEAR_FIGURES', '2025', true],
    ['YEAR_FIGURES', '2026', true],
    ['YEAR_FIGURES', '2027', false],
    ['YEAR_FIGURES', 'network', false],
    ['EVALUATION', 'network', true],
    ['EVALUATION', '2025', false],
  ])('%s of the network names %s: %s', (kind, id, expected) => {
    expect(isOfTheNetwork(held(kind, 'NETWORK', id), TODAY)).toBe(expected);
  });
});
