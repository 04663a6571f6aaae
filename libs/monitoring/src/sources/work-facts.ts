import { Injectable } from '@nestjs/common';
import { IdentityService, type Supplier } from '@sr/identity';
import { PlanWork, PlansService, type Plan } from '@sr/plans';
import { Clock, dayOf, withEverythingInSight, type Reader } from '@sr/platform';
import type { ContractInWork } from '../domain/contract-items';
import type { MilestoneFacts, MilestoneSubject } from '../domain/milestone';
import type { PlanFacts } from '../domain/plan-items';
import { milestonesOf } from '../persistence/milestone.store';
import { Remembered } from './remembered';

/** Something that is of a supplier. */
export interface OfSupplier {
  readonly supplierKvkNumber: string;
}

/** What is known of a contract before the plan and the names around it are read. */
type BareContract = OfSupplier &
  Pick<ContractInWork, 'id' | 'number' | 'title' | 'principalCode' | 'awardedOn' | 'endsOn'>;

/** A contract with what every item about it tells, and its plan. */
export interface ContractWithPlan {
  readonly inWork: Omit<ContractInWork, 'state'>;
  readonly plan: PlanFacts | null;
  /** Its principal takes part in the network today. */
  readonly member: boolean;
}

/** What items tell of plans, suppliers and who stands around them. */
@Injectable()
export class WorkFacts {
  private readonly knownPlans = new Remembered<PlanFacts>();
  private readonly knownSuppliers = new Remembered<Supplier>();

  constructor(
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly plans: PlansService,
    private readonly planWork: PlanWork,
  ) {}

  /**
   * These plans, by id. Only for plans of which the reader saw something that is in them, and with which they are in
   * sight: it is not asked again, since the policies of hundreds of plans take seconds.
   */
  async plansById(reader: Reader, ids: readonly string[]): Promise<Map<string, PlanFacts>> {
    return this.knownPlans.get(reader, ids, (missing) =>
      withEverythingInSight(reader, async (whole) => {
        const plans = await this.plans.plans(whole, missing);
        return new Map((await this.ofPlans(whole, plans)).map((facts) => [facts.id, facts]));
      }),
    );
  }

  /** What is told of these plans, in their order. */
  async ofPlans(reader: Reader, plans: readonly Plan[]): Promise<PlanFacts[]> {
    if (plans.length === 0) return [];
    const names = await this.identity.groupNames(
      reader,
      plans.map(({ supplierGroupId }) => supplierGroupId),
    );
    const principals = await this.planWork.principals(
      reader,
      plans.map(({ id }) => id),
    );
    return plans.map((plan) => ({
      id: plan.id,
      name: plan.name,
      state: plan.state,
      supplierGroupId: plan.supplierGroupId,
      supplierName: names.get(plan.supplierGroupId) ?? null,
      verifiedBy: plan.verifiedBy,
      clientContacts: [plan.clientLeadId, plan.clientDeputyId].filter((id) => id !== null),
      supplierContacts: [plan.supplierLeadId, plan.supplierDeputyId].filter((id) => id !== null),
      madeOn: dayOf(plan.recordedAt),
      dueOn: plan.dueOn,
      around: {
        supplierGroupId: plan.supplierGroupId,
        principalCodes: principals.get(plan.id) ?? [],
        network: plan.verifiedBy === null,
      },
    }));
  }

  /** Rows with their plans and the names of their suppliers; without those whose plan is gone. */
  async withPlans<Row extends OfSupplier & { readonly planId: string }>(
    reader: Reader,
    rows: readonly Row[],
  ): Promise<{ row: Row & { readonly supplierName: string | null }; plan: PlanFacts }[]> {
    if (rows.length === 0) return [];
    const suppliers = await this.suppliersOf(reader, rows);
    const plans = await this.plansById(
      reader,
      rows.map(({ planId }) => planId),
    );
    return rows.flatMap((row) => {
      const plan = plans.get(row.planId);
      const supplierName = suppliers.get(row.supplierKvkNumber)?.name ?? null;
      return plan ? [{ row: { ...row, supplierName }, plan }] : [];
    });
  }

  /** Contracts that the reader sees with the plans that they are in, by id. */
  async ofContracts(reader: Reader, contracts: readonly BareContract[]): Promise<Map<string, ContractWithPlan>> {
    if (contracts.length === 0) return new Map();
    const suppliers = await this.suppliersOf(reader, contracts);
    const planOf = await this.plans.plansOf(
      reader,
      contracts.map(({ id }) => id),
    );
    const plans = await this.plansById(reader, [...planOf.values()]);
    const members = new Set(await this.identity.membersOn(reader, this.clock.today()));
    return new Map(
      contracts.map(({ id, number, title, principalCode, awardedOn, endsOn, supplierKvkNumber }) => {
        const supplier = suppliers.get(supplierKvkNumber);
        const plan = plans.get(planOf.get(id) ?? '') ?? null;
        const member = members.has(principalCode);
        const inWork = {
          id,
          number,
          title,
          principalCode,
          awardedOn,
          endsOn,
          supplierGroupId: supplier?.groupId ?? '',
          supplierName: supplier?.name ?? null,
          planId: plan?.id ?? null,
          planName: plan?.name ?? null,
          supplierContacts: plan?.supplierContacts ?? [],
          around: {
            supplierGroupId: supplier?.groupId ?? null,
            principalCodes: [principalCode],
            network: member || plan?.verifiedBy === null,
          },
        };
        return [id, { inWork, plan, member }];
      }),
    );
  }

  /**
   * What was held on these subjects. Of everybody, also for who may not read the notes: that it was held ends the item,
   * and nothing else of it is told.
   */
  milestones(reader: Reader, subjects: readonly MilestoneSubject[]): Promise<readonly MilestoneFacts[]> {
    if (subjects.length === 0) return Promise.resolve([]);
    return withEverythingInSight(reader, (whole) => milestonesOf(whole, subjects));
  }

  private suppliersOf(reader: Reader, rows: readonly OfSupplier[]) {
    return this.knownSuppliers.get(
      reader,
      rows.map(({ supplierKvkNumber }) => supplierKvkNumber),
      (missing) => this.identity.suppliers(reader, missing),
    );
  }
}
