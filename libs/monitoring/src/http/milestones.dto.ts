import { Choice, Day, Flag, Id, ListOf, Moment, Nested, PageQuery, Text } from '@sr/platform';
import { MILESTONE_KINDS, type MilestoneKind } from '../domain/milestone';
import { MILESTONE_SUBJECTS, type MilestoneSubjectType } from '../domain/new-milestone';
import { NEXT, PERSON_NAME } from './shared.dto';

const KIND = {
  description:
    'What was held or delivered. On a contract FIRST_CONTACT, MID_TERM_TALK, EXTENSION; on a placement FOLLOW_UP, RETENTION_TALK; of the network YEAR_FIGURES, EVALUATION.',
  example: 'FIRST_CONTACT',
};
const TYPE = { description: 'On what.', example: 'CONTRACT' };
const SUBJECT = {
  description: 'The id of the contract or placement; of the network `network`, or the year of its figures.',
  max: 40,
  pattern: /^[a-z0-9-]{1,40}$/,
  shape: 'Write an id, a year, or network.',
  example: '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d',
};
const HELD_ON = {
  description:
    'The day on which it was held or delivered; today or before. Not before its subject was there; MID_TERM_TALK not before a month before half of the term, FOLLOW_UP not before the last 92 days of the placement, YEAR_FIGURES not before the year is over, EVALUATION not before 11 months after the network began.',
  example: '2026-03-31',
};
const REASON = { description: 'Why it was a mistake.', max: 500, example: 'Het gesprek ging over een ander contract.' };
const NOTE = { description: 'What came of it.', max: 2000, example: 'Wij spraken een plan af voor twee plaatsen.' };

/** Writes down that something was held or delivered. */
export class RecordMilestoneBody {
  @Choice(MILESTONE_KINDS, KIND)
  readonly kind!: MilestoneKind;

  @Choice(MILESTONE_SUBJECTS, TYPE)
  readonly subjectType!: MilestoneSubjectType;

  @Text(SUBJECT)
  readonly subjectId!: string;

  @Day(HELD_ON)
  readonly heldOn!: string;

  @Text(NOTE)
  readonly note!: string;
}

/** Takes a milestone back. */
export class WithdrawMilestoneBody {
  @Text(REASON)
  readonly reason!: string;
}

/** Of what the milestones are asked. */
export class MilestonesQuery extends PageQuery {
  @Choice(MILESTONE_SUBJECTS, TYPE)
  readonly subjectType!: MilestoneSubjectType;

  @Text(SUBJECT)
  readonly subjectId!: string;
}

/** That a milestone was a mistake. */
export class MilestoneWithdrawal {
  @Text(REASON)
  readonly reason!: string;

  @Text({ description: 'The name of who took it back.', ...PERSON_NAME, nullable: true })
  readonly byName!: string | null;

  @Moment({ description: 'When it was taken back.' })
  readonly at!: string;
}

/** That something was held or delivered, and what came of it. */
export class MilestoneAnswer {
  @Id({ description: 'The milestone.' })
  readonly id!: string;

  @Choice(MILESTONE_KINDS, KIND)
  readonly kind!: string;

  @Choice(MILESTONE_SUBJECTS, TYPE)
  readonly subjectType!: string;

  @Text(SUBJECT)
  readonly subjectId!: string;

  @Day(HELD_ON)
  readonly heldOn!: string;

  @Text(NOTE)
  readonly note!: string;

  @Text({ description: 'Who wrote it down: the id of the person.', max: 100 })
  readonly recordedBy!: string;

  @Text({ description: 'The name of that person.', ...PERSON_NAME, nullable: true })
  readonly recordedByName!: string | null;

  @Moment({ description: 'When it was written down.' })
  readonly recordedAt!: string;

  @Flag({ description: 'Somebody of your own organisation wrote it down, so it is yours to take back.' })
  readonly isOwn!: boolean;

  @Nested(() => MilestoneWithdrawal, {
    description: 'That it was taken back, and ends no work any more; null when it holds.',
    nullable: true,
  })
  readonly withdrawal!: MilestoneWithdrawal | null;
}

/** A page of milestones. */
export class MilestonePage {
  @ListOf(() => MilestoneAnswer, { description: 'The last held first.', max: 100 })
  readonly items!: readonly MilestoneAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
