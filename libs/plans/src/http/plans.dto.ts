import {
  Cents,
  Centihours,
  Choice,
  Day,
  Flag,
  Id,
  Ids,
  ListOf,
  Moment,
  Nested,
  PageQuery,
  Text,
  Texts,
  Whole,
} from '@sr/platform';
import { PLAN_KINDS, PLAN_STATES } from '../domain/plan';
import type { Plan } from '../domain/plan';
import { LINE_WARNINGS } from '../domain/plan-line';

export const PRINCIPAL = {
  max: 20,
  pattern: /^[A-Za-z]{1,20}$/,
  shape: 'Write the code of a principal.',
  example: 'IenW',
};
export const TABLE_CODE = { max: 60, pattern: /^[A-Z0-9-]+$/, shape: 'Write a code of A-Z, 0-9 and hyphens.' };
const REASON = { description: 'Why, in a few words; the supplier and the principals read it.', max: 1000 };
const NAME = {
  description: 'What the plan is called; used once in its supplier group.',
  max: 200,
  example: 'Schoonmaak Rijk 2026',
};
const KIND = {
  description:
    'BUNDLE for obligations in euros; FORM_FREE for goals in persons, hours or activities, which have no euros. ' +
    'The two are never in one plan.',
  example: 'BUNDLE',
};
export const STATE = {
  description:
    'DRAFT until the supplier submits its plan of action; SUBMITTED; RETURNED for other lines; APPROVED; ENDED.',
  example: 'APPROVED',
};
const VERSION = {
  description: 'The version that you read; another one means that somebody changed it meanwhile.',
  min: 1,
  max: 2 ** 31 - 1,
  example: 3,
};
const DUE = 'The day by which the supplier hands in its plan of action.';
const CONTRACT_IDS = {
  description: 'Contracts with an obligation, of suppliers of the group; each once.',
  max: 200,
  example: ['0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d'],
};
const GROUP = { description: 'The supplier group whose obligations it is about.' };

/** Which plans a list has. */
export class PlanListQuery extends PageQuery {
  @Id({ description: 'Plans of this supplier group.', optional: true })
  readonly supplierGroupId?: string;

  @Choice(PLAN_STATES, { ...STATE, optional: true })
  readonly state?: Plan['state'];

  @Choice(PLAN_KINDS, { ...KIND, optional: true })
  readonly kind?: Plan['kind'];

  @Text({
    description: 'Plans in which an obligation of this principal is, or waits for its answer, as far as you see it.',
    ...PRINCIPAL,
    optional: true,
  })
  readonly principal?: string;

  @Id({ description: 'Plans of which this person is lead or deputy, on either side.', optional: true })
  readonly contactId?: string;
}

const CONTACT = { optional: true, nullable: true };

/** Who speaks for each side. */
export class PlanContactFields {
  @Id({ description: 'Leads for the principals: somebody of the network, or of a principal in the plan.', ...CONTACT })
  readonly clientLeadId?: string | null;

  @Id({ description: 'Stands in for the lead of the principals.', ...CONTACT })
  readonly clientDeputyId?: string | null;

  @Id({ description: 'Leads for the supplier: somebody of the supplier group.', ...CONTACT })
  readonly supplierLeadId?: string | null;

  @Id({ description: 'Stands in for the lead of the supplier.', ...CONTACT })
  readonly supplierDeputyId?: string | null;
}

export class MakePlanBody extends PlanContactFields {
  @Text(NAME)
  readonly name!: string;

  @Choice(PLAN_KINDS, KIND)
  readonly kind!: Plan['kind'];

  @Id(GROUP)
  readonly supplierGroupId!: string;

  @Text({
    description: 'The code of the value table that the plan pins, for good. Each principal agrees to it when it joins.',
    ...TABLE_CODE,
    example: 'HAAGLANDEN-2023-07',
  })
  readonly valueTable!: string;

  @Ids({
    ...CONTRACT_IDS,
    description:
      'The contracts whose obligations it is for. The network proposes them to their principals; a principal names at ' +
      'least one contract of its own, which is in the plan at once.',
  })
  readonly contractIds!: string[];

  @Day({ description: `${DUE} Two months from today when you leave it out.`, optional: true })
  readonly dueOn?: string;
}

/** What you leave out stays; a contact that is null is taken away. */
export class EditPlanBody extends PlanContactFields {
  @Whole(VERSION)
  readonly version!: number;

  @Text({ ...NAME, optional: true })
  readonly name?: string;

  @Day({ description: `${DUE} Another day needs a reason.`, optional: true })
  readonly dueOn?: string;

  @Text({ ...REASON, description: 'Why the plan of action is due on another day.', optional: true })
  readonly reason?: string;
}

/** Gives the supplier more time for its plan of action. */
export class ExtendPlanBody {
  @Whole(VERSION)
  readonly version!: number;

  @Day({ description: 'The new last day: later than it is now, by at most 92 days at once.', example: '2026-04-30' })
  readonly dueOn!: string;

  @Text({ ...REASON, description: 'Why; the supplier reads it.' })
  readonly reason!: string;
}

const BLOCK = { max: 40, pattern: /^[A-Z0-9_]+$/, shape: 'Write a code of A-Z, 0-9 and underscores.' };

/** Who speaks for the supplier. */
export class NameSupplierContactsBody {
  @Whole(VERSION)
  readonly version!: number;

  @Id({ description: 'Leads for the supplier: somebody of the supplier group; null is nobody.', nullable: true })
  readonly supplierLeadId!: string | null;

  @Id({ description: 'Stands in for the lead of the supplier; null is nobody.', nullable: true })
  readonly supplierDeputyId!: string | null;
}

/** One thing that the supplier intends to do. The kind of the block says which figures it has. */
export class PlanLineFields {
  @Text({ description: "A block of the plan's value table.", ...BLOCK, example: 'BANENAFSPRAAK' })
  readonly block!: string;

  @Whole({
    description: 'How many people, for a block of work; null or left out for purchases and activities.',
    min: 1,
    max: 100_000,
    optional: true,
    nullable: true,
    example: 4,
  })
  readonly persons?: number | null;

  @Centihours({
    description:
      'Hours of all of them together in the whole period, in hundredths, for work and activities; null or left out for purchases.',
    min: 1,
    optional: true,
    nullable: true,
    example: 530_400,
  })
  readonly centihours?: number | null;

  @Cents({
    description: 'The invoices together without VAT, in cents, for purchases; null or left out for the rest.',
    min: 1,
    optional: true,
    nullable: true,
    example: null,
  })
  readonly invoiceCents?: number | null;

  @Day({ description: 'The first day of the period.', example: '2026-01-01' })
  readonly from!: string;

  @Day({ description: 'The last day of the period.', example: '2026-12-31' })
  readonly to!: string;

  @Text({
    description: 'The code of the labour market region; null or left out while it is not known.',
    max: 20,
    optional: true,
    nullable: true,
    example: null,
  })
  readonly region?: string | null;

  @Text({
    description: 'With whom: a social enterprise, a municipality, a school. Never a candidate.',
    max: 200,
    optional: true,
    nullable: true,
    example: 'Sociale werkplaats Noord',
  })
  readonly partner?: string | null;

  @Whole({
    description: 'How sure it is, in basis points: 10000 is certain; 5000 when you leave it out.',
    max: 10_000,
    optional: true,
    example: 5000,
  })
  readonly confidenceBp?: number;
}

/** The plan of action: all its lines, in their order. */
export class WritePlanLinesBody {
  @Whole(VERSION)
  readonly version!: number;

  @ListOf(() => PlanLineFields, { description: 'All lines; those that you leave out are no longer planned.', max: 200 })
  readonly lines!: PlanLineFields[];
}

export class PlanStepBody {
  @Whole(VERSION)
  readonly version!: number;
}

export class ExplainedPlanStepBody extends PlanStepBody {
  @Text({ ...REASON, example: 'De aantallen passen niet bij de looptijd.' })
  readonly reason!: string;
}

/** A person by name. */
export class PlanPerson {
  @Id({ description: 'The person.' })
  readonly personId!: string;

  @Text({
    description: 'The name; null when it is not known any more.',
    max: 200,
    nullable: true,
    example: 'Anna de Wit',
  })
  readonly name!: string | null;
}

const PERSON = { nullable: true };
const AMOUNT = 'cents; obligations without euros count for 0';

/** A plan as a list shows it. */
export class PlanSummaryAnswer {
  @Id({ description: 'The plan.' })
  readonly id!: string;

  @Text(NAME)
  readonly name!: string;

  @Choice(PLAN_KINDS, KIND)
  readonly kind!: Plan['kind'];

  @Choice(PLAN_STATES, STATE)
  readonly state!: Plan['state'];

  @Id(GROUP)
  readonly supplierGroupId!: string;

  @Text({ description: 'The name of the supplier group.', max: 200, example: 'Facilitair Groep' })
  readonly supplierGroupName!: string;

  @Text({
    description: 'The code of the value table that the plan pins.',
    ...TABLE_CODE,
    example: 'HAAGLANDEN-2023-07',
  })
  readonly valueTable!: string;

  @Text({
    description:
      'The principal that verifies the plan itself, of its own obligations only; null when the network does.',
    ...PRINCIPAL,
    nullable: true,
    example: null,
  })
  readonly verifiedBy!: string | null;

  @Nested(() => PlanPerson, { description: 'Leads for the principals.', ...PERSON })
  readonly clientLead!: PlanPerson | null;

  @Nested(() => PlanPerson, { description: 'Stands in for the lead of the principals.', ...PERSON })
  readonly clientDeputy!: PlanPerson | null;

  @Nested(() => PlanPerson, { description: 'Leads for the supplier.', ...PERSON })
  readonly supplierLead!: PlanPerson | null;

  @Nested(() => PlanPerson, { description: 'Stands in for the lead of the supplier.', ...PERSON })
  readonly supplierDeputy!: PlanPerson | null;

  @Day({ description: DUE, nullable: true })
  readonly dueOn!: string | null;

  @Flag({ description: 'Whether that day has passed without an approved plan of action.', example: false })
  readonly overdue!: boolean;

  @Whole({ description: 'How many obligations in it you see.', example: 2 })
  readonly obligations!: number;

  @Cents({ description: `Their amounts in force together, in ${AMOUNT}.`, example: 24_000_000 })
  readonly amountCents!: number;

  @Whole({ ...VERSION, description: 'The version that an edit names.' })
  readonly version!: number;
}

export class PlanPage {
  @ListOf(() => PlanSummaryAnswer, { description: 'The plans, by name.', max: 100 })
  readonly items!: PlanSummaryAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}

export const GOAL_UNITS = ['PERSONS', 'HOURS', 'ACTIVITIES'] as const;

/** The obligation of a contract. */
export class PlanObligation {
  @Id({ description: 'The contract that carries it.' })
  readonly contractId!: string;

  @Text({ description: 'The number of the contract.', max: 40, example: 'IenW-2023-017' })
  readonly number!: string;

  @Text({ description: 'The title of the contract.', max: 500, example: 'Schoonmaak kantoren' })
  readonly title!: string;

  @Text({ description: 'The principal that is responsible for it.', ...PRINCIPAL })
  readonly principal!: string;

  @Text({ description: 'The number of the supplier.', max: 8, example: '68750110' })
  readonly supplierKvkNumber!: string;

  @Cents({
    description: 'The amount in force, in cents; null for a form-free goal.',
    nullable: true,
    example: 24_000_000,
  })
  readonly amountCents!: number | null;

  @Choice(GOAL_UNITS, { description: 'In what a form-free goal is counted; null for an amount.', nullable: true })
  readonly goalUnit!: string | null;

  @Whole({ description: 'The form-free goal, in its unit; null for an amount.', nullable: true, example: null })
  readonly goal!: number | null;

  @Day({ description: 'The first day of the term.', example: '2024-01-01' })
  readonly startsOn!: string;

  @Day({ description: 'The last day of the term.', example: '2027-12-31' })
  readonly endsOn!: string;

  @Day({ description: 'The day on which it was settled; null while it is open.', nullable: true })
  readonly settledOn!: string | null;
}

export class PlanMemberAnswer extends PlanObligation {
  @Moment({ description: 'When it joined the plan.' })
  readonly joinedAt!: string;
}

export class OtherObligationsAnswer {
  @Whole({ description: 'How many.', example: 3 })
  readonly obligations!: number;

  @Cents({ description: `Their amounts in force together, in ${AMOUNT}.`, example: 61_500_000 })
  readonly amountCents!: number;
}

export class PlanLineAnswer extends PlanLineFields {
  @Cents({
    description:
      'What it would be worth by the value table if all of it came true, in cents; null when out of all bounds.',
    nullable: true,
    example: 14_166_667,
  })
  readonly valueCents!: number | null;

  @Cents({ description: 'That value times the confidence, in cents.', nullable: true, example: 7_083_334 })
  readonly expectedCents!: number | null;

  @Texts({
    description:
      `What is odd about it: ${LINE_WARNINGS[0]}, more than 48 hours a week for its people; ${LINE_WARNINGS[1]}, in the ` +
      'term of no obligation of the plan. Nothing is refused for it.',
    max: LINE_WARNINGS.length,
    each: { max: 40 },
  })
  readonly warnings!: string[];
}
