import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PlanWork } from '@sr/plans';
import { dayOf, type Reader } from '@sr/platform';
import { planItems, proposalItem, signalItems } from '../domain/plan-items';
import type { WorkItem } from '../domain/work-item';
import { storedSignals } from '../persistence/signal.store';
import { WorkFacts } from './work-facts';

/** Reads what waits on plans of action and proposals, in the scope of who reads. */
@Injectable()
export class PlanSource {
  constructor(
    private readonly facts: WorkFacts,
    private readonly contracts: ContractsService,
    private readonly planWork: PlanWork,
  ) {}

  /** The plans in scope, or this one, that are to be written or approved. */
  async unfinished(reader: Reader, planId: string | null = null): Promise<WorkItem[]> {
    const plans = await this.planWork.unfinished(reader, planId);
    const facts = new Map((await this.facts.ofPlans(reader, plans)).map((one) => [one.id, one]));
    return plans.flatMap(({ id, approver, submittedBy, stepOn }) => {
      const plan = facts.get(id);
      return plan ? planItems({ ...plan, approver, submittedBy, stepOn }) : [];
    });
  }

  /** The proposals that wait: for one plan, or to these principals. */
  async proposals(
    reader: Reader,
    of: { readonly planId: string | null; readonly principals: readonly string[] | null },
  ): Promise<WorkItem[]> {
    const proposals = await this.planWork.proposals(reader, of);
    const ids = proposals.map(({ obligationId }) => obligationId);
    const obligations = new Map((await this.contracts.obligations(reader, ids)).map((one) => [one.id, one]));
    const around = await this.facts.ofContracts(reader, [...obligations.values()]);
    const plans = await this.facts.plansById(
      reader,
      proposals.map(({ planId }) => planId),
    );
    return proposals.flatMap(({ planId, obligationId: contractId, principalCode, proposedAt }) => {
      const [plan, obligation, found] = [plans.get(planId), obligations.get(contractId), around.get(contractId)];
      if (!plan || !obligation || !found) return [];
      const { number: contractNumber, title, terms } = obligation;
      const amountCents = terms.kind === 'FORM_FREE' ? null : obligation.amountCents;
      const told = { contractId, contractNumber, title, principalCode, amountCents, proposedOn: dayOf(proposedAt) };
      const network = found.member || plan.around.network;
      return [proposalItem({ ...told, around: { ...found.inWork.around, network } }, plan)];
    });
  }

  /** The plans that the reader follows whole, or this one, that are not expected to be filled, as worked out last. */
  async goingWrong(reader: Reader, planId: string | null = null): Promise<WorkItem[]> {
    const ids = planId === null ? await this.planWork.followed(reader) : [planId];
    const atRisk = (await storedSignals(reader, ids)).filter(({ signal }) => signal === 'AT_RISK');
    const plans = await this.facts.plansById(
      reader,
      atRisk.map((signal) => signal.planId),
    );
    return atRisk.flatMap((signal) => {
      const plan = plans.get(signal.planId);
      return plan ? signalItems(signal, plan) : [];
    });
  }
}
