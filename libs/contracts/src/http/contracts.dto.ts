import { Cents, Choice, Day, Flag, Id, ListOf, Nested, OneOf, PageQuery, Text, Whole } from '@sr/platform';
import { REGIMES, type Regime } from '../domain/contract';
import { CONTRACT_SORTS, CONTRACT_STATES, type ContractState } from '../persistence/contract-list.store';
import {
  ExemptionBody,
  FixedObligationBody,
  FormFreeObligationBody,
  PercentageObligationBody,
} from './obligations.dto';
import { CATEGORY, CPV, KVK, NUMBER, PRINCIPAL, REFERENCE, TITLE } from './shapes';

/** The supplier of a contract that is registered. */
export class ContractSupplierBody {
  @Text({ description: 'Its number at the chamber of commerce.', ...KVK })
  readonly kvkNumber!: string;

  @Text({
    description: 'Its name. Only needed for a supplier that is not known yet: it is then registered with the contract.',
    max: 200,
    optional: true,
    nullable: true,
    example: 'Test BV Donald',
  })
  readonly name?: string | null;
}

/** One moment at which the principal can go on with a contract. */
export class ExtensionOptionFields {
  @Whole({ description: 'By how many months.', min: 1, max: 120, example: 12 })
  readonly months!: number;

  @Day({ description: 'The day by which the principal has to say so.', example: '2027-06-30' })
  readonly decideOn!: string;
}

/** What describes a contract; leave out what is not known. */
export class ContractDetailsBody {
  @Id({ description: 'The unit of the principal that signed.', optional: true, nullable: true })
  readonly unitId?: string | null;

  @Text({
    description: 'The procurement category; leave it out for a purchase of its own kind (specifieke inkoop).',
    ...CATEGORY,
    optional: true,
    nullable: true,
  })
  readonly categoryCode?: string | null;

  @Text({
    description: 'What is bought, in the common procurement vocabulary. The threshold rule looks at it.',
    ...CPV,
    optional: true,
    nullable: true,
  })
  readonly cpv?: string | null;

  @Cents({
    description: 'The value over the whole term, in cents excluding VAT. The threshold rule looks at it.',
    optional: true,
    nullable: true,
    example: 480_000_000,
  })
  readonly valueCents?: number | null;

  @Whole({
    description: 'The part of the value that is wages, in basis points: 6000 is 60%. The threshold rule looks at it.',
    max: 10_000,
    optional: true,
    nullable: true,
    example: 6_000,
  })
  readonly wageShareBp?: number | null;

  @ListOf(() => ExtensionOptionFields, {
    description:
      'When the principal can go on with the contract, in the order of the options. The term does not move by them.',
    max: 20,
    optional: true,
  })
  readonly extensionOptions?: readonly ExtensionOptionFields[];

  @Id({
    description: 'The framework agreement below which this contract was called off: another contract.',
    optional: true,
    nullable: true,
  })
  readonly frameworkId?: string | null;

  @Text({
    description: 'The number of the notice or of the tender file, as printed.',
    max: 60,
    optional: true,
    nullable: true,
    example: '595577-2024',
  })
  readonly tenderReference?: string | null;

  @Choice(REGIMES, {
    description: 'The way of working: STANDARD asks a percentage, TAILORED (Maatwerk voor Mensen) agrees on goals.',
    optional: true,
    nullable: true,
    example: 'STANDARD',
  })
  readonly regime?: Regime | null;
}

const OBLIGATIONS = {
  PERCENTAGE: PercentageObligationBody,
  FIXED: FixedObligationBody,
  FORM_FREE: FormFreeObligationBody,
};
export type ObligationBody = PercentageObligationBody | FixedObligationBody | FormFreeObligationBody;

/** Registers a contract. */
export class RegisterContractBody extends ContractDetailsBody {
  @Text({
    description:
      'The number by which the whole product knows the contract. Leave it out to have one proposed from the principal and its reference.',
    ...NUMBER,
    optional: true,
    nullable: true,
  })
  readonly number?: string | null;

  @Text({
    description: "The principal's own number, as printed; used once by a principal.",
    ...REFERENCE,
    optional: true,
    nullable: true,
  })
  readonly reference?: string | null;

  @Text({ description: 'The code of the principal that is responsible.', ...PRINCIPAL })
  readonly principalCode!: string;

  @Nested(() => ContractSupplierBody, { description: 'The party with which it was concluded.' })
  readonly supplier!: ContractSupplierBody;

  @Text({ description: 'What it is about, in a few words.', ...TITLE })
  readonly title!: string;

  @Day({ description: 'The day of the award.', example: '2023-12-01' })
  readonly awardedOn!: string;

  @Day({ description: 'The first day of the term.', example: '2024-01-01' })
  readonly startsOn!: string;

  @Day({ description: 'The last day of the term.', example: '2027-12-31' })
  readonly endsOn!: string;

  @OneOf(OBLIGATIONS, {
    description: 'The Social Return obligation; give either this or an exemption.',
    optional: true,
    nullable: true,
    example: {
      kind: 'PERCENTAGE',
      basis: 'LOONSOM',
      baseCents: 288_000_000,
      rateBp: 500,
    },
  })
  readonly obligation?: ObligationBody | null;

  @Nested(() => ExemptionBody, {
    description: 'Why there is no obligation; a second person decides on it. Give either this or an obligation.',
    optional: true,
    nullable: true,
    example: null,
  })
  readonly exemption?: ExemptionBody | null;
}

/** Establishes the obligation of a contract. */
export class EstablishObligationBody {
  @OneOf(OBLIGATIONS, {
    description: 'The Social Return obligation.',
    example: { kind: 'FIXED', amountCents: 4_000_000, deviationReason: 'Zo gepubliceerd in de aanbesteding.' },
  })
  readonly obligation!: ObligationBody;
}

/** Changes what describes a contract: a field that is left out stays, null empties it. */
export class EditContractBody extends ContractDetailsBody {
  @Whole({
    description: 'The version that you read; another one means that somebody changed the contract meanwhile.',
    min: 1,
    max: 2_000_000_000,
    example: 1,
  })
  readonly version!: number;

  @Text({ description: 'What it is about, in a few words.', ...TITLE, optional: true })
  readonly title?: string;

  @Text({
    description: "The principal's own number, as printed.",
    ...REFERENCE,
    optional: true,
    nullable: true,
  })
  readonly reference?: string | null;
}

/** Searches, narrows and sorts the list of contracts. */
export class ContractListQuery extends PageQuery {
  @Text({
    description: "Part of the number, the title, the reference or the supplier's name.",
    max: 100,
    optional: true,
    example: 'schoonmaak',
  })
  readonly search?: string;

  @Text({ description: 'Only of this principal.', ...PRINCIPAL, optional: true })
  readonly principalCode?: string;

  @Id({ description: 'Only of this unit.', optional: true })
  readonly unitId?: string;

  @Text({
    description: 'Only of this procurement category; NONE for purchases of their own kind.',
    ...CATEGORY,
    optional: true,
  })
  readonly categoryCode?: string;

  @Text({ description: 'Only with this supplier.', ...KVK, optional: true })
  readonly supplierKvkNumber?: string;

  @Id({ description: 'Only with a supplier of this group.', optional: true })
  readonly supplierGroupId?: string;

  @Choice(CONTRACT_STATES, { description: 'Only those that stand there.', optional: true })
  readonly state?: ContractState;

  @Choice(['PERCENTAGE', 'FIXED', 'FORM_FREE'], {
    description: 'Only with an obligation of this kind.',
    optional: true,
  })
  readonly obligationKind?: 'PERCENTAGE' | 'FIXED' | 'FORM_FREE';

  @Day({ description: 'Only awarded on this day or later.', optional: true, example: '2024-01-01' })
  readonly awardedFrom?: string;

  @Day({ description: 'Only awarded on this day or earlier.', optional: true, example: '2024-12-31' })
  readonly awardedTo?: string;

  @Day({ description: 'Only ending on this day or later.', optional: true, example: '2026-01-01' })
  readonly endsFrom?: string;

  @Day({ description: 'Only ending on this day or earlier.', optional: true, example: '2026-12-31' })
  readonly endsTo?: string;

  @Flag({
    description: 'Only those whose obligation is in a supplier plan (true), or in none (false).',
    optional: true,
    inQuery: true,
  })
  readonly inPlan?: boolean;

  @Choice(CONTRACT_SORTS, { description: 'By what the list is sorted; number unless said.', optional: true })
  readonly sort?: (typeof CONTRACT_SORTS)[number];

  @Choice(['asc', 'desc'], { description: 'Upwards (asc) unless said.', optional: true })
  readonly order?: 'asc' | 'desc';
}
