import { Choice, Day, Flag, Id, ListOf, Moment, Nested, OneOf, Text, Texts, Whole } from '@sr/platform';
import { ANCHORS, AUDIENCES } from '../domain/moment';
import { LATER_MAX_DAYS } from '../domain/new-deviation';
import { WORK_ITEM_KINDS } from '../domain/work-item';
import { MOMENT_CODE, NEXT, PERSON_NAME, PLAN_NAME, PRINCIPAL_CODE } from './shared.dto';

const TERM = { min: -1000, max: 1000 };

/** How long after its day a step comes: months first, then calendar days, then working days. */
export class StepTerm {
  @Whole({ description: 'Months; before the day when negative.', ...TERM, example: 0 })
  readonly months!: number;

  @Whole({ description: 'Calendar days; before the day when negative.', ...TERM, example: -7 })
  readonly days!: number;

  @Whole({ description: 'Working days; before the day when negative.', ...TERM, example: 0 })
  readonly workingDays!: number;
}

/** That a step comes again as long as the work waits. */
export class StepAgain {
  @Whole({ description: 'Every so many calendar days.', min: 1, max: 1000, example: 7 })
  readonly everyDays!: number;

  @Whole({ description: 'So many times at most.', min: 1, max: 1000, example: 3 })
  readonly most!: number;
}

/** One time at which somebody hears of work that waits. */
export class StepAnswer {
  @Text({ description: 'The code, the only one in its moment.', max: 60, example: 'BEFORE_7' })
  readonly code!: string;

  @Choice(ANCHORS, {
    description: 'From which day it counts: since when the work waits, or the last day on which it is on time.',
    example: 'DUE',
  })
  readonly anchor!: string;

  @Nested(() => StepTerm, { description: 'How long after that day.' })
  readonly after!: StepTerm;

  @Texts({
    description:
      'To whom: WAITER, for whom it waits; EVERYBODY_WAITING, the whole desk; or a role of those around the work.',
    max: AUDIENCES.length,
    each: { max: 40 },
    example: ['WAITER'],
  })
  readonly to!: readonly string[];

  @Flag({ description: 'It goes to the next role because nothing happened.', example: false })
  readonly escalation!: boolean;

  @Nested(() => StepAgain, { description: 'When it comes again; null is once.', nullable: true })
  readonly again!: StepAgain | null;
}

/** What people are reminded of, and when: one version. */
export class ReminderMomentAnswer {
  @Text({ description: 'The code.', ...MOMENT_CODE })
  readonly code!: string;

  @Day({ description: 'The first day on which this version holds.', example: '2026-01-01' })
  readonly from!: string;

  @Day({ description: 'The last day; null while it holds.', nullable: true, example: null })
  readonly until!: string | null;

  @Texts({
    description: 'Of which kinds of work it is.',
    max: WORK_ITEM_KINDS.length,
    each: { max: 40 },
    example: ['REPORT_TO_OPEN'],
  })
  readonly kinds!: readonly string[];

  @ListOf(() => StepAnswer, { description: 'The times at which somebody hears of it.', max: 50 })
  readonly steps!: readonly StepAnswer[];

  @Text({ description: 'Where the terms are from.', max: 2000, example: 'Our own.' })
  readonly source!: string;
}

/** All moments that hold, or will. */
export class ReminderMomentList {
  @ListOf(() => ReminderMomentAnswer, { description: 'By code, and then by first day.', max: 500 })
  readonly items!: readonly ReminderMomentAnswer[];
}

/** Nothing is sent. */
export class SilentChange {
  @Choice(['SILENT'], { description: 'Nothing is sent.' })
  readonly kind!: 'SILENT';
}

/** Every step comes later. */
export class LaterChange {
  @Choice(['LATER'], { description: 'Every step comes later.' })
  readonly kind!: 'LATER';

  @Whole({ description: 'So many calendar days.', min: 1, max: LATER_MAX_DAYS, example: 14 })
  readonly days!: number;
}

const CHANGES = { SILENT: SilentChange, LATER: LaterChange };
const CHANGE = { description: 'What is different.', example: { kind: 'LATER', days: 14 } };
const REASON = { description: 'Why, in your own words.', max: 2000, example: 'De leverancier is overgenomen.' };

/** Makes a deviation. */
export class MakeDeviationBody {
  @Text({ description: 'The moment from which it deviates.', ...MOMENT_CODE })
  readonly moment!: string;

  @Text({
    description: 'Of all work of this principal: your own. Leave it out when you name a plan.',
    ...PRINCIPAL_CODE,
    optional: true,
    nullable: true,
  })
  readonly principalCode?: string | null;

  @Id({
    description: 'Of all work of this plan: one that you verify. Leave it out when you name a principal.',
    optional: true,
    nullable: true,
    example: null,
  })
  readonly planId?: string | null;

  @OneOf(CHANGES, CHANGE)
  readonly change!: SilentChange | LaterChange;

  @Text(REASON)
  readonly reason!: string;

  @Day({ description: 'The first day; today or later.', example: '2026-12-01' })
  readonly from!: string;

  @Day({ description: 'The last day: 366 days with the first at most.', example: '2026-12-31' })
  readonly until!: string;
}

/** That a ministry or a plan keeps other terms for a while. */
export class DeviationAnswer {
  @Id({ description: 'The deviation.' })
  readonly id!: string;

  @Text({ description: 'The moment from which it deviates.', ...MOMENT_CODE })
  readonly moment!: string;

  @Text({ description: 'Of all work of this principal.', ...PRINCIPAL_CODE, nullable: true })
  readonly principalCode!: string | null;

  @Id({ description: 'Of all work of this plan.', nullable: true })
  readonly planId!: string | null;

  @Text({ description: 'The name of that plan.', ...PLAN_NAME, nullable: true })
  readonly planName!: string | null;

  @OneOf(CHANGES, CHANGE)
  readonly change!: SilentChange | LaterChange;

  @Text(REASON)
  readonly reason!: string;

  @Day({ description: 'The first day.', example: '2026-12-01' })
  readonly from!: string;

  @Day({ description: 'The last day; the day before the first when it was ended before it began.' })
  readonly until!: string;

  @Text({ description: 'Who made it: the id of the person.', max: 100 })
  readonly recordedBy!: string;

  @Text({ description: 'The name of that person.', ...PERSON_NAME, nullable: true })
  readonly recordedByName!: string | null;

  @Moment({ description: 'When it was made.' })
  readonly recordedAt!: string;
}

/** A page of deviations. */
export class DeviationPage {
  @ListOf(() => DeviationAnswer, { description: 'The last to end first.', max: 100 })
  readonly items!: readonly DeviationAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
