import { Cents, Choice, Day, Flag, Id, ListOf, Nested, Text, Texts, Whole } from '@sr/platform';
import { SIDES, SUBJECT_TYPES, WORK_ITEM_KINDS, WORK_ROLES } from '../domain/work-item';

/** What the work is on. */
export class WorkSubject {
  @Choice(SUBJECT_TYPES, { description: 'What it is.', example: 'CONTRACT' })
  readonly type!: string;

  @Text({
    description: 'Its id; of a value table its code; of the network `network`, or the year that its figures are of.',
    max: 40,
    example: '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d',
  })
  readonly id!: string;

  @Text({
    description:
      'What people call it: the title of a contract, the name of a plan, value table or seller, the reference of a placement.',
    max: 500,
    nullable: true,
    example: 'Schoonmaak rijkskantoren',
  })
  readonly name!: string | null;
}

/** Somebody who is named for it. */
export class NamedPerson {
  @Id({ description: 'The person.' })
  readonly personId!: string;

  @Text({ description: 'The name.', max: 200, example: 'Jan de Vries' })
  readonly name!: string;
}

/** For whom something waits. */
export class WaitsForAnswer {
  @Choice(SIDES, { description: 'On which side.', example: 'PRINCIPAL' })
  readonly side!: string;

  @Text({
    description: 'The code of the principal; null on the other sides.',
    max: 20,
    nullable: true,
    example: 'IenW',
  })
  readonly principalCode!: string | null;

  @Texts({
    description: 'The roles there that can do it; anybody with one of them.',
    max: WORK_ROLES.length,
    each: { max: 30 },
    example: ['CONTRACT_MANAGER'],
  })
  readonly roles!: readonly string[];

  @ListOf(() => NamedPerson, {
    description: 'Who is named for it in the plan, or changed the report last; others with the role may do it too.',
    max: 2,
  })
  readonly persons!: readonly NamedPerson[];
}

/** Something that waits for somebody. */
export class WorkItemAnswer {
  @Text({
    description: 'By what it is known in a list: the same as long as it waits.',
    max: 200,
    example: 'OBLIGATION_MISSING:0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d',
  })
  readonly key!: string;

  @Choice(WORK_ITEM_KINDS, { description: 'What is to be done.', example: 'OBLIGATION_MISSING' })
  readonly kind!: string;

  @Nested(() => WorkSubject, { description: 'What it is on.' })
  readonly subject!: WorkSubject;

  @Id({ description: 'The plan that it is about.', nullable: true })
  readonly planId!: string | null;

  @Text({ description: 'The name of that plan.', max: 200, nullable: true, example: 'De Gulle Lepel' })
  readonly planName!: string | null;

  @Id({ description: 'The contract that it is about.', nullable: true })
  readonly contractId!: string | null;

  @Text({ description: 'The number of that contract.', max: 40, nullable: true, example: '4500123456' })
  readonly contractNumber!: string | null;

  @Id({ description: 'The report that it is about.', nullable: true })
  readonly reportId!: string | null;

  @Whole({ description: 'The number of that report.', nullable: true, example: 1204 })
  readonly reportNumber!: number | null;

  @Text({
    description: 'The number of the supplier at the chamber of commerce.',
    max: 8,
    nullable: true,
    example: '68750110',
  })
  readonly supplierKvkNumber!: string | null;

  @Text({
    description: 'The name of the supplier or its group.',
    max: 200,
    nullable: true,
    example: 'De Gulle Lepel B.V.',
  })
  readonly supplierName!: string | null;

  @Text({ description: 'The code of the principal that it is about.', max: 20, nullable: true, example: 'IenW' })
  readonly principalCode!: string | null;

  @Text({ description: 'The quarter that it is about.', max: 7, nullable: true, example: '2026-Q2' })
  readonly quarter!: string | null;

  @Day({ description: 'Since when it waits, where that is known.', nullable: true, example: '2026-07-01' })
  readonly since!: string | null;

  @Day({
    description: 'The last day on which it is on time; null when there is none.',
    nullable: true,
    example: '2026-07-30',
  })
  readonly dueOn!: string | null;

  @Whole({ description: 'How many calendar days after that day it is; 0 is on time.', max: 1_000_000, example: 0 })
  readonly daysLate!: number;

  @Whole({
    description:
      'How many claims, reports or declarations of evidence; null of claims when the reader does not verify them and they are under five, or came to its role because nothing happened.',
    nullable: true,
    example: 12,
  })
  readonly count!: number | null;

  @Whole({ description: 'How many of the claims have a warning.', nullable: true, example: 3 })
  readonly countWithWarnings!: number | null;

  @Cents({
    description:
      'The amount of the obligation, or what is left or short of it, in cents. Euros of obligation: nobody pays them.',
    max: Number.MAX_SAFE_INTEGER,
    nullable: true,
    example: 24_000_000,
  })
  readonly cents!: number | null;

  @Cents({
    description:
      'What each month that is left has to bring, in cents: what is left over the days after today, times 365.25 / 12. Of an obligation that ends; null on its last day.',
    max: Number.MAX_SAFE_INTEGER,
    nullable: true,
    example: 850_000,
  })
  readonly paceCents!: number | null;

  @Flag({
    description: 'It came to this role because nothing happened; for whom it waited first still has it as well.',
    example: false,
  })
  readonly escalated!: boolean;

  @Nested(() => WaitsForAnswer, { description: 'For whom it waits.' })
  readonly waitsFor!: WaitsForAnswer;
}

/** A page of work items: the soonest due first, those without a day last. */
export class WorkItemPage {
  @ListOf(() => WorkItemAnswer, { description: 'The soonest due first, those without a day last.', max: 100 })
  readonly items!: readonly WorkItemAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
