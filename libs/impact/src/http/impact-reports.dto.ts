import { Cents, Choice, Day, DecimalText, Id, ListOf, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { DIMENSIONS, type Dimension } from '../domain/breakdown';

/** No sum is above what a number keeps exactly. */
export const SUMS = { max: Number.MAX_SAFE_INTEGER };
const JOBS = {
  nullable: true,
  description:
    'Jobs of 25.5 paid hours a week, with four decimals. "< 5": it rests on 1 to 4 persons, and is not shown outside the verifying team. Null: it would betray such a figure, or it is not the reader\'s. Jobs are an accounting share of hours, not people who work there, and never added to the own jobs of a ministry.',
};
export const REACHES = ['WHOLE_POOL', 'IN_SIGHT'];
export const REACH =
  'The network and the auditor read the whole pool, which counts every registered obligation, of members of the network or not. Everybody else reads the obligations in their own sight.';
const PRINCIPAL = {
  max: 20,
  pattern: /^[A-Za-z]{1,20}$/,
  shape: 'Write the code of a principal.',
  example: 'IenW',
};
export const KNOWN_ON = {
  description:
    'Report as it was known at the end of this day: only what was recorded by then counts. Left out: as known now.',
  optional: true,
  example: '2026-01-31',
};

/** Which year, as known when. */
export class ImpactReportQuery {
  @Day(KNOWN_ON)
  readonly knownOn?: string;
}

/** By what the figures are cut, as known when, and of which contracts. */
export class BreakdownQuery extends PageQuery {
  @Choice(DIMENSIONS, { description: 'What a row is of.', example: 'REGION' })
  readonly by!: Dimension;

  @Day(KNOWN_ON)
  readonly knownOn?: string;

  @Text({ description: 'Only contracts of this principal.', ...PRINCIPAL, optional: true })
  readonly principalCode?: string;

  @Id({ description: 'Only contracts of suppliers of this group.', optional: true })
  readonly supplierGroupId?: string;

  @Text({
    description: 'Only contracts of this supplier, by its number at the chamber of commerce.',
    max: 8,
    pattern: /^\d{8}$/,
    shape: 'Write the number of the chamber of commerce with its eight digits.',
    optional: true,
    example: '68750110',
  })
  readonly supplierKvkNumber?: string;

  @Text({
    description: 'Only contracts of this procurement category; NONE: of no category.',
    max: 40,
    pattern: /^[A-Z0-9_]{1,40}$/,
    shape: 'Write the code of a procurement category, in capitals.',
    optional: true,
    example: 'CATERING',
  })
  readonly categoryCode?: string;
}

/** What a figure is, in a sentence. */
export class FigureDefinition {
  @Text({ description: 'The figure, by the name of its field.', max: 60, example: 'imposedCents' })
  readonly figure!: string;

  @Text({ description: 'What it is, and what it is not.', max: 500 })
  readonly definition!: string;
}

/** A year of one principal. */
export class PrincipalYearAnswer {
  @Text({ description: 'The code of the principal.', max: 20, example: 'IenW' })
  readonly principalCode!: string;

  @Cents({
    description: 'The whole amounts of obligations awarded in the year, in cents.',
    ...SUMS,
    example: 24_000_000,
  })
  readonly imposedCents!: number;

  @Cents({
    description: 'The amounts spread over the days of their terms: the part of the year, in cents.',
    ...SUMS,
    example: 6_004_107,
  })
  readonly annualisedCents!: number;

  @Cents({
    description:
      'What accepted claims of periods that end in the year put on obligations, in cents. Effort values: nobody pays them.',
    ...SUMS,
    example: 6_707_206,
  })
  readonly realisedCents!: number;

  @Cents({
    description: 'What was still to be filled at the end of the year, in cents. Not the same as imposed.',
    ...SUMS,
    example: 17_292_794,
  })
  readonly outstandingCents!: number;

  @DecimalText({ ...JOBS, example: '1.7747' })
  readonly jobs!: string | null;
}

/** A year of the whole pool, or of the obligations that the reader sees. */
export class ImpactReportAnswer {
  @Whole({ description: 'The calendar year.', min: 1900, max: 2999, example: 2026 })
  readonly year!: number;

  @Day({ description: 'The day at whose end it was known; null is now.', nullable: true })
  readonly knownOn!: string | null;

  @Choice(REACHES, { description: REACH, example: 'WHOLE_POOL' })
  readonly reach!: string;

  @Cents({
    description: 'The whole amounts of obligations awarded in the year, in cents.',
    ...SUMS,
    example: 1_378_600_000,
  })
  readonly imposedCents!: number;

  @Cents({
    description: 'The amounts spread over the days of their terms: the part of the year, in cents.',
    ...SUMS,
    example: 1_078_143_265,
  })
  readonly annualisedCents!: number;

  @Cents({
    description: 'What accepted claims of periods that end in the year put on obligations, in cents.',
    ...SUMS,
    example: 399_198_307,
  })
  readonly realisedCents!: number;

  @Cents({
    description:
      'The same on no obligation: accepted, but no obligation had room, in cents. Null for whoever sees obligations and not whole plans.',
    ...SUMS,
    nullable: true,
    example: 7_227_799,
  })
  readonly surplusCents!: number | null;

  @Cents({
    description: 'What was still to be filled at the end of the year, in cents.',
    ...SUMS,
    example: 3_259_256_311,
  })
  readonly outstandingCents!: number;

  @Cents({ description: 'EUR 130 million, in cents: a floor.', ...SUMS, example: 13_000_000_000 })
  readonly referenceCents!: number;

  @Whole({
    description:
      'Imposed over the reference, in basis points: how complete the register is, not how well it goes. Over 10000 is possible.',
    ...SUMS,
    example: 1_060,
  })
  readonly coverageBp!: number;

  @DecimalText({ ...JOBS, example: '48.1689' })
  readonly jobs!: string | null;

  @DecimalText({
    ...JOBS,
    description: `Of placements with register indication YES. ${JOBS.description}`,
    example: '31.0000',
  })
  readonly jobsRegisterIndicated!: string | null;

  @DecimalText({
    ...JOBS,
    description: `Of people in paid employment of who realises it. ${JOBS.description}`,
    example: '30.1689',
  })
  readonly jobsFormal!: string | null;

  @DecimalText({ ...JOBS, description: `Of people who are hired in. ${JOBS.description}`, example: '18.0000' })
  readonly jobsHiredIn!: string | null;

  @DecimalText({
    ...JOBS,
    description: `From the hours on the surplus; in none of the other figures. ${JOBS.description}`,
    example: '0.4812',
  })
  readonly surplusJobs!: string | null;

  @DecimalText({
    ...JOBS,
    description: `Of form-free plans, which have a goal and no euros; in none of the other figures. ${JOBS.description}`,
    example: '2.5000',
  })
  readonly formFreeJobs!: string | null;

  @ListOf(() => PrincipalYearAnswer, {
    description:
      'Every principal of an obligation that counts, zeros included, by code. Each figure is rounded by itself.',
    max: 100,
  })
  readonly byPrincipal!: readonly PrincipalYearAnswer[];

  @ListOf(() => FigureDefinition, { description: 'What the figures are.', max: 30 })
  readonly definitions!: readonly FigureDefinition[];
}

/** The figures of a row, or of all rows. */
export class BreakdownFigures {
  @Cents({
    description: 'Imposed, in cents; null by region and by target group, where an obligation does not lie in one row.',
    ...SUMS,
    nullable: true,
    example: 24_000_000,
  })
  readonly imposedCents!: number | null;

  @Cents({ description: 'Annualised, in cents; null where imposed is.', ...SUMS, nullable: true, example: 6_004_107 })
  readonly annualisedCents!: number | null;

  @Cents({
    description:
      'Realised, in cents; null in a region or target group of fewer than 5 persons, outside the verifying team.',
    ...SUMS,
    nullable: true,
    example: 6_707_206,
  })
  readonly realisedCents!: number | null;

  @Cents({ description: 'Outstanding, in cents; null where imposed is.', ...SUMS, nullable: true, example: 17_292_794 })
  readonly outstandingCents!: number | null;

  @Text({
    description:
      'How many persons it rests on, as text: each once in a row, and once in the total. "< 5" is 1 to 4, for readers outside the verifying team; null is not shown, since it would betray such a figure.',
    max: 20,
    pattern: /^(\d+|< 5)$/,
    nullable: true,
    example: '< 5',
  })
  readonly personsShown!: string | null;

  @DecimalText({ ...JOBS, example: '1.7747' })
  readonly jobs!: string | null;
}

/** A row of a breakdown. */
export class BreakdownRow extends BreakdownFigures {
  @Text({
    description:
      'What the row is of: the code of a principal, category or region, the number of a supplier at the chamber of commerce, the number of a contract, or the code of a block. NONE: no category, or no region was told. PURCHASE and ACTIVITY: claims without a candidate, by region and target group.',
    max: 80,
    example: 'AMR20',
  })
  readonly key!: string;

  @Text({ description: 'How people call it, in Dutch.', max: 500, example: 'Haaglanden' })
  readonly name!: string;

  @Id({ description: 'The contract, in rows of contracts.', nullable: true })
  readonly contractId!: string | null;

  @Id({ description: 'The group of the supplier, in rows of suppliers that you see.', nullable: true })
  readonly supplierGroupId!: string | null;
}

/** A year cut by one dimension, with the total of all rows on every page. */
export class BreakdownPageAnswer {
  @Choice(DIMENSIONS, { description: 'What a row is of.', example: 'REGION' })
  readonly by!: string;

  @Nested(() => BreakdownFigures, { description: 'The total of all rows, also of those on other pages.' })
  readonly total!: BreakdownFigures;

  @ListOf(() => BreakdownRow, { description: 'The rows, in the order of their keys.', max: 100 })
  readonly items!: readonly BreakdownRow[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
