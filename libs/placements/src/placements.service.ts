import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService, ReferenceService } from '@sr/identity';
import { AppError, refuseIf, type Actor, type LocalDate, type Violation } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, Db, appendEvent, recordChanges, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { Belongings, type Belonging } from './belonging';
import { DecideClaims, type AcceptedClaim, type ClaimToAccept } from './decide-claims';
import { blockViolations, bonusViolations } from './domain/blocks';
import type { Claim } from './domain/claim';
import type { Evidence } from './domain/evidence';
import {
  changeViolations,
  endViolations,
  placementStale,
  placementViolations,
  type Placement,
  type PlacementChange,
} from './domain/placement';
import { realisedViolations, type RealisingParty } from './domain/realised';
import { placementUnknown } from './domain/report-lines';
import { claimedPeriods, claimsById } from './persistence/claim.store';
import { evidenceOfPlacements } from './persistence/evidence.store';
import {
  holdPlacement,
  insertPlacement,
  listPlacements,
  personIdOf,
  placementByRef,
  placementsById,
  updatePlacement,
  type PlacementFilter,
} from './persistence/placement.store';
import { isOfSupplier } from './persistence/scope';
import { countedOf } from './persistence/usage.store';
import { refTaken, regionUnknown, supplierUnknown } from './placements.errors';
import { SubmitClaims, type ClaimSubmission } from './submit-claims';
import type { PlacementsEvent } from './placements.events';

/** What a supplier enters about a candidate at work. */
export type PlacementRegistration = Omit<Placement, 'id' | 'recordedAt' | 'realised' | 'personId' | 'version'> & {
  readonly realised?: RealisingParty | null;
};

/** A placement with what its plan, supplier and block are called. */
export interface PlacementInList {
  readonly placement: Placement;
  readonly belongsTo: Belonging;
}

/** A placement with what is declared for it and what of the candidate's hours was counted. */
export interface PlacementFile extends PlacementInList {
  readonly evidence: readonly Evidence[];
  /** Over all plans and placements of this candidate in this block. */
  readonly countedCentihours: bigint;
  /** What can be counted at most; null when nothing limits it. */
  readonly limitCentihours: bigint | null;
  /** The names of those who saw and judged the evidence, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Placements, and the claims that suppliers make for them, for purchases and for activities. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reference: ReferenceService,
    private readonly people: PeopleService,
    private readonly plans: PlansService,
    private readonly valuation: ValuationService,
    private readonly submissions: SubmitClaims,
    private readonly decisions: DecideClaims,
    private readonly belongings: Belongings,
  ) {}

  /**
   * Registers a placement. With `knownRegion` its region is the code of a labour market region. Refuses, all at once:
   * `plan.supplier_outside_group`, `placement.ref_taken`, `placement.term_backwards`, `placement.block_unknown`,
   * `placement.block_of_other_kind`, `placement.bonus_unknown`, `placement.bonus_repeated`, `placement.region_unknown`,
   * `realised.own_with_other_party`; `supplier.unknown` (not found) for a supplier that is not the actor's.
   */
  async registerPlacement(actor: Actor, registration: PlacementRegistration, knownRegion = false): Promise<Placement> {
    const { ref, supplierKvkNumber, candidate, block, bonuses, region, realised = null } = registration;
    if (!isOfSupplier(actor.scope, supplierKvkNumber)) throw new AppError('not-found', [supplierUnknown()]);
    const regionViolations = knownRegion ? await this.regionViolations(region) : [];
    return this.db.write(actor, async (tx) => {
      const plan = await this.plans.plan(tx, registration.planId);
      const table = await this.plans.valueTable(tx, plan);
      const violations = [
        ...(await this.plans.supplierViolations(tx, plan, supplierKvkNumber)),
        ...((await placementByRef(tx, supplierKvkNumber, ref)) ? [refTaken('placement', ref)] : []),
        ...placementViolations(registration),
        ...blockViolations(table, block, 'PLACEMENT'),
        ...bonusViolations(table, bonuses),
        ...realisedViolations('PLACEMENT', realised, '/realised'),
        ...regionViolations,
      ];
      refuseIf(violations);
      const personId = await personIdOf(tx, supplierKvkNumber, candidate);
      const recordedAt = this.clock.now();
      const placement: Placement = { id: randomUUID(), ...registration, realised, personId, version: 1, recordedAt };
      await insertPlacement(tx, placement);
      const { startsOn, endsOn } = placement;
      await this.recordPlacement(tx, actor, 'placement.registered', placement, plan, {
        ref,
        planId: plan.id,
        startsOn,
        endsOn,
      });
      await appendEvent<PlacementsEvent>(tx, recordedAt, {
        type: 'placements.registered',
        payload: { placementId: placement.id, planId: plan.id },
      });
      return placement;
    });
  }

  /**
   * Changes a placement. Once hours of it are claimed, block, bonuses, form and first day stay. Refuses
   * `placement.unknown` (not found), `placement.stale`, `placement.claimed` and what `registerPlacement` refuses of the
   * fields.
   */
  async changePlacement(
    actor: Actor,
    id: string,
    change: PlacementChange & { readonly version: number },
  ): Promise<PlacementFile> {
    const { version, ...fields } = change;
    const regionViolations = fields.region === undefined ? [] : await this.regionViolations(fields.region);
    return this.db.write(actor, async (tx) => {
      const { placement, plan } = await this.holdToChange(tx, actor, id, version);
      const table = await this.plans.valueTable(tx, plan);
      const claimed = await claimedPeriods(tx, [id]);
      refuseIf([
        ...changeViolations(placement, fields, claimed.has(id)),
        ...placementViolations({ ...placement, ...fields }),
        ...(fields.block === undefined ? [] : blockViolations(table, fields.block, 'PLACEMENT')),
        ...bonusViolations(table, fields.bonuses ?? []),
        ...realisedViolations('PLACEMENT', fields.realised ?? null, '/realised'),
        ...regionViolations,
      ]);
      await updatePlacement(tx, id, { ...fields, version: version + 1 });
      // Which fields, and not what they were: block, bonuses and register indication tell of a person.
      const detail = { changed: Object.keys(fields) };
      await this.recordPlacement(tx, actor, 'placement.changed', placement, plan, detail);
      return this.fileOf(tx, { ...placement, ...fields, version: version + 1 });
    });
  }

  /**
   * A placement ends on a day, or on another than was thought. Refuses `placement.unknown` (not found), `placement.stale`,
   * `placement.term_backwards`, `placement.claimed_after_end`.
   */
  async endPlacement(actor: Actor, id: string, endsOn: LocalDate, version: number): Promise<PlacementFile> {
    return this.db.write(actor, async (tx) => {
      const { placement, plan } = await this.holdToChange(tx, actor, id, version);
      const claimed = (await claimedPeriods(tx, [id])).get(id) ?? [];
      refuseIf(
        endViolations(
          placement,
          endsOn,
          claimed
            .map(({ to }) => to)
            .sort()
            .at(-1) ?? null,
        ),
      );
      await updatePlacement(tx, id, { endsOn, version: version + 1 });
      const detail = { endsOn: { from: placement.endsOn, to: endsOn } };
      await this.recordPlacement(tx, actor, 'placement.ended', placement, plan, detail);
      await appendEvent<PlacementsEvent>(tx, this.clock.now(), {
        type: 'placements.ended',
        payload: { placementId: id, planId: placement.planId },
      });
      return this.fileOf(tx, { ...placement, endsOn, version: version + 1 });
    });
  }

  /** A placement with its evidence. Refuses `placement.unknown` (not found), also when it is out of the actor's scope. */
  async placementFile(actor: Actor, id: string): Promise<PlacementFile> {
    return this.db.read(actor, async (reader) => {
      const [placement] = await placementsById(reader, [id]);
      if (!placement) throw new AppError('not-found', [placementUnknown('')]);
      return this.fileOf(reader, placement);
    });
  }

  /** The placements that the actor may see, the latest first, a page at a time. */
  listPlacements(actor: Actor, filter: PlacementFilter, page: PageQuery): Promise<Page<PlacementInList>> {
    return this.db.read(actor, async (reader) => {
      const { items, next } = await listPlacements(reader, filter, page);
      const rows = await this.belongings.of(reader, items);
      return { items: rows.map(({ row: placement, belongsTo }) => ({ placement, belongsTo })), next };
    });
  }

  /**
   * Submits a claim that comes without a report. Refuses, all at once: `claim.ref_taken`, `claim.period_backwards`,
   * `claim.over_a_quarter`, `claim.in_the_future`, `claim.outside_placement`, `claim.overlaps`,
   * `claim.of_other_supplier`, `plan.supplier_outside_group`, `placement.block_unknown`,
   * `placement.block_of_other_kind`, `contract.unknown`, `contract.exempt`.
   */
  submit(actor: Actor, submission: ClaimSubmission): Promise<Claim> {
    return this.db.write(actor, (tx) => this.submissions.submit(tx, actor, submission));
  }

  /** Rejects claims that wait, for one reason. Refuses what `DecideClaims` refuses. */
  async reject(actor: Actor, claimIds: readonly string[], reason: string): Promise<void> {
    await this.db.write(actor, (tx) => this.rejectIn(tx, actor, claimIds, reason));
  }

  /** The same, in a transaction that decides on other claims too. */
  rejectIn(tx: Tx, actor: Actor, claimIds: readonly string[], reason: string | readonly string[]): Promise<void> {
    return this.decisions.reject(tx, actor, claimIds, reason);
  }

  /** Accepts claims, in the order in which they are named. Only the ledger calls this. */
  accept(tx: Tx, actor: Actor, claims: readonly ClaimToAccept[]): Promise<AcceptedClaim[]> {
    return this.decisions.accept(tx, actor, claims);
  }

  /** Reverses an accepted claim and gives back what it used of limits and day caps. Only the ledger calls this. */
  reverse(tx: Tx, actor: Actor, claimId: string, reason: string): Promise<void> {
    return this.decisions.reverse(tx, actor, claimId, reason);
  }

  /** The claims with these ids that the reader may see, in any order; ids that name none are left out. */
  claims(reader: Reader, ids: readonly string[]): Promise<Claim[]> {
    return claimsById(reader, ids);
  }

  private async regionViolations(code: string | null): Promise<Violation[]> {
    if (code === null) return [];
    const regions = await this.reference.regions();
    return regions.some((region) => region.code === code) ? [] : [regionUnknown(code)];
  }

  /** The placement, held, if it is the actor's own and at the version that was read. */
  private async holdToChange(
    tx: Tx,
    actor: Actor,
    id: string,
    version: number,
  ): Promise<{ placement: Placement; plan: Plan }> {
    const placement = await holdPlacement(tx, id);
    if (!placement || !isOfSupplier(actor.scope, placement.supplierKvkNumber)) {
      throw new AppError('not-found', [placementUnknown('')]);
    }
    if (placement.version !== version) throw new AppError('stale', [placementStale(placement.version)]);
    return { placement, plan: await this.plans.plan(tx, placement.planId) };
  }

  private async fileOf(reader: Reader, placement: Placement): Promise<PlacementFile> {
    const { supplierKvkNumber, candidate, block } = placement;
    const belongsTo = await this.belongings.ofOne(reader, placement);
    const evidence = await evidenceOfPlacements(reader, [placement.id]);
    return {
      placement,
      belongsTo,
      evidence,
      names: await this.people.names(
        reader,
        evidence.flatMap(({ seenBy, verdictBy }) => [seenBy, verdictBy]),
      ),
      countedCentihours: await countedOf(reader, { supplierKvkNumber, candidate, block }),
      limitCentihours: this.valuation.limitOf(belongsTo.table, block),
    };
  }

  private async recordPlacement(
    tx: Tx,
    actor: Actor,
    action: string,
    { id }: Placement,
    { supplierGroupId }: Plan,
    // Nothing that tells of a person: what stands in the audit trail can never be erased.
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await recordChanges(tx, actor, this.clock.now(), [
      { action, subject: 'placement', subjectId: id, detail, supplierGroupId },
    ]);
  }
}
