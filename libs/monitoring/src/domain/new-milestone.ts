import type { LocalDate, Violation } from '@sr/kernel';
import { THE_NETWORK, type MilestoneFacts, type MilestoneKind } from './milestone';

/** What something can be held on. */
export const MILESTONE_SUBJECTS = ['CONTRACT', 'PLACEMENT', 'NETWORK'] as const;
export type MilestoneSubjectType = (typeof MILESTONE_SUBJECTS)[number];

const SUBJECT_OF: Readonly<Record<MilestoneKind, MilestoneSubjectType>> = {
  FIRST_CONTACT: 'CONTRACT',
  MID_TERM_TALK: 'CONTRACT',
  EXTENSION: 'CONTRACT',
  FOLLOW_UP: 'PLACEMENT',
  RETENTION_TALK: 'PLACEMENT',
  YEAR_FIGURES: 'NETWORK',
  EVALUATION: 'NETWORK',
};

/** What is wrong with a milestone that somebody writes down on `today`, as far as it tells by itself: all of it. */
export function milestoneViolations({ kind, subject, heldOn }: MilestoneFacts, today: LocalDate): Violation[] {
  return [
    ...(SUBJECT_OF[kind] === subject.type ? [] : [milestoneOfOtherSubject(kind, SUBJECT_OF[kind])]),
    ...(heldOn > today ? [milestoneInTheFuture()] : []),
  ];
}

/** Whether this names something of the network: its figures of a year that is or was, or itself. */
export const isOfTheNetwork = ({ kind, subject: { id } }: MilestoneFacts, today: LocalDate): boolean =>
  kind === 'YEAR_FIGURES' ? /^20\d\d$/.test(id) && id <= today.slice(0, 4) : id === THE_NETWORK.id;

/** A talk about a contract is not held on a placement. */
export const milestoneOfOtherSubject = (kind: MilestoneKind, type: MilestoneSubjectType): Violation => ({
  code: 'milestone.of_other_subject',
  field: '/subjectType',
  params: { kind, type },
  message: `${kind} is written down of ${type}.`,
});

/** What is written down has been held. */
export const milestoneInTheFuture = (): Violation => ({
  code: 'milestone.in_the_future',
  field: '/heldOn',
  message: 'Write it down on the day itself or later.',
});
