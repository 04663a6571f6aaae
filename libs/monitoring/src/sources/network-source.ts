import { Injectable } from '@nestjs/common';
import { Clock, dayOf, type Reader } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { THE_NETWORK, figuresOf } from '../domain/milestone';
import { networkItems, yearOfFigures } from '../domain/network-items';
import { tableItem } from '../domain/plan-items';
import type { WorkItem } from '../domain/work-item';
import { networkSince } from '../persistence/running.store';
import { WorkFacts } from './work-facts';

/** Reads what waits in the network that is of no supplier. */
@Injectable()
export class NetworkSource {
  constructor(
    private readonly clock: Clock,
    private readonly valuation: ValuationService,
    private readonly facts: WorkFacts,
  ) {}

  /** The value tables that wait for a second person. */
  async tables(reader: Reader): Promise<WorkItem[]> {
    const tables = await this.valuation.waiting(reader);
    return tables.map(({ recordedAt, ...table }) => tableItem({ ...table, proposedOn: dayOf(recordedAt) }));
  }

  /** The figures of the year that is over, and the evaluation of the pilot. */
  async itself(reader: Reader): Promise<WorkItem[]> {
    const today = this.clock.today();
    const subjects = [THE_NETWORK, figuresOf(yearOfFigures(today))];
    const milestones = await this.facts.milestones(reader, subjects);
    return networkItems({ since: await networkSince(reader), milestones }, today);
  }
}
