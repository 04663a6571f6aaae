import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import {
  InvariantBroken,
  collect,
  refuseIf,
  type Actor,
  type Cents,
  type Centihours,
  type LocalDate,
  type Period,
  type Violation,
} from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, Db, appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import type { BlockKind, ValueTable } from '@sr/valuation';
import { DecideClaims, type AcceptedClaim, type ClaimToAccept } from './decide-claims';
import type { Claim } from './domain/claim';
import { claimOverlaps, periodViolations, placementViolations, type Placement } from './domain/placement';
import {
  claimByRef,
  claimsById,
  hasOverlap,
  holdPlacement,
  insertClaim,
  insertPlacement,
  placementByRef,
} from './persistence/placement.store';
import {
  blockOfOtherKind,
  blockUnknown,
  bonusRepeated,
  bonusUnknown,
  claimOfOtherSupplier,
  refTaken,
} from './placements.errors';

/** What a supplier enters about a candidate at work. */
export type PlacementRegistration = Omit<Placement, 'id' | 'recordedAt'>;

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

/** Placements, and the claims that suppliers make for them, for purchases and for activities. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly decisions: DecideClaims,
  ) {}

  /**
   * Registers a placement. Refuses, all at once: `plan.supplier_outside_group`, `placement.ref_taken`, `placement.term_backwards`,
   * `placement.block_unknown`, `placement.block_of_other_kind`, `placement.bonus_unknown`, `placement.bonus_repeated`.
   */
  async registerPlacement(actor: Actor, registration: PlacementRegistration): Promise<Placement> {
    const { ref, supplierKvkNumber, block, bonuses } = registration;
    return this.db.write(async (tx) => {
      const plan = await this.plans.plan(tx, registration.planId);
      const table = await this.plans.valueTable(tx, plan);
      const violations = [
        ...(await this.plans.supplierViolations(tx, plan, supplierKvkNumber)),
        ...((await placementByRef(tx, supplierKvkNumber, ref)) ? [refTaken('placement', ref)] : []),
        ...placementViolations(registration),
        ...blockViolations(table, block, 'PLACEMENT'),
        ...bonusViolations(table, bonuses),
      ];
      refuseIf(violations);
      const placement: Placement = { id: randomUUID(), ...registration, recordedAt: this.clock.now() };
      await insertPlacement(tx, placement);
      await recordChanges(tx, actor, placement.recordedAt, [
        // Nothing that tells of a person: what stands in the audit trail can never be erased.
        {
          action: 'placement.registered',
          subject: 'placement',
          subjectId: placement.id,
          detail: { ref, planId: plan.id, startsOn: placement.startsOn, endsOn: placement.endsOn },
        },
      ]);
      await appendEvent(tx, placement.recordedAt, {
        type: 'placements.registered',
        payload: { placementId: placement.id },
      });
      return placement;
    });
  }

  /**
   * Submits a claim. Refuses, all at once: `claim.ref_taken`, `claim.period_backwards`, `claim.over_a_quarter`,
   * `claim.in_the_future`, `claim.outside_placement`, `claim.overlaps`, `claim.of_other_supplier`,
   * `plan.supplier_outside_group`, `placement.block_unknown`,
   * `placement.block_of_other_kind`, `contract.unknown`, `contract.exempt`.
   */
  async submit(actor: Actor, submission: ClaimSubmission): Promise<Claim> {
    return this.db.write(async (tx) => {
      const violations: Violation[] = [];
      if (await claimByRef(tx, submission.supplierKvkNumber, submission.ref))
        violations.push(refTaken('claim', submission.ref));
      const subject = await this.subjectOf(tx, submission, violations);
      const { earmark } = submission;
      const earmarkId =
        earmark === null
          ? null
          : await collect(violations, () => this.contracts.obligationIdOf(tx, earmark, 'earmark'));
      refuseIf(violations);

      const claim = newClaim(submission, subject, earmarkId ?? null, actor, this.clock.now());
      await insertClaim(tx, claim);
      const { kind, planId, periodFrom, periodTo } = claim;
      const detail = { ref: claim.ref, kind, planId, periodFrom, periodTo };
      await recordChanges(tx, actor, claim.submittedAt, [
        { action: 'claim.submitted', subject: 'claim', subjectId: claim.id, detail },
      ]);
      await appendEvent(tx, claim.submittedAt, { type: 'placements.claim-submitted', payload: { claimId: claim.id } });
      return claim;
    });
  }

  /** Rejects claims that wait, for one reason. Refuses what `DecideClaims` refuses. */
  async reject(actor: Actor, claimIds: readonly string[], reason: string): Promise<void> {
    await this.db.write((tx) => this.decisions.reject(tx, actor, claimIds, reason));
  }

  /** Accepts claims, in the order in which they are named. Only the ledger calls this. */
  accept(tx: Tx, actor: Actor, claims: readonly ClaimToAccept[]): Promise<AcceptedClaim[]> {
    return this.decisions.accept(tx, actor, claims);
  }

  /** Reverses an accepted claim and gives back what it used of limits and day caps. Only the ledger calls this. */
  reverse(tx: Tx, actor: Actor, claimId: string, reason: string): Promise<void> {
    return this.decisions.reverse(tx, actor, claimId, reason);
  }

  /** The claims with these ids, in any order; ids that name none are left out. */
  claims(reader: Reader, ids: readonly string[]): Promise<Claim[]> {
    return claimsById(reader, ids);
  }

  /** What a claim is about: its plan, block, period and (for a placement) the placement. Adds what is wrong with it. */
  private async subjectOf(tx: Tx, submission: ClaimSubmission, violations: Violation[]): Promise<Subject> {
    const today = this.clock.today();
    if (submission.kind === 'PLACEMENT') {
      const placement = await holdPlacement(tx, submission.placementId);
      if (!placement) throw new InvariantBroken('placements', `there is no placement ${submission.placementId}`);
      if (placement.supplierKvkNumber !== submission.supplierKvkNumber) violations.push(claimOfOtherSupplier());
      violations.push(...periodViolations(submission.period, placement, today));
      const { from, to } = submission.period;
      if (from <= to && (await hasOverlap(tx, placement.id, from, to))) violations.push(claimOverlaps());
      return { planId: placement.planId, block: placement.block, placementId: placement.id, period: submission.period };
    }
    const period = submission.kind === 'PURCHASE' ? submission.period : { from: submission.day, to: submission.day };
    violations.push(...periodViolations(period, null, today));
    const plan: Plan = await this.plans.plan(tx, submission.planId);
    violations.push(...(await this.plans.supplierViolations(tx, plan, submission.supplierKvkNumber)));
    violations.push(...blockViolations(await this.plans.valueTable(tx, plan), submission.block, submission.kind));
    return { planId: plan.id, block: submission.block, placementId: null, period };
  }
}

interface Subject {
  readonly planId: string;
  readonly block: string;
  readonly placementId: string | null;
  readonly period: Period;
}

function newClaim(
  submission: ClaimSubmission,
  subject: Subject,
  earmarkId: string | null,
  actor: Actor,
  at: Date,
): Claim {
  const { ref, supplierKvkNumber, kind } = submission;
  return {
    id: randomUUID(),
    ref,
    supplierKvkNumber,
    kind,
    planId: subject.planId,
    block: subject.block,
    placementId: subject.placementId,
    periodFrom: subject.period.from,
    periodTo: subject.period.to,
    centihours: kind === 'PLACEMENT' ? submission.paidCentihours : kind === 'ACTIVITY' ? submission.centihours : null,
    invoiceCents: kind === 'PURCHASE' ? submission.invoiceCents : null,
    earmarkId,
    status: 'CLAIMED',
    submittedBy: actor.id,
    submittedAt: at,
    decidedBy: null,
    decidedAt: null,
    acceptedCentihours: null,
    acceptedInvoiceCents: null,
    decisionReason: null,
    valueCents: null,
    countedCentihours: null,
    jobCentihours: null,
    reversedBy: null,
    reversedAt: null,
    reversalReason: null,
  };
}

function blockViolations(table: ValueTable, code: string, needed: BlockKind): Violation[] {
  const block = table.blocks.find((candidate) => candidate.code === code);
  if (!block) return [blockUnknown(code)];
  return block.kind === needed ? [] : [blockOfOtherKind(code, needed)];
}

function bonusViolations(table: ValueTable, codes: readonly string[]): Violation[] {
  const known = new Set(table.bonuses.map((bonus) => bonus.code));
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  return [...codes.filter((code) => !known.has(code)).map(bonusUnknown), ...[...new Set(repeated)].map(bonusRepeated)];
}
