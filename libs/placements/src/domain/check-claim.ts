import {
  daysIn,
  divFloor,
  divRound,
  overlaps,
  timesFraction,
  type Centihours,
  type LocalDate,
  type Period,
} from '@sr/kernel';
import type { EvidenceVerdict } from './evidence';
import { daysLate } from './terms';

/** Something odd about a claim. It does not stop the claim: supplier and verifier both read it. */
export interface Warning {
  /** `claim.what_is_odd`; stable. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/** Hours over a number of days. */
export interface HoursOver {
  readonly period: Period;
  readonly centihours: Centihours;
}

/** What is looked at to see whether something is odd about a claim. */
export interface ClaimFacts {
  readonly period: Period;
  /** The paid hours of a placement; null for a purchase and an activity, of which no hours are compared. */
  readonly paidCentihours: Centihours | null;
  /** The candidate's other hours over all placements of the supplier that wait or were accepted, or are sent along. */
  readonly otherHours: readonly HoursOver[];
  /** What the candidate can have counted in this block at most, and had before; null when nothing limits it. */
  readonly limit: { readonly most: bigint; readonly before: bigint } | null;
  /** The contract that it should count for first, or null. */
  readonly earmark: { readonly number: string; readonly term: Period } | null;
  /** The terms of the obligations in the plan that are not settled. */
  readonly memberTerms: readonly Period[];
  /** The claim before this one for the same placement, or null. */
  readonly before: HoursOver | null;
  /** The last day for reporting this quarter and the day of reporting; null when no report says so. */
  readonly reporting: { readonly dueOn: LocalDate; readonly on: LocalDate } | null;
  readonly planState: string;
  readonly evidence: readonly { readonly validUntil: LocalDate | null; readonly verdict: EvidenceVerdict | null }[];
}

/** More paid hours than this in a week are not to be expected of one person. */
const WEEK_MOST_CENTIHOURS = 4800n;
const WEEK_DAYS = 7n;
/** A limit is near when nine tenths of it are used. */
const NEAR = { numerator: 9n, denominator: 10n };

/** The fewest counted hours (centihours) at which a limit of `most` is near. */
export const nearLimit = (most: bigint): bigint =>
  divFloor(most * NEAR.numerator + NEAR.denominator - 1n, NEAR.denominator);

/** Everything that is odd about a claim, or nothing. */
export function checkClaim(facts: ClaimFacts): Warning[] {
  return [
    ...hoursImprobable(facts),
    ...limitReached(facts),
    ...outsideTerms(facts),
    ...farFromBefore(facts),
    ...reportedLate(facts),
    ...planNotApproved(facts),
    ...evidenceWanting(facts),
  ];
}

/** One person is paid for at most 48 hours a week, over all placements; other claims count by their days in common. */
function hoursImprobable({ period, paidCentihours, otherHours }: ClaimFacts): Warning[] {
  if (paidCentihours === null) return [];
  const together = otherHours.reduce(
    (total, other) => total + BigInt(hoursWithin(other, period)),
    BigInt(paidCentihours),
  );
  const days = daysIn(period);
  if (together * WEEK_DAYS <= WEEK_MOST_CENTIHOURS * BigInt(days)) return [];
  const most = divRound(WEEK_MOST_CENTIHOURS * BigInt(days), WEEK_DAYS);
  return [
    {
      code: 'claim.hours_improbable',
      params: { centihours: String(together), mostCentihours: String(most) },
      message: `Over all placements it is ${hours(together)} for one candidate; at 48 a week it would be ${hours(most)}.`,
    },
  ];
}

function hoursWithin(other: HoursOver, period: Period): Centihours {
  if (!overlaps(other.period, period)) return 0;
  const from = other.period.from > period.from ? other.period.from : period.from;
  const to = other.period.to < period.to ? other.period.to : period.to;
  return timesFraction(other.centihours, daysIn({ from, to }), daysIn(other.period));
}

/** Hours above the limit are worth nothing; before it is reached there is time to talk about keeping the candidate. */
function limitReached({ paidCentihours, limit }: ClaimFacts): Warning[] {
  if (paidCentihours === null || limit === null) return [];
  const { most, before } = limit;
  const after = before + BigInt(paidCentihours);
  const params = { limitCentihours: String(most), beforeCentihours: String(before) };
  if (after > most) {
    const left = most > before ? most - before : 0n;
    return [
      {
        code: 'claim.limit_passed',
        params,
        message: `The counting limit of this candidate leaves ${hours(left)}; hours above it count for a job and have no value.`,
      },
    ];
  }
  if (after < nearLimit(most)) return [];
  const left = most - after;
  return [
    {
      code: 'claim.limit_near',
      params,
      message: `After this claim the counting limit of this candidate leaves ${hours(left)}.`,
    },
  ];
}

/** Value only reaches obligations whose term has a day of the claim; an earmark outside its term is ignored. */
function outsideTerms({ period, earmark, memberTerms }: ClaimFacts): Warning[] {
  const warnings: Warning[] = [];
  if (earmark && !overlaps(earmark.term, period)) {
    const { number, term } = earmark;
    warnings.push({
      code: 'claim.outside_earmark_term',
      params: { number, ...term },
      message: `Contract ${number} runs from ${term.from} to ${term.to}; the claim lies outside it and is spread over the plan.`,
    });
  }
  if (!memberTerms.some((term) => overlaps(term, period))) {
    warnings.push({
      code: 'claim.outside_all_terms',
      params: {},
      message: 'No open obligation of the plan runs in the period of the claim; its value becomes surplus of the plan.',
    });
  }
  return warnings;
}

/** Hours a day that differ by more than half from the period before ask for a look. */
function farFromBefore({ period, paidCentihours, before }: ClaimFacts): Warning[] {
  if (paidCentihours === null || before === null) return [];
  const now = paidCentihours * daysIn(before.period);
  const then = before.centihours * daysIn(period);
  if (Math.abs(now - then) * 2 <= then) return [];
  return [
    {
      code: 'claim.far_from_last_period',
      params: {
        centihours: paidCentihours,
        lastCentihours: before.centihours,
        from: before.period.from,
        to: before.period.to,
      },
      message: `It is ${hours(paidCentihours)}; from ${before.period.from} to ${before.period.to} it was ${hours(before.centihours)}.`,
    },
  ];
}

function reportedLate({ reporting }: ClaimFacts): Warning[] {
  const days = reporting ? daysLate(reporting.dueOn, reporting.on) : 0;
  if (!reporting || days === 0) return [];
  return [
    {
      code: 'claim.reported_late',
      params: { days, dueOn: reporting.dueOn },
      message: `Reporting was due on ${reporting.dueOn}; this is ${days} days later.`,
    },
  ];
}

function planNotApproved({ planState }: ClaimFacts): Warning[] {
  if (planState === 'APPROVED') return [];
  return [
    {
      code: 'claim.plan_not_approved',
      params: { state: planState },
      message: `The plan is ${planState.toLowerCase()}, not approved.`,
    },
  ];
}

/** Some evidence holds on the last day of the claim, as far as nobody found it insufficient. */
function evidenceWanting({ period, evidence }: ClaimFacts): Warning[] {
  const usable = evidence.filter((item) => item.verdict !== 'INSUFFICIENT');
  if (usable.length === 0) {
    return [{ code: 'claim.evidence_missing', params: {}, message: 'No sufficient evidence is declared.' }];
  }
  const last = usable
    .map((item) => item.validUntil)
    .reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
  if (last === null || last >= period.to) return [];
  return [
    {
      code: 'claim.evidence_expired',
      params: { validUntil: last },
      message: `The declared evidence ended on ${last}, before the last day of the claim.`,
    },
  ];
}

/** Centihours as people write them: 33150 is 331.50 hours. */
function hours(centihours: number | bigint): string {
  const digits = String(centihours).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)} hours`;
}
