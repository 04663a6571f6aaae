import { Choice, Day, Flag, Id, ListOf, Moment, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { SIDES, WORK_ITEM_KINDS } from '../domain/work-item';
import { DIGEST_STATES } from '../domain/digest';
import { MOMENT_CODE, NEXT, PERSON_NAME, PLAN_NAME, PRINCIPAL_CODE } from './shared.dto';

/** Which reminders are asked for. */
export class RemindersQuery extends PageQuery {
  @Id({ description: 'Only those about this plan.', optional: true })
  readonly planId?: string;

  @Id({ description: 'Only those about this contract.', optional: true })
  readonly contractId?: string;

  @Flag({ description: 'Only those that went to you.', optional: true, inQuery: true, example: true })
  readonly mine?: boolean;
}

/** How the mail fares that carries a reminder to somebody. */
export class ReminderMail {
  @Choice(DIGEST_STATES, {
    description:
      'SENT: the mail server took it. UNCERTAIN: it may have gone. BOUNCED: it came back. REFUSED and FAILED: it did not go.',
    example: 'SENT',
  })
  readonly state!: string;

  @Moment({ description: 'When the mail server took it.', nullable: true })
  readonly sentAt!: string | null;
}

/** Somebody to whom a reminder went. */
export class ReminderRecipient {
  @Choice(SIDES, { description: 'On which side.', example: 'SUPPLIER' })
  readonly side!: string;

  @Text({ description: 'The code of the principal; null on the other sides.', ...PRINCIPAL_CODE, nullable: true })
  readonly principalCode!: string | null;

  @Id({ description: 'The person; null when you know the side only.', nullable: true })
  readonly personId!: string | null;

  @Text({ description: 'The name; null when you know the side only.', ...PERSON_NAME, nullable: true })
  readonly name!: string | null;

  @Flag({ description: 'There was nobody for whom it was meant, so this person heard of it.', example: false })
  readonly standsIn!: boolean;

  @Nested(() => ReminderMail, {
    description: 'The mail; null when none carries it: it goes with the next, or the work was done before.',
    nullable: true,
  })
  readonly mail!: ReminderMail | null;
}

/** That somebody had to hear of work that waits. */
export class ReminderAnswer {
  @Whole({ description: 'The number of the reminder, in the order in which they were made.', min: 1, example: 8123 })
  readonly id!: number;

  @Day({ description: 'The day on which it was made.', example: '2026-01-23' })
  readonly madeOn!: string;

  @Day({ description: 'The day of the step by which it came; on a day without work it is made beside it.' })
  readonly dueOn!: string;

  @Day({ description: 'The last day on which the work was on time, as it was then.', nullable: true })
  readonly itemDueOn!: string | null;

  @Choice(WORK_ITEM_KINDS, { description: 'What is to be done.', example: 'REPORT_TO_OPEN' })
  readonly kind!: string;

  @Text({ description: 'The moment.', ...MOMENT_CODE })
  readonly moment!: string;

  @Text({ description: 'The step of that moment.', max: 60, example: 'BEFORE_7' })
  readonly step!: string;

  @Flag({ description: 'It went to the next role because nothing happened.', example: false })
  readonly escalation!: boolean;

  @Text({ description: 'The key of the work item.', max: 200, example: 'PLAN_TO_WRITE:0196f1ce-6f3a-7c11' })
  readonly itemKey!: string;

  @Id({ description: 'The plan that it is about.', nullable: true })
  readonly planId!: string | null;

  @Text({ description: 'The name of that plan.', ...PLAN_NAME, nullable: true })
  readonly planName!: string | null;

  @Id({ description: 'The contract that it is about.', nullable: true })
  readonly contractId!: string | null;

  @Text({ description: 'The number of that contract.', max: 40, nullable: true, example: '4500123456' })
  readonly contractNumber!: string | null;

  @Day({ description: 'The first day on which the work was found to be done; null while it waits.', nullable: true })
  readonly endedOn!: string | null;

  @ListOf(() => ReminderRecipient, { description: 'To whom it went.', max: 1000 })
  readonly recipients!: readonly ReminderRecipient[];
}

/** A page of reminders. */
export class ReminderPage {
  @ListOf(() => ReminderAnswer, { description: 'The newest first.', max: 100 })
  readonly items!: readonly ReminderAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
