import { Injectable } from '@nestjs/common';
import { THE_PRODUCT } from '@sr/kernel';
import { Db, narrowedTo } from '@sr/platform';
import type { WorkItem } from './domain/work-item';
import { asGroup, type Group } from './groups';
import { Roster } from './roster';
import { SignalsService } from './signals.service';
import { WorkReader } from './work-reader';

/** Where reminders come from: what waits, how plans go, and who there is. */
@Injectable()
export class ReminderSources {
  constructor(
    private readonly db: Db,
    readonly roster: Roster,
    readonly signals: SignalsService,
    private readonly work: WorkReader,
  ) {}

  /** What waits around a group, of all sides, or what is of no group (null). */
  waiting(group: Group | null): Promise<WorkItem[]> {
    return group === null
      ? this.db.read(THE_PRODUCT, (reader) => this.work.ofNobody(reader))
      : this.db.read(THE_PRODUCT, (product) => this.work.ofGroup(narrowedTo(product, asGroup(group))));
  }
}
