import { day, flag, integer, json, moment, text, texts, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { Contract } from '../domain/contract';
import type { ExemptionOrigin, ExemptionReason, ExemptionState } from '../domain/exemption';
import type { GoalUnit, ObligationBasis } from '../domain/obligation';
import type { SettlementFigures, SettlementState } from '../domain/settlement';
import type { ObligationProposal, ThresholdRule } from '../domain/threshold-rule';

/** An obligation with the amount in force; what it was before stands in the revisions. */
export interface ObligationRow {
  readonly contractId: string;
  readonly kind: 'PERCENTAGE' | 'FIXED' | 'FORM_FREE';
  readonly basis: ObligationBasis | null;
  readonly baseCents: number | null;
  readonly rateBp: number | null;
  readonly capCents: number | null;
  readonly goalUnit: GoalUnit | null;
  readonly goal: number | null;
  readonly amountCents: number;
  readonly settledOn: string | null;
  readonly ruleCode: string | null;
  readonly proposal: ObligationProposal | null;
  readonly followsRule: boolean | null;
  readonly deviationReason: string | null;
}

/** What was in force from the moment it was recorded: the amount, and the principal and term that go with it. */
export interface RevisionRow {
  readonly contractId: string;
  readonly principalCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly baseCents: number | null;
  readonly goal: number | null;
  readonly amountCents: number;
  /** Null for the first: the award itself. */
  readonly reason: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** An exemption: why, who proposed it, and what a second person made of it. */
export interface Exemption {
  readonly id: string;
  readonly contractId: string;
  readonly origin: ExemptionOrigin;
  readonly reason: ExemptionReason;
  readonly text: string | null;
  readonly proposal: ObligationProposal | null;
  readonly state: ExemptionState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

/** The final assessment of an obligation, as far as it has come. */
export interface SettlementRow extends SettlementFigures {
  readonly contractId: string;
  readonly state: Exclude<SettlementState, 'NONE'>;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly answerDueOn: string;
  readonly agrees: boolean | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly remedyUntil: string | null;
  readonly remedyReason: string | null;
  readonly remedyBy: string | null;
  readonly remedyAt: Date | null;
  readonly finalBy: string | null;
  readonly finalAt: Date | null;
  readonly version: number;
}

const maybe = { nullable: true } as const;

/** What the database keeps of a contract by itself. */
const kept = { insert: false, update: false } as const;

export const contractSchema = new EntitySchema<Contract & { state: string; amountCents: number | null }>({
  name: 'Contract',
  schema: 'contracts',
  tableName: 'contract',
  columns: {
    id: uuid({ primary: true }),
    number: text(),
    reference: text(maybe),
    principalCode: text(),
    supplierKvkNumber: text(),
    title: text(),
    awardedOn: day(),
    startsOn: day(),
    endsOn: day(),
    exemptionReason: text(maybe),
    unitId: uuid(maybe),
    categoryCode: text(maybe),
    cpv: text(maybe),
    valueCents: integer(maybe),
    wageShareBp: integer(maybe),
    extensionOptions: json(),
    frameworkId: uuid(maybe),
    tenderReference: text(maybe),
    regime: text(maybe),
    inPlan: flag(),
    state: text(kept),
    amountCents: integer({ ...kept, nullable: true }),
    recordedAt: moment(),
    version: { type: 'integer' },
  },
});

export const thresholdRuleSchema = new EntitySchema<ThresholdRule>({
  name: 'ThresholdRule',
  schema: 'contracts',
  tableName: 'threshold_rule',
  columns: {
    code: text({ primary: true }),
    name: text(),
    validFrom: day(),
    validTo: day(maybe),
    isDefault: flag(),
    compares: text(),
    thresholdCents: integer(),
    minimumMonths: integer(),
    purchases: texts(),
    basis: text(),
    rateBp: integer(),
    capCents: integer(maybe),
    lowLabourBelowBp: integer(maybe),
    lowLabourRateBp: integer(maybe),
    source: text(),
  },
});

export const obligationSchema = new EntitySchema<ObligationRow>({
  name: 'Obligation',
  schema: 'contracts',
  tableName: 'obligation',
  columns: {
    contractId: uuid({ primary: true }),
    kind: text(),
    basis: text(maybe),
    baseCents: integer(maybe),
    rateBp: integer(maybe),
    capCents: integer(maybe),
    goalUnit: text(maybe),
    goal: integer(maybe),
    amountCents: integer(),
    settledOn: day(maybe),
    ruleCode: text(maybe),
    proposal: json(maybe),
    followsRule: flag(maybe),
    deviationReason: text(maybe),
  },
});

export const revisionSchema = new EntitySchema<RevisionRow & { id: number }>({
  name: 'Revision',
  schema: 'contracts',
  tableName: 'revision',
  columns: {
    id: integer({ primary: true, generated: 'increment' }),
    contractId: uuid(),
    principalCode: text(),
    startsOn: day(),
    endsOn: day(),
    baseCents: integer(maybe),
    goal: integer(maybe),
    amountCents: integer(),
    reason: text(maybe),
    recordedBy: text(maybe),
    recordedAt: moment(),
  },
});

export const exemptionSchema = new EntitySchema<Exemption & { position: number }>({
  name: 'Exemption',
  schema: 'contracts',
  tableName: 'exemption',
  columns: {
    id: uuid({ primary: true }),
    position: integer(kept),
    contractId: uuid(),
    origin: text(),
    reason: text(),
    text: text(maybe),
    proposal: json(maybe),
    state: text(),
    proposedBy: text(),
    proposedAt: moment(),
    decidedBy: text(maybe),
    decidedAt: moment(maybe),
    decisionReason: text(maybe),
  },
});

export const settlementSchema = new EntitySchema<SettlementRow>({
  name: 'Settlement',
  schema: 'contracts',
  tableName: 'settlement',
  columns: {
    contractId: uuid({ primary: true }),
    state: text(),
    outcome: text(),
    amountCents: integer(),
    allocatedCents: integer(),
    shortfallCents: integer(),
    factorBp: integer(maybe),
    chargeCents: integer(),
    reached: integer(maybe),
    shortOfGoal: integer(maybe),
    reason: text(),
    proposedBy: text(),
    proposedAt: moment(),
    answerDueOn: day(),
    agrees: flag(maybe),
    answer: text(maybe),
    answeredBy: text(maybe),
    answeredAt: moment(maybe),
    remedyUntil: day(maybe),
    remedyReason: text(maybe),
    remedyBy: text(maybe),
    remedyAt: moment(maybe),
    finalBy: text(maybe),
    finalAt: moment(maybe),
    version: { type: 'integer' },
  },
});
