import { InvariantBroken, exact, overlaps, type Cents, type Centihours, type Period } from '@sr/kernel';
import { split } from './split';

/** An obligation as the ledger sees it. */
export interface Obligation {
  readonly id: string;
  /** The contract's number; the ledger orders by it. */
  readonly number: string;
  readonly term: Period;
  readonly amountCents: Cents;
  readonly allocatedCents: Cents;
  readonly settled: boolean;
}

/** A part of a claim on a place: an obligation, or (null) the surplus of the claim's plan. */
export interface Share {
  readonly obligationId: string | null;
  readonly cents: Cents;
  readonly centihours: Centihours;
}

/** By code units, as the ledger orders contract numbers; never by a collation. No two have the same. */
const byNumber = (a: Obligation, b: Obligation): number => (a.number < b.number ? -1 : 1);

/**
 * The members of one plan and what room they have left, kept up to date while cents are placed one claim after
 * another.
 */
export class Room {
  private readonly members: readonly Obligation[];
  private readonly remaining: Map<string, Cents>;

  constructor(members: readonly Obligation[]) {
    this.members = [...members].sort(byNumber);
    this.remaining = new Map(members.map((member) => [member.id, member.amountCents - member.allocatedCents]));
  }

  /** The members that a claim of `period` can count for: not settled, and with at least one day in common. */
  eligible(period: Period): Obligation[] {
    return this.members.filter((member) => !member.settled && overlaps(member.term, period));
  }

  /** What an obligation has left, in cents. */
  left(obligationId: string): Cents {
    const cents = this.remaining.get(obligationId);
    if (cents === undefined) throw new InvariantBroken('room', `obligation ${obligationId} is no member`);
    return cents;
  }

  /** The terms of the members that can still get something. */
  openTerms(): Period[] {
    return this.members.filter((member) => !member.settled && this.left(member.id) > 0).map((member) => member.term);
  }

  /** Places cents on an obligation. A2: no obligation gets more than its amount. */
  fill(obligationId: string, cents: Cents): void {
    const left = this.left(obligationId) - cents;
    if (left < 0) throw new InvariantBroken('A2', `obligation ${obligationId} would get more than its amount`);
    this.remaining.set(obligationId, left);
  }

  /**
   * Places as much of `cents` as fits on the eligible obligations, in proportion to what each has left, and fills
   * them. The shares come in the order of the contract numbers, without zeros.
   */
  fillProRata(cents: Cents, period: Period): { obligationId: string; cents: Cents }[] {
    const open = this.eligible(period).filter((member) => this.left(member.id) > 0);
    // Amounts of 10^15 are allowed, and ten of those are more than 2^53.
    const room = open.reduce((all, member) => all + BigInt(this.left(member.id)), 0n);
    const placed = room < BigInt(cents) ? exact(room) : cents;
    const parts = split(placed, open, (member) => this.left(member.id));
    const shares = parts.map(([member, part]) => ({ obligationId: member.id, cents: part }));
    for (const share of shares) this.fill(share.obligationId, share.cents);
    return shares.filter((share) => share.cents > 0);
  }

  /** The obligations of these shares in the order of the contract numbers. */
  inOrder<T extends { obligationId: string }>(shares: readonly T[]): T[] {
    return this.members.flatMap((member) => shares.filter((share) => share.obligationId === member.id));
  }
}
