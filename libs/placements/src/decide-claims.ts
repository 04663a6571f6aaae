import { Injectable } from '@nestjs/common';
import {
  InvariantBroken,
  refuseIf,
  type Actor,
  type Cents,
  type Centihours,
  type EmploymentForm,
  type Period,
  type Violation,
} from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, appendEvent, recordChanges, type Tx } from '@sr/platform';
import { ValuationService, type StoredValueTable } from '@sr/valuation';
import { contributionOf, dayKey, limitKey, use, usedBefore } from './claim-value';
import {
  correctionViolations,
  reasonMissing,
  transitionViolations,
  type Claim,
  type ClaimEvent,
  type Correction,
} from './domain/claim';
import type { ClaimKind } from './domain/claim-kind';
import { Usage, type DayKey, type LimitKey, type Placement } from './domain/placement';
import { holdClaims, writeDecisions, writeReversal, type DecidedClaim } from './persistence/claim.store';
import { placementsById } from './persistence/placement.store';
import { addUsage, readUsage } from './persistence/usage.store';
import { claimRepeated, claimUnknown, noClaims } from './placements.errors';
import type { PlacementsEvent } from './placements.events';

/** A claim to accept: as submitted, or with the figures that were right and the reason. */
export interface ClaimToAccept {
  readonly claimId: string;
  readonly correction?: Correction;
}

/**
 * What the ledger needs to know of a claim that was just accepted. Of a candidate it has the surrogate, the block and
 * the region, which stay with the supplier and the verifying team.
 */
export interface AcceptedClaim {
  readonly claimId: string;
  readonly claimNumber: number;
  readonly kind: ClaimKind;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  /** Stands for the candidate; null without a placement. */
  readonly personId: string | null;
  readonly block: string;
  readonly region: string | null;
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
    const plans = await this.plansOf(tx, claims);
    const usage = new Usage();
    await readUsage(tx, usage, limitKeys(claims, placements), dayKeys(claims));

    const violations: Violation[] = [];
    const decided: DecidedClaim[] = [];
    for (const [index, { claim, correction }] of corrected.entries()) {
      const acceptedCentihours = claim.centihours === null ? null : (correction?.centihours ?? claim.centihours);
      const acceptedInvoiceCents =
        claim.invoiceCents === null ? null : (correction?.invoiceCents ?? claim.invoiceCents);
      const figures = { centihours: acceptedCentihours, invoiceCents: acceptedInvoiceCents };
      const placement = placements.get(claim.placementId ?? '');
      const { table, isFormFree } = required(plans, claim.planId);
      const before = usedBefore(claim, placement, usage);
      const valued = this.valuation.valueOf(table, contributionOf(claim, figures, placement, before));
      if (!valued.ok) {
        violations.push(...valued.violations.map((violation) => ({ ...violation, field: `claims[${index}]` })));
        continue;
      }
      const worth = isFormFree ? { ...valued.value, valueCents: 0, countedCentihours: 0 } : valued.value;
      use(usage, claim, placement, worth);
      decided.push({
        id: claim.id,
        status: 'ACCEPTED',
        acceptedCentihours,
        acceptedInvoiceCents,
        decisionReason: correction?.reason ?? null,
        usedBefore: claim.kind === 'PURCHASE' ? null : keptExactly(before),
        registerIndicated: placement ? placement.registerIndicated === 'YES' : null,
        ...worth,
      });
    }
    refuseIf(violations);

    await writeDecisions(tx, actor.id, this.clock.now(), decided);
    await this.use(tx, claims, decided, placements, 1);
    const groups = new Map([...plans].map(([id, { supplierGroupId }]) => [id, supplierGroupId]));
    await this.record(tx, actor, 'claim.accepted', claims, decided, groups);
    return claims.map((claim, index) =>
      acceptedClaim(claim, at(decided, index), placements.get(claim.placementId ?? '')),
    );
  }

  /**
   * Rejects claims, all for one reason or each for its own, in their order. Refuses, all at once, what `accept` refuses of
   * them, and `claim.reason_missing`.
   */
  async reject(tx: Tx, actor: Actor, claimIds: readonly string[], reason: string | readonly string[]): Promise<void> {
    const reasons = typeof reason === 'string' ? claimIds.map(() => reason) : reason;
    const asked = [reason].flat().find((text) => text.trim() === '') ?? reasons[0];
    const claims = await this.claimsToDecide(tx, actor, 'reject', claimIds, asked);
    const decided = claims.map((claim, index): DecidedClaim => ({
      id: claim.id,
      status: 'REJECTED',
      acceptedCentihours: null,
      acceptedInvoiceCents: null,
      decisionReason: at(reasons, index),
      valueCents: null,
      countedCentihours: null,
      jobCentihours: null,
      usedBefore: null,
      registerIndicated: null,
    }));
    await writeDecisions(tx, actor.id, this.clock.now(), decided);
    await this.record(tx, actor, 'claim.rejected', claims, decided, await this.groupsOf(tx, claims));
    await appendEvent<PlacementsEvent>(tx, this.clock.now(), {
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
    const groups = await this.groupsOf(tx, claims);
    await recordChanges(
      tx,
      actor,
      this.clock.now(),
      claims.map(({ id, planId }) => ({
        action: 'claim.reversed',
        subject: 'claim',
        subjectId: id,
        reason,
        supplierGroupId: required(groups, planId),
      })),
    );
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

  /** Of each claim's plan its table, whether it carries no euros, and its supplier group; each table is read once. */
  private async plansOf(
    tx: Tx,
    claims: readonly Claim[],
  ): Promise<Map<string, { table: StoredValueTable; isFormFree: boolean; supplierGroupId: string }>> {
    const plans = await this.plans.plans(
      tx,
      claims.map((claim) => claim.planId),
    );
    const tables = new Map<string, StoredValueTable>();
    for (const id of new Set(plans.map((plan) => plan.valueTableId))) {
      tables.set(id, await this.valuation.table(tx, id));
    }
    return new Map(
      plans.map(({ id, kind, valueTableId, supplierGroupId }) => [
        id,
        { table: required(tables, valueTableId), isFormFree: kind === 'FORM_FREE', supplierGroupId },
      ]),
    );
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

  /** The supplier group of each claim's plan, by the plan's id: whose trail it is. */
  private async groupsOf(tx: Tx, claims: readonly Claim[]): Promise<Map<string, string>> {
    const plans = await this.plans.plans(
      tx,
      claims.map((claim) => claim.planId),
    );
    return new Map(plans.map((plan) => [plan.id, plan.supplierGroupId]));
  }

  private async record(
    tx: Tx,
    actor: Actor,
    action: 'claim.accepted' | 'claim.rejected',
    claims: readonly Claim[],
    decided: readonly DecidedClaim[],
    groups: ReadonlyMap<string, string>,
  ): Promise<void> {
    const changes = decided.map(
      ({ id, decisionReason, status: _, usedBefore: _u, registerIndicated: _r, ...detail }, index) => ({
        action,
        subject: 'claim' as const,
        subjectId: id,
        ...(action === 'claim.accepted' ? { detail } : {}),
        ...(decisionReason === null ? {} : { reason: decisionReason }),
        supplierGroupId: required(groups, at(claims, index).planId),
      }),
    );
    await recordChanges(tx, actor, this.clock.now(), changes);
  }
}

/** A sum beyond what a number keeps exactly is not told of one claim; the limits themselves stay exact. */
const keptExactly = (before: bigint): number | null =>
  before <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(before) : null;

function acceptedClaim(claim: Claim, decided: DecidedClaim, placement: Placement | undefined): AcceptedClaim {
  return {
    claimId: claim.id,
    claimNumber: claim.number,
    kind: claim.kind,
    planId: claim.planId,
    supplierKvkNumber: claim.supplierKvkNumber,
    personId: placement?.personId ?? null,
    block: claim.block,
    region: placement?.region ?? null,
    period: { from: claim.periodFrom, to: claim.periodTo },
    valueCents: decided.valueCents ?? 0,
    jobCentihours: decided.jobCentihours ?? 0,
    earmarkId: claim.earmarkId,
    employmentForm: placement?.employmentForm ?? null,
    registerIndicated: placement?.registerIndicated === 'YES',
  };
}

const dayKeys = (claims: readonly Claim[]): DayKey[] => claims.filter((claim) => claim.kind === 'ACTIVITY').map(dayKey);
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
