import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation as ContractObligation, type ObligationChange } from '@sr/contracts';
import { InvariantBroken, type Actor, type LocalDate } from '@sr/kernel';
import { PlacementsService, type ClaimToAccept } from '@sr/placements';
import { PlansService } from '@sr/plans';
import { Clock, Db, appendEvent, type Reader, type Tx } from '@sr/platform';
import { allocate } from './domain/allocate';
import {
  afterEntries,
  assertNothingIdle,
  assertSettledDown,
  release,
  reoffer,
  reversal,
  type Entry,
} from './domain/ledger';
import { Room } from './domain/room';
import {
  appendEntries,
  balancesOf,
  holdBooks,
  insertAcceptances,
  newestPositions,
  openAccounts,
  positionsOfClaim,
  reverseAcceptance,
  setAccountAmount,
  setAccountSettled,
  surplusOf,
  surplusPage,
  type Balance,
} from './persistence/ledger.store';
import { allAccounts, findBreaches, plansWithSurplus, type Breach } from './persistence/verify.store';
import { yearSums, type YearSums } from './persistence/year-sums.store';

/**
 * The ledger: where every cent and hour of an accepted claim goes. Every event that can write entries is one method
 * here, in one transaction with one writer per supplier group, re-offer included; so the supplier, the verifier and
 * the report see the same ledger at once.
 */
@Injectable()
export class AllocationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly placements: PlacementsService,
  ) {}

  /**
   * Accepts claims, in the order in which they are named, as submitted or corrected; each is valued and allocated to
   * the obligations of its own plan. All of them, or none. Refuses what `PlacementsService.accept` refuses.
   */
  async accept(actor: Actor, claims: readonly ClaimToAccept[]): Promise<void> {
    await this.db.write(async (tx) => {
      const known = await this.placements.claims(
        tx,
        claims.map((claim) => claim.claimId),
      );
      await this.holdBooksOfPlans(
        tx,
        known.map((claim) => claim.planId),
      );
      const accepted = await this.placements.accept(tx, actor, claims);

      const acceptances = await insertAcceptances(tx, accepted, this.clock.now());
      const rooms = await this.openRoomsOf(
        tx,
        accepted.map((claim) => claim.planId),
      );
      const entries = acceptances.flatMap(({ acceptanceId, claim }) =>
        allocate(claim, roomOf(rooms, claim.planId)).map((share): Entry => ({
          ...share,
          acceptanceId,
          planId: claim.planId,
          reason: 'ACCEPT',
        })),
      );
      await appendEntries(tx, entries, this.clock.now());
      await this.tell(
        tx,
        accepted.map((claim) => claim.planId),
      );
    });
  }

  /**
   * Reverses an accepted claim: takes it off every place, gives back its hours and its part of a day cap, and offers
   * the surplus of others the room. Refuses what `PlacementsService.reverse` refuses.
   */
  async reverse(actor: Actor, claimId: string, reason: string): Promise<void> {
    await this.db.write(async (tx) => {
      const known = await this.placements.claims(tx, [claimId]);
      await this.holdBooksOfPlans(
        tx,
        known.map((claim) => claim.planId),
      );
      await this.placements.reverse(tx, actor, claimId, reason);

      const acceptanceId = await reverseAcceptance(tx, claimId, this.clock.now());
      const entries = reversal(await positionsOfClaim(tx, acceptanceId));
      await appendEntries(tx, entries, this.clock.now());

      const emptied = entries.filter((entry) => entry.cents < 0).flatMap((entry) => entry.obligationId ?? []);
      await this.reofferIn(tx, [...(await this.plans.plansOf(tx, emptied)).values()]);
      await this.tell(
        tx,
        known.map((claim) => claim.planId),
      );
    });
  }

  /** An obligation joins a plan, and the plan's surplus is offered its room. Refuses what `PlansService.join` refuses. */
  async join(actor: Actor, planId: string, obligationId: string): Promise<void> {
    await this.db.write(async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const obligation = await this.holdObligation(tx, obligationId, plan.supplierGroupId);
      await this.plans.join(tx, actor, plan, obligation);
      await this.reofferIn(tx, [planId]);
      await this.tell(tx, [planId]);
    });
  }

  /** An obligation leaves a plan and keeps what it has. Refuses what `PlansService.leave` refuses. */
  async leave(actor: Actor, planId: string, obligationId: string): Promise<void> {
    await this.db.write(async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const obligation = await this.holdObligation(tx, obligationId, plan.supplierGroupId);
      await this.plans.leave(tx, actor, plan, obligation);
      await this.tell(tx, [planId]);
    });
  }

  /**
   * Revises an obligation: a new base or amount, with a reason. What is allocated above a lower amount is released
   * first, newest claims first; then surplus is offered the room there is. Refuses what
   * `ContractsService.proposeRevision` refuses.
   */
  async revise(actor: Actor, obligationId: string, change: ObligationChange, reason: string): Promise<void> {
    await this.db.write(async (tx) => {
      const obligation = await this.holdObligation(tx, obligationId);
      const revised = this.contracts.proposeRevision(obligation, change, reason);
      const { allocatedCents } = await this.balanceOf(tx, obligation);

      const excess = Math.max(0, allocatedCents - revised.amountCents);
      const entries = excess === 0 ? [] : release(excess, await newestPositions(tx, obligationId, excess));
      await appendEntries(tx, entries, this.clock.now());
      await this.contracts.revise(tx, actor, obligation, revised, reason);
      await setAccountAmount(tx, obligationId, revised.amountCents);

      const withNewSurplus = entries.filter((entry) => entry.obligationId === null).map((entry) => entry.planId);
      const grew = revised.amountCents > obligation.amountCents;
      const ownPlan = [...(await this.plans.plansOf(tx, [obligationId])).values()];
      await this.reofferIn(tx, grew ? [...withNewSurplus, ...ownPlan] : withNewSurplus);
      await this.tell(tx, [...withNewSurplus, ...ownPlan]);
    });
  }

  /** Settles an obligation: it keeps what it has, and nothing reaches it any more. Refuses `obligation.settled`. */
  async settle(actor: Actor, obligationId: string): Promise<void> {
    await this.db.write(async (tx) => {
      const obligation = await this.holdObligation(tx, obligationId);
      await this.contracts.settle(tx, actor, obligation);
      await this.openAccountsOf(tx, [obligation]);
      await setAccountSettled(tx, obligationId, this.clock.today());
      await this.tell(tx, [...(await this.plans.plansOf(tx, [obligationId])).values()]);
    });
  }

  /** The running balances of these obligations; one that the ledger has not seen yet has nothing allocated. */
  balances(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, Balance>> {
    return balancesOf(reader, obligationIds);
  }

  /** The surplus of each of these plans, in cents and centihours; a plan without surplus is not in the answer. */
  surpluses(reader: Reader, planIds: readonly string[]): Promise<Map<string, { cents: number; centihours: number }>> {
    return surplusOf(reader, planIds);
  }

  /**
   * The sums of a year: per principal, and of the surplus. As known today they are made of running balances; as known
   * at the end of an earlier day, of the entries recorded by then.
   */
  yearSums(reader: Reader, year: number, knownOn: LocalDate | null): Promise<YearSums> {
    return yearSums(reader, year, knownOn ?? this.clock.today(), knownOn !== null);
  }

  /** Works out every balance anew from the entries and answers what does not agree: nothing, unless we have a fault. */
  verifyLedger(): Promise<Breach[]> {
    return this.db.read(async (reader) => {
      const breaches = await findBreaches(reader);
      for await (const accounts of allAccounts(reader)) {
        const obligations = await this.contracts.obligations(reader, [...accounts.keys()]);
        for (const { id, number, amountCents, settledOn } of obligations) {
          const account = accounts.get(id);
          if (account?.amountCents === amountCents && account.settledOn === settledOn) continue;
          breaches.push({ invariant: 'A2 accounts', detail: `${number} has another amount or day of settlement` });
        }
      }
      for (const planId of await plansWithSurplus(reader)) {
        const room = roomOf(await this.roomsOf(reader, await this.membersOf(reader, [planId])), planId);
        const idle = await firstIdle(reader, planId, room);
        if (idle !== null) breaches.push({ invariant: 'A4 nothing lies idle', detail: idle });
      }
      return breaches;
    });
  }

  /** Offers the surplus of these plans to their obligations again, claim after claim, as long as there is room. */
  private async reofferIn(tx: Tx, planIds: readonly string[]): Promise<void> {
    for (const planId of new Set(planIds)) {
      const room = roomOf(await this.openRoomsOf(tx, [planId]), planId);
      let after = 0;
      for (let terms = room.openTerms(); terms.length > 0; terms = room.openTerms()) {
        const page = await surplusPage(tx, planId, terms, after);
        const last = page.at(-1);
        if (!last) break;
        const entries = reoffer(page, room);
        assertSettledDown(afterEntries(page, entries), room);
        await appendEntries(tx, entries, this.clock.now());
        after = last.acceptanceId;
      }
    }
  }

  private async holdBooksOfPlans(tx: Tx, planIds: readonly string[]): Promise<void> {
    const plans = await this.plans.plans(tx, planIds);
    await holdBooks(
      tx,
      plans.map((plan) => plan.supplierGroupId),
    );
  }

  /** The obligation, with its ledger (and those of `groups`) and itself held, as it is after whoever held them before. */
  private async holdObligation(tx: Tx, obligationId: string, ...groups: string[]): Promise<ContractObligation> {
    const before = only(await this.contracts.obligations(tx, [obligationId]), obligationId);
    await holdBooks(tx, [before.supplierGroupId, ...groups]);
    return only(await this.contracts.holdObligations(tx, [obligationId]), obligationId);
  }

  private async balanceOf(tx: Tx, obligation: ContractObligation): Promise<Balance> {
    await this.openAccountsOf(tx, [obligation]);
    return only([...(await balancesOf(tx, [obligation.id])).values()], obligation.id);
  }

  private async openAccountsOf(tx: Tx, obligations: readonly ContractObligation[]): Promise<void> {
    await openAccounts(
      tx,
      obligations.map(({ id, ...account }) => ({ obligationId: id, ...account })),
    );
  }

  /** The room of each of these plans, with the accounts of all its members open. */
  private async openRoomsOf(tx: Tx, planIds: readonly string[]): Promise<Map<string, Room>> {
    const members = await this.membersOf(tx, planIds);
    await this.openAccountsOf(tx, [...members.values()].flat());
    return this.roomsOf(tx, members);
  }

  private async membersOf(reader: Reader, planIds: readonly string[]): Promise<Map<string, ContractObligation[]>> {
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

  private async roomsOf(
    reader: Reader,
    members: ReadonlyMap<string, readonly ContractObligation[]>,
  ): Promise<Map<string, Room>> {
    const balances = await balancesOf(
      reader,
      [...members.values()].flat().map((obligation) => obligation.id),
    );
    return new Map(
      [...members].map(([planId, obligations]) => [
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
      ]),
    );
  }

  private async tell(tx: Tx, planIds: readonly string[]): Promise<void> {
    const payload = { planIds: [...new Set(planIds)] };
    await appendEvent(tx, this.clock.now(), { type: 'allocation.changed', payload });
  }
}

function roomOf(rooms: ReadonlyMap<string, Room>, planId: string): Room {
  const room = rooms.get(planId);
  if (!room) throw new InvariantBroken('allocation', `the room of plan ${planId} was not read`);
  return room;
}

/** What lies idle on the surplus of a plan although there is room for it, or null. */
async function firstIdle(reader: Reader, planId: string, room: Room): Promise<string | null> {
  const terms = room.openTerms();
  for (let after = 0; terms.length > 0;) {
    const page = await surplusPage(reader, planId, terms, after);
    const last = page.at(-1);
    if (!last) return null;
    try {
      assertNothingIdle(page, room);
    } catch (error) {
      if (error instanceof InvariantBroken) return error.message;
      throw error;
    }
    after = last.acceptanceId;
  }
  return null;
}

function only<T>(items: readonly T[], id: string): T {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new InvariantBroken('allocation', `expected exactly one ${id}`);
  return item;
}
