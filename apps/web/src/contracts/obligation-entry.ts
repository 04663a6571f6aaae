import { timesFraction } from '@sr/kernel';
import type { Answer } from '../api/client';
import { readBp, readCents, readWhole } from '../read-input';

type ObligationBody = NonNullable<Answer<'RegisterContractBody'>['obligation']>;
type Proposal = Answer<'ObligationProposalAnswer'>;

/** What somebody agrees on: what the rule says, something else, or no obligation at all. */
export type Choice = 'FOLLOW' | 'PERCENTAGE' | 'FIXED' | 'FORM_FREE' | 'EXEMPTION';

/** What the fields of an exemption hold, as typed. */
export interface TypedExemption {
  readonly exemptionReason: string;
  readonly exemptionText: string;
}

/** The exemption that was typed, as the API takes it. */
export function exemptionOf({ exemptionReason, exemptionText }: TypedExemption): Answer<'ExemptionBody'> {
  const text = exemptionText.trim();
  return { reason: exemptionReason as Answer<'ExemptionBody'>['reason'], ...(text ? { text } : {}) };
}

/** What the fields of an obligation hold, as typed. */
export interface TypedObligation extends TypedExemption {
  readonly choice: string;
  readonly ruleCode: string;
  readonly base: string;
  readonly basis: string;
  readonly rate: string;
  readonly cap: string;
  readonly amount: string;
  readonly goalUnit: string;
  readonly goal: string;
  readonly deviationReason: string;
}

export const EMPTY_OBLIGATION: TypedObligation = {
  choice: '',
  ruleCode: '',
  base: '',
  basis: '',
  rate: '',
  cap: '',
  amount: '',
  goalUnit: '',
  goal: '',
  deviationReason: '',
  exemptionReason: '',
  exemptionText: '',
};

const BP = 10_000;

/** A percentage of a base in cents, half up to whole cents as the ledger does, and at most the cap. */
export function percentageAmount(baseCents: number, rateBp: number, capCents: number | null): number {
  const share = timesFraction(baseCents, rateBp, BP);
  return capCents === null ? share : Math.min(share, capCents);
}

/**
 * The obligation that was typed, as the API takes it; null for an exemption, and for a choice whose figures are not
 * there. The form has checked what is typed before it asks.
 */
export function obligationOf(typed: TypedObligation, proposal: Proposal | undefined): ObligationBody | null {
  const ruleCode = typed.ruleCode || undefined;
  const deviationReason = typed.deviationReason.trim() || undefined;
  switch (typed.choice as Choice) {
    case 'FOLLOW': {
      const baseCents = proposal?.baseCents ?? readCents(typed.base);
      if (!proposal?.basis || proposal.rateBp === null || baseCents === null) return null;
      const { basis, rateBp, capCents } = proposal;
      return { kind: 'PERCENTAGE', basis, baseCents, rateBp, capCents, ruleCode };
    }
    case 'PERCENTAGE': {
      const baseCents = readCents(typed.base);
      const rateBp = readBp(typed.rate);
      if (baseCents === null || rateBp === null) return null;
      const basis = typed.basis as NonNullable<Proposal['basis']>;
      return {
        kind: 'PERCENTAGE',
        basis,
        baseCents,
        rateBp,
        capCents: readCents(typed.cap),
        ruleCode,
        deviationReason,
      };
    }
    case 'FIXED': {
      const amountCents = readCents(typed.amount);
      return amountCents === null ? null : { kind: 'FIXED', amountCents, ruleCode, deviationReason };
    }
    case 'FORM_FREE': {
      const goal = readWhole(typed.goal);
      const goalUnit = typed.goalUnit as 'PERSONS' | 'HOURS' | 'ACTIVITIES';
      return goal === null ? null : { kind: 'FORM_FREE', goal, goalUnit, ruleCode, deviationReason };
    }
    default:
      return null;
  }
}

/** What the obligation will be, in cents, as far as what is typed tells; null when it has no euros or is not known. */
export function amountOf(typed: TypedObligation, proposal: Proposal | undefined): number | null {
  const obligation = obligationOf(typed, proposal);
  if (obligation?.kind === 'FIXED') return obligation.amountCents;
  if (obligation?.kind !== 'PERCENTAGE') return null;
  return percentageAmount(obligation.baseCents, obligation.rateBp, obligation.capCents ?? null);
}

/** The exemption that belongs to the condition of a rule that is not met; nothing when there is no such one. */
export function exemptionFor(proposal: Proposal): string {
  const missed = proposal.reasons.find(({ answer }) => answer === 'NO')?.code ?? '';
  const reasons: Readonly<Record<string, string>> = {
    'rule.kind': 'SUPPLIES',
    'rule.size': 'BELOW_THRESHOLD',
    'rule.term': 'SHORT_TERM',
  };
  return reasons[missed] ?? '';
}

const FIELDS: Readonly<Record<string, keyof TypedObligation>> = {
  '/obligation/baseCents': 'base',
  '/obligation/basis': 'basis',
  '/obligation/rateBp': 'rate',
  '/obligation/capCents': 'cap',
  '/obligation/amountCents': 'amount',
  '/obligation/goalUnit': 'goalUnit',
  '/obligation/goal': 'goal',
  '/obligation/deviationReason': 'deviationReason',
  '/obligation/ruleCode': 'ruleCode',
  '/obligation': 'choice',
  '/exemption/reason': 'exemptionReason',
  '/exemption/text': 'exemptionText',
  '/exemption': 'choice',
};
/** The field that a pointer of the API means, of those of an obligation. */
export const obligationFieldOf = (pointer: string): keyof TypedObligation | undefined => FIELDS[pointer];
