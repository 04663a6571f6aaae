import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { InvariantBroken, type LocalDate } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, appendEvent, type Reader, type Tx } from '@sr/platform';
import { afterEntries, assertSettledDown, reoffer, type Entry } from './domain/ledger';
import { Room } from './domain/room';
import {
  appendEntries,
  balancesOf,
  holdBooks,
  openAccounts,
  setAccountAmount,
  setAccountSettled,
  surplusPage,
  type Balance,
} from './persistence/ledger.store';
import type { AllocationEvent } from './allocation.events';

/**
 * What the events of the ledger have in common: holding books, opening accounts, knowing the room of a plan, writing
 * entries and offering surplus again. Works with the product's scope: an event that saw half of a plan would split its
 * cents wrongly.
 */
@Injectable()
export class BookKeeper {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
  ) {}

  /** These plans, with the ledgers of their supplier groups held until the transaction ends. */
  async holdBooksOfPlans(tx: Tx, planIds: readonly string[]): Promise<Plan[]> {
    const plans = await this.plans.plans(tx, planIds);
    await holdBooks(
      tx,
      plans.map((plan) => plan.supplierGroupId),
    );
    return plans;
  }

  /** The obligations, with their ledgers (and those of `groups`) and themselves held, as they are after whoever held them before. */
  async holdObligations(tx: Tx, seen: readonly Obligation[], ...groups: string[]): Promise<Obligation[]> {
    await holdBooks(tx, [...seen.map((obligation) => obligation.supplierGroupId), ...groups]);
    return this.contracts.holdObligations(
      tx,
      seen.map((obligation) => obligation.id),
    );
  }

  /** One obligation, held likewise. */
  async holdObligation(tx: Tx, seen: Obligation, ...groups: string[]): Promise<Obligation> {
    return only(await this.holdObligations(tx, [seen], ...groups), seen.id);
  }

  /** The running balance of an obligation, with its account open. */
  async balanceOf(tx: Tx, obligation: Obligation): Promise<Balance> {
    await this.openAccountsOf(tx, [obligation]);
    return only([...(await balancesOf(tx, [obligation.id])).values()], obligation.id);
  }

  /** Brings another amount into force in the ledger. */
  setAmount(tx: Tx, obligationId: string, amountCents: number): Promise<void> {
    return setAccountAmount(tx, obligationId, amountCents);
  }

  /** Closes the account of an obligation that is settled. */
  async setSettled(tx: Tx, obligation: Obligation, on: LocalDate): Promise<void> {
    await this.openAccountsOf(tx, [obligation]);
    await setAccountSettled(tx, obligation.id, on);
  }

  /** Adds entries to the ledger. */
  append(tx: Tx, entries: readonly Entry[]): Promise<void> {
    return appendEntries(tx, entries, this.clock.now());
  }

  /**
   * Offers the surplus of these plans to their obligations again, claim after claim, as long as there is room. Answers
   * the entries that it wrote.
   */
  async reofferIn(tx: Tx, planIds: readonly string[]): Promise<Entry[]> {
    const written: Entry[] = [];
    for (const planId of new Set(planIds)) {
      const room = (await this.openRooms(tx, [planId])).of(planId);
      let after = 0;
      for (let terms = room.openTerms(); terms.length > 0; terms = room.openTerms()) {
        const page = await surplusPage(tx, planId, terms, after);
        const last = page.at(-1);
        if (!last) break;
        const entries = reoffer(page, room);
        assertSettledDown(afterEntries(page, entries), room);
        await this.append(tx, entries);
        written.push(...entries);
        after = last.acceptanceId;
      }
    }
    return written;
  }

  /** The room of each of these plans, with the accounts of all its members open. */
  async openRooms(tx: Tx, planIds: readonly string[]): Promise<Rooms> {
    const members = await this.membersOf(tx, planIds);
    await this.openAccountsOf(tx, [...members.values()].flat());
    return this.roomsOf(tx, members);
  }

  /** The room of each of these plans, as it stands. */
  async rooms(reader: Reader, planIds: readonly string[]): Promise<Rooms> {
    return this.roomsOf(reader, await this.membersOf(reader, planIds));
  }

  /** Tells that the ledger of these plans changed. */
  async tell(tx: Tx, planIds: readonly string[]): Promise<void> {
    const payload = { planIds: [...new Set(planIds)] };
    await appendEvent<AllocationEvent>(tx, this.clock.now(), { type: 'allocation.changed', payload });
  }

  private async openAccountsOf(tx: Tx, obligations: readonly Obligation[]): Promise<void> {
    await openAccounts(
      tx,
      obligations.map(({ id, ...account }) => ({ obligationId: id, ...account })),
    );
  }

  private async membersOf(reader: Reader, planIds: readonly string[]): Promise<Map<string, Obligation[]>> {
    const members = await this.plans.members(reader, [...new Set(planIds)]);
    const obligations = await this.contracts.obligations(
      reader,
      members.map((member) => member.obligationId),
    );
    const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
    return new Map(
      planIds.map((planId) => [
        planId,
        members.flatMap((member) => (member.planId === planId ? (byId.get(member.obligationId) ?? []) : [])),
      ]),
    );
  }

  private async roomsOf(reader: Reader, members: ReadonlyMap<string, readonly Obligation[]>): Promise<Rooms> {
    const balances = await balancesOf(
      reader,
      [...members.values()].flat().map((obligation) => obligation.id),
    );
    const rooms = [...members].map(([planId, obligations]): [string, Room] => [
      planId,
      new Room(
        obligations.map(({ id, number, startsOn, endsOn, amountCents, settledOn }) => ({
          id,
          number,
          term: { from: startsOn, to: endsOn },
          amountCents,
          allocatedCents: balances.get(id)?.allocatedCents ?? 0,
          settled: settledOn !== null,
        })),
      ),
    ]);
    return new Rooms(new Map(rooms));
  }
}

/** The rooms of several plans. */
export class Rooms {
  constructor(private readonly byPlan: ReadonlyMap<string, Room>) {}

  of(planId: string): Room {
    const room = this.byPlan.get(planId);
    if (!room) throw new InvariantBroken('allocation', `the room of plan ${planId} was not read`);
    return room;
  }
}

function only<T>(items: readonly T[], id: string): T {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new InvariantBroken('allocation', `expected exactly one ${id}`);
  return item;
}
