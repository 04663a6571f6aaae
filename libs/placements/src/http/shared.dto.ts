import { AnyFields, Choice, Day, Id, Moment, Text } from '@sr/platform';
import { EVIDENCE_VERDICTS } from '../domain/evidence';
import { REALISED_BY, type RealisedBy } from '../domain/realised';

export const KVK = {
  max: 8,
  pattern: /^\d{8}$/,
  shape: 'Write the number of the chamber of commerce with its eight digits.',
  example: '68750110',
};
export const BLOCK = {
  max: 40,
  pattern: /^[A-Za-z0-9_.-]{1,40}$/,
  shape: "Write the code of a block of the plan's value table.",
  example: 'BANENAFSPRAAK',
};
export const BLOCK_LABEL = {
  description: "What the block is called in the plan's value table; null when it is not in it.",
  max: 500,
  nullable: true,
  example: 'Banenafspraak',
};
export const PLAN_NAME = { description: 'The name of the plan.', max: 200, example: 'Schoon en sociaal' };
export const SUPPLIER_NAME = { description: 'The name of the supplier.', max: 200, example: 'Test BV Donald' };
export const REF = { max: 60, example: 'PL01-101' };
export const CONTRACT_NUMBER = {
  max: 40,
  pattern: /^[A-Za-z0-9./-]{1,40}$/,
  shape: 'Write the number of a contract.',
  example: 'IenW-31158061',
};
export const QUARTER = {
  max: 7,
  pattern: /^(19|2\d)\d\d-Q[1-4]$/,
  shape: 'Write a quarter as 2024-Q2.',
  example: '2024-Q2',
};
export const PERSON = { max: 100, nullable: true, example: 'Nora de Wit' };
export const REASON = { max: 1000, example: 'De urenstaten van mei ontbreken nog.' };
export const VERSION = { min: 1, example: 1 };

/** The codes of what can be wrong with declared evidence. */
export const EVIDENCE_WRONG = [
  'evidence.type_unknown',
  'evidence.type_out_of_date',
  'evidence.of_other_kind',
  'evidence.seen_in_the_future',
  'evidence.ended_before_seen',
];
/** The codes of what can be wrong with an extension. */
export const EXTENSION_WRONG = ['due-date.not_later', 'due-date.too_far', 'due-date.reason_missing'];

const PARAMS = 'The figures of it: cents, centihours and days, as their names end.';

/** Who realised a contribution. */
export class RealisingPartyFields {
  @Choice(REALISED_BY, {
    description: 'The supplier itself, a subcontractor, somebody in its network, or a social enterprise.',
    example: 'OWN',
  })
  readonly by!: RealisedBy;

  @Text({
    description: 'The number of the chamber of commerce of a party that is not the supplier itself.',
    ...KVK,
    optional: true,
    nullable: true,
  })
  readonly kvkNumber?: string | null;

  @Text({
    description: 'The name of that organisation; never of a person.',
    max: 200,
    optional: true,
    nullable: true,
    example: 'Onderaannemer B.V.',
  })
  readonly name?: string | null;
}

/** Declares evidence that was seen. */
export class EvidenceBody {
  @Text({
    description: 'The code of the kind of evidence; see the list of kinds.',
    max: 40,
    pattern: /^[A-Z_]+$/,
    shape: 'Write the code of a kind of evidence, in capitals.',
    example: 'EMPLOYMENT_CONTRACT',
  })
  readonly type!: string;

  @Day({ description: 'The day on which you saw it.', example: '2024-03-01' })
  readonly seenOn!: string;

  @Day({
    description: 'The last day on which it holds; leave it out when it does not end.',
    optional: true,
    nullable: true,
    example: '2025-02-28',
  })
  readonly validUntil?: string | null;
}

/** What the verifier thinks of evidence. */
export class JudgeEvidenceBody {
  @Choice(EVIDENCE_VERDICTS, { description: 'Whether it is sufficient.', example: 'SUFFICIENT' })
  readonly verdict!: (typeof EVIDENCE_VERDICTS)[number];

  @Text({
    description: 'What is not sufficient; compulsory then, and the supplier reads it.',
    ...REASON,
    optional: true,
    nullable: true,
  })
  readonly reason?: string | null;
}

/** Declared evidence. The paper itself is not kept. */
export class EvidenceAnswer {
  @Id({ description: 'The id of the evidence.' })
  readonly id!: string;

  @Text({ description: 'The code of its kind.', max: 40, example: 'EMPLOYMENT_CONTRACT' })
  readonly type!: string;

  @Day({ description: 'The day on which it was seen.', example: '2024-03-01' })
  readonly seenOn!: string;

  @Text({ description: 'Who saw it; null when the name is not known.', ...PERSON })
  readonly seenBy!: string | null;

  @Day({ description: 'The last day on which it holds; null when it does not end.', nullable: true })
  readonly validUntil!: string | null;

  @Choice(EVIDENCE_VERDICTS, { description: 'What the verifier thinks of it; null before a verdict.', nullable: true })
  readonly verdict!: string | null;

  @Text({ description: 'Who judged it; null before a verdict.', ...PERSON })
  readonly verdictBy!: string | null;

  @Moment({ description: 'When it was judged; null before a verdict.', nullable: true })
  readonly verdictAt!: Date | null;

  @Text({ description: 'What the verifier said of it.', ...REASON, nullable: true })
  readonly verdictReason!: string | null;
}

/** Something odd about a claim. It stops nothing; supplier and verifier both read it. */
export class ClaimWarning {
  @Text({ description: 'What is odd; stable.', max: 60, example: 'claim.limit_near' })
  readonly code!: string;

  @AnyFields({ description: PARAMS, example: { limitCentihours: '374400', beforeCentihours: '340000' } })
  readonly params!: Readonly<Record<string, string | number>>;

  @Text({
    description: 'What is odd, in a sentence.',
    max: 500,
    example: 'After this claim the counting limit of this candidate leaves 12.50 hours.',
  })
  readonly message!: string;
}

/** One step of how a value is worked out. */
export class ValueStep {
  @Text({ description: 'Which step it is; stable.', max: 60, example: 'value.counted' })
  readonly code!: string;

  @AnyFields({ description: PARAMS, example: { paidCentihours: 33_150, countedCentihours: 33_150 } })
  readonly params!: Readonly<Record<string, string | number>>;

  @Text({ description: 'The step in a sentence.', max: 500, example: 'All 331.50 hours paid count.' })
  readonly message!: string;
}

/** Gives more time. */
export class ExtendTermBody {
  @Day({ description: 'The new last day: later than it is now, by at most a quarter at once.', example: '2024-08-14' })
  readonly dueOn!: string;

  @Text({ description: 'Why; the other side reads it.', ...REASON })
  readonly reason!: string;
}

/** A term that got longer. */
export class TermExtension {
  @Day({ description: 'The last day before.', example: '2024-07-30' })
  readonly from!: string;

  @Day({ description: 'The last day from then on.', example: '2024-08-14' })
  readonly to!: string;

  @Text({ description: 'Why.', ...REASON })
  readonly reason!: string;

  @Text({ description: 'Who gave more time; null when the name is not known.', ...PERSON })
  readonly extendedBy!: string | null;

  @Moment({ description: 'When.' })
  readonly extendedAt!: Date;
}
