import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import type { Centihours, LocalDate, Period } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, WorkingCalendar, type Reader } from '@sr/platform';
import { ValuationService, type Step, type StoredValueTable } from '@sr/valuation';
import { contributionOf, dayKey, limitKey, use, usedBefore, type ClaimFigures, type ClaimToValue } from './claim-value';
import { checkClaim, type ClaimFacts, type HoursOver, type Warning } from './domain/check-claim';
import type { Claim } from './domain/claim';
import type { ClaimKind } from './domain/claim-kind';
import type { EvidenceDeclaration } from './domain/evidence';
import { Usage, type Placement } from './domain/placement';
import { ANSWER_TERM_WORKING_DAYS } from './domain/terms';
import { hoursKnown, type HoursKnown } from './persistence/claim-facts.store';
import { readUsage } from './persistence/usage.store';

/** A claim of one plan and supplier that is looked at: one that is proposed, or one that waits. */
export interface ClaimToCheck {
  /** Null while it is only proposed. */
  readonly id: string | null;
  readonly kind: ClaimKind;
  readonly block: string;
  readonly placement: Placement | null;
  readonly period: Period;
  readonly centihours: Centihours | null;
  readonly invoiceCents: number | null;
  readonly earmarkId: string | null;
  /** Declared with a purchase or an activity; a placement has its own. */
  readonly evidence: readonly Pick<EvidenceDeclaration, 'validUntil'>[];
}

/** The plan in which claims are looked at, and who claims. */
export interface ClaimSetting {
  readonly plan: Plan;
  readonly table: StoredValueTable;
  readonly supplierKvkNumber: string;
}

/** What a claim would be worth when it was accepted now, and how that is worked out. */
export interface Preview {
  readonly valueCents: number;
  readonly steps: readonly Step[];
}

/** What claims look like before anybody decides on them: what is odd about them, and what they would be worth. */
@Injectable()
export class CheckClaims {
  constructor(
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly valuation: ValuationService,
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** The moment at which a claim is made now, and the last day for its answer: ten working days from today. */
  now(): { readonly now: Date; readonly answerDueOn: LocalDate } {
    const answerDueOn = this.calendar.addWorkingDays(this.clock.today(), ANSWER_TERM_WORKING_DAYS);
    return { now: this.clock.now(), answerDueOn };
  }

  /** What is odd about each of these claims, in their order. `reporting`: the term for reporting them, if they had one. */
  async warnings(
    reader: Reader,
    setting: ClaimSetting,
    claims: readonly ClaimToCheck[],
    reporting: ClaimFacts['reporting'],
  ): Promise<Warning[][]> {
    const { plan, supplierKvkNumber } = setting;
    const ofHours = claims.flatMap((claim) => (claim.placement ? [{ claim, placement: claim.placement }] : []));
    const known = await hoursKnown(
      reader,
      supplierKvkNumber,
      ofHours.map(({ claim: { id, period, block }, placement: { id: placementId, candidate } }) => ({
        claimId: id,
        placementId,
        candidate,
        block,
        period,
      })),
    );
    const knownOf = new Map(ofHours.map(({ claim }, index) => [claim, known[index]]));
    const memberTerms = await this.termsOf(reader, plan);
    const earmarks = await this.earmarksOf(reader, claims);
    const proposed = proposedByCandidate(claims);
    return claims.map((claim, index) => {
      const ofSamePerson = proposed.get(claim.placement?.candidate ?? '') ?? [];
      const sentAlong = ofSamePerson.flatMap(({ other, place }) => (place === index ? [] : [other]));
      const before = ofSamePerson.flatMap(({ other, place }) =>
        place < index && other.block === claim.block ? [other] : [],
      );
      const facts = knownOf.get(claim);
      return checkClaim({
        period: claim.period,
        paidCentihours: claim.placement ? claim.centihours : null,
        otherHours: [...(facts?.otherHours ?? []), ...sentAlong.map(hoursOf)],
        limit: this.limitOf(setting, claim, facts, before),
        earmark: earmarks.get(claim.earmarkId ?? '') ?? null,
        memberTerms,
        before: facts?.before ?? null,
        reporting,
        planState: plan.state,
        evidence: facts?.evidence ?? claim.evidence.map(({ validUntil }) => ({ validUntil, verdict: null })),
      });
    });
  }

  /**
   * What each of these claims would be worth, when they were all accepted now in this order; null where that passes what
   * can be valued. In a form-free plan nothing has a value.
   */
  async previews(
    reader: Reader,
    { plan, table, supplierKvkNumber }: ClaimSetting,
    claims: readonly ClaimToCheck[],
  ): Promise<(Preview | null)[]> {
    if (plan.kind === 'FORM_FREE') return claims.map(() => ({ valueCents: 0, steps: [] }));
    const toValue = claims.map((claim) => ({ ...claim, supplierKvkNumber, periodFrom: claim.period.from }));
    const usage = new Usage();
    await readUsage(
      reader,
      usage,
      toValue.flatMap((claim) => (claim.placement ? [limitKey(claim, claim.placement)] : [])),
      toValue.filter((claim) => claim.kind === 'ACTIVITY').map(dayKey),
    );
    return toValue.map((claim) => {
      const placement = claim.placement ?? undefined;
      const contribution = contributionOf(claim, claim, placement, usedBefore(claim, placement, usage));
      const explained = this.valuation.explain(table, contribution);
      if (!explained.ok) return null;
      const { worth, steps } = explained.value;
      use(usage, claim, placement, worth);
      return { valueCents: worth.valueCents, steps };
    });
  }

  /**
   * What each of these claims would be worth, when it alone was accepted now; null where that passes what can be valued.
   * In a form-free plan nothing has a value.
   */
  async values(
    reader: Reader,
    claims: readonly {
      readonly claim: ClaimToValue & ClaimFigures;
      readonly placement: Placement | null;
      readonly setting: ClaimSetting;
    }[],
  ): Promise<(number | null)[]> {
    const usage = new Usage();
    await readUsage(
      reader,
      usage,
      claims.flatMap(({ claim, placement }) => (placement ? [limitKey(claim, placement)] : [])),
      claims.flatMap(({ claim }) => (claim.kind === 'ACTIVITY' ? [dayKey(claim)] : [])),
    );
    return claims.map(({ claim, placement: found, setting: { plan, table } }) => {
      if (plan.kind === 'FORM_FREE') return 0;
      const placement = found ?? undefined;
      const worth = this.valuation.valueOf(
        table,
        contributionOf(claim, claim, placement, usedBefore(claim, placement, usage)),
      );
      return worth.ok ? worth.value.valueCents : null;
    });
  }

  /** How the value of an accepted claim was worked out, with what was used before it at that time. */
  stepsOf(plan: Plan, table: StoredValueTable, claim: Claim, placement: Placement | null): readonly Step[] {
    if (plan.kind === 'FORM_FREE') return [];
    const figures = { centihours: claim.acceptedCentihours, invoiceCents: claim.acceptedInvoiceCents };
    const contribution = contributionOf(claim, figures, placement ?? undefined, BigInt(claim.usedBefore ?? 0));
    const explained = this.valuation.explain(table, contribution);
    return explained.ok ? explained.value.steps : [];
  }

  /** What the candidate can have counted, and has, with what waits and what stands before the claim in the same report. */
  private limitOf(
    { plan, table }: ClaimSetting,
    { placement, block }: ClaimToCheck,
    known: HoursKnown | undefined,
    before: readonly ClaimToCheck[],
  ): ClaimFacts['limit'] {
    if (!placement || !known || placement.employmentForm === 'TRIAL' || plan.kind === 'FORM_FREE') return null;
    const most = this.valuation.limitOf(table, block);
    if (most === null) return null;
    const inReport = before.reduce((total, claim) => total + BigInt(claim.centihours ?? 0), 0n);
    return { most, before: known.counted + known.waiting + inReport };
  }

  private async termsOf(reader: Reader, plan: Plan): Promise<Period[]> {
    const members = await this.plans.members(reader, [plan.id]);
    const obligations = await this.contracts.obligations(
      reader,
      members.map(({ obligationId }) => obligationId),
    );
    return obligations
      .filter(({ settledOn }) => settledOn === null)
      .map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));
  }

  private async earmarksOf(
    reader: Reader,
    claims: readonly ClaimToCheck[],
  ): Promise<Map<string, { number: string; term: { from: LocalDate; to: LocalDate } }>> {
    const ids = claims.flatMap(({ earmarkId }) => (earmarkId === null ? [] : [earmarkId]));
    const obligations = ids.length === 0 ? [] : await this.contracts.obligations(reader, [...new Set(ids)]);
    return new Map(
      obligations.map(({ id, number, startsOn, endsOn }) => [id, { number, term: { from: startsOn, to: endsOn } }]),
    );
  }
}

/**
 * The claims of each candidate with their places in the list. Claims that are sent along count as hours of the same
 * person only when they are not in the database yet.
 */
function proposedByCandidate(claims: readonly ClaimToCheck[]): Map<string, { other: ClaimToCheck; place: number }[]> {
  const found = new Map<string, { other: ClaimToCheck; place: number }[]>();
  claims.forEach((other, place) => {
    if (other.id !== null || other.placement === null) return;
    const { candidate } = other.placement;
    const known = found.get(candidate);
    if (known) known.push({ other, place });
    else found.set(candidate, [{ other, place }]);
  });
  return found;
}

const hoursOf = ({ period, centihours }: ClaimToCheck): HoursOver => ({ period, centihours: centihours ?? 0 });
