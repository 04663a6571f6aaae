import type { LocalDate, Violation } from '@sr/kernel';
import type { ClaimKind } from './claim-kind';

/** A kind of evidence that can be declared. Kinds come and go with the law, so each has its days. */
export interface EvidenceType {
  readonly code: string;
  readonly name: string;
  /** For which kinds of contributions it says something. */
  readonly kinds: readonly ClaimKind[];
  readonly existsFrom: LocalDate | null;
  readonly existsTo: LocalDate | null;
  /** Where it is asked for in practice. */
  readonly source: string;
}

/** What the supplier declares to have seen. The paper itself is not kept. */
export interface EvidenceDeclaration {
  readonly type: string;
  readonly seenOn: LocalDate;
  /** The last day on which it holds, or null when it does not end. */
  readonly validUntil: LocalDate | null;
}

export const EVIDENCE_VERDICTS = ['SUFFICIENT', 'INSUFFICIENT'] as const;
export type EvidenceVerdict = (typeof EVIDENCE_VERDICTS)[number];

/** Declared evidence, of a placement or of a claim without one, with what the verifier said of it. */
export interface Evidence extends EvidenceDeclaration {
  readonly id: string;
  readonly placementId: string | null;
  readonly claimId: string | null;
  /** Who saw it. */
  readonly seenBy: string;
  readonly recordedAt: Date;
  readonly verdict: EvidenceVerdict | null;
  readonly verdictBy: string | null;
  readonly verdictAt: Date | null;
  readonly verdictReason: string | null;
}

/** The kind of evidence is not on the list. */
export const evidenceTypeUnknown = (field: string, type: string): Violation => ({
  code: 'evidence.type_unknown',
  field,
  params: { type },
  message: `There is no kind of evidence ${type}.`,
});

/** The kind of evidence did not exist on the day on which it was seen. */
export const evidenceTypeOutOfDate = (field: string, type: string, seenOn: LocalDate): Violation => ({
  code: 'evidence.type_out_of_date',
  field,
  params: { type, seenOn },
  message: `Evidence of kind ${type} did not exist on ${seenOn}.`,
});

/** An invoice says nothing of a candidate. */
export const evidenceOfOtherKind = (field: string, type: string, kind: ClaimKind): Violation => ({
  code: 'evidence.of_other_kind',
  field,
  params: { type, kind },
  message: `Evidence of kind ${type} does not belong to a ${kind.toLowerCase()}.`,
});

/** What is declared was seen. */
export const evidenceSeenInFuture = (field: string, today: LocalDate): Violation => ({
  code: 'evidence.seen_in_the_future',
  field,
  params: { today },
  message: `The evidence was seen after today, ${today}; declare what was seen.`,
});

/** What had ended when it was seen proves nothing. */
export const evidenceEndedBeforeSeen = (field: string): Violation => ({
  code: 'evidence.ended_before_seen',
  field,
  message: 'The evidence had ended on the day on which it was seen.',
});

/** Who declares evidence does not judge it. */
export const ownEvidence = (): Violation => ({
  code: 'evidence.own',
  message: 'You declared this evidence; somebody else has to judge it.',
});

/** A supplier has to know what is wrong with it. */
export const verdictReasonMissing = (): Violation => ({
  code: 'evidence.reason_missing',
  field: 'reason',
  message: 'Say in a few words what is not sufficient; the supplier reads it.',
});

/** What is wrong with a declaration of evidence made on `today`, told of fields below `at`: all of it, or nothing. */
export function evidenceViolations(
  declaration: EvidenceDeclaration,
  kind: ClaimKind,
  types: readonly EvidenceType[],
  today: LocalDate,
  at = '',
): Violation[] {
  const { type: code, seenOn, validUntil } = declaration;
  const type = types.find((known) => known.code === code);
  const violations: Violation[] = [];
  if (!type) violations.push(evidenceTypeUnknown(`${at}/type`, code));
  else {
    const { existsFrom, existsTo } = type;
    if ((existsFrom !== null && seenOn < existsFrom) || (existsTo !== null && seenOn > existsTo)) {
      violations.push(evidenceTypeOutOfDate(`${at}/type`, code, seenOn));
    }
    if (!type.kinds.includes(kind)) violations.push(evidenceOfOtherKind(`${at}/type`, code, kind));
  }
  if (seenOn > today) violations.push(evidenceSeenInFuture(`${at}/seenOn`, today));
  if (validUntil !== null && validUntil < seenOn) violations.push(evidenceEndedBeforeSeen(`${at}/validUntil`));
  return violations;
}

/** Why `actorId` cannot judge the evidence so: every reason, or none. */
export function verdictViolations(
  evidence: Pick<Evidence, 'seenBy'>,
  verdict: EvidenceVerdict,
  reason: string | null,
  actorId: string,
): Violation[] {
  return [
    ...(evidence.seenBy === actorId ? [ownEvidence()] : []),
    ...(verdict === 'INSUFFICIENT' && (reason ?? '').trim() === '' ? [verdictReasonMissing()] : []),
  ];
}
