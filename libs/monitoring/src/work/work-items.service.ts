import { Injectable } from '@nestjs/common';
import { PeopleService, type Person } from '@sr/identity';
import { AppError, type Actor, type Scoped } from '@sr/kernel';
import { Clock, Db, keyAfter, pageOf, rowsToRead, type Page, type PageQuery } from '@sr/platform';
import { keysOf } from '../domain/due-reminders';
import { comparePlaces, daysLate, inOrder, keyOf, placeOf, type WorkItem } from '../domain/work-item';
import { workItemDone } from '../monitoring.errors';
import { WorkOfPerson } from './work-of-person';
import { WorkOfPlan } from './work-of-plan';
import { workerOf } from './worker-of';

/** An item as people read it. */
export interface WorkItemView {
  readonly item: WorkItem;
  readonly key: string;
  readonly daysLate: number;
  /** Who is named for it. */
  readonly persons: readonly { readonly personId: string; readonly name: string }[];
}

/** What waits for whom, by when: worked out when it is asked, so that it is gone when the work is done. */
@Injectable()
export class WorkItemsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly ofPerson: WorkOfPerson,
    private readonly inPlan: WorkOfPlan,
  ) {}

  /** What waits for the actor, the soonest due first, a page at a time. Refuses `page.after_wrong`. */
  async mine(actor: Actor, page: PageQuery): Promise<Page<WorkItemView>> {
    return this.page(actor, await this.ofActor(actor), page);
  }

  /**
   * One item that waits for the actor, by its key, or by the key that it had in a mail: that of the item that came to the
   * actor because nothing happened, or of a report before it was begun. Refuses `work-item.done` (not found).
   */
  async one(actor: Actor, key: string): Promise<WorkItemView> {
    const items = await this.ofActor(actor);
    const item =
      items.find((one) => keyOf(one) === key) ??
      items.find((one) => keysOf([{ ...one, escalated: false }]).includes(key));
    if (!item) throw new AppError('not-found', [workItemDone()]);
    return this.view(item, await this.namesIn(actor, [item]));
  }

  /**
   * What is open in a plan, of everybody, as far as the actor may know of it. Refuses `plan.unknown` (not found) and
   * `page.after_wrong`.
   */
  async ofPlan(actor: Actor, planId: string, page: PageQuery): Promise<Page<WorkItemView>> {
    return this.page(actor, await this.inPlan.of(actor, planId), page);
  }

  /**
   * What waits for a person, also what came to its role because nothing happened elsewhere; `who` has the scope of that
   * person.
   */
  waitingFor(who: Scoped, person: Person): Promise<WorkItem[]> {
    return this.db.read(who, (reader) => this.ofPerson.of(reader, workerOf(person)));
  }

  private async ofActor(actor: Actor): Promise<WorkItem[]> {
    const person = await this.db.read(actor, (reader) => this.people.person(reader, actor.id));
    return person ? this.waitingFor(actor, person) : [];
  }

  private async page(who: Scoped, items: readonly WorkItem[], query: PageQuery): Promise<Page<WorkItemView>> {
    const after = keyAfter(query, 'day', 'text');
    const rest = inOrder(items).filter((item) => after === null || comparePlaces(placeOf(item), after) > 0);
    const page = pageOf(rest.slice(0, rowsToRead(query)), query, placeOf);
    const names = await this.namesIn(who, page.items);
    return { ...page, items: page.items.map((item) => this.view(item, names)) };
  }

  /** Who is named in these items, by id. */
  private namesIn(who: Scoped, items: readonly WorkItem[]): Promise<ReadonlyMap<string, string>> {
    const named = items.flatMap(({ waitsFor }) => waitsFor.named);
    return this.db.read(who, (reader) => this.people.names(reader, named));
  }

  private view(item: WorkItem, names: ReadonlyMap<string, string>): WorkItemView {
    return {
      item,
      key: keyOf(item),
      daysLate: daysLate(item, this.clock.today()),
      persons: item.waitsFor.named.flatMap((personId) => {
        const name = names.get(personId);
        return name === undefined ? [] : [{ personId, name }];
      }),
    };
  }
}
