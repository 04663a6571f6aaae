import { EVERYTHING, addDays, orThrow, type Actor, type LocalDate } from '@sr/kernel';
import { obligationAmount, reviseObligation, type ObligationTerms } from '../../libs/contracts/src/domain/obligation';
import { Usage, type DayKey, type LimitKey } from '../../libs/placements/src/domain/placement';
import { valueOf } from '../../libs/valuation/src/domain/value-of';
import { Book, Totals, type Member } from './book';
import {
  TABLE,
  contributionOf,
  dayKeyOf,
  decisionDay,
  drawActivity,
  drawHours,
  drawPlacement,
  drawPurchase,
  drawTerms,
  moment,
  quarter,
  type DrawnClaim,
  type DrawnPlacement,
} from './draw';
import { Ids, Random } from './random';
import { Rows, type Row, type TableRows } from './rows';

/** How large a portfolio is; README.md tells what is drawn. */
export interface PortfolioSize {
  readonly suppliers: number;
  /** Claims of each plan in each of its quarters: a multiple of ten. */
  readonly claims: number;
  /** Hours and invoices are divided by it, so that ten times the claims are worth the same and find the same room. */
  readonly divisor: number;
  /** Batches of claims that wait for a decision when the history ends. */
  readonly waiting?: readonly WaitingBatch[];
}

/** Claims to decide on together, spread evenly over the plans of the first `suppliers`. */
export interface WaitingBatch {
  readonly suppliers: number;
  readonly claims: number;
}

export const CONTRACTS_PER_SUPPLIER = 30;
export const PLANS_PER_SUPPLIER = 5;
const OBLIGATIONS = 6;
const QUARTERS = 20;
/** Each plan begins a year after the one before it. */
const STAGGER = 4;
const WAITING_DIVISOR = 50;

/** A year in which every plan runs, a day in the middle of all that is recorded, and a day after all of it. */
export const REPORT_YEAR = 2021;
export const KNOWN_ON: LocalDate = '2021-12-15';
export const AFTER_ALL: LocalDate = '2027-12-31';

const SUBMITTER = 'bench-supplier';
const MORE_WORK = 'Meerwerk';
export const DECIDER: Actor = { id: 'bench-verifier', name: 'Beoordelaar', scope: EVERYTHING };

interface Supplier {
  readonly index: number;
  readonly kvkNumber: string;
  readonly random: Random;
  readonly plans: readonly Plan[];
  readonly usage: Usage;
  readonly limits: Map<string, LimitKey>;
  readonly days: Map<string, DayKey>;
  names: number;
}

interface Plan {
  readonly id: string;
  readonly firstQuarter: number;
  readonly book: Book;
  readonly terms: Map<string, ObligationTerms>;
  readonly seats: (DrawnPlacement | null)[];
  /** Accepted claims that are reversed when this supplier's claims are decided next. */
  toReverse: { acceptanceId: number; giveBack: () => void }[];
}

/** Makes a portfolio, piece by piece in the order in which its claims are decided. */
export class Portfolio {
  readonly totals = new Totals();
  /** The ids of the waiting claims, batch by batch. */
  readonly waiting: string[][] = [];
  private readonly rows = new Rows();
  private readonly ids = new Ids();
  private readonly suppliers: readonly Supplier[];

  constructor(
    private readonly size: PortfolioSize,
    private readonly valueTableId: string,
    private readonly principalCodes: readonly string[],
  ) {
    this.suppliers = Array.from({ length: size.suppliers }, (_, index) => this.supplier(index));
  }

  /** Rows to load, some thousands of claims at a time, each with the part of the work that is done. */
  *pieces(): Generator<{ rows: TableRows[]; done: number }> {
    // One order of acceptance over everybody: the suppliers by the day of the quarter on which theirs are decided.
    const dayOf = ({ index }: Supplier): LocalDate => decisionDay(0, index);
    const inOrder = [...this.suppliers].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
    const quarters = QUARTERS + STAGGER * (PLANS_PER_SUPPLIER - 1) + 2;
    let taken = 0;
    for (let now = 0; now < quarters; now += 1) {
      for (const [place, supplier] of inOrder.entries()) {
        this.decide(supplier, now);
        if (this.totals.claims - taken < 3000) continue;
        taken = this.totals.claims;
        yield { rows: this.rows.take(), done: (now + place / inOrder.length) / quarters };
      }
    }
    for (const supplier of this.suppliers) this.writeUsage(supplier);
    for (const batch of this.size.waiting ?? []) this.waiting.push(this.waitingBatch(batch));
    yield { rows: this.rows.take(), done: 1 };
  }

  private supplier(index: number): Supplier {
    const random = new Random(index, 1);
    const groupId = this.ids.next();
    const kvkNumber = String(10_000_000 + index);
    this.rows.add('identity.supplier_group', { id: groupId, code: `G${index}`, name: `Groep ${index}` });
    this.rows.add('identity.supplier', { kvk_number: kvkNumber, name: `Leverancier ${index}`, group_id: groupId });
    this.rows.add('allocation.book', { supplier_group_id: groupId });
    const plans = Array.from({ length: PLANS_PER_SUPPLIER }, (_, plan) => this.plan(random, kvkNumber, groupId, plan));
    const used = { usage: new Usage(), limits: new Map<string, LimitKey>(), days: new Map<string, DayKey>() };
    return { index, kvkNumber, random: new Random(index, 2), plans, ...used, names: 0 };
  }

  private plan(random: Random, kvkNumber: string, groupId: string, index: number): Plan {
    const id = this.ids.next();
    const firstQuarter = index * STAGGER;
    const recordedAt = moment(addDays(quarter(firstQuarter).from, -1));
    const terms = new Map<string, ObligationTerms>();
    const members = Array.from({ length: OBLIGATIONS }, (_, place) => {
      const number = `B${kvkNumber}-${index + 1}${place + 1}`;
      const contract = this.contract(random, kvkNumber, number, firstQuarter);
      terms.set(contract.member.id, contract.terms);
      return contract.member;
    });
    this.rows.add('plans.plan', {
      id,
      name: `Plan ${index + 1}`,
      supplier_group_id: groupId,
      value_table_id: this.valueTableId,
      recorded_at: recordedAt,
    });
    for (const member of members) {
      const membership = { id: this.ids.next(), plan_id: id, obligation_id: member.id, joined_at: recordedAt };
      this.rows.add('plans.membership', membership);
    }
    const seats = Array.from({ length: (this.size.claims * 7) / 10 }, () => null);
    return { id, firstQuarter, book: new Book(id, members, this.rows, this.totals), terms, seats, toReverse: [] };
  }

  /** A contract whose term holds every quarter of its plan, so that all six obligations are eligible for every claim. */
  private contract(
    random: Random,
    kvkNumber: string,
    number: string,
    firstQuarter: number,
  ): { member: Member; terms: ObligationTerms } {
    const terms = drawTerms(random);
    const begin = quarter(firstQuarter).from;
    const end = quarter(firstQuarter + QUARTERS).from;
    const member: Member = {
      id: this.ids.next(),
      number,
      principalCode: random.pick(this.principalCodes),
      awardedOn: addDays(begin, -random.whole(30, 300)),
      term: { from: addDays(begin, -random.whole(0, 25)), to: addDays(end, random.whole(0, 400)) },
      amountCents: orThrow(obligationAmount(terms)),
      allocatedCents: 0,
      centihours: 0,
      settledOn: null,
    };
    const recordedAt = moment(addDays(member.awardedOn, random.whole(0, 20)));
    this.rows.add('contracts.contract', {
      id: member.id,
      number,
      principal_code: member.principalCode,
      supplier_kvk_number: kvkNumber,
      title: 'Dienstverlening',
      awarded_on: member.awardedOn,
      starts_on: member.term.from,
      ends_on: member.term.to,
      recorded_at: recordedAt,
    });
    this.addRevision(member, terms, null, recordedAt);
    return { member, terms };
  }

  /** What is decided for a supplier after a quarter: reversals, perhaps a raise, and the claims of the quarter. */
  private decide(supplier: Supplier, now: number): void {
    const { random } = supplier;
    const day = decisionDay(now, supplier.index);
    for (const plan of supplier.plans) {
      for (const { acceptanceId, giveBack } of plan.toReverse.splice(0)) {
        giveBack();
        plan.book.reverse(acceptanceId, moment(day));
      }
      const age = now - plan.firstQuarter;
      if (age >= 0 && age < QUARTERS) {
        if (random.onceIn(100)) this.raise(plan, random.pick(plan.book.members), moment(day));
        for (const claim of this.claimsOf(supplier, plan, now)) this.decideClaim(supplier, plan, claim, now);
      }
      // After the last claims comes a quarter with their reversals, and then the end.
      if (age === QUARTERS + 1) this.close(plan, random, day);
    }
  }

  private raise(plan: Plan, member: Member, at: string): void {
    const terms = plan.terms.get(member.id) ?? { kind: 'FIXED', amountCents: member.amountCents };
    const more = (cents: number): number => Math.floor((cents * 6) / 5);
    const change =
      terms.kind === 'PERCENTAGE' ? { baseCents: more(terms.baseCents) } : { amountCents: more(member.amountCents) };
    const revised = orThrow(reviseObligation({ terms, settledOn: null }, change, MORE_WORK));
    plan.terms.set(member.id, revised.terms);
    plan.book.raise(member, revised.amountCents, at);
    this.addRevision(member, revised.terms, MORE_WORK, at);
  }

  private addRevision(member: Member, terms: ObligationTerms, reason: string | null, at: string): void {
    this.totals.revisions += 1;
    this.rows.add('contracts.revision', {
      id: this.totals.revisions,
      contract_id: member.id,
      principal_code: member.principalCode,
      starts_on: member.term.from,
      ends_on: member.term.to,
      base_cents: terms.kind === 'PERCENTAGE' ? terms.baseCents : null,
      amount_cents: member.amountCents,
      reason,
      recorded_at: at,
    });
  }

  /** Settles a third of the obligations, and writes all of them with their balances. */
  private close(plan: Plan, random: Random, day: LocalDate): void {
    for (const member of plan.book.members) {
      if (random.onceIn(3) && !this.size.waiting) member.settledOn = day;
      const terms = plan.terms.get(member.id);
      const percentage = terms?.kind === 'PERCENTAGE' ? terms : null;
      this.rows.add('contracts.obligation', {
        contract_id: member.id,
        kind: percentage ? 'PERCENTAGE' : 'FIXED',
        basis: percentage?.basis ?? null,
        base_cents: percentage?.baseCents ?? null,
        rate_bp: percentage?.rateBp ?? null,
        amount_cents: member.amountCents,
        settled_on: member.settledOn,
      });
    }
    plan.book.close();
  }

  /** Of ten claims seven are for placements, two for purchases and one for an activity. */
  private claimsOf(supplier: Supplier, plan: Plan, now: number): DrawnClaim[] {
    const { random } = supplier;
    const { claims, divisor } = this.size;
    const hours = plan.seats.map((seat, index) => {
      const placement = seat && seat.lastQuarter >= now ? seat : this.placement(supplier, plan, now, seat);
      plan.seats[index] = placement;
      return drawHours(random, now, placement, divisor);
    });
    const others = Array.from({ length: claims / 10 }, () => [
      drawPurchase(random, now, divisor),
      drawPurchase(random, now, divisor),
      drawActivity(random, now, divisor),
    ]);
    return [...hours, ...others.flat()];
  }

  private placement(supplier: Supplier, plan: Plan, now: number, before: DrawnPlacement | null): DrawnPlacement {
    const { random, kvkNumber } = supplier;
    const own = { id: this.ids.next(), supplierKvkNumber: kvkNumber, candidate: `K${nextName(supplier)}` };
    const placement = drawPlacement(random, now, plan.firstQuarter + QUARTERS - 1, own, before);
    this.rows.add('placements.placement', {
      id: placement.id,
      ref: `PL${nextName(supplier)}`,
      plan_id: plan.id,
      supplier_kvk_number: kvkNumber,
      candidate: placement.key.candidate,
      block: placement.key.block,
      bonuses: `{${placement.bonuses.join(',')}}`,
      employment_form: placement.employmentForm,
      starts_on: placement.startsOn,
      ends_on: random.onceIn(5) ? null : quarter(placement.lastQuarter).to,
      register_indicated: placement.registerIndicated,
      recorded_at: moment(quarter(now).to),
    });
    return placement;
  }

  /** Rejects one claim in thirty and accepts the others; of those one in a hundred is reversed a quarter later. */
  private decideClaim(supplier: Supplier, plan: Plan, claim: DrawnClaim, now: number): void {
    const { random } = supplier;
    const at = moment(decisionDay(now, supplier.index));
    const decided = { decided_by: DECIDER.id, decided_at: at };
    const earmarkId = drawEarmark(random, plan);
    if (random.onceIn(30)) {
      const rejected = { ...decided, status: 'REJECTED', decision_reason: 'Geen bewijs' };
      this.addClaim(supplier, plan, claim, earmarkId, rejected);
      return;
    }
    const reversedAt = random.onceIn(100) ? moment(decisionDay(now + 1, supplier.index)) : null;
    const { valueCents, countedCentihours, jobCentihours } = this.value(supplier, claim);
    const claimId = this.addClaim(supplier, plan, claim, earmarkId, {
      ...decided,
      status: reversedAt === null ? 'ACCEPTED' : 'REVERSED',
      accepted_centihours: claim.centihours,
      accepted_invoice_cents: claim.invoiceCents,
      value_cents: valueCents,
      counted_centihours: countedCentihours,
      job_centihours: jobCentihours,
      reversed_by: reversedAt && DECIDER.id,
      reversed_at: reversedAt,
      reversal_reason: reversedAt && 'Dubbel geclaimd',
    });
    use(supplier, claim, valueCents, countedCentihours);
    const acceptanceId = this.totals.acceptances + 1;
    plan.book.accept({
      id: acceptanceId,
      claimId,
      claimNumber: this.totals.claims,
      kind: claim.kind,
      supplierKvkNumber: supplier.kvkNumber,
      // Nobody counts people here: a placement stands for its candidate.
      person: claim.placement && { id: claim.placement.id, block: claim.block },
      period: claim.period,
      valueCents,
      jobCentihours,
      earmarkId,
      employmentForm: claim.placement?.employmentForm ?? null,
      registerIndicated: claim.placement?.registerIndicated === 'YES',
      recordedAt: at,
      reversedAt,
    });
    const giveBack = (): void => use(supplier, claim, -valueCents, -countedCentihours);
    if (reversedAt !== null) plan.toReverse.push({ acceptanceId, giveBack });
  }

  private value(supplier: Supplier, claim: DrawnClaim) {
    const { usage, kvkNumber } = supplier;
    const counted = claim.placement ? usage.countedBefore(claim.placement.key) : 0n;
    const dayValue = claim.kind === 'ACTIVITY' ? usage.dayValueBefore(dayKeyOf(kvkNumber, claim)) : 0n;
    return orThrow(valueOf(TABLE, contributionOf(claim, { counted, dayValue })));
  }

  private writeUsage({ usage, limits, days, kvkNumber }: Supplier): void {
    for (const key of limits.values()) {
      const { candidate, block } = key;
      const centihours = Number(usage.countedBefore(key));
      this.rows.add('placements.counted', { supplier_kvk_number: kvkNumber, candidate, block, centihours });
    }
    for (const key of days.values()) {
      const { block, day } = key;
      this.rows.add('placements.day_value', {
        supplier_kvk_number: kvkNumber,
        block,
        day,
        cents: Number(usage.dayValueBefore(key)),
      });
    }
  }

  private addClaim(supplier: Supplier, plan: Plan, claim: DrawnClaim, earmarkId: string | null, decision: Row): string {
    const id = this.ids.next();
    this.totals.claims += 1;
    this.rows.add('placements.claim', {
      id,
      ref: `V${nextName(supplier)}`,
      plan_id: plan.id,
      supplier_kvk_number: supplier.kvkNumber,
      kind: claim.kind,
      block: claim.block,
      placement_id: claim.placement?.id ?? null,
      period_from: claim.period.from,
      period_to: claim.period.to,
      centihours: claim.centihours,
      invoice_cents: claim.invoiceCents,
      earmark_id: earmarkId,
      submitted_by: SUBMITTER,
      submitted_at: moment(addDays(claim.period.to, 5)),
      ...UNDECIDED,
      ...decision,
    });
    return id;
  }

  /** Small claims over the last quarter of each plan's history, so that later batches find room too. */
  private waitingBatch(batch: WaitingBatch): string[] {
    const all = this.suppliers.slice(0, batch.suppliers);
    const plans = all.flatMap((supplier) => supplier.plans.map((plan) => ({ supplier, plan })));
    const each = batch.claims / plans.length;
    return plans.flatMap(({ supplier, plan }) =>
      Array.from({ length: each }, (_, index) => {
        const { random } = supplier;
        const now = plan.firstQuarter + QUARTERS - 1;
        const kind = index % 10;
        const claim =
          kind < 7
            ? drawHours(random, now, this.placement(supplier, plan, now, null), WAITING_DIVISOR)
            : kind < 9
              ? drawPurchase(random, now, WAITING_DIVISOR)
              : drawActivity(random, now, WAITING_DIVISOR);
        return this.addClaim(supplier, plan, claim, drawEarmark(random, plan), {});
      }),
    );
  }
}

const UNDECIDED = {
  status: 'CLAIMED',
  decided_by: null,
  decided_at: null,
  accepted_centihours: null,
  accepted_invoice_cents: null,
  decision_reason: null,
  value_cents: null,
  counted_centihours: null,
  job_centihours: null,
  reversed_by: null,
  reversed_at: null,
  reversal_reason: null,
};

/** One claim in seven names the obligation that it should count for first. */
const drawEarmark = (random: Random, plan: Plan): string | null =>
  random.onceIn(7) ? random.pick(plan.book.members).id : null;

/** Takes (or, negative, gives back) what a decision uses of a limit or a day cap. */
function use(supplier: Supplier, claim: DrawnClaim, valueCents: number, counted: number): void {
  if (claim.placement && counted !== 0) {
    const { key } = claim.placement;
    supplier.usage.count(key, counted);
    supplier.limits.set(`${key.candidate} ${key.block}`, key);
  }
  if (claim.kind === 'ACTIVITY' && valueCents !== 0) {
    const key = dayKeyOf(supplier.kvkNumber, claim);
    supplier.usage.addDayValue(key, valueCents);
    supplier.days.set(`${key.block} ${key.day}`, key);
  }
}

function nextName(supplier: Supplier): string {
  supplier.names += 1;
  return String(supplier.names);
}
