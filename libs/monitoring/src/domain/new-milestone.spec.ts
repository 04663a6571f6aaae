import { addDays } from '@sr/kernel';
import { MILESTONE_KINDS, type MilestoneFacts, type MilestoneKind } from './milestone';
import {
  MILESTONE_SUBJECTS,
  isOfTheNetwork,
  milestoneTooEarly,
  milestoneViolations,
  type SubjectDays,
} from './new-milestone';

const TODAY = '2026-11-23';
const held = (kind: string, type: string, id = 'x', heldOn = TODAY): MilestoneFacts =>
  ({ kind, subject: { type, id }, heldOn }) as MilestoneFacts;
const codes = (facts: MilestoneFacts): string[] => milestoneViolations(facts, null, TODAY).map(({ code }) => code);

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

  // Half of this term is over on 1 July 2026.
  const CONTRACT = { type: 'CONTRACT', awardedOn: '2024-11-15', startsOn: '2025-01-01', endsOn: '2027-12-30' } as const;
  const SHORT = { ...CONTRACT, startsOn: '2024-12-01', endsOn: '2024-12-20' };
  const PLACEMENT = { type: 'PLACEMENT', startsOn: '2025-03-03', endsOn: null } as const;
  const NETWORK = { type: 'NETWORK', since: '2025-07-01' } as const;
  it.each<[string, SubjectDays, string, string, string]>([
    ['FIRST_CONTACT', CONTRACT, 'the award', 'x', '2024-11-15'],
    ['EXTENSION', CONTRACT, 'the award', 'x', '2024-11-15'],
    ['MID_TERM_TALK', CONTRACT, 'a month before half of the term', 'x', '2026-06-01'],
    ['MID_TERM_TALK', SHORT, 'the award, of a term of some days', 'x', '2024-11-15'],
    ['RETENTION_TALK', PLACEMENT, 'the first day of the placement', 'x', '2025-03-03'],
    ['FOLLOW_UP', PLACEMENT, 'the first day of a placement without a last one', 'x', '2025-03-03'],
    ['FOLLOW_UP', { ...PLACEMENT, endsOn: '2026-12-31' }, 'the last quarter of the placement', 'x', '2026-09-30'],
    ['FOLLOW_UP', { ...PLACEMENT, endsOn: '2025-04-01' }, 'the first day of a short placement', 'x', '2025-03-03'],
    ['YEAR_FIGURES', NETWORK, 'the end of the year', '2025', '2026-01-01'],
    ['EVALUATION', NETWORK, 'eleven months of the network', 'network', '2026-06-01'],
  ])('%s is not of a day before %j: %s', (kind, days, _bound, id, earliest) => {
    const on = (day: string) => milestoneViolations(held(kind, days.type, id, day), days, TODAY);
    expect(on(earliest)).toEqual([]);
    expect(on(addDays(earliest, -1))).toEqual([milestoneTooEarly(kind as MilestoneKind, earliest)]);
  });

  it('of figures of a year that is not over is never of a day that was', () => {
    expect(milestoneViolations(held('YEAR_FIGURES', 'NETWORK', '2026'), NETWORK, TODAY)).toEqual([
      milestoneTooEarly('YEAR_FIGURES', '2027-01-01'),
    ]);
  });

  it('of the network is of any day before there is one', () => {
    expect(milestoneViolations(held('EVALUATION', 'NETWORK'), { type: 'NETWORK', since: null }, TODAY)).toEqual([]);
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
