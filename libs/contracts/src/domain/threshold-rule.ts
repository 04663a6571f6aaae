import { addDays, addMonths, timesFraction, type BasisPoints, type Cents, type LocalDate } from '@sr/kernel';
import { purchaseKindOf, type PurchaseKind } from './cpv';
import { basisInWords, euros, explainAmount, percent, type Step } from './explanation';
import { obligationAmount, type ObligationBasis, type ObligationTerms } from './obligation';

/** A rule of the central government that says when Social Return is asked for, and how much: dated reference data. */
export interface ThresholdRule {
  readonly code: string;
  readonly name: string;
  /** The first and last day on which a contract that is awarded falls under it; null is not yet. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Followed when nobody names another; of the rules of one day at most one is. */
  readonly isDefault: boolean;
  /** What is compared with the threshold: sources disagree on whether that is the contract's value or its wage sum. */
  readonly compares: 'CONTRACT_VALUE' | 'LOONSOM';
  readonly thresholdCents: Cents;
  readonly minimumMonths: number;
  readonly purchases: readonly PurchaseKind[];
  readonly basis: 'CONTRACT_VALUE' | 'LOONSOM';
  readonly rateBp: BasisPoints;
  readonly capCents: Cents | null;
  /** With a wage share below the first, the second rate holds; both null where there is no such rule. */
  readonly lowLabourBelowBp: BasisPoints | null;
  readonly lowLabourRateBp: BasisPoints | null;
  readonly source: string;
}

/** What of a contract the rule looks at; null is not known. */
export interface PurchaseFacts {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly cpv: string | null;
  readonly valueCents: Cents | null;
  readonly wageShareBp: BasisPoints | null;
}

export type Answer = 'YES' | 'NO' | 'UNKNOWN';

/** One condition of the rule, and whether the contract meets it. */
export interface Test extends Step {
  readonly answer: Answer;
}

/** What a rule makes of a contract: whether it applies and why, and what it then proposes. A person decides. */
export interface ObligationProposal {
  readonly ruleCode: string;
  readonly ruleName: string;
  readonly source: string;
  readonly applies: Answer;
  readonly reasons: readonly Test[];
  /** What the obligation would be; the base and the amount are null where the figures for them are not known. */
  readonly basis: ObligationBasis | null;
  readonly baseCents: Cents | null;
  readonly rateBp: BasisPoints | null;
  readonly capCents: Cents | null;
  readonly amountCents: Cents | null;
  readonly steps: readonly Step[];
}

/** The rule that is followed for a contract awarded on `day` when nobody names one, or null. */
export function defaultRuleOn(rules: readonly ThresholdRule[], day: LocalDate): ThresholdRule | null {
  return rules.find((rule) => rule.isDefault && isInForce(rule, day)) ?? null;
}

export function isInForce(rule: ThresholdRule, day: LocalDate): boolean {
  return rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo);
}

/**
 * What `rule` makes of a contract. It applies when every condition is met, and not when one is not; when one cannot be
 * judged, that is said and nothing is guessed.
 */
export function proposeObligation(facts: PurchaseFacts, rule: ThresholdRule): ObligationProposal {
  const reasons = [ofItsKind(facts, rule), largeEnough(facts, rule), longEnough(facts, rule)];
  const applies = reasons.some(({ answer }) => answer === 'NO')
    ? 'NO'
    : reasons.some(({ answer }) => answer === 'UNKNOWN')
      ? 'UNKNOWN'
      : 'YES';
  const { code: ruleCode, name: ruleName, source } = rule;
  const said = { ruleCode, ruleName, source, applies, reasons } as const;
  const none = { basis: null, baseCents: null, rateBp: null, capCents: null, amountCents: null, steps: [] };
  return applies === 'NO' ? { ...said, ...none } : { ...said, ...proposedAmount(facts, rule) };
}

/**
 * Whether terms are what was proposed; null where that cannot be said: the rule could not judge, or the terms are
 * form-free, which is the other way of working that the rule stands beside.
 */
export function follows(proposal: ObligationProposal, terms: ObligationTerms): boolean | null {
  if (proposal.applies === 'UNKNOWN' || terms.kind === 'FORM_FREE') return null;
  return (
    proposal.applies === 'YES' &&
    terms.kind === 'PERCENTAGE' &&
    terms.basis === proposal.basis &&
    terms.rateBp === proposal.rateBp &&
    terms.capCents === proposal.capCents &&
    (proposal.baseCents === null || terms.baseCents === proposal.baseCents)
  );
}

const KIND: Readonly<Record<PurchaseKind, string>> = { SUPPLIES: 'supplies', WORKS: 'works', SERVICES: 'services' };

function ofItsKind({ cpv }: PurchaseFacts, { purchases }: ThresholdRule): Test {
  const wanted = purchases.map((kind) => KIND[kind]).join(' and ');
  if (cpv === null) {
    const message = `The rule is for ${wanted}; without a CPV code it is not known what is bought.`;
    return { code: 'rule.cpv_unknown', answer: 'UNKNOWN', params: {}, message };
  }
  const kind = purchaseKindOf(cpv);
  const answer = purchases.includes(kind) ? 'YES' : 'NO';
  const message = `The rule is for ${wanted}; CPV ${cpv} is for ${KIND[kind]}.`;
  return { code: 'rule.kind', answer, params: { cpv, kind }, message };
}

function largeEnough(facts: PurchaseFacts, { compares, thresholdCents }: ThresholdRule): Test {
  const what = basisInWords(compares);
  const cents = sumOf(facts, compares);
  if (cents === null) {
    const message = `The rule begins at ${euros(thresholdCents)} of ${what}, which is not known.`;
    return { code: 'rule.size_unknown', answer: 'UNKNOWN', params: { compares, thresholdCents }, message };
  }
  const answer = cents >= thresholdCents ? 'YES' : 'NO';
  const message = `The rule begins at ${euros(thresholdCents)} of ${what}, which is ${euros(cents)}.`;
  return { code: 'rule.size', answer, params: { compares, thresholdCents, cents }, message };
}

function longEnough({ startsOn, endsOn }: PurchaseFacts, { minimumMonths }: ThresholdRule): Test {
  const answer = addMonths(startsOn, minimumMonths) <= addDays(endsOn, 1) ? 'YES' : 'NO';
  const message = `The rule is for terms of at least ${minimumMonths} months; this one is from ${startsOn} to ${endsOn}.`;
  return { code: 'rule.term', answer, params: { minimumMonths, startsOn, endsOn }, message };
}

function proposedAmount(
  facts: PurchaseFacts,
  rule: ThresholdRule,
): Pick<ObligationProposal, 'basis' | 'baseCents' | 'rateBp' | 'capCents' | 'amountCents' | 'steps'> {
  const { basis, capCents } = rule;
  const { rateBp, why } = rateOf(facts, rule);
  const baseCents = sumOf(facts, basis);
  if (baseCents === null) {
    const message = `The obligation is ${percent(rateBp)} of ${basisInWords(basis)}, which is not known yet.`;
    const unknown: Step = { code: 'rule.base_unknown', params: { basis, rateBp }, message };
    return { basis, baseCents, rateBp, capCents, amountCents: null, steps: [...why, unknown] };
  }
  const terms: ObligationTerms = { kind: 'PERCENTAGE', basis, baseCents, rateBp, capCents };
  const amount = obligationAmount(terms);
  const steps = [...why, ...wageSumStep(facts, basis, baseCents)];
  if (!amount.ok) return { basis, baseCents, rateBp, capCents, amountCents: null, steps };
  return {
    basis,
    baseCents,
    rateBp,
    capCents,
    amountCents: amount.value,
    steps: [...steps, ...explainAmount(terms, amount.value)],
  };
}

function rateOf({ wageShareBp }: PurchaseFacts, rule: ThresholdRule): { rateBp: BasisPoints; why: Step[] } {
  const { rateBp, lowLabourBelowBp, lowLabourRateBp } = rule;
  const isLow = lowLabourBelowBp !== null && wageShareBp !== null && wageShareBp < lowLabourBelowBp;
  if (!isLow || lowLabourRateBp === null) return { rateBp, why: [] };
  const message = `Wages are ${percent(wageShareBp)} of the value, below ${percent(lowLabourBelowBp)}: the rate is ${percent(lowLabourRateBp)}.`;
  const params = { wageShareBp, lowLabourBelowBp, rateBp: lowLabourRateBp };
  return { rateBp: lowLabourRateBp, why: [{ code: 'rule.low_labour', params, message }] };
}

function wageSumStep({ valueCents, wageShareBp }: PurchaseFacts, basis: ObligationBasis, baseCents: Cents): Step[] {
  if (basis !== 'LOONSOM' || valueCents === null || wageShareBp === null) return [];
  const message = `Wages are ${percent(wageShareBp)} of the value of ${euros(valueCents)}: ${euros(baseCents)}.`;
  return [{ code: 'rule.wage_sum', params: { valueCents, wageShareBp, baseCents }, message }];
}

/** The value of the contract, or the part of it that is wages; null when it is not known. */
function sumOf({ valueCents, wageShareBp }: PurchaseFacts, what: ThresholdRule['compares']): Cents | null {
  if (what === 'CONTRACT_VALUE' || valueCents === null) return valueCents;
  return wageShareBp === null ? null : timesFraction(valueCents, wageShareBp, 10_000);
}
