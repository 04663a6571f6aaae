import type { ObligationAccount } from '../obligations.service';
import type { ObligationTerms } from '../domain/obligation';
import type { Exemption, RevisionRow } from '../persistence/contract.schema';
import type { SettlementInSight } from '../settlements.service';
import type {
  ActorAnswer,
  ExemptionAnswer,
  ExemptionList,
  ObligationAnswer,
  RevisionAnswer,
} from './obligation-answers.dto';
import type { SettlementAnswer } from './settlement.dto';

type Names = ReadonlyMap<string, string>;

const toActor = (id: string, names: Names): ActorAnswer => ({ id, name: names.get(id) ?? null });
const toActorOrNull = (id: string | null, names: Names): ActorAnswer | null =>
  id === null ? null : toActor(id, names);
const toMoment = (at: Date | null): string | null => at?.toISOString() ?? null;

export function toObligationAnswer(account: ObligationAccount): ObligationAnswer {
  const { contract, obligation, steps, grounds, revisions, exemption, names } = account;
  return {
    contractId: contract.id,
    contractNumber: contract.number,
    state: contract.state,
    ...termsInFull(obligation?.terms ?? null),
    amountCents: obligation?.amountCents ?? null,
    settledOn: obligation?.settledOn ?? null,
    steps,
    grounds: grounds && {
      ruleSaid: grounds.proposal,
      followed: grounds.followsRule,
      deviationReason: grounds.deviationReason,
    },
    revisions: revisions.map((revision) => toRevision(revision, names)),
    exemption: exemption && toExemptionAnswer(exemption, names),
  };
}

type TermsInFull = Pick<ObligationAnswer, 'kind' | 'basis' | 'baseCents' | 'rateBp' | 'capCents' | 'goalUnit' | 'goal'>;

function termsInFull(terms: ObligationTerms | null): TermsInFull {
  const none = { basis: null, baseCents: null, rateBp: null, capCents: null, goalUnit: null, goal: null };
  if (terms === null) return { ...none, kind: 'NONE' };
  return terms.kind === 'FIXED' ? { ...none, kind: 'FIXED' } : { ...none, ...terms };
}

const toRevision = (
  { amountCents, baseCents, goal, reason, recordedBy, recordedAt }: RevisionRow,
  names: Names,
): RevisionAnswer => ({
  amountCents,
  baseCents,
  goal,
  reason,
  recordedBy: toActorOrNull(recordedBy, names),
  recordedAt: recordedAt.toISOString(),
});

export function toExemptionAnswer(exemption: Exemption, names: Names): ExemptionAnswer {
  const { id, origin, reason, text, proposal, state, proposedBy, proposedAt, decisionReason } = exemption;
  return {
    id,
    origin,
    reason,
    text,
    state,
    ruleSays: proposal,
    proposedBy: toActor(proposedBy, names),
    proposedAt: proposedAt.toISOString(),
    decidedBy: toActorOrNull(exemption.decidedBy, names),
    decidedAt: toMoment(exemption.decidedAt),
    decisionReason,
  };
}

export const toExemptionList = ({
  exemptions,
  names,
}: {
  exemptions: readonly Exemption[];
  names: Names;
}): ExemptionList => ({ items: exemptions.map((exemption) => toExemptionAnswer(exemption, names)) });

export function toSettlementAnswer({ contractId, settledOn, settlement, names }: SettlementInSight): SettlementAnswer {
  const who = (id: string | null | undefined): ActorAnswer | null => toActorOrNull(id ?? null, names);
  const when = (at: Date | null | undefined): string | null => toMoment(at ?? null);
  return {
    contractId,
    settledOn,
    state: settlement?.state ?? 'NONE',
    version: settlement?.version ?? null,
    outcome: settlement?.outcome ?? null,
    amountCents: settlement?.amountCents ?? null,
    allocatedCents: settlement?.allocatedCents ?? null,
    shortfallCents: settlement?.shortfallCents ?? null,
    factorBp: settlement?.factorBp ?? null,
    chargeCents: settlement?.chargeCents ?? null,
    reached: settlement?.reached ?? null,
    shortOfGoal: settlement?.shortOfGoal ?? null,
    reason: settlement?.reason ?? null,
    proposedBy: who(settlement?.proposedBy),
    proposedAt: when(settlement?.proposedAt),
    answerDueOn: settlement?.answerDueOn ?? null,
    agrees: settlement?.agrees ?? null,
    answer: settlement?.answer ?? null,
    answeredBy: who(settlement?.answeredBy),
    answeredAt: when(settlement?.answeredAt),
    remedyUntil: settlement?.remedyUntil ?? null,
    remedyReason: settlement?.remedyReason ?? null,
    remedyBy: who(settlement?.remedyBy),
    remedyAt: when(settlement?.remedyAt),
    finalBy: who(settlement?.finalBy),
    finalAt: when(settlement?.finalAt),
  };
}
