import { Choice, Id, Ids, ListOf, Moment, Nested, PageQuery, Text } from '@sr/platform';
import { PROPOSAL_STATES, type ProposalState } from '../domain/proposal';
import { PRINCIPAL, PlanObligation, TABLE_CODE } from './plans.dto';

const STATE = {
  description: 'PROPOSED while it waits for the principal; then AGREED, DECLINED or WITHDRAWN, which is final.',
  example: 'PROPOSED',
};

/** Which proposals a list has. */
export class PlanProposalListQuery extends PageQuery {
  @Choice(PROPOSAL_STATES, {
    ...STATE,
    description: `${STATE.description} PROPOSED when you leave it out.`,
    optional: true,
  })
  readonly state?: ProposalState;

  @Text({ description: 'Proposals to this principal.', ...PRINCIPAL, optional: true })
  readonly principal?: string;

  @Id({ description: 'Proposals for this plan.', optional: true })
  readonly planId?: string;

  @Id({ description: 'Proposals for plans of this supplier group.', optional: true })
  readonly supplierGroupId?: string;
}

export class ProposeForPlanBody {
  @Ids({
    description: 'The contracts whose obligations are proposed to their principals: all of them, or none.',
    min: 1,
    max: 200,
    example: ['0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d'],
  })
  readonly contractIds!: string[];
}

export class WithdrawProposalBody {
  @Text({
    description: 'Why, in a few words.',
    max: 1000,
    optional: true,
    example: 'Het contract wordt niet verlengd.',
  })
  readonly reason?: string;
}

/** The question to a principal whether the obligation of its contract joins a plan, and its answer. */
export class PlanProposalAnswer {
  @Id({ description: 'The plan that it would join.' })
  readonly planId!: string;

  @Text({ description: 'The name of that plan.', max: 200, example: 'Schoonmaak Rijk 2026' })
  readonly planName!: string;

  @Text({
    description: 'The code of the value table of that plan, to which the principal agrees as well.',
    ...TABLE_CODE,
    example: 'HAAGLANDEN-2023-07',
  })
  readonly valueTable!: string;

  @Nested(() => PlanObligation, { description: 'The obligation that it is about.' })
  readonly obligation!: PlanObligation;

  @Id({
    description: 'The plan in which the obligation is now, and which it leaves on agreement; null when it is in none.',
    nullable: true,
  })
  readonly presentPlanId!: string | null;

  @Choice(PROPOSAL_STATES, STATE)
  readonly state!: ProposalState;

  @Text({ description: 'Who proposed it, by name; null when that is not known.', max: 200, nullable: true })
  readonly proposedByName!: string | null;

  @Moment({ description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Text({ description: 'Who answered or withdrew it, by name; null while it waits.', max: 200, nullable: true })
  readonly answeredByName!: string | null;

  @Moment({ description: 'When it was answered or withdrawn; null while it waits.', nullable: true })
  readonly answeredAt!: string | null;

  @Text({ description: 'Why; always there when it was declined.', max: 1000, nullable: true })
  readonly reason!: string | null;

  @Text({
    description: 'The code of the value table that was agreed to; null unless it was.',
    ...TABLE_CODE,
    nullable: true,
    example: null,
  })
  readonly agreedValueTable!: string | null;
}

export class PlanProposalPage {
  @ListOf(() => PlanProposalAnswer, { description: 'The proposals, oldest first.', max: 100 })
  readonly items!: PlanProposalAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
