import type { Answer } from '../api/client';
import type { Session } from '../shell/session';
import type { MilestoneKind, MilestoneSubject } from '../ui/record-milestone';

type Item = Pick<Answer<'WorkItemAnswer'>, 'kind' | 'subject' | 'escalated'>;

const ENDED_BY: Partial<Record<Item['kind'], MilestoneKind>> = {
  CONTACT_TO_MAKE: 'FIRST_CONTACT',
  MID_TERM_BEHIND: 'MID_TERM_TALK',
  EXTENSION_TO_DECIDE: 'EXTENSION',
  PLACEMENT_ENDING: 'FOLLOW_UP',
  PLACEMENT_LIMIT_NEAR: 'RETENTION_TALK',
  YEAR_FIGURES: 'YEAR_FIGURES',
  PILOT_TO_EVALUATE: 'EVALUATION',
};

/** What ends an item when it is written down, and of what; null when something else ends it, or it is another's to do. */
export function milestoneOf(
  { kind, subject, escalated }: Item,
  { person, permissions }: Pick<Session, 'person' | 'permissions'>,
): { readonly kind: MilestoneKind; readonly subject: MilestoneSubject } | null {
  const ends = ENDED_BY[kind];
  if (ends === undefined || !permissions.includes('milestones.record')) return null;
  const { type: subjectType, id: subjectId } = subject;
  if (subjectType !== 'CONTRACT' && subjectType !== 'PLACEMENT' && subjectType !== 'NETWORK') return null;
  // A supplier hears that a first talk did not take place; the ministry or the network writes it down.
  const isOwn = !escalated || person.organisation.kind !== 'SUPPLIER_GROUP';
  return isOwn ? { kind: ends, subject: { subjectType, subjectId } } : null;
}
