import {
  addDays,
  daysIn,
  divFloor,
  exact,
  overlaps,
  type BasisPoints,
  type Cents,
  type LocalDate,
  type Period,
} from '@sr/kernel';

/** An obligation of a plan, as a forecast sees it. */
export interface Member {
  readonly id: string;
  readonly term: Period;
  readonly remainingCents: Cents;
  readonly settled: boolean;
}

/** Value that is still to come into a plan, spread evenly over the days of its period. */
export interface ToCome {
  /** Of running placements, or of what the plan of action promises beyond them. */
  readonly kind: 'COMMITTED' | 'PLANNED';
  readonly period: Period;
  readonly valueCents: Cents;
  /** How sure it is: 10000 is certain. */
  readonly confidenceBp: BasisPoints;
}

/** What an obligation can expect of the plan in a span of days in which the same obligations run. */
export interface Share {
  readonly kind: ToCome['kind'];
  readonly period: Period;
  /** What comes into the plan in these days. */
  readonly valueCents: Cents;
  /** What the obligation, and all that run in these days together, have left before it. */
  readonly remainingCents: Cents;
  readonly allRemainingCents: Cents;
  /** The obligation's part: in proportion to what it has left, rounded down. */
  readonly cents: Cents;
}

/**
 * How value that is to come will fill the obligations of a plan, by the rule of the ledger: in proportion to what each
 * that runs has left. The days are taken in spans in which the same obligations run; in each span what is committed
 * comes before what is planned. What finds no room, or comes when nothing runs, is nobody's.
 */
export function sharesToCome(members: readonly Member[], toCome: readonly ToCome[]): Map<string, Share[]> {
  const shares = new Map(members.map((member) => [member.id, [] as Share[]]));
  const remaining = new Map(members.map((member) => [member.id, member.settled ? 0 : member.remainingCents]));
  const left = (member: Member): Cents => remaining.get(member.id) ?? 0;
  for (const period of spansOf(members.map((member) => member.term))) {
    for (const kind of ['COMMITTED', 'PLANNED'] as const) {
      const running = members.filter((member) => left(member) > 0 && overlaps(member.term, period));
      const value = toCome.reduce((sum, one) => (one.kind === kind ? sum + valueIn(one, period) : sum), 0n);
      const room = running.reduce((sum, member) => sum + BigInt(left(member)), 0n);
      if (value === 0n || room === 0n) continue;
      const placed = value < room ? value : room;
      const parts = running.map((member) => exact(divFloor(placed * BigInt(left(member)), room)));
      running.forEach((member, index) => {
        const cents = parts[index] ?? 0;
        const remainingCents = left(member);
        remaining.set(member.id, remainingCents - cents);
        const all = { valueCents: exact(value), remainingCents, allRemainingCents: exact(room) };
        shares.get(member.id)?.push({ kind, period, ...all, cents });
      });
    }
  }
  return shares;
}

/** The value of the days of `period`, rounded down so that the parts of consecutive periods never add up to more. */
function valueIn({ period: whole, valueCents, confidenceBp }: ToCome, period: Period): bigint {
  const value = divFloor(BigInt(valueCents) * BigInt(confidenceBp), 10_000n);
  const days = BigInt(daysIn(whole));
  if (days === 0n) return 0n;
  const upTo = (day: LocalDate): bigint => {
    const to = day < whole.to ? day : whole.to;
    return divFloor(value * BigInt(daysIn({ from: whole.from, to })), days);
  };
  return upTo(period.to) - upTo(addDays(period.from, -1));
}

/** The spans of days, in order, in which the same of these terms run. */
function spansOf(terms: readonly Period[]): Period[] {
  const edges = [...new Set(terms.flatMap((term) => [term.from, addDays(term.to, 1)]))].sort();
  return edges.slice(1).flatMap((end, index) => {
    const from = edges[index];
    return from === undefined ? [] : [{ from, to: addDays(end, -1) }];
  });
}
