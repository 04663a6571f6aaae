import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import type { LocalDate } from '@sr/kernel';
import { dayOf, withEverythingInSight, type Reader } from '@sr/platform';
import { approverOf } from './domain/approver';
import type { Plan } from './domain/plan';
import {
  lastSteps,
  plansFollowed,
  plansOfPrincipals,
  principalsInPlans,
  principalsOfPlans,
  unfinishedPlans,
  waitingProposals,
  type WaitingProposal,
} from './persistence/waiting.store';

/** A plan whose plan of action is not approved yet. */
export interface UnfinishedPlan extends Plan {
  /** The principal (by code) whose approval it waits for, or will; null is the network. */
  readonly approver: string | null;
  /** The day on which it was last handed in, sent back or amended; null in a draft. */
  readonly stepOn: LocalDate | null;
}

/** On which plans somebody has something to do. */
@Injectable()
export class PlanWork {
  constructor(private readonly people: PeopleService) {}

  /** The plans in the reader's scope, or this one, that are to be written or approved; at most a thousand, the first due first. */
  async unfinished(reader: Reader, planId: string | null = null): Promise<UnfinishedPlan[]> {
    const plans = await unfinishedPlans(reader, planId);
    if (plans.length === 0) return [];
    // Whose a plan is follows from all that is in it; of what others have in it nothing is told.
    return withEverythingInSight(reader, async (whole) => {
      const ids = plans.map(({ id }) => id);
      const codes = await principalsOfPlans(whole, ids);
      const leads = await this.people.principalsOf(
        whole,
        plans.map(({ clientLeadId }) => clientLeadId),
      );
      const steps = await lastSteps(whole, ids);
      return plans.map((plan) => ({
        ...plan,
        stepOn: dayOrNull(steps.get(plan.id)),
        approver: approverOf(plan.verifiedBy, codes.get(plan.id) ?? [], leads.get(plan.clientLeadId ?? '') ?? null),
      }));
    });
  }

  /** The plans that have not ended and that the reader follows whole, by id. */
  followed(reader: Reader): Promise<string[]> {
    return plansFollowed(reader);
  }

  /** The plans that have not ended in which these principals, which the reader works for, have a part; by id. */
  ofPrincipals(reader: Reader, codes: readonly string[]): Promise<string[]> {
    const own = codes.filter((code) => reader.scope.everything || reader.scope.principals.includes(code));
    // A plan is in sight with what is in it: to ask the policies of each plan and membership would take seconds.
    return withEverythingInSight(reader, (whole) => plansOfPrincipals(whole, own));
  }

  /**
   * The codes of the principals that have an obligation in each of these plans now, or of which one is asked for where
   * there is none yet; by the id of the plan. Of all of them, also for who sees a part: they say who is to be asked, and
   * are told to nobody.
   */
  principals(reader: Reader, planIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    return withEverythingInSight(reader, async (whole) => {
      const now = await principalsInPlans(whole, planIds);
      const rest = planIds.filter((id) => !now.has(id));
      const asked = rest.length === 0 ? [] : await principalsOfPlans(whole, rest);
      return new Map([...now, ...asked]);
    });
  }

  /**
   * The proposals in the reader's scope that wait for an answer: for one plan, or to these principals; at most a thousand,
   * the oldest first.
   */
  proposals(
    reader: Reader,
    of: { readonly planId: string | null; readonly principals: readonly string[] | null },
  ): Promise<WaitingProposal[]> {
    return waitingProposals(reader, of);
  }
}

const dayOrNull = (moment: Date | undefined): LocalDate | null => (moment ? dayOf(moment) : null);
