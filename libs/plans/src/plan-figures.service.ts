import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { AppError, refuseIf, type Actor, type LocalDate, type Violation } from '@sr/kernel';
import { Clock, Db, withEverythingInSight } from '@sr/platform';
import {
  allTogether,
  asTheyAre,
  byItself,
  compare,
  type BeforeAndAfter,
  type FollowedObligation,
} from './domain/fragmentation';
import { otherSupplierGroup } from './domain/membership';
import { membersInScope, membersOf, planInScope, plansOf } from './persistence/plan.store';
import { planContractRepeated, planContractUnknown, planUnknown } from './plans.errors';

/** How scattered obligations were and are (or would be), for all that the reader may see and for each principal. */
export interface FragmentationReport extends BeforeAndAfter {
  /** The day on which the months that are left were counted. */
  readonly on: LocalDate;
  readonly principals: readonly (BeforeAndAfter & { readonly principalCode: string })[];
  /** How many open obligations of the plan the reader may not see; they are in none of the figures. */
  readonly unseen: number;
}

/** Figures about bundling: how scattered obligations are. */
@Injectable()
export class PlanFiguresService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
  ) {}

  /**
   * How scattered the open obligations of a plan would be if each were followed by itself, and how they are in the plan.
   * Refuses `plan.unknown` (not found).
   */
  ofPlan(actor: Actor, planId: string): Promise<FragmentationReport> {
    return this.db.read(actor, async (reader) => {
      if (!(await planInScope(reader, planId))) throw new AppError('not-found', [planUnknown()]);
      const ids = (await membersInScope(reader, [planId])).map(({ obligationId }) => obligationId);
      const seen = open(await this.contracts.obligations(reader, ids));
      const all = await withEverythingInSight(reader, async (whole) => {
        const members = await membersOf(whole, [planId]);
        return open(
          await this.contracts.obligations(
            whole,
            members.map(({ obligationId }) => obligationId),
          ),
        );
      });
      const on = this.clock.today();
      const followed = seen.map((obligation) => toFollowed(obligation, planId));
      return { on, ...compare(followed, byItself, allTogether, on), unseen: all.length - seen.length };
    });
  }

  /**
   * How scattered obligations of one supplier group are as they are followed now, and how they would be in one plan;
   * nothing changes. Refuses, all at once, `plan.contract_unknown`, `plan.contract_repeated` and
   * `plan.other_supplier_group`.
   */
  preview(actor: Actor, supplierGroupId: string, contractIds: readonly string[]): Promise<FragmentationReport> {
    return this.db.read(actor, async (reader) => {
      const known = new Map((await this.contracts.obligations(reader, contractIds)).map((each) => [each.id, each]));
      const violations = contractIds.flatMap((id, place): Violation[] => {
        const field = `/contractIds/${place}`;
        const obligation = known.get(id);
        if (!obligation) return [planContractUnknown(field)];
        if (contractIds.indexOf(id) !== place) return [planContractRepeated(field)];
        return obligation.supplierGroupId === supplierGroupId ? [] : [otherSupplierGroup(field, obligation.number)];
      });
      refuseIf(violations);
      const on = this.clock.today();
      const planIds = await plansOf(reader, contractIds);
      const followed = open([...known.values()]).map((each) => toFollowed(each, planIds.get(each.id) ?? null));
      return { on, ...compare(followed, asTheyAre, allTogether, on), unseen: 0 };
    });
  }
}

const open = (obligations: readonly Obligation[]): Obligation[] =>
  obligations.filter(({ settledOn }) => settledOn === null);

const toFollowed = (
  { id, principalCode, amountCents, endsOn, terms }: Obligation,
  planId: string | null,
): FollowedObligation => ({
  id,
  principalCode,
  amountCents: terms.kind === 'FORM_FREE' ? null : amountCents,
  endsOn,
  planId,
});
