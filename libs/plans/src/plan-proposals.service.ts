import { Injectable } from '@nestjs/common';
import { AppError, refuseIf, type Actor, type Violation } from '@sr/kernel';
import { Clock, Db, type Page, type PageQuery } from '@sr/platform';
import { planEnded, plansOfOthers, seesTo } from './domain/plan';
import { PROPOSAL_TRANSITIONS, answerViolations } from './domain/proposal';
import { PlanDesk } from './plan-desk';
import { PlanViewsService, type PlanDetail, type ProposalView } from './plan-views.service';
import { holdProposal, listProposals, writeAnswer, type ProposalFilter } from './persistence/proposal.store';
import { proposalUnknown } from './plans.errors';

/** Asking principals whether the obligations of their contracts join a plan. What they answer goes through the ledger. */
@Injectable()
export class PlanProposalsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly desk: PlanDesk,
    private readonly views: PlanViewsService,
  ) {}

  /**
   * Proposes the obligations of these contracts for a plan to their principals; all of them, or none. Refuses, all at once,
   * `plan.unknown` (not found), `plan.of_others`, `plan.ended`, `plan.contract_unknown`, `plan.contract_repeated`,
   * `plan.obligation_proposed_already`, `plan.obligation_already_in_a_plan` (this one) and why
   * an obligation does not fit the plan.
   */
  async propose(actor: Actor, planId: string, contractIds: readonly string[]): Promise<PlanDetail> {
    await this.db.write(actor, async (tx) => {
      const violations: Violation[] = [];
      // Obligations are held before plans, as the ledger does.
      const named = await this.desk.named(tx, contractIds, violations);
      const plan = await this.desk.hold(tx, planId);
      const codes = await this.desk.principalCodes(tx, plan);
      if (!seesTo(actor.scope, plan, codes)) violations.unshift(plansOfOthers());
      if (plan.state === 'ENDED') violations.push(planEnded());
      violations.push(...(await this.desk.violations(tx, plan, named, 'propose')));
      refuseIf(violations);
      await this.desk.propose(
        tx,
        actor,
        plan,
        named.map(({ obligation }) => obligation),
      );
    });
    return this.views.find(actor, planId);
  }

  /**
   * Takes a proposal back before it is answered. Refuses `plan.unknown` and `proposal.unknown` (not found),
   * `plan.of_others` and `proposal.not_open`.
   */
  async withdraw(actor: Actor, planId: string, contractId: string, reason: string | null): Promise<PlanDetail> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.desk.hold(tx, planId);
      const proposal = await holdProposal(tx, planId, contractId);
      if (!proposal) throw new AppError('not-found', [proposalUnknown()]);
      const codes = await this.desk.principalCodes(tx, plan);
      const violations: Violation[] = seesTo(actor.scope, plan, codes) ? [] : [plansOfOthers()];
      violations.push(...answerViolations(proposal, plan, 'withdraw', reason));
      refuseIf(violations);
      const state = PROPOSAL_TRANSITIONS[proposal.state].withdraw ?? proposal.state;
      const answer = { answeredBy: actor.id, answeredAt: this.clock.now(), reason, agreedValueTable: null };
      await writeAnswer(tx, proposal.id, { ...answer, state });
      await this.desk.record(tx, actor, plan, {
        action: 'plan.proposal-withdrawn',
        detail: { contractId, state: { from: proposal.state, to: state } },
        reason,
        principalCode: proposal.principalCode,
        event: 'plans.proposal-withdrawn',
      });
    });
    return this.views.find(actor, planId);
  }

  /** The proposals about contracts that the actor may see, oldest first, a page at a time. */
  list(actor: Actor, filter: ProposalFilter, page: PageQuery): Promise<Page<ProposalView>> {
    return this.db.read(actor, async (reader) => {
      const { items, next } = await listProposals(reader, filter, page);
      return { items: await this.views.proposalViews(reader, items), next };
    });
  }
}
