import { randomUUID } from 'node:crypto';
import { AppError, type Actor, type LocalDate, type Violation } from '@sr/kernel';
import { appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { contractNotFound, deviationReasonMissing, ruleUnknown } from './contracts.errors';
import type { Contract, ContractDetails } from './domain/contract';
import type { ExemptionGrounds } from './domain/exemption';
import type { ObligationTerms } from './domain/obligation';
import { defaultRuleOn, follows, isInForce, proposeObligation, type ObligationProposal } from './domain/threshold-rule';
import type { Exemption } from './persistence/contract.schema';
import { contractById } from './persistence/contract.store';
import {
  baseAndGoal,
  fromTerms,
  insertObligation,
  insertRevision,
  type ObligationGrounds,
} from './persistence/obligation.store';
import { thresholdRules } from './persistence/threshold-rule.store';
import type { ContractsEvent } from './contracts.events';

/** An obligation as a contract manager enters it. */
export interface ObligationEntry {
  readonly terms: ObligationTerms;
  /** The rule that is followed or deviated from; null is the one of the day of the award. */
  readonly ruleCode: string | null;
  /** Why the terms are not what the rule proposes; null when they are. */
  readonly deviationReason: string | null;
}

/** What of a contract a rule is asked about. */
export type RuleQuestion = Pick<Contract, 'awardedOn' | 'startsOn' | 'endsOn'> &
  Pick<ContractDetails, 'cpv' | 'valueCents' | 'wageShareBp'>;

/** The contract with this id, held against others who change it; not found when it is out of sight. */
export async function holdContract(tx: Tx, id: string): Promise<Contract> {
  const contract = await contractById(tx, id, true);
  if (!contract) throw new AppError('not-found', [contractNotFound()]);
  return contract;
}

/**
 * What a rule makes of a contract: the rule that is named, or else the one of the day of the award; null when that day
 * has none. Adds `threshold-rule.unknown` to `violations` when the one that is named is not there or not in force.
 */
export async function proposalFor(
  reader: Reader,
  question: RuleQuestion,
  ruleCode: string | null,
  violations: Violation[],
  field = '/ruleCode',
): Promise<ObligationProposal | null> {
  const rules = await thresholdRules(reader);
  if (ruleCode === null) {
    const rule = defaultRuleOn(rules, question.awardedOn);
    return rule ? proposeObligation(question, rule) : null;
  }
  const rule = rules.find(({ code }) => code === ruleCode);
  if (rule && isInForce(rule, question.awardedOn)) return proposeObligation(question, rule);
  violations.push(ruleUnknown(field));
  return null;
}

/**
 * On what an obligation stands. Adds to `violations` that a rule is unknown, or that it is deviated from without a reason
 * (`obligation.deviation_reason_missing`).
 */
export async function groundsFor(
  reader: Reader,
  question: RuleQuestion,
  { terms, ruleCode, deviationReason }: ObligationEntry,
  violations: Violation[],
): Promise<ObligationGrounds> {
  const proposal = await proposalFor(reader, question, ruleCode, violations, '/obligation/ruleCode');
  const followsRule = proposal === null ? null : follows(proposal, terms);
  if (proposal && followsRule === false && deviationReason === null) {
    const { ruleCode: rule, amountCents, applies } = proposal;
    violations.push(deviationReasonMissing({ rule, applies, ...(amountCents === null ? {} : { amountCents }) }));
  }
  return { proposal, followsRule, deviationReason };
}

/** Gives a contract its obligation: the award is the first revision, without a reason. */
export async function establishObligation(
  tx: Tx,
  actor: Actor,
  contract: Pick<Contract, 'id' | 'principalCode' | 'startsOn' | 'endsOn'>,
  terms: ObligationTerms,
  amountCents: number,
  grounds: ObligationGrounds | null,
  recordedAt: Date,
): Promise<void> {
  const { id: contractId, principalCode, startsOn, endsOn } = contract;
  const { proposal = null, followsRule = null, deviationReason = null } = grounds ?? {};
  const ruleCode = proposal?.ruleCode ?? null;
  const settledOn: LocalDate | null = null;
  const kept = { contractId, ...fromTerms(terms), amountCents, settledOn, ruleCode, proposal };
  await insertObligation(tx, { ...kept, followsRule, deviationReason });
  await insertRevision(tx, {
    contractId,
    principalCode,
    startsOn,
    endsOn,
    ...baseAndGoal(terms),
    amountCents,
    reason: null,
    recordedBy: actor.id,
    recordedAt,
  });
}

/** Tells of a contract that was registered, in the trail of its principal and supplier and to the libraries above. */
export async function recordRegistered(
  tx: Tx,
  actor: Actor,
  { id, principalCode, recordedAt }: Contract,
  detail: Readonly<Record<string, unknown>>,
  supplierGroupId: string | undefined,
): Promise<void> {
  const whose = { principalCode, ...(supplierGroupId === undefined ? {} : { supplierGroupId }) };
  await recordChanges(tx, actor, recordedAt, [
    { action: 'contract.registered', subject: 'contract', subjectId: id, detail, ...whose },
  ]);
  await appendEvent<ContractsEvent>(tx, recordedAt, { type: 'contracts.registered', payload: { contractId: id } });
}

/** An exemption that waits for a second person. */
export function proposedExemption(
  contractId: string,
  origin: 'REGISTRATION' | 'OBLIGATION',
  { reason, text }: ExemptionGrounds,
  proposal: ObligationProposal | null,
  { id: proposedBy }: Actor,
  proposedAt: Date,
): Exemption {
  const undecided = { decidedBy: null, decidedAt: null, decisionReason: null };
  const state = 'PROPOSED';
  return { id: randomUUID(), contractId, origin, reason, text, proposal, state, proposedBy, proposedAt, ...undecided };
}
