import { Injectable } from '@nestjs/common';
import {
  InvariantBroken,
  refuseIf,
  type Actor,
  type Cents,
  type Centihours,
  type Period,
  type Violation,
} from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, appendEvent, recordChanges, type Tx } from '@sr/platform';
import { ValuationService, type Contribution, type ValueTable } from '@sr/valuation';
import { transitionViolations, type Claim, type ClaimEvent } from './domain/claim';
import { Usage, type EmploymentForm, type LimitKey, type Placement } from './domain/placement';
import {
  addUsage,
  holdClaims,
  placementsById,
  readUsage,
  writeDecisions,
  writeReversal,
  type DecidedClaim,
} from './persistence/placement.store';
import { claimRepeated, claimUnknown, correctionOfOtherKind, noClaims, reasonMissing } from './placements.errors';

/** A claim to accept: as submitted, or with the figures that were right and the reason. */
export interface ClaimToAccept {
  readonly claimId: string;
  readonly correction?: {
    readonly centihours?: Centihours;
    readonly invoiceCents?: Cents;
    readonly reason: string;
  };
}

/** What the ledger needs to know of a claim that was just accepted. Nothing in it names or describes a candidate. */
export interface AcceptedClaim {
  readonly claimId: string;
  readonly planId: string;
  readonly period: Period;
  readonly valueCents: Cents;
  readonly jobCentihours: Centihours;
  readonly earmarkId: string | null;
  readonly employmentForm: EmploymentForm | null;
  readonly registerIndicated: boolean;
}

/** Decisions on claims: what they make of a claim, and of the limits and day caps that it uses. */
@Injectable()
export class DecideClaims {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly valuation: ValuationService,
  ) {}

  /**
   * Accepts claims in the order in which they are named, each valued with the table of its own plan.
   * The caller holds the ledger of the supplier group, so nobody else uses the same limits meanwhile.
   * Refuses, all at once: `claim.none_named`, `claim.unknown`, `claim.repeated`, `claim.already_decided`,
   * `claim.own`, `claim.reason_missing`, `claim.correction_of_other_kind`, `claim.value_too_large`.
   */
  async accept(tx: Tx, actor: Actor, toAccept: readonly ClaimToAccept[]): Promise<AcceptedClaim[]> {
    const claims = await this.claimsToDecide(
      tx,
      actor,
      'accept',
      toAccept.map((item) => item.claimId),
    );
    const corrected = claims.map((claim, index) => ({ claim, correction: toAccept[index]?.correction }));
    refuseIf(
      corrected.flatMap(({ claim, correction }, index) => correctionViolations(claim, correction, `claims[${index}]`)),
    );

    const placements = await this.placementsOf(tx, claims);
    const tables = await this.tablesOf(tx, claims);
    const usage = new Usage();
    await readUsage(tx, usage, limitKeys(claims, placements), dayKeys(claims));

    const violations: Violation[] = [];
    const decided: DecidedClaim[] = [];
    for (const [index, { claim, correction }] of corrected.entries()) {
      const acceptedCentihours = claim.centihours === null ? null : (correction?.centihours ?? claim.centihours);
      const acceptedInvoiceCents =
        claim.invoiceCents === null ? null : (correction?.invoiceCents ?? claim.invoiceCents);
      const figures = { centihours: acceptedCentihours ?? 0, invoiceCents: acceptedInvoiceCents ?? 0 };
      const placement = placements.get(claim.placementId ?? '');
      const worth = this.valuation.valueOf(
        required(tables, claim.planId),
        contribution(claim, figures, placement, usage),
      );
      if (!worth.ok) {
        violations.push(...worth.violations.map((violation) => ({ ...violation, field: `claims[${index}]` })));
        continue;
      }
      const { valueCents, countedCentihours } = worth.value;
      if (placement) usage.count(limitKey(claim, placement), countedCentihours);
      if (claim.kind === 'ACTIVITY') usage.addDayValue(dayKey(claim), valueCents);
      const decisionReason = correction?.reason ?? null;
      decided.push({
        id: claim.id,
        status: 'ACCEPTED',
        acceptedCentihours,
        acceptedInvoiceCents,
        decisionReason,
        ...worth.value,
      });
    }
    refuseIf(violations);

    await writeDecisions(tx, actor.id, this.clock.now(), decided);
    await this.use(tx, claims, decided, placements, 1);
    await this.record(tx, actor, 'claim.accepted', decided);
    return claims.map((claim, index) =>
      acceptedClaim(claim, at(decided, index), placements.get(claim.placementId ?? '')),
    );
  }

  /** Rejects claims. Refuses, all at once, what `accept` refuses of them, and `claim.reason_missing`. */
  async reject(tx: Tx, actor: Actor, claimIds: readonly string[], reason: string): Promise<void> {
    const claims = await this.claimsToDecide(tx, actor, 'reject', claimIds, reason);
    const decided = claims.map((claim): DecidedClaim => ({
      id: claim.id,
      status: 'REJECTED',
      acceptedCentihours: null,
      acceptedInvoiceCents: null,
      decisionReason: reason,
      valueCents: null,
      countedCentihours: null,
      jobCentihours: null,
    }));
    await writeDecisions(tx, actor.id, this.clock.now(), decided);
    await this.record(tx, actor, 'claim.rejected', decided);
    await appendEvent(tx, this.clock.now(), {
      type: 'placements.claims-rejected',
      payload: { claimIds: decided.map(({ id }) => id) },
    });
  }

  /** Reverses one accepted claim. Refuses `claim.unknown`, `claim.not_accepted`, `claim.own`, `claim.reason_missing`. */
  async reverse(tx: Tx, actor: Actor, claimId: string, reason: string): Promise<void> {
    const claims = await this.claimsToDecide(tx, actor, 'reverse', [claimId], reason);
    const placements = await this.placementsOf(tx, claims);
    await writeReversal(tx, claimId, actor.id, this.clock.now(), reason);
    await this.use(tx, claims, claims, placements, -1);
    await recordChanges(tx, actor, this.clock.now(), [
      { action: 'claim.reversed', subject: 'claim', subjectId: claimId, reason },
    ]);
  }

  /** The named claims, held and in the order in which they were named; refuses when one of them cannot be decided. */
  private async claimsToDecide(
    tx: Tx,
    actor: Actor,
    event: ClaimEvent,
    claimIds: readonly string[],
    reason?: string,
  ): Promise<Claim[]> {
    const field = (index: number): string => (event === 'reverse' ? 'claim' : `claims[${index}]`);
    const held = new Map((await holdClaims(tx, claimIds)).map((claim) => [claim.id, claim]));
    const violations: Violation[] = claimIds.length === 0 ? [noClaims()] : [];
    if (reason !== undefined && reason.trim() === '') violations.push(reasonMissing());
    const claims: Claim[] = [];
    for (const [index, id] of claimIds.entries()) {
      const claim = held.get(id);
      if (!claim) violations.push(claimUnknown(field(index)));
      else if (claims.includes(claim)) violations.push(claimRepeated(field(index), claim.ref));
      else {
        claims.push(claim);
        violations.push(...transitionViolations(claim, event, actor.id, field(index)));
      }
    }
    refuseIf(violations);
    return claims;
  }

  private async placementsOf(tx: Tx, claims: readonly Claim[]): Promise<Map<string, Placement>> {
    const ids = new Set(claims.flatMap((claim) => (claim.placementId === null ? [] : [claim.placementId])));
    const placements = await placementsById(tx, [...ids]);
    return new Map(placements.map((placement) => [placement.id, placement]));
  }

  /** The value table of each claim's plan, by the plan's id; each table is read once. */
  private async tablesOf(tx: Tx, claims: readonly Claim[]): Promise<Map<string, ValueTable>> {
    const plans = await this.plans.plans(
      tx,
      claims.map((claim) => claim.planId),
    );
    const tables = new Map<string, ValueTable>();
    for (const id of new Set(plans.map((plan) => plan.valueTableId))) {
      tables.set(id, await this.valuation.table(tx, id));
    }
    return new Map(plans.map((plan) => [plan.id, required(tables, plan.valueTableId)]));
  }

  /** Takes (sign 1) or gives back (sign -1) what decided claims use of limits and day caps. */
  private async use(
    tx: Tx,
    claims: readonly Claim[],
    decided: readonly Pick<Claim, 'valueCents' | 'countedCentihours'>[],
    placements: ReadonlyMap<string, Placement>,
    sign: 1 | -1,
  ): Promise<void> {
    const counted = claims.flatMap((claim, index) => {
      const placement = placements.get(claim.placementId ?? '');
      const centihours = sign * (at(decided, index).countedCentihours ?? 0);
      return placement && centihours !== 0 ? [{ ...limitKey(claim, placement), centihours }] : [];
    });
    const days = claims.flatMap((claim, index) => {
      const cents = sign * (at(decided, index).valueCents ?? 0);
      return claim.kind === 'ACTIVITY' && cents !== 0 ? [{ ...dayKey(claim), cents }] : [];
    });
    await addUsage(tx, counted, days);
  }

  private async record(tx: Tx, actor: Actor, action: string, decided: readonly DecidedClaim[]): Promise<void> {
    const changes = decided.map(({ id, decisionReason, status: _status, ...detail }) => ({
      action,
      subject: 'claim' as const,
      subjectId: id,
      ...(action === 'claim.accepted' ? { detail } : {}),
      ...(decisionReason === null ? {} : { reason: decisionReason }),
    }));
    await recordChanges(tx, actor, this.clock.now(), changes);
  }
}

function correctionViolations(claim: Claim, correction: ClaimToAccept['correction'], field: string): Violation[] {
  if (!correction) return [];
  const other = claim.kind === 'PURCHASE' ? correction.centihours : correction.invoiceCents;
  return [
    ...(correction.reason.trim() === '' ? [reasonMissing()] : []),
    ...(other === undefined ? [] : [correctionOfOtherKind(field, claim.kind)]),
  ];
}

function contribution(
  claim: Claim,
  figures: { centihours: Centihours; invoiceCents: Cents },
  placement: Placement | undefined,
  usage: Usage,
): Contribution {
  const { block } = claim;
  switch (claim.kind) {
    case 'PLACEMENT': {
      if (!placement) throw new InvariantBroken('placements', `claim ${claim.id} has no placement`);
      const { bonuses, employmentForm } = placement;
      const countedBefore = usage.countedBefore(limitKey(claim, placement));
      return { kind: 'PLACEMENT', block, bonuses, employmentForm, paidCentihours: figures.centihours, countedBefore };
    }
    case 'PURCHASE':
      return { kind: 'PURCHASE', block, invoiceCents: figures.invoiceCents };
    case 'ACTIVITY':
      return {
        kind: 'ACTIVITY',
        block,
        centihours: figures.centihours,
        dayValueBefore: usage.dayValueBefore(dayKey(claim)),
      };
  }
}

function acceptedClaim(claim: Claim, decided: DecidedClaim, placement: Placement | undefined): AcceptedClaim {
  return {
    claimId: claim.id,
    planId: claim.planId,
    period: { from: claim.periodFrom, to: claim.periodTo },
    valueCents: decided.valueCents ?? 0,
    jobCentihours: decided.jobCentihours ?? 0,
    earmarkId: claim.earmarkId,
    employmentForm: placement?.employmentForm ?? null,
    registerIndicated: placement?.registerIndicated === 'YES',
  };
}

const limitKey = (claim: Claim, placement: Placement): LimitKey => ({
  supplierKvkNumber: claim.supplierKvkNumber,
  candidate: placement.candidate,
  block: claim.block,
});
const dayKey = (claim: Claim) => ({
  supplierKvkNumber: claim.supplierKvkNumber,
  block: claim.block,
  day: claim.periodFrom,
});
const dayKeys = (claims: readonly Claim[]) => claims.filter((claim) => claim.kind === 'ACTIVITY').map(dayKey);
const limitKeys = (claims: readonly Claim[], placements: ReadonlyMap<string, Placement>): LimitKey[] =>
  claims.flatMap((claim) => {
    const placement = placements.get(claim.placementId ?? '');
    return placement ? [limitKey(claim, placement)] : [];
  });

function required<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new InvariantBroken('placements', `${key} was not read`);
  return value;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new InvariantBroken('placements', `there is no item ${index}`);
  return item;
}
