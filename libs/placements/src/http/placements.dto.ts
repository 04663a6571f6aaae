import { EMPLOYMENT_FORMS, type EmploymentForm } from '@sr/kernel';
import { Centihours, Choice, Day, Id, ListOf, Moment, Nested, PageQuery, Text, Texts, Whole } from '@sr/platform';
import { CLAIM_KINDS, type ClaimKind } from '../domain/claim-kind';
import { REGISTER_INDICATIONS, type RegisterIndication } from '../domain/placement';
import {
  BLOCK,
  BLOCK_LABEL,
  EvidenceAnswer,
  KVK,
  PLAN_NAME,
  REF,
  RealisingPartyFields,
  SUPPLIER_NAME,
  VERSION,
} from './shared.dto';

const CANDIDATE = {
  max: 40,
  pattern: /^[A-Za-z0-9._/-]{1,40}$/,
  shape: 'Write your own reference for the candidate, such as K-101: no name, no number of a person, no spaces.',
  example: 'K-101',
};
const BONUSES = { max: 20, each: BLOCK };
const REGION = {
  max: 10,
  pattern: /^[A-Z0-9_]{1,10}$/,
  shape: 'Write the code of a labour market region, such as AMR01.',
  example: 'AMR20',
};
const FORM = 'How the candidate works: paid by you, hired in (temporary work, secondment), as an intern, or on trial.';
const REGISTER = 'Whether you know that the candidate is in the target group register (doelgroepregister).';
const EMPLOYER = 'Who employs the candidate: you, a subcontractor, somebody in your network or a social enterprise.';

/** Registers a placement. */
export class RegisterPlacementBody {
  @Text({ description: 'Your own name for the placement; used once.', ...REF })
  readonly ref!: string;

  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'The number of the chamber of commerce of the supplier, one for which you work.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text({
    description: 'Your own reference for the candidate, the same in all placements of one person.',
    ...CANDIDATE,
  })
  readonly candidate!: string;

  @Text({ description: 'The block for placements by which the hours are valued.', ...BLOCK })
  readonly block!: string;

  @Texts({ description: 'The bonuses of the value table that apply.', optional: true, example: ['AGE_55'], ...BONUSES })
  readonly bonuses?: readonly string[];

  @Choice(EMPLOYMENT_FORMS, { description: FORM, example: 'FORMAL' })
  readonly employmentForm!: EmploymentForm;

  @Day({ description: 'The first day of work.', example: '2024-03-01' })
  readonly startsOn!: string;

  @Day({ description: 'The last day of work, if it is known.', optional: true, nullable: true })
  readonly endsOn?: string | null;

  @Choice(REGISTER_INDICATIONS, { description: REGISTER, example: 'YES' })
  readonly registerIndicated!: RegisterIndication;

  @Text({ description: 'The labour market region of the work.', ...REGION, optional: true, nullable: true })
  readonly region?: string | null;

  @Nested(() => RealisingPartyFields, { description: EMPLOYER, optional: true, nullable: true })
  readonly realised?: RealisingPartyFields | null;
}

/** Changes a placement; what is left out stays. Once hours are claimed, block, bonuses, form and first day stay too. */
export class ChangePlacementBody {
  @Whole({ description: 'The version that you read.', ...VERSION })
  readonly version!: number;

  @Text({ description: 'The block by which the hours are valued.', ...BLOCK, optional: true })
  readonly block?: string;

  @Texts({ description: 'All bonuses that apply.', optional: true, example: [], ...BONUSES })
  readonly bonuses?: readonly string[];

  @Choice(EMPLOYMENT_FORMS, { description: FORM, optional: true, example: 'HIRED_IN' })
  readonly employmentForm?: EmploymentForm;

  @Day({ description: 'The first day of work.', optional: true })
  readonly startsOn?: string;

  @Choice(REGISTER_INDICATIONS, { description: REGISTER, optional: true, example: 'YES' })
  readonly registerIndicated?: RegisterIndication;

  @Text({
    description: 'The labour market region of the work; null for none.',
    ...REGION,
    optional: true,
    nullable: true,
  })
  readonly region?: string | null;

  @Nested(() => RealisingPartyFields, { description: EMPLOYER, optional: true, nullable: true })
  readonly realised?: RealisingPartyFields | null;
}

/** Ends a placement. */
export class EndPlacementBody {
  @Whole({ description: 'The version that you read.', ...VERSION })
  readonly version!: number;

  @Day({ description: 'The last day of work: not before a day that is claimed.', example: '2024-09-30' })
  readonly endsOn!: string;
}

/** Narrows the list of placements. */
export class PlacementListQuery extends PageQuery {
  @Id({ description: 'Only placements of this plan.', optional: true })
  readonly planId?: string;

  @Text({ description: 'Only placements of this supplier.', ...KVK, optional: true })
  readonly supplierKvkNumber?: string;

  @Text({ description: 'Only placements in this block.', ...BLOCK, optional: true })
  readonly block?: string;

  @Day({ description: 'Only placements that run on this day.', optional: true })
  readonly runningOn?: string;
}

/** A candidate at work. */
export class PlacementAnswer {
  @Id({ description: 'The id of the placement.' })
  readonly id!: string;

  @Text({ description: "The supplier's own name for it.", ...REF })
  readonly ref!: string;

  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'The number of the chamber of commerce of the supplier.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text(PLAN_NAME)
  readonly planName!: string;

  @Text(SUPPLIER_NAME)
  readonly supplierName!: string;

  @Text({ description: "The supplier's own reference for the candidate.", ...CANDIDATE })
  readonly candidate!: string;

  @Text({ description: 'The block by which the hours are valued.', ...BLOCK })
  readonly block!: string;

  @Text(BLOCK_LABEL)
  readonly blockLabel!: string | null;

  @Texts({ description: 'The bonuses that apply.', example: [], ...BONUSES })
  readonly bonuses!: readonly string[];

  @Choice(EMPLOYMENT_FORMS, { description: FORM, example: 'FORMAL' })
  readonly employmentForm!: EmploymentForm;

  @Day({ description: 'The first day of work.', example: '2024-03-01' })
  readonly startsOn!: string;

  @Day({ description: 'The last day of work; null while it is not known.', nullable: true })
  readonly endsOn!: string | null;

  @Choice(REGISTER_INDICATIONS, { description: REGISTER, example: 'YES' })
  readonly registerIndicated!: RegisterIndication;

  @Text({
    description: 'The code of the labour market region; of older registrations, what was written then.',
    max: 200,
    nullable: true,
    example: 'AMR20',
  })
  readonly region!: string | null;

  @Nested(() => RealisingPartyFields, { description: 'Who employs the candidate; null when not said.', nullable: true })
  readonly realised!: RealisingPartyFields | null;

  @Whole({ description: 'Goes up with every change; send it along with the next one.', ...VERSION })
  readonly version!: number;

  @Moment({ description: 'When it was registered.' })
  readonly recordedAt!: Date;
}

/** A placement with its evidence and its counting limit. */
export class PlacementFileAnswer extends PlacementAnswer {
  @ListOf(() => EvidenceAnswer, { description: 'What is declared for it, the first first.', max: 1000 })
  readonly evidence!: readonly EvidenceAnswer[];

  @Centihours({
    description: "The candidate's hours in this block that were counted, over all plans.",
    example: 33_150,
  })
  readonly countedCentihours!: number;

  @Centihours({
    description: 'The most hours of one candidate that count in this block; null when nothing limits it.',
    nullable: true,
    example: 374_400,
  })
  readonly limitCentihours!: number | null;
}

/** A page of placements. */
export class PlacementPage {
  @ListOf(() => PlacementAnswer, { description: 'The latest first.', max: 100 })
  readonly items!: readonly PlacementAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}

/** A kind of evidence. */
export class EvidenceTypeAnswer {
  @Text({ description: 'Its code.', max: 40, example: 'EMPLOYMENT_CONTRACT' })
  readonly code!: string;

  @Text({ description: 'Its name, in Dutch.', max: 200, example: 'Arbeidsovereenkomst' })
  readonly name!: string;

  @Texts({
    description: 'The kinds of claims that it belongs to.',
    max: CLAIM_KINDS.length,
    each: { max: 20 },
    example: ['PLACEMENT'],
  })
  readonly kinds!: readonly ClaimKind[];

  @Day({ description: 'The first day on which there was such a thing; null when that is not known.', nullable: true })
  readonly existsFrom!: string | null;

  @Day({ description: 'The last day; null while there is.', nullable: true })
  readonly existsTo!: string | null;

  @Text({ description: 'Where it is asked for in practice.', max: 200, example: 'uwv.nl' })
  readonly source!: string;
}

/** All kinds of evidence. */
export class EvidenceTypeList {
  @ListOf(() => EvidenceTypeAnswer, { description: 'By code.', max: 100 })
  readonly items!: readonly EvidenceTypeAnswer[];
}
