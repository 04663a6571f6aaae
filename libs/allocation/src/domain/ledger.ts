import { InvariantBroken, floorFraction, sum, type Cents, type Centihours, type Period } from '@sr/kernel';
import type { Room } from './room';
import { split } from './split';

/** Why an entry was written. */
export type EntryReason = 'ACCEPT' | 'REVERSE' | 'REOFFER' | 'RELEASE';

/** A line of the ledger: signed cents and centihours of one accepted claim on one place. Only ever added (A6). */
export interface Entry {
  /** The acceptance of the claim; its number is the order of acceptance. */
  readonly acceptanceId: number;
  /** The plan of the claim, also when the obligation has left that plan since. */
  readonly planId: string;
  /** The obligation, or null: the surplus of the plan. */
  readonly obligationId: string | null;
  readonly cents: Cents;
  readonly centihours: Centihours;
  readonly reason: EntryReason;
}

/** The net of a claim on a place: the sum of its entries there, never below zero (A3). */
export interface Position {
  readonly acceptanceId: number;
  readonly planId: string;
  readonly obligationId: string | null;
  /** The period of the claim. */
  readonly period: Period;
  readonly cents: Cents;
  readonly centihours: Centihours;
}

/** Takes a claim off every place where it has cents or hours. */
export function reversal(positions: readonly Position[]): Entry[] {
  return positions
    .filter((position) => position.cents !== 0 || position.centihours !== 0)
    .map((position) => entry(position, position.obligationId, -position.cents, -position.centihours, 'REVERSE'));
}

/**
 * Makes room on an obligation whose amount goes down: takes `excess` cents off the newest claims that have cents
 * there, and puts them on the surplus of each claim's own plan, with their part of its hours there rounded down.
 * @param positions those of the obligation with cents, newest first; at least until the excess is covered
 */
export function release(excess: Cents, positions: readonly Position[]): Entry[] {
  const entries: Entry[] = [];
  let left = excess;
  for (const position of positions) {
    if (left === 0) break;
    const cents = Math.min(left, position.cents);
    const centihours = floorFraction(position.centihours, cents, position.cents);
    entries.push(entry(position, position.obligationId, -cents, -centihours, 'RELEASE'));
    entries.push(entry(position, null, cents, centihours, 'RELEASE'));
    left -= cents;
  }
  if (left > 0) throw new InvariantBroken('release', `${left} cents of the excess were not found`);
  return entries;
}

/**
 * Offers the surplus of accepted claims to the plan's obligations again: each claim in order of acceptance, in
 * proportion to what the obligations that are eligible for it have left. Its hours on the surplus go along in
 * proportion, rounded down.
 * @param surpluses positions on the surplus with cents, in order of acceptance
 */
export function reoffer(surpluses: readonly Position[], room: Room): Entry[] {
  return surpluses.flatMap((surplus) => {
    const shares = room.fillProRata(surplus.cents, surplus.period);
    const cents = sum(shares.map((share) => share.cents));
    if (cents === 0) return [];
    const centihours = floorFraction(surplus.centihours, cents, surplus.cents);
    const hours = split(centihours, shares, (share) => share.cents);
    return [
      entry(surplus, null, -cents, -centihours, 'REOFFER'),
      ...hours.map(([share, part]) => entry(surplus, share.obligationId, share.cents, part, 'REOFFER')),
    ];
  });
}

/** A4: for each claim with cents on the surplus, no obligation that is eligible for it has anything left. */
export function assertNothingIdle(surpluses: readonly Position[], room: Room): void {
  for (const surplus of surpluses) {
    const open = room.eligible(surplus.period).find((member) => room.left(member.id) > 0);
    if (surplus.cents > 0 && open) {
      throw new InvariantBroken('A4', `claim ${surplus.acceptanceId} has surplus while ${open.number} has room`);
    }
  }
}

/**
 * What must hold of a plan's surplus right after a re-offer: A3, no position is below zero; A4, nothing lies idle; A5,
 * offering it again would write nothing.
 */
export function assertSettledDown(surpluses: readonly Position[], room: Room): void {
  const negative = surpluses.find((position) => position.cents < 0 || position.centihours < 0);
  if (negative) throw new InvariantBroken('A3', `claim ${negative.acceptanceId} would be below zero`);
  assertNothingIdle(surpluses, room);
  const again = reoffer(surpluses, room);
  if (again.length > 0) throw new InvariantBroken('A5', `a second re-offer would write ${again.length} entries`);
}

function entry(
  of: Pick<Position, 'acceptanceId' | 'planId'>,
  obligationId: string | null,
  cents: Cents,
  centihours: Centihours,
  reason: EntryReason,
): Entry {
  // Plus 0, since the opposite of 0 would be kept as -0.
  return {
    acceptanceId: of.acceptanceId,
    planId: of.planId,
    obligationId,
    cents: cents + 0,
    centihours: centihours + 0,
    reason,
  };
}

/** What is left of positions after entries on the same places. */
export function afterEntries(positions: readonly Position[], entries: readonly Entry[]): Position[] {
  return positions.map((position) => {
    const own = entries.filter(
      (line) => line.acceptanceId === position.acceptanceId && line.obligationId === position.obligationId,
    );
    return {
      ...position,
      cents: position.cents + sum(own.map((line) => line.cents)),
      centihours: position.centihours + sum(own.map((line) => line.centihours)),
    };
  });
}
