import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { refuseIf, type Actor } from '@sr/kernel';
import { Clock, Db, appendEvent, pageOf, recordChanges, type Page, type PageQuery } from '@sr/platform';
import type { MilestoneFacts } from './domain/milestone';
import { milestoneViolations, type MilestoneSubjectType } from './domain/new-milestone';
import { MilestoneSubjects } from './milestone-subjects';
import { milestoneNotYours, milestoneSubjectUnknown } from './monitoring.errors';
import type { MonitoringEvent } from './monitoring.events';
import { insertMilestone, milestonePage, type Milestone } from './persistence/milestone.store';

/** A milestone with the name of who wrote it down. */
export interface MilestoneView extends Milestone {
  readonly recordedByName: string | null;
}

const AUDIT_SUBJECT = { CONTRACT: 'contract', PLACEMENT: 'placement', NETWORK: 'organisation' } as const;

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
   * at once: `milestone.of_other_subject`, `milestone.in_the_future`, and `milestone.subject_unknown` or
   * `milestone.not_yours`.
   */
  async record(actor: Actor, facts: MilestoneFacts & { readonly note: string }): Promise<MilestoneView> {
    const violations = milestoneViolations(facts, this.clock.today());
    const found = await this.subjects.find(actor, facts);
    refuseIf([
      ...violations,
      ...(found === null ? [milestoneSubjectUnknown()] : []),
      ...(found?.isYours === false ? [milestoneNotYours()] : []),
    ]);
    const { kind, subject, heldOn, note } = facts;
    const recordedAt = this.clock.now();
    const milestone: Milestone = { id: randomUUID(), kind, subject, heldOn, note, recordedBy: actor.id, recordedAt };
    const sight = found?.sight ?? { principalCode: null, supplierGroupId: null, network: false };
    await this.db.write(actor, async (tx) => {
      await insertMilestone(tx, milestone, sight);
      await recordChanges(tx, actor, recordedAt, [
        {
          action: 'milestone.recorded',
          subject: AUDIT_SUBJECT[subject.type as MilestoneSubjectType],
          subjectId: subject.id,
          // The note stays with the milestone: what stands in the audit trail can never be erased.
          detail: { kind, heldOn },
          ...(sight.principalCode === null ? {} : { principalCode: sight.principalCode }),
          ...(sight.supplierGroupId === null ? {} : { supplierGroupId: sight.supplierGroupId }),
        },
      ]);
      await appendEvent<MonitoringEvent>(tx, recordedAt, {
        type: 'monitoring.milestone-recorded',
        payload: { milestoneId: milestone.id },
      });
    });
    return { ...milestone, recordedByName: actor.name };
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
      const names = await this.people.names(
        reader,
        items.map(({ recordedBy }) => recordedBy),
      );
      return {
        items: items.map((one) => ({ ...one, recordedByName: names.get(one.recordedBy) ?? null })),
        next,
      };
    });
  }
}
