import { overlaps, sum, type Period } from '@sr/kernel';
import fc from 'fast-check';
import { allocate, type ClaimToAllocate } from './allocate';
import { release, reoffer, reversal, type Entry, type Position } from './ledger';
import { Room, type Obligation } from './room';

interface Member extends Omit<Obligation, 'allocatedCents'> {
  /** The plan that it is in now, or null. */
  readonly planId: string | null;
}

interface Claim extends ClaimToAllocate {
  readonly acceptanceId: number;
  readonly planId: string;
  readonly reversed: boolean;
}

type NewClaim = ClaimToAllocate & { readonly planId: string };

type LedgerEvent =
  | { readonly type: 'accept'; readonly claims: readonly NewClaim[] }
  | { readonly type: 'reverse'; readonly claim: number }
  | { readonly type: 'join'; readonly planId: string; readonly obligationId: string }
  | { readonly type: 'leave'; readonly obligationId: string }
  /** Leaves the plan that it is in, and joins another. */
  | { readonly type: 'move'; readonly planId: string; readonly obligationId: string }
  | { readonly type: 'revise'; readonly obligationId: string; readonly amountCents: number }
  | { readonly type: 'settle'; readonly obligationId: string };

/**
 * A ledger in memory that does what the allocation service does, with the same rules. An event that the service
 * would refuse does nothing here.
 */
class Books {
  readonly entries: Entry[] = [];
  readonly claims: Claim[] = [];
  readonly members: Map<string, Member>;
  private readonly places = new Map<string, Position>();
  private readonly balances = new Map<string | null, number>();

  constructor(members: readonly Member[]) {
    this.members = new Map(members.map((member) => [member.id, member]));
  }

  record(event: LedgerEvent): void {
    switch (event.type) {
      case 'accept':
        return this.accept(event.claims);
      case 'reverse':
        return this.reverse(event.claim);
      case 'join':
        return this.join(event.planId, event.obligationId);
      case 'leave':
        return this.change(event.obligationId, { planId: null });
      case 'move':
        this.change(event.obligationId, { planId: null });
        return this.join(event.planId, event.obligationId);
      case 'revise':
        return this.revise(event.obligationId, event.amountCents);
      case 'settle':
        return this.change(event.obligationId, { settled: true });
    }
  }

  private accept(claims: readonly NewClaim[]): void {
    const rooms = new Map(claims.map(({ planId }) => [planId, this.room(planId)]));
    for (const claim of claims) {
      const acceptanceId = this.claims.length + 1;
      this.claims.push({ ...claim, acceptanceId, reversed: false });
      const shares = allocate(claim, rooms.get(claim.planId) ?? new Room([]));
      this.append(shares.map((share) => ({ ...share, acceptanceId, planId: claim.planId, reason: 'ACCEPT' })));
    }
  }

  private reverse(index: number): void {
    const accepted = this.claims.filter((claim) => !claim.reversed);
    const claim = accepted[index % Math.max(1, accepted.length)];
    if (!claim) return;
    this.claims[claim.acceptanceId - 1] = { ...claim, reversed: true };
    const entries = reversal(this.positions().filter(({ acceptanceId }) => acceptanceId === claim.acceptanceId));
    this.append(entries);
    this.reofferIn(entries.map(({ obligationId }) => this.planOf(obligationId)));
  }

  private join(planId: string, obligationId: string): void {
    const member = this.members.get(obligationId);
    if (!member || member.settled || member.planId !== null) return;
    this.change(obligationId, { planId });
    this.reofferIn([planId]);
  }

  private revise(obligationId: string, amountCents: number): void {
    const member = this.members.get(obligationId);
    if (!member || member.settled) return;
    const excess = Math.max(0, this.allocated(obligationId) - amountCents);
    const newestFirst = this.positions()
      .filter((position) => position.obligationId === obligationId && position.cents > 0)
      .sort((a, b) => b.acceptanceId - a.acceptanceId);
    const entries = release(excess, newestFirst);
    this.append(entries);
    this.change(obligationId, { amountCents });
    const withNewSurplus = entries.filter((entry) => entry.obligationId === null).map((entry) => entry.planId);
    this.reofferIn(amountCents > member.amountCents ? [...withNewSurplus, member.planId] : withNewSurplus);
  }

  private change(obligationId: string, change: Partial<Member>): void {
    const member = this.members.get(obligationId);
    if (member) this.members.set(obligationId, { ...member, ...change });
  }

  private reofferIn(planIds: readonly (string | null)[]): void {
    for (const planId of new Set(planIds)) if (planId !== null) this.append(this.reoffer(planId));
  }

  /** What a re-offer in the plan would write now. */
  reoffer(planId: string): Entry[] {
    const surpluses = this.positions()
      .filter((position) => position.planId === planId && position.obligationId === null && position.cents > 0)
      .sort((a, b) => a.acceptanceId - b.acceptanceId);
    return reoffer(surpluses, this.room(planId));
  }

  /** Adds entries, and keeps the running balances that the service reads from its database. */
  private append(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      const { acceptanceId, planId, obligationId, cents, centihours } = entry;
      const period = this.claims[acceptanceId - 1]?.period ?? QUARTERS[0];
      const place = `${acceptanceId} ${obligationId}`;
      const was = this.places.get(place) ?? { acceptanceId, planId, obligationId, period, cents: 0, centihours: 0 };
      const is = { ...was, cents: was.cents + cents, centihours: was.centihours + centihours };
      this.places.set(place, Object.freeze(is));
      this.balances.set(obligationId, this.allocated(obligationId) + cents);
    }
  }

  private planOf(obligationId: string | null): string | null {
    return this.members.get(obligationId ?? '')?.planId ?? null;
  }

  private room(planId: string): Room {
    const members = [...this.members.values()].filter((member) => member.planId === planId);
    return new Room(members.map((member) => ({ ...member, allocatedCents: this.allocated(member.id) })));
  }

  /** The net of every claim on every place where it has entries; frozen, so that no rule can change one. */
  positions(): Position[] {
    return [...this.places.values()];
  }

  allocated(obligationId: string | null): number {
    return this.balances.get(obligationId) ?? 0;
  }
}

const PLANS = ['P1', 'P2'];
// In the order of the ledger this is 10, 2, A, B, a: no order of reading, and no collation.
const NUMBERS = ['a', 'B', '2', 'A', '10'];
const QUARTERS: [Period, ...Period[]] = [
  { from: '2024-10-01', to: '2024-12-31' },
  { from: '2025-01-01', to: '2025-03-31' },
  { from: '2025-04-01', to: '2025-06-30' },
  { from: '2025-06-30', to: '2025-06-30' },
];
const TERMS: Period[] = [
  { from: '2024-01-01', to: '2026-12-31' },
  { from: '2024-01-01', to: '2024-12-31' },
  { from: '2025-01-01', to: '2025-06-29' },
  { from: '2025-06-30', to: '2027-06-30' },
];

// Small figures that meet and tie often, and large ones whose products pass 2^53.
const figure = fc.oneof(
  { weight: 3, arbitrary: fc.nat(12) },
  { weight: 3, arbitrary: fc.nat(1_000) },
  { weight: 1, arbitrary: fc.nat(10 ** 13) },
);
const planId = fc.constantFrom('P1', 'P1', 'P2');
const obligationId = fc.nat(NUMBERS.length - 1).map((index) => `id-${index}`);

const newClaim: fc.Arbitrary<NewClaim> = fc.record({
  planId,
  period: fc.constantFrom(...QUARTERS),
  valueCents: fc.oneof({ weight: 4, arbitrary: figure }, { weight: 1, arbitrary: fc.constant(0) }),
  jobCentihours: figure,
  earmarkId: fc.option(obligationId),
});
const ledgerEvent: fc.Arbitrary<LedgerEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('accept' as const),
      claims: fc.array(newClaim, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('reverse' as const), claim: fc.nat(50) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('join' as const), planId, obligationId }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('leave' as const), obligationId }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('move' as const), planId, obligationId }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('revise' as const), obligationId, amountCents: figure }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('settle' as const), obligationId }) },
);
const membersToBegin: fc.Arbitrary<Member[]> = fc.tuple(
  ...NUMBERS.map((number, index) =>
    fc.record({
      id: fc.constant(`id-${index}`),
      number: fc.constant(number),
      term: fc.constantFrom(...TERMS),
      amountCents: figure,
      settled: fc.constant(false),
      planId: fc.option(planId, { freq: 3 }),
    }),
  ),
);
const histories = fc.record({
  members: membersToBegin,
  events: fc.array(ledgerEvent, { minLength: 1, maxLength: 25, size: 'max' }),
});

/** Runs generated histories, and `check` after every event of each. */
function afterEveryEvent(check: (books: Books, entriesBefore: readonly Entry[]) => void): void {
  fc.assert(
    fc.property(histories, ({ members, events }) => {
      const books = new Books(members);
      for (const event of events) {
        const before = [...books.entries];
        books.record(event);
        check(books, before);
      }
    }),
    { numRuns: 200 },
  );
}

const isEligible = (member: Member, claim: Claim): boolean =>
  member.planId === claim.planId && !member.settled && overlaps(member.term, claim.period);

/** The sum of the entries of each claim, in cents and in hours, worked out from the entries alone. */
function netOfClaims(entries: readonly Entry[]): Map<number, { cents: number; centihours: number }> {
  const nets = new Map<number, { cents: number; centihours: number }>();
  for (const { acceptanceId, cents, centihours } of entries) {
    const net = nets.get(acceptanceId) ?? { cents: 0, centihours: 0 };
    nets.set(acceptanceId, { cents: net.cents + cents, centihours: net.centihours + centihours });
  }
  return nets;
}

describe('after every event of any history', () => {
  it('A1 the net entries of a claim are its value and its hours, and nothing once it is reversed', () => {
    afterEveryEvent((books) => {
      const nets = netOfClaims(books.entries);
      const known = books.claims.map(({ acceptanceId, reversed, valueCents, jobCentihours }) => ({
        acceptanceId,
        net: nets.get(acceptanceId) ?? { cents: 0, centihours: 0 },
        due: reversed ? { cents: 0, centihours: 0 } : { cents: valueCents, centihours: jobCentihours },
      }));
      const off = known.filter(({ net, due }) => net.cents !== due.cents || net.centihours !== due.centihours);
      expect(off).toEqual([]);
      expect([...nets.keys()].filter((acceptanceId) => !books.claims[acceptanceId - 1])).toEqual([]);
    });
  });

  it('A2 nothing is allocated below 0 or above the amount of an obligation', () => {
    afterEveryEvent((books) => {
      const allocated = [...books.members.values()].map(({ id, amountCents }) => ({
        id,
        amountCents,
        cents: sum(books.entries.filter((entry) => entry.obligationId === id).map((entry) => entry.cents)),
      }));
      expect(allocated.filter(({ cents, amountCents }) => cents < 0 || cents > amountCents)).toEqual([]);
    });
  });

  it('A3 no claim has a net below zero on a place, in cents or in hours', () => {
    afterEveryEvent((books) => {
      expect(books.positions().filter(({ cents, centihours }) => cents < 0 || centihours < 0)).toEqual([]);
    });
  });

  it('A4 nothing lies idle: no claim has surplus while an obligation that is eligible for it has room', () => {
    afterEveryEvent((books) => {
      const withRoom = [...books.members.values()].filter(({ id, amountCents }) => books.allocated(id) < amountCents);
      const withSurplus = new Set(
        books
          .positions()
          .filter(({ obligationId, cents }) => obligationId === null && cents > 0)
          .map(({ acceptanceId }) => acceptanceId),
      );
      const idle = books.claims
        .filter(({ acceptanceId }) => withSurplus.has(acceptanceId))
        .filter((claim) => withRoom.some((member) => isEligible(member, claim)));
      expect(idle).toEqual([]);
    });
  });

  it('A5 re-offering again writes no entry', () => {
    afterEveryEvent((books) => {
      expect(PLANS.flatMap((plan) => books.reoffer(plan))).toEqual([]);
    });
  });

  it('A6 entries are only added: no earlier one is changed or removed', () => {
    fc.assert(
      fc.property(histories, ({ members, events }) => {
        const books = new Books(members);
        let written: string[] = [];
        for (const event of events) {
          books.record(event);
          const now = books.entries.map((entry) => JSON.stringify(entry));
          expect(now.slice(0, written.length)).toEqual(written);
          written = now;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('an obligation gets cents only of claims that it is eligible for', () => {
    afterEveryEvent((books, before) => {
      const astray = books.entries.slice(before.length).filter(({ acceptanceId, obligationId, cents }) => {
        const member = books.members.get(obligationId ?? '');
        const claim = books.claims[acceptanceId - 1];
        return member && claim && cents > 0 && !isEligible(member, claim);
      });
      expect(astray).toEqual([]);
    });
  });

  it('every entry says something', () => {
    afterEveryEvent((books, before) => {
      const added = books.entries.slice(before.length);
      expect(added.filter(({ cents, centihours }) => cents === 0 && centihours === 0)).toEqual([]);
    });
  });

  it('hours of a claim with value are only where it has cents, and those of one without never move', () => {
    afterEveryEvent((books) => {
      const worthless = new Set(
        books.claims.filter(({ valueCents }) => valueCents === 0).map((one) => one.acceptanceId),
      );
      const stray = books
        .positions()
        .filter(({ acceptanceId, cents, centihours }) => !worthless.has(acceptanceId) && cents === 0 && centihours > 0);
      expect(stray).toEqual([]);
      const moved = books.entries.filter(
        ({ acceptanceId, reason }) => worthless.has(acceptanceId) && (reason === 'REOFFER' || reason === 'RELEASE'),
      );
      expect(moved).toEqual([]);
    });
  });
});

it('the same history gives the same entries, in whatever order the obligations are read', () => {
  fc.assert(
    fc.property(histories, ({ members, events }) => {
      const books = [members, members, members.toReversed()].map((read) => new Books(read));
      for (const event of events) for (const one of books) one.record(event);
      const [first, ...others] = books.map((one) => one.entries);
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 200 },
  );
});

it('the histories reach what they are for', () => {
  const reached = { ACCEPT: 0, REVERSE: 0, REOFFER: 0, RELEASE: 0, surplus: 0, full: 0, elsewhere: 0 };
  for (const { members, events } of fc.sample(histories, { numRuns: 200, seed: 1 })) {
    const books = new Books(members);
    for (const event of events) books.record(event);
    for (const entry of books.entries) {
      reached[entry.reason] += 1;
      if (entry.obligationId === null && entry.cents > 0) reached.surplus += 1;
      const planNow = books.members.get(entry.obligationId ?? '')?.planId;
      if (entry.obligationId !== null && planNow !== null && planNow !== entry.planId) reached.elsewhere += 1;
    }
    reached.full += [...books.members.values()].filter(
      ({ id, amountCents }) => amountCents > 0 && books.allocated(id) === amountCents,
    ).length;
  }
  for (const [what, times] of Object.entries(reached)) expect([what, times >= 50]).toEqual([what, true]);
});
