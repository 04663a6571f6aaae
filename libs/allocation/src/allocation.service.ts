import { Injectable } from '@nestjs/common';
import {
  ContractsService,
  ExemptionsService,
  SettlementsService,
  type DecidedExemption,
  type ExemptionAnswer,
  type Obligation,
  type SettlementInSight,
} from '@sr/contracts';
import { IdentityService, type NetworkMembership } from '@sr/identity';
import { AppError, THE_PRODUCT, type Actor, type LocalDate } from '@sr/kernel';
import { PlacementsService, type ClaimToAccept } from '@sr/placements';
import { PlansService } from '@sr/plans';
import { Clock, Db, type Reader, type Tx, withEverythingInSight } from '@sr/platform';
import { AllocateClaims } from './allocate-claims';
import { departureInFuture, obligationOfOthers, obligationUnknown, otherValueTable } from './allocation.errors';
import { BookKeeper } from './book-keeper';
import { DecideBatch, planIdsOf, refuseUnseen, type DecidedClaim } from './decide-batch';
import type { Decision } from './domain/decision';
import { actsFor } from './domain/sight';
import { LedgerCheck } from './ledger-check';
import { NetworkDeparture, type OwnPlan } from './network-departure';
import { ObligationEvents, type RevisionOfObligation } from './obligation-events';
import { balancesOf, surplusOf, type Balance } from './persistence/ledger.store';
import type { Breach } from './persistence/verify.store';
import { yearSums, type YearSums } from './persistence/year-sums.store';
import { Sight, type Place } from './sight';

/** A claim that was reversed, where it stood, and what of other claims came in its place. */
export interface ReversedClaim {
  readonly claimId: string;
  readonly claimNumber: number;
  readonly taken: readonly Place[];
  readonly offered: readonly Place[];
}

/** What a principal answers to the proposal that its obligation joins a plan. */
export interface AnswerToProposal {
  readonly agree: boolean;
  readonly reason: string | null;
  /** The code of the value table that it agrees to; needed when it agrees. */
  readonly valueTable: string | null;
}

/**
 * The ledger: where every cent and hour of an accepted claim goes. Every event that can write entries is one method
 * here, in one transaction with one writer per supplier group, re-offer included; so the supplier, the verifier and
 * the report see the same ledger at once. Whether the actor may do it is judged in its own scope; the event itself
 * reaches further (see `withEverythingInSight`).
 */
@Injectable()
export class AllocationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly contracts: ContractsService,
    private readonly exemptions: ExemptionsService,
    private readonly settlements: SettlementsService,
    private readonly plans: PlansService,
    private readonly placements: PlacementsService,
    private readonly books: BookKeeper,
    private readonly claims: AllocateClaims,
    private readonly batch: DecideBatch,
    private readonly events: ObligationEvents,
    private readonly departure: NetworkDeparture,
    private readonly sight: Sight,
    private readonly check: LedgerCheck,
  ) {}

  /**
   * Accepts claims, in the order in which they are named, as submitted or corrected; each is valued and allocated to
   * the obligations of its own plan. All of them, or none. Refuses what `PlacementsService.accept` refuses.
   */
  async accept(actor: Actor, claims: readonly ClaimToAccept[]): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const ids = claims.map((claim) => claim.claimId);
      const seen = await this.placements.claims(tx, ids);
      // Who sees everything hears of an unknown claim together with all other faults.
      if (!tx.scope.everything) refuseUnseen(seen, ids, (index) => `claims[${index}]`);
      await withEverythingInSight(tx, async (ledger) => {
        const plans = await this.books.holdBooksOfPlans(ledger, planIdsOf(seen));
        await this.claims.accept(ledger, actor, claims, plans);
        await this.books.tell(ledger, planIdsOf(seen));
      });
    });
  }

  /**
   * Decides on claims, one or a thousand, accepting some and rejecting others: all of them, or none. Answers for each
   * where its cents and hours went. Refuses `claim.unknown` (not found), what `decisionViolations` tells (input), and all
   * at once what `PlacementsService.accept` and `reject` refuse.
   */
  decide(actor: Actor, decisions: readonly Decision[]): Promise<DecidedClaim[]> {
    return this.db.write(actor, (tx) => this.batch.decide(tx, actor, decisions));
  }

  /** Where the cents and hours would go if these decisions were taken now. Keeps nothing; refuses what `decide` does. */
  previewDecisions(actor: Actor, decisions: readonly Decision[]): Promise<DecidedClaim[]> {
    return this.db.rehearse(actor, (tx) => this.batch.decide(tx, actor, decisions));
  }

  /**
   * Reverses an accepted claim: takes it off every place, gives back its hours and its part of a day cap, and offers
   * the surplus of others the room. Answers where it stood, and what of others came in its place. Refuses what
   * `PlacementsService.reverse` refuses.
   */
  reverse(actor: Actor, claimId: string, reason: string): Promise<ReversedClaim> {
    return this.db.write(actor, async (tx) => {
      const seen = await this.placements.claims(tx, [claimId]);
      refuseUnseen(seen, [claimId], () => 'claim');
      const { taken, offered } = await withEverythingInSight(tx, async (ledger) => {
        const plans = await this.books.holdBooksOfPlans(ledger, planIdsOf(seen));
        const entries = await this.claims.reverse(ledger, actor, claimId, reason, plans);
        await this.books.tell(ledger, planIdsOf(seen));
        return entries;
      });
      return {
        claimId,
        claimNumber: seen[0]?.number ?? 0,
        taken: (await this.sight.places(tx, taken)).map(opposite),
        offered: await this.sight.places(tx, offered),
      };
    });
  }

  /** An obligation joins a plan, and the plan's surplus is offered its room. Refuses what `PlansService.join` refuses. */
  async join(actor: Actor, planId: string, obligationId: string): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const seen = await this.obligationToChange(tx, obligationId);
      await withEverythingInSight(tx, (ledger) => this.events.join(ledger, actor, plan, seen));
    });
  }

  /** An obligation leaves a plan and keeps what it has. Refuses what `PlansService.leave` refuses. */
  async leave(actor: Actor, planId: string, obligationId: string): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const seen = await this.obligationToChange(tx, obligationId);
      await withEverythingInSight(tx, (ledger) => this.events.leave(ledger, actor, plan, seen));
    });
  }

  /**
   * A principal answers the proposal that its obligation joins a plan; when it agrees, to the plan and to its value table,
   * the obligation leaves the plan that it is in and joins this one. Refuses `proposal.other_value_table` and what
   * `PlansService.answerProposal` refuses.
   */
  async answerProposal(actor: Actor, planId: string, contractId: string, answer: AnswerToProposal): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const seen = await this.obligationToChange(tx, contractId);
      const { code } = await this.plans.valueTable(tx, plan);
      if (answer.agree && answer.valueTable !== code) throw new AppError('refused', [otherValueTable(code)]);
      await withEverythingInSight(tx, async (ledger) => {
        await this.books.holdObligation(ledger, seen, plan.supplierGroupId);
        const answered = await this.plans.answerProposal(ledger, actor, planId, contractId, answer);
        if (!answered.agreed) return;
        const { leavesPlanId } = answered;
        if (leavesPlanId !== null) {
          await this.events.leave(ledger, actor, await this.plans.plan(ledger, leavesPlanId), seen);
        }
        await this.events.join(ledger, actor, plan, seen);
      });
    });
  }

  /**
   * Revises an obligation: a new base, amount or goal, with a reason. What is allocated above a lower amount is released
   * first, newest claims first; then surplus is offered the room there is. Refuses what
   * `ContractsService.proposeRevision` refuses, and `obligation.stale` when it was revised since it was read.
   */
  async revise(actor: Actor, obligationId: string, change: RevisionOfObligation, reason: string): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const seen = await this.obligationToChange(tx, obligationId);
      await withEverythingInSight(tx, (ledger) => this.events.revise(ledger, actor, seen, change, reason));
    });
  }

  /**
   * A second person approves or refuses the exemption of a contract; approving that of an obligation that is there is a
   * revision to nothing. Refuses what `ExemptionsService.decideExemption` refuses.
   */
  decideExemption(
    actor: Actor,
    contractId: string,
    exemptionId: string,
    answer: ExemptionAnswer,
  ): Promise<DecidedExemption> {
    return this.db.write(actor, async (tx) => {
      const { principalCode } = await this.contracts.find(tx, contractId);
      if (!actsFor(tx.scope, principalCode)) throw new AppError('forbidden', [obligationOfOthers()]);
      const [seen] = await this.contracts.obligations(tx, [contractId]);
      return withEverythingInSight(tx, async (ledger) => {
        if (seen) await this.books.holdObligation(ledger, seen);
        const decided = await this.exemptions.decideExemption(ledger, actor, contractId, exemptionId, answer);
        const { revision } = decided;
        if (seen && revision) await this.events.revise(ledger, actor, seen, revision.change, revision.reason);
        return decided;
      });
    });
  }

  /** Settles an obligation: it keeps what it has, and nothing reaches it any more. Refuses `obligation.settled`. */
  async settle(actor: Actor, obligationId: string): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const seen = await this.obligationToChange(tx, obligationId);
      await withEverythingInSight(tx, (ledger) => this.events.settle(ledger, actor, seen));
    });
  }

  /**
   * Makes the settlement that was proposed final, and settles the obligation. Refuses what
   * `SettlementsService.finalSettlement` refuses.
   */
  finishSettlement(actor: Actor, contractId: string, version: number): Promise<SettlementInSight> {
    return this.db.write(actor, async (tx) => {
      const seen = await this.obligationToChange(tx, contractId);
      return withEverythingInSight(tx, async (ledger) => {
        const { allocatedCents } = await this.books.balanceOf(ledger, await this.books.holdObligation(ledger, seen));
        const final = await this.settlements.finalSettlement(ledger, actor, contractId, { version, allocatedCents });
        await this.events.settle(ledger, actor, seen);
        return { ...final, settledOn: this.clock.today() };
      });
    });
  }

  /**
   * A principal leaves the network: its obligations leave the shared plans and go on in plans of their own, which it
   * verifies. `leftOn` is its first day outside. Refuses `departure.in_the_future` and `membership.none`.
   */
  leaveNetwork(
    actor: Actor,
    principalCode: string,
    leftOn: LocalDate,
  ): Promise<{ readonly membership: NetworkMembership; readonly plans: readonly OwnPlan[] }> {
    return this.db.write(actor, async (tx) => {
      const today = this.clock.today();
      if (leftOn > today) throw new AppError('refused', [departureInFuture(today)]);
      const membership = await this.identity.leave(tx, actor, principalCode, leftOn);
      const plans = await withEverythingInSight(tx, (ledger) =>
        this.departure.moveObligations(ledger, actor, principalCode),
      );
      return { membership, plans };
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
    return this.db.read(THE_PRODUCT, (reader) => this.check.breaches(reader));
  }

  /** The obligation, if the actor sees it and acts for its principal. */
  private async obligationToChange(tx: Tx, obligationId: string): Promise<Obligation> {
    const [obligation] = await this.contracts.obligations(tx, [obligationId]);
    if (!obligation) throw new AppError('not-found', [obligationUnknown()]);
    if (!actsFor(tx.scope, obligation.principalCode)) throw new AppError('forbidden', [obligationOfOthers()]);
    return obligation;
  }
}

const opposite = (place: Place): Place => ({ ...place, cents: -place.cents, centihours: -place.centihours });
