import type { LocalDate, Violation } from '@sr/kernel';
import { THE_NETWORK, type MilestoneFacts, type MilestoneKind } from './milestone';
import { evaluationFrom, figuresFrom } from './network-items';
import { followUpFrom } from './placement-items';
import { midTermTalkFrom } from './running-items';

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

/** The days of a subject that say from when on something can have been held on it. */
export type SubjectDays =
  | {
      readonly type: 'CONTRACT';
      readonly awardedOn: LocalDate;
      readonly startsOn: LocalDate;
      readonly endsOn: LocalDate;
    }
  | { readonly type: 'PLACEMENT'; readonly startsOn: LocalDate; readonly endsOn: LocalDate | null }
  /** `since`: the first day of the network; null before there is one. */
  | { readonly type: 'NETWORK'; readonly since: LocalDate | null };

/**
 * What is wrong with a milestone that somebody writes down on `today`: all of it.
 * @param days of its subject; null when that is not known
 */
export function milestoneViolations(facts: MilestoneFacts, days: SubjectDays | null, today: LocalDate): Violation[] {
  const { kind, subject, heldOn } = facts;
  const fits = SUBJECT_OF[kind] === subject.type;
  const earliest = fits && days ? earliestOf(facts, days) : null;
  return [
    ...(fits ? [] : [milestoneOfOtherSubject(kind, SUBJECT_OF[kind])]),
    ...(heldOn > today ? [milestoneInTheFuture()] : []),
    ...(earliest !== null && heldOn < earliest ? [milestoneTooEarly(kind, earliest)] : []),
  ];
}

/**
 * The first day on which something of this kind can have been held: its subject is there, and the work that it ends can be
 * told from what was done before. Null when nothing is known that tells.
 */
function earliestOf({ kind, subject: { id } }: MilestoneFacts, days: SubjectDays): LocalDate | null {
  switch (days.type) {
    case 'CONTRACT':
      return kind === 'MID_TERM_TALK' ? laterOf(days.awardedOn, midTermTalkFrom(days)) : days.awardedOn;
    case 'PLACEMENT': {
      const { startsOn, endsOn } = days;
      return kind === 'FOLLOW_UP' && endsOn !== null ? laterOf(startsOn, followUpFrom(endsOn)) : startsOn;
    }
    case 'NETWORK':
      if (kind === 'YEAR_FIGURES') return figuresFrom(Number(id));
      return days.since === null ? null : evaluationFrom(days.since);
  }
}

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

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

/** What was held before that day was about something else, and ends nothing that waits now. */
export const milestoneTooEarly = (kind: MilestoneKind, from: LocalDate): Violation => ({
  code: 'milestone.too_early',
  field: '/heldOn',
  params: { kind, from },
  message: `${kind} is held here on ${from} at the earliest.`,
});

/** What is written down has been held. */
export const milestoneInTheFuture = (): Violation => ({
  code: 'milestone.in_the_future',
  field: '/heldOn',
  message: 'Write it down on the day itself or later.',
});
