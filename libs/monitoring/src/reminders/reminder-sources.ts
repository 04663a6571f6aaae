import { Injectable } from '@nestjs/common';
import { THE_PRODUCT } from '@sr/kernel';
import { Db, narrowedTo } from '@sr/platform';
import type { WorkItem } from '../domain/work-item';
import { asGroups, type Group } from '../sources/group';
import { Roster } from './roster';
import { SignalsService } from '../sources/signals.service';
import { WorkSources } from '../sources/work-sources';

/** Where reminders come from: what waits, how plans go, and who there is. */
@Injectable()
export class ReminderSources {
  constructor(
    private readonly db: Db,
    readonly roster: Roster,
    readonly signals: SignalsService,
    private readonly work: WorkSources,
  ) {}

  /**
   * What waits around these groups, of all sides; of no groups what is of none. Of one group the first thousand of each kind
   * are looked at.
   * @throws MoreThanOneLook where that would leave something out of several groups: they are to be asked by themselves
   */
  waiting(groups: readonly Group[]): Promise<WorkItem[]> {
    return this.db.read(THE_PRODUCT, (product) => {
      if (groups.length === 0) return this.work.ofNobody(product);
      const reader = narrowedTo(product, asGroups(groups));
      return this.work.ofGroups(groups.length > 1 ? { ...reader, inFull: true } : reader);
    });
  }
}
