import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import {
  InvariantBroken,
  collect,
  overlaps,
  refuseIf,
  type Actor,
  type Cents,
  type Centihours,
  type LocalDate,
  type Period,
  type Violation,
} from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, appendEvent, recordChanges, type Tx } from '@sr/platform';
import type { StoredValueTable } from '@sr/valuation';
import { CheckClaims } from './check-claims';
import { blockViolations } from './domain/blocks';
import type { Claim } from './domain/claim';
import { BY_THE_SUPPLIER } from './domain/on-behalf';
import { claimOverlaps, periodViolations, type Placement } from './domain/placement';
import { newClaim } from './new-claim';
import { claimByRef, claimedPeriods, insertClaims, takeClaimNumbers } from './persistence/claim.store';
import { holdPlacement } from './persistence/placement.store';
import { claimOfOtherSupplier, refTaken } from './placements.errors';
import type { PlacementsEvent } from './placements.events';

/** What a supplier claims: hours of a placement, a purchase, or an activity on one day. */
export type ClaimSubmission = {
  readonly ref: string;
  readonly supplierKvkNumber: string;
  /** The number of the contract that it should count for first, or null. */
  readonly earmark: string | null;
} & (
  | {
      readonly kind: 'PLACEMENT';
      readonly placementId: string;
      readonly period: Period;
      readonly paidCentihours: Centihours;
    }
  | {
      readonly kind: 'PURCHASE';
      readonly planId: string;
      readonly block: string;
      readonly period: Period;
      readonly invoiceCents: Cents;
    }
  | {
      readonly kind: 'ACTIVITY';
      readonly planId: string;
      readonly block: string;
      readonly day: LocalDate;
      readonly centihours: Centihours;
    }
);

/** Claims that come one by one, without a report. */
@Injectable()
export class SubmitClaims {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly checks: CheckClaims,
  ) {}

  /** Makes a claim that waits; refuses what `PlacementsService.submit` refuses. */
  async submit(tx: Tx, actor: Actor, submission: ClaimSubmission): Promise<Claim> {
    const { ref, supplierKvkNumber, kind, earmark } = submission;
    const violations: Violation[] = [];
    if (await claimByRef(tx, supplierKvkNumber, ref)) violations.push(refTaken('claim', ref));
    const subject = await this.subjectOf(tx, submission, violations);
    const earmarkId =
      earmark === null
        ? null
        : ((await collect(violations, () => this.contracts.obligationIdOf(tx, earmark, 'earmark'))) ?? null);
    refuseIf(violations);

    const { plan, table, placement, block, period } = subject;
    const proposed = {
      kind,
      block,
      period,
      earmarkId,
      centihours: kind === 'PLACEMENT' ? submission.paidCentihours : kind === 'ACTIVITY' ? submission.centihours : null,
      invoiceCents: kind === 'PURCHASE' ? submission.invoiceCents : null,
      realised: placement?.realised ?? null,
      description: null,
    };
    const setting = { plan, table, supplierKvkNumber };
    const toCheck = { ...proposed, id: null, placement, evidence: [] };
    const [warnings = []] = await this.checks.warnings(tx, setting, [toCheck], null);
    const [number = 0] = await takeClaimNumbers(tx, 1);
    const claim = newClaim(actor, this.checks.now(), {
      ...proposed,
      number,
      ref,
      planId: plan.id,
      supplierKvkNumber,
      placementId: placement?.id ?? null,
      reportId: null,
      warnings,
      ...BY_THE_SUPPLIER,
    });
    await insertClaims(tx, [claim]);
    const { planId, periodFrom, periodTo } = claim;
    const detail = { ref, kind, planId, periodFrom, periodTo };
    const supplierGroupId = plan.supplierGroupId;
    await recordChanges(tx, actor, claim.submittedAt, [
      { action: 'claim.submitted', subject: 'claim', subjectId: claim.id, detail, supplierGroupId },
    ]);
    await appendEvent<PlacementsEvent>(tx, claim.submittedAt, {
      type: 'placements.claim-submitted',
      payload: { claimId: claim.id },
    });
    return claim;
  }

  /** What a claim is about: its plan, block, period and (for a placement) the placement. Adds what is wrong with it. */
  private async subjectOf(tx: Tx, submission: ClaimSubmission, violations: Violation[]): Promise<Subject> {
    const today = this.clock.today();
    if (submission.kind === 'PLACEMENT') {
      const placement = await holdPlacement(tx, submission.placementId);
      if (!placement) throw new InvariantBroken('placements', `there is no placement ${submission.placementId}`);
      const { id, block, planId } = placement;
      const { period } = submission;
      if (placement.supplierKvkNumber !== submission.supplierKvkNumber) violations.push(claimOfOtherSupplier());
      violations.push(...periodViolations(period, placement, today));
      const taken = (await claimedPeriods(tx, [id])).get(id) ?? [];
      if (period.from <= period.to && taken.some((days) => overlaps(days, period))) violations.push(claimOverlaps());
      const plan = await this.plans.plan(tx, planId);
      return { plan, table: await this.plans.valueTable(tx, plan), placement, block, period };
    }
    const { planId, block, kind } = submission;
    const period = kind === 'PURCHASE' ? submission.period : { from: submission.day, to: submission.day };
    violations.push(...periodViolations(period, null, today));
    const plan = await this.plans.plan(tx, planId);
    violations.push(...(await this.plans.supplierViolations(tx, plan, submission.supplierKvkNumber)));
    const table = await this.plans.valueTable(tx, plan);
    violations.push(...blockViolations(table, block, kind));
    return { plan, table, placement: null, block, period };
  }
}

/** What a claim is about. */
interface Subject {
  readonly plan: Plan;
  readonly table: StoredValueTable;
  readonly placement: Placement | null;
  readonly block: string;
  readonly period: Period;
}
