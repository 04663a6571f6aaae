import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { AppError, THE_PRODUCT, refuseIf, type Actor } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, Db, recordChanges, type Reader, type Tx } from '@sr/platform';
import type { ClaimKind } from './domain/claim-kind';
import {
  evidenceViolations,
  verdictViolations,
  type Evidence,
  type EvidenceDeclaration,
  type EvidenceType,
  type EvidenceVerdict,
} from './domain/evidence';
import { placementUnknown } from './domain/report-lines';
import { claimsById } from './persistence/claim.store';
import { evidenceTypes, holdEvidence, insertEvidence, writeVerdict } from './persistence/evidence.store';
import { placementsById } from './persistence/placement.store';
import { isOfSupplier } from './persistence/scope';
import { claimUnknown, evidenceUnknown } from './placements.errors';

/** Evidence with the names of those who saw and judged it, by id. */
export interface EvidenceWithNames {
  readonly evidence: Evidence;
  readonly names: ReadonlyMap<string, string>;
}

/** What evidence is of: a placement, or a claim for a purchase or an activity. */
export type EvidenceSubject = { readonly placementId: string } | { readonly claimId: string };

/** Declared evidence: what was seen, when, by whom, until when it holds, and what the verifier thinks of it. No files. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly plans: PlansService,
  ) {}

  /** All kinds of evidence, past and present, by code. */
  types(): Promise<EvidenceType[]> {
    return this.db.read(THE_PRODUCT, evidenceTypes);
  }

  /**
   * Declares evidence that the actor has seen. Refuses `placement.unknown`, `claim.unknown` (not found) and, all at once,
   * `evidence.type_unknown`, `evidence.type_out_of_date`, `evidence.of_other_kind`, `evidence.seen_in_the_future`,
   * `evidence.ended_before_seen`.
   */
  declare(actor: Actor, subject: EvidenceSubject, declaration: EvidenceDeclaration): Promise<EvidenceWithNames> {
    return this.db.write(actor, async (tx) => {
      const known = await this.subjectOf(tx, subject);
      if (!isOfSupplier(actor.scope, known.supplierKvkNumber)) throw unknownSubject(subject);
      refuseIf(evidenceViolations(declaration, known.kind, await evidenceTypes(tx), this.clock.today()));
      const evidence: Evidence = {
        id: randomUUID(),
        placementId: null,
        claimId: null,
        ...subject,
        ...declaration,
        seenBy: actor.id,
        recordedAt: this.clock.now(),
        verdict: null,
        verdictBy: null,
        verdictAt: null,
        verdictReason: null,
      };
      await insertEvidence(tx, [evidence]);
      // Not which kind: that tells of a person.
      await this.record(tx, actor, 'evidence.declared', subject, known.planId, { evidenceId: evidence.id });
      return this.withNames(tx, evidence);
    });
  }

  /**
   * What the verifier thinks of evidence; a later verdict takes the place of an earlier one. Refuses `evidence.unknown`
   * (not found), `evidence.own`, `evidence.reason_missing`.
   */
  judge(
    actor: Actor,
    subject: EvidenceSubject,
    evidenceId: string,
    verdict: EvidenceVerdict,
    reason: string | null,
  ): Promise<EvidenceWithNames> {
    return this.db.write(actor, async (tx) => {
      const evidence = await holdEvidence(tx, evidenceId);
      const isOfSubject =
        'placementId' in subject
          ? evidence?.placementId === subject.placementId
          : evidence?.claimId === subject.claimId;
      if (!evidence || !isOfSubject) throw new AppError('not-found', [evidenceUnknown()]);
      refuseIf(verdictViolations(evidence, verdict, reason, actor.id));
      const judged: Evidence = {
        ...evidence,
        verdict,
        verdictBy: actor.id,
        verdictAt: this.clock.now(),
        verdictReason: reason,
      };
      await writeVerdict(tx, judged);
      const { planId } = await this.subjectOf(tx, subject);
      const detail = { evidenceId, verdict: { from: evidence.verdict, to: verdict } };
      await this.record(tx, actor, 'evidence.judged', subject, planId, detail, reason ?? undefined);
      return this.withNames(tx, judged);
    });
  }

  /** What the subject is, as far as it is in the reader's scope. */
  private async subjectOf(
    reader: Reader,
    subject: EvidenceSubject,
  ): Promise<{ supplierKvkNumber: string; planId: string; kind: ClaimKind }> {
    if ('placementId' in subject) {
      const [placement] = await placementsById(reader, [subject.placementId]);
      if (!placement) throw unknownSubject(subject);
      return { ...placement, kind: 'PLACEMENT' };
    }
    const [claim] = await claimsById(reader, [subject.claimId]);
    // The evidence of hours is that of their placement.
    if (!claim || claim.kind === 'PLACEMENT') throw unknownSubject(subject);
    return claim;
  }

  private async withNames(reader: Reader, evidence: Evidence): Promise<EvidenceWithNames> {
    return { evidence, names: await this.people.names(reader, [evidence.seenBy, evidence.verdictBy]) };
  }

  private async record(
    tx: Tx,
    actor: Actor,
    action: string,
    subject: EvidenceSubject,
    planId: string,
    detail: Readonly<Record<string, unknown>>,
    reason?: string,
  ): Promise<void> {
    const { supplierGroupId } = await this.plans.plan(tx, planId);
    const of =
      'placementId' in subject
        ? { subject: 'placement' as const, subjectId: subject.placementId }
        : { subject: 'claim' as const, subjectId: subject.claimId };
    const change = { action, ...of, detail, supplierGroupId };
    await recordChanges(tx, actor, this.clock.now(), [reason === undefined ? change : { ...change, reason }]);
  }
}

const unknownSubject = (subject: EvidenceSubject): AppError =>
  new AppError('not-found', ['placementId' in subject ? placementUnknown('') : claimUnknown('')]);
