import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService, type Organisation } from '@sr/identity';
import { AppError, InvariantBroken, refuseIf, type Actor, type Scope } from '@sr/kernel';
import {
  Clock,
  Db,
  appendEvent,
  pageOf,
  recordChanges,
  refuseOn,
  withEverythingInSight,
  type Page,
  type PageQuery,
  type Reader,
  type Tx,
} from '@sr/platform';
import type { MilestoneFacts } from '../domain/milestone';
import { milestoneViolations, type MilestoneSubjectType } from '../domain/new-milestone';
import { MilestoneSubjects } from './milestone-subjects';
import {
  milestoneNotYours,
  milestoneOfOthers,
  milestoneSubjectUnknown,
  milestoneUnknown,
  milestoneWithdrawn,
} from '../monitoring.errors';
import type { MonitoringEvent } from '../monitoring.events';
import {
  insertMilestone,
  insertWithdrawal,
  milestoneById,
  milestonePage,
  type Milestone,
  type MilestoneSight,
} from '../persistence/milestone.store';

/** A milestone with the names of who wrote it down and who took it back. */
export interface MilestoneView extends Milestone {
  readonly recordedByName: string | null;
  readonly withdrawnByName: string | null;
  /** Somebody of the reader's own organisation wrote it down: it is theirs to take back. */
  readonly isOwn: boolean;
}

const AUDIT_SUBJECT = { CONTRACT: 'contract', PLACEMENT: 'placement', NETWORK: 'organisation' } as const;

/** How the trail and the rest of the product call what happens to a milestone. */
const RECORDED = { action: 'milestone.recorded', type: 'monitoring.milestone-recorded' } as const;
const WITHDRAWN = { action: 'milestone.withdrawn', type: 'monitoring.milestone-withdrawn' } as const;

/** Talks that were held and things that were delivered: what ends work that leaves no other trace. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly subjects: MilestoneSubjects,
  ) {}

  /**
   * Writes down that something was held or delivered, when and what came of it; the work that asked for it is done. Of a
   * contract by its principal or the network, of a placement by its supplier, of the network by the network. Refuses, all
   * at once: `milestone.of_other_subject`, `milestone.in_the_future`, `milestone.too_early`, and `milestone.subject_unknown`
   * or `milestone.not_yours`.
   */
  async record(actor: Actor, facts: MilestoneFacts & { readonly note: string }): Promise<MilestoneView> {
    const found = await this.subjects.find(actor, facts);
    refuseIf([
      ...milestoneViolations(facts, found?.days ?? null, this.clock.today()),
      ...(found === null ? [milestoneSubjectUnknown()] : []),
      ...(found?.isYours === false ? [milestoneNotYours()] : []),
    ]);
    const { kind, subject, heldOn, note } = facts;
    const recordedAt = this.clock.now();
    const id = randomUUID();
    const milestone = { id, kind, subject, heldOn, note, recordedBy: actor.id, recordedAt, withdrawal: null };
    const sight = found?.sight ?? { principalCode: null, supplierGroupId: null, network: false };
    await this.db.write(actor, async (tx) => {
      await insertMilestone(tx, milestone, sight);
      await this.tell(tx, actor, { milestone, sight }, RECORDED);
    });
    return { ...milestone, recordedByName: actor.name, withdrawnByName: null, isOwn: true };
  }

  /**
   * Takes back what somebody of the actor's own organisation wrote down by mistake; the work that it ended waits again. It
   * stays to be read, with the reason. Refuses `milestone.unknown` (not found), `milestone.of_others`,
   * `milestone.withdrawn_already`.
   */
  withdraw(actor: Actor, id: string, reason: string): Promise<MilestoneView> {
    return this.db.write(actor, async (tx) => {
      const found = await milestoneById(tx, id);
      if (!found) throw new AppError('not-found', [milestoneUnknown()]);
      const [view] = await this.told(tx, actor, [found.milestone]);
      refuseIf(view?.isOwn === true ? [] : [milestoneOfOthers()]);
      refuseIf(view?.withdrawal ? [milestoneWithdrawn()] : []);
      const withdrawal = { reason, withdrawnBy: actor.id, withdrawnAt: this.clock.now() };
      await refuseOn({ milestone_withdrawal_pkey: milestoneWithdrawn() }, () => insertWithdrawal(tx, id, withdrawal));
      await this.tell(tx, actor, found, WITHDRAWN);
      const [after] = await this.told(tx, actor, [{ ...found.milestone, withdrawal }]);
      if (!after) throw new InvariantBroken('monitoring', 'a milestone that was withdrawn is told');
      return after;
    });
  }

  /**
   * What was held on a contract, a placement or by the network, in the actor's sight, the last first, a page at a time.
   * Nothing of what is out of sight. Refuses `page.after_wrong`.
   */
  async list(actor: Actor, subject: MilestoneFacts['subject'], page: PageQuery): Promise<Page<MilestoneView>> {
    const isInSight = subject.type === 'NETWORK' || (await this.subjects.inSight(actor, subject)) !== null;
    if (!isInSight) return { items: [], next: null };
    return this.db.read(actor, async (reader) => {
      const rows = await milestonePage(reader, subject, page);
      const { items, next } = pageOf(rows, page, ({ heldOn, id }) => [heldOn, id]);
      return { items: await this.told(reader, actor, items), next };
    });
  }

  /** These with the names of who wrote them down and took them back, and whether they are the actor's to take back. */
  private async told(reader: Reader, actor: Actor, milestones: readonly Milestone[]): Promise<MilestoneView[]> {
    const writers = milestones.map(({ recordedBy }) => recordedBy);
    const withdrawers = milestones.flatMap(({ withdrawal }) => withdrawal?.withdrawnBy ?? []);
    const names = await this.people.names(reader, [...writers, ...withdrawers]);
    // Of which organisation somebody is decides whether it is the actor's own, and nothing else of it is told.
    const known = await withEverythingInSight(reader, (all) =>
      this.people.people(
        all,
        writers.filter((id) => names.has(id)),
      ),
    );
    return milestones.map((one) => {
      const writer = known.get(one.recordedBy);
      return {
        ...one,
        recordedByName: names.get(one.recordedBy) ?? null,
        withdrawnByName: one.withdrawal && (names.get(one.withdrawal.withdrawnBy) ?? null),
        isOwn: one.recordedBy === actor.id || (writer !== undefined && isFor(actor.scope, writer.organisation)),
      };
    });
  }

  /** Writes in the trail, and tells the rest of the product, that a milestone was recorded or withdrawn. */
  private async tell(
    tx: Tx,
    actor: Actor,
    { milestone: { id, kind, subject, heldOn }, sight }: { milestone: Milestone; sight: MilestoneSight },
    { action, type }: typeof RECORDED | typeof WITHDRAWN,
  ): Promise<void> {
    const now = this.clock.now();
    await recordChanges(tx, actor, now, [
      {
        action,
        subject: AUDIT_SUBJECT[subject.type as MilestoneSubjectType],
        subjectId: subject.id,
        // Notes and reasons stay with the milestone: what stands in the audit trail can never be erased.
        detail: { kind, heldOn },
        ...(sight.principalCode === null ? {} : { principalCode: sight.principalCode }),
        ...(sight.supplierGroupId === null ? {} : { supplierGroupId: sight.supplierGroupId }),
      },
    ]);
    await appendEvent<MonitoringEvent>(tx, now, { type, payload: { milestoneId: id } });
  }
}

/** Whether somebody with `scope` works for an organisation; the network sees its members, and works for none of them. */
function isFor({ network, principals, supplierGroups }: Scope, organisation: Organisation): boolean {
  switch (organisation.kind) {
    case 'NETWORK':
      return network;
    case 'PRINCIPAL':
      return !network && principals.includes(organisation.principalCode);
    case 'SUPPLIER_GROUP':
      return supplierGroups.includes(organisation.supplierGroupId);
    case 'OVERSIGHT':
      return false;
  }
}
