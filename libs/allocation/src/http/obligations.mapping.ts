import type { DecidedExemption, SettlementInSight } from '@sr/contracts';
import { InvariantBroken } from '@sr/kernel';
import type { DecidedExemptionAnswer, SettlementStepAnswer } from './obligations.dto';

/** A settlement as it is answered; without the names of who did what, which its own page has. */
export function toSettlementStep({ contractId, settledOn, settlement }: SettlementInSight): SettlementStepAnswer {
  if (!settlement) throw new InvariantBroken('allocation', `the settlement of ${contractId} was taken a step further`);
  const { state, version, outcome, amountCents, allocatedCents, shortfallCents, factorBp, chargeCents } = settlement;
  const { reason, answerDueOn, agrees, answer, remedyUntil } = settlement;
  return {
    ...{ contractId, state, version, outcome, amountCents, allocatedCents, shortfallCents, factorBp, chargeCents },
    ...{ reason, answerDueOn, agrees, answer, remedyUntil, settledOn },
  };
}

export function toDecidedExemption(decided: DecidedExemption): DecidedExemptionAnswer {
  const { id: exemptionId, contractId, state, revision, decisionReason, decidedAt } = decided;
  return { exemptionId, contractId, state, revisedToNothing: revision !== null, decisionReason, decidedAt };
}
