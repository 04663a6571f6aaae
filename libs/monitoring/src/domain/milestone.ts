import type { LocalDate } from '@sr/kernel';
import type { Subject } from './work-item';

/** A talk that was held, or something that was delivered, by which an item is done that leaves no other trace. */
export const MILESTONE_KINDS = [
  'FIRST_CONTACT',
  'MID_TERM_TALK',
  'FOLLOW_UP',
  'EXTENSION',
  'YEAR_FIGURES',
  'EVALUATION',
  'RETENTION_TALK',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** What something was held on: as the subject of an item, by type and id. */
export type MilestoneSubject = Pick<Subject, 'type' | 'id'>;

export interface MilestoneFacts {
  readonly kind: MilestoneKind;
  readonly subject: MilestoneSubject;
  readonly heldOn: LocalDate;
}

/** Whether something of this kind was held on a subject, since a day when that is told. */
export function wasHeld(
  milestones: readonly MilestoneFacts[],
  kind: MilestoneKind,
  { type, id }: MilestoneSubject,
  since: LocalDate | null = null,
): boolean {
  return milestones.some(
    (one) =>
      one.kind === kind &&
      one.subject.type === type &&
      one.subject.id === id &&
      (since === null || one.heldOn >= since),
  );
}

/** The network itself, on which an evaluation is held. */
export const THE_NETWORK = { type: 'NETWORK', id: 'network' } as const;
/** The network's figures of a year. */
export const figuresOf = (year: number) => ({ type: 'NETWORK', id: String(year) }) as const;
