import { Cents, Choice, Day, Flag, Id, ListOf, Moment, Nested, Text, Whole } from '@sr/platform';
import { REGIMES, type Regime } from '../domain/contract';
import { CONTRACT_STATES, type ContractState } from '../persistence/contract-list.store';
import { ExtensionOptionFields } from './contracts.dto';
import { CATEGORY, CPV, KVK, NUMBER, PRINCIPAL, REFERENCE, TITLE } from './shapes';

/** The supplier of a contract. */
export class ContractSupplierAnswer {
  @Text({ description: 'Its number at the chamber of commerce.', ...KVK })
  readonly kvkNumber!: string;

  @Text({ description: 'Its name.', max: 200, example: 'Test BV Donald' })
  readonly name!: string;

  @Id({ description: 'The group in which it is approached.' })
  readonly supplierGroupId!: string;
}

/** The framework agreement above a contract. */
export class FrameworkAnswer {
  @Id({ description: 'The contract that is the framework agreement.' })
  readonly id!: string;

  @Text({ description: 'Its number.', ...NUMBER })
  readonly number!: string;
}

/** The obligation of a contract, in short. */
export class ObligationSummary {
  @Choice(['PERCENTAGE', 'FIXED', 'FORM_FREE'], { description: 'How it was agreed.' })
  readonly kind!: 'PERCENTAGE' | 'FIXED' | 'FORM_FREE';

  @Cents({ description: 'The amount in force, in cents; 0 when it is form-free.', max: 10 ** 15, example: 14_400_000 })
  readonly amountCents!: number;

  @Choice(['PERSONS', 'HOURS', 'ACTIVITIES'], {
    description: 'In what a form-free goal is counted; null for other kinds.',
    nullable: true,
  })
  readonly goalUnit!: 'PERSONS' | 'HOURS' | 'ACTIVITIES' | null;

  @Whole({ description: 'The form-free goal, in its unit; null for other kinds.', nullable: true, example: null })
  readonly goal!: number | null;

  @Day({ description: 'The day on which it was settled; null while it is not.', nullable: true, example: null })
  readonly settledOn!: string | null;
}

/** A contract. */
export class ContractAnswer {
  @Id({ description: 'The id of the contract, and of its obligation.' })
  readonly id!: string;

  @Text({ description: 'The number by which the whole product knows it.', ...NUMBER })
  readonly number!: string;

  @Text({ description: "The principal's own number, as printed.", ...REFERENCE, nullable: true })
  readonly reference!: string | null;

  @Text({ description: 'The principal that is responsible.', ...PRINCIPAL })
  readonly principalCode!: string;

  @Nested(() => ContractSupplierAnswer, { description: 'The party with which it was concluded.' })
  readonly supplier!: ContractSupplierAnswer;

  @Text({ description: 'What it is about.', ...TITLE })
  readonly title!: string;

  @Day({ description: 'The day of the award.', example: '2023-12-01' })
  readonly awardedOn!: string;

  @Day({ description: 'The first day of the term.', example: '2024-01-01' })
  readonly startsOn!: string;

  @Day({ description: 'The last day of the term.', example: '2027-12-31' })
  readonly endsOn!: string;

  @Choice(CONTRACT_STATES, {
    description:
      'Where it stands. EXEMPTION_PROPOSED waits for a second person; OBLIGATION_MISSING had its exemption refused; OPEN is being filled in; FINAL_ASSESSMENT and REMEDY are on the way to SETTLED.',
    example: 'OPEN',
  })
  readonly state!: ContractState;

  @Nested(() => ObligationSummary, { description: 'The obligation; null when it carries none.', nullable: true })
  readonly obligation!: ObligationSummary | null;

  @Text({ description: 'Why it carries no obligation; null when it does.', max: 2000, nullable: true, example: null })
  readonly exemptionReason!: string | null;

  @Id({ description: 'The unit of the principal that signed.', nullable: true })
  readonly unitId!: string | null;

  @Text({
    description: 'The procurement category; null is a purchase of its own kind (specifieke inkoop).',
    ...CATEGORY,
    nullable: true,
  })
  readonly categoryCode!: string | null;

  @Text({ description: 'What is bought, in the common procurement vocabulary.', ...CPV, nullable: true })
  readonly cpv!: string | null;

  @Cents({
    description: 'The value over the whole term, in cents excluding VAT.',
    nullable: true,
    example: 480_000_000,
  })
  readonly valueCents!: number | null;

  @Whole({
    description: 'The part of the value that is wages, in basis points.',
    max: 10_000,
    nullable: true,
    example: 6_000,
  })
  readonly wageShareBp!: number | null;

  @ListOf(() => ExtensionOptionFields, { description: 'When the principal can go on with it.', max: 20 })
  readonly extensionOptions!: readonly ExtensionOptionFields[];

  @Nested(() => FrameworkAnswer, {
    description: 'The framework agreement above it; null when there is none, or none that you see.',
    nullable: true,
  })
  readonly framework!: FrameworkAnswer | null;

  @Text({
    description: 'The number of the notice or of the tender file.',
    max: 60,
    nullable: true,
    example: '595577-2024',
  })
  readonly tenderReference!: string | null;

  @Choice(REGIMES, { description: 'The way of working.', nullable: true })
  readonly regime!: Regime | null;

  @Flag({ description: 'Whether its obligation is in a supplier plan now.', example: false })
  readonly inPlan!: boolean;

  @Moment({ description: 'When it was registered.' })
  readonly recordedAt!: string;

  @Whole({
    description: 'Goes up with every edit; send it along with the next one.',
    min: 1,
    max: 2_000_000_000,
    example: 1,
  })
  readonly version!: number;
}

/** A page of contracts. */
export class ContractPage {
  @ListOf(() => ContractAnswer, { description: 'In the order that was asked for.', max: 100 })
  readonly items!: readonly ContractAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
