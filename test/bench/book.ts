import { quarterStart, type Cents, type Centihours, type LocalDate, type Period } from '@sr/kernel';
import type { ClaimKind, EmploymentForm } from '@sr/placements';
import { allocate } from '../../libs/allocation/src/domain/allocate';
import { reoffer, reversal, type Entry, type Position } from '../../libs/allocation/src/domain/ledger';
import { Room } from '../../libs/allocation/src/domain/room';
import type { Rows } from './rows';

/** An obligation as a plan's book keeps it: what it is for, and its running balance. */
export interface Member {
  readonly id: string;
  readonly number: string;
  readonly principalCode: string;
  readonly awardedOn: LocalDate;
  readonly term: Period;
  amountCents: Cents;
  allocatedCents: Cents;
  centihours: Centihours;
  settledOn: LocalDate | null;
}

/** An accepted claim, as the ledger sees it. */
export interface Acceptance {
  readonly id: number;
  readonly claimId: string;
  readonly claimNumber: number;
  readonly kind: ClaimKind;
  readonly supplierKvkNumber: string;
  /** Who it is about, in which block; null for a purchase or an activity. */
  readonly person: { readonly id: string; readonly block: string } | null;
  readonly period: Period;
  readonly valueCents: Cents;
  readonly jobCentihours: Centihours;
  readonly earmarkId: string | null;
  readonly employmentForm: EmploymentForm | null;
  readonly registerIndicated: boolean;
  readonly recordedAt: string;
  /** When it will be reversed, or null. */
  readonly reversedAt: string | null;
}

/** Sums over everything that was loaded, to compare the database with. */
export class Totals {
  claims = 0;
  acceptances = 0;
  entries = 0;
  /** Of the entries, those that moved surplus to an obligation. */
  reoffered = 0;
  reversals = 0;
  revisions = 0;
  /** Net, on obligations and on surplus. */
  onObligations = { cents: 0n, centihours: 0n };
  onSurplus = { cents: 0n, centihours: 0n };
}

interface QuarterSums {
  cents: number;
  centihours: number;
  formal: number;
  hiredIn: number;
  register: number;
}

/**
 * The ledger of one plan in memory. Where the cents go is decided by the product's own pure rules (Room, allocate,
 * reversal, reoffer); the balances are kept here as the trigger of the database keeps them.
 */
export class Book {
  private room: Room;
  private readonly quarters = new Map<string, Map<LocalDate, QuarterSums>>();
  /** Claims whose places may still change: those with surplus and those that will be reversed. */
  private readonly open = new Map<number, { acceptance: Acceptance; positions: Map<string | null, Position> }>();

  constructor(
    private readonly planId: string,
    readonly members: readonly Member[],
    private readonly rows: Rows,
    private readonly totals: Totals,
  ) {
    this.room = this.roomNow();
  }

  accept(acceptance: Acceptance): void {
    this.totals.acceptances += 1;
    const { id, period, recordedAt } = acceptance;
    this.rows.add('allocation.acceptance', {
      id,
      claim_id: acceptance.claimId,
      claim_number: acceptance.claimNumber,
      claim_kind: acceptance.kind,
      supplier_kvk_number: acceptance.supplierKvkNumber,
      plan_id: this.planId,
      value_cents: acceptance.valueCents,
      job_centihours: acceptance.jobCentihours,
      period_from: period.from,
      period_to: period.to,
      employment_form: acceptance.employmentForm,
      register_indicated: acceptance.registerIndicated,
      recorded_at: recordedAt,
      reversed_at: acceptance.reversedAt,
    });
    const { person } = acceptance;
    if (person) {
      this.rows.add('allocation.acceptance_person', { acceptance_id: id, person_id: person.id, block: person.block });
    }
    const positions = allocate(acceptance, this.room).map((share) => ({
      ...share,
      acceptanceId: id,
      planId: this.planId,
      period,
    }));
    for (const position of positions) this.post(acceptance, { ...position, reason: 'ACCEPT' }, recordedAt);
    if (acceptance.reversedAt !== null || positions.some((place) => place.obligationId === null && place.cents > 0)) {
      this.open.set(id, { acceptance, positions: new Map(positions.map((place) => [place.obligationId, place])) });
    } else positions.forEach((place) => this.addPosition(place));
  }

  /** Reverses a claim that was accepted with the moment of its reversal, and offers the room to the surplus. */
  reverse(acceptanceId: number, at: string): void {
    const found = this.open.get(acceptanceId);
    if (!found) throw new Error(`acceptance ${acceptanceId} cannot be reversed`);
    this.totals.reversals += 1;
    this.postOpen(reversal([...found.positions.values()]), at);
    this.reoffer(at);
  }

  /** Brings a higher amount into force, and offers the room to the surplus. */
  raise(member: Member, amountCents: Cents, at: string): void {
    member.amountCents = amountCents;
    this.reoffer(at);
  }

  /** Writes the balances; nothing reaches this book any more. */
  close(): void {
    for (const { positions } of this.open.values()) positions.forEach((place) => this.addPosition(place));
    for (const member of this.members) {
      this.rows.add('allocation.account', {
        obligation_id: member.id,
        principal_code: member.principalCode,
        awarded_on: member.awardedOn,
        settled_on: member.settledOn,
        amount_cents: member.amountCents,
        allocated_cents: member.allocatedCents,
        centihours: member.centihours,
      });
    }
    for (const [place, quarters] of this.quarters) {
      for (const [quarter, { cents, centihours, formal, hiredIn, register }] of quarters) {
        if (place === SURPLUS)
          this.rows.add('allocation.surplus_quarter', { plan_id: this.planId, quarter, cents, centihours });
        else {
          this.rows.add('allocation.obligation_quarter', {
            obligation_id: place,
            quarter,
            cents,
            centihours,
            formal_centihours: formal,
            hired_in_centihours: hiredIn,
            register_centihours: register,
          });
        }
      }
    }
  }

  private reoffer(at: string): void {
    this.room = this.roomNow();
    for (const { positions } of this.open.values()) {
      if (this.room.openTerms().length === 0) return;
      const surplus = positions.get(null);
      if (surplus && surplus.cents > 0) this.postOpen(reoffer([surplus], this.room), at);
    }
  }

  private postOpen(entries: readonly Entry[], at: string): void {
    for (const entry of entries) {
      const found = this.open.get(entry.acceptanceId);
      if (!found) throw new Error(`acceptance ${entry.acceptanceId} is not open`);
      this.post(found.acceptance, entry, at);
      const before = found.positions.get(entry.obligationId);
      const { cents, centihours } = before ?? { cents: 0, centihours: 0 };
      found.positions.set(entry.obligationId, {
        acceptanceId: entry.acceptanceId,
        planId: this.planId,
        obligationId: entry.obligationId,
        period: found.acceptance.period,
        cents: cents + entry.cents,
        centihours: centihours + entry.centihours,
      });
    }
  }

  private post(acceptance: Acceptance, entry: Entry, at: string): void {
    const { cents, centihours, obligationId } = entry;
    const { employmentForm, registerIndicated } = acceptance;
    this.totals.entries += 1;
    if (entry.reason === 'REOFFER') this.totals.reoffered += 1;
    const net = obligationId === null ? this.totals.onSurplus : this.totals.onObligations;
    net.cents += BigInt(cents);
    net.centihours += BigInt(centihours);
    this.rows.add('allocation.entry', {
      id: this.totals.entries,
      acceptance_id: acceptance.id,
      plan_id: this.planId,
      obligation_id: obligationId,
      cents,
      centihours,
      reason: entry.reason,
      period_to: acceptance.period.to,
      employment_form: employmentForm,
      register_indicated: registerIndicated,
      recorded_at: at,
    });

    const member = this.members.find(({ id }) => id === obligationId);
    if (member) {
      member.allocatedCents += cents;
      member.centihours += centihours;
    }
    const sums = this.quarterOf(obligationId ?? SURPLUS, quarterStart(acceptance.period.to));
    sums.cents += cents;
    sums.centihours += centihours;
    if (employmentForm === 'FORMAL') sums.formal += centihours;
    if (employmentForm === 'HIRED_IN') sums.hiredIn += centihours;
    if (registerIndicated) sums.register += centihours;
  }

  private quarterOf(place: string, quarter: LocalDate): QuarterSums {
    let quarters = this.quarters.get(place);
    if (!quarters) this.quarters.set(place, (quarters = new Map<LocalDate, QuarterSums>()));
    let sums = quarters.get(quarter);
    if (!sums) quarters.set(quarter, (sums = { cents: 0, centihours: 0, formal: 0, hiredIn: 0, register: 0 }));
    return sums;
  }

  private addPosition({ acceptanceId, obligationId, cents, centihours }: Position): void {
    const place = { acceptance_id: acceptanceId, obligation_id: obligationId, plan_id: this.planId };
    this.rows.add('allocation.position', { ...place, cents, centihours });
  }

  private roomNow(): Room {
    return new Room(this.members.map((member) => ({ ...member, settled: member.settledOn !== null })));
  }
}

const SURPLUS = 'surplus';
