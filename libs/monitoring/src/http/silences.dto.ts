import { Cents, Choice, Day, Id, ListOf, PageQuery, Text, Whole } from '@sr/platform';
import { SIDES, type Side } from '../domain/work-item';
import { NEXT, PERSON_NAME, PRINCIPAL_CODE } from './shared.dto';

/** Narrows the list of silent organisations. */
export class SilencesQuery extends PageQuery {
  @Choice(SIDES, { description: 'Only organisations on this side.', optional: true, example: 'SUPPLIER' })
  readonly side?: Side;
}

/** Somebody who was mailed. */
export class MailedPerson {
  @Id({ description: 'The person.' })
  readonly personId!: string;

  @Text({ description: 'The name.', ...PERSON_NAME })
  readonly name!: string;
}

/** An organisation that was mailed about work that is past its last day, and is still open. */
export class SilenceAnswer {
  @Choice(SIDES, { description: 'On which side.', example: 'SUPPLIER' })
  readonly side!: string;

  @Text({ description: 'The code of the principal; null on the other sides.', ...PRINCIPAL_CODE, nullable: true })
  readonly principalCode!: string | null;

  @Id({ description: 'The supplier group; null on the other sides.', nullable: true })
  readonly supplierGroupId!: string | null;

  @Text({ description: 'What it is called; null of the network.', max: 200, nullable: true, example: 'Anker Groep' })
  readonly name!: string | null;

  @Day({ description: 'The day of the first mail about it.', example: '2026-01-16' })
  readonly since!: string;

  @Whole({ description: 'How many calendar days ago that is.', max: 1_000_000, example: 31 })
  readonly days!: number;

  @Whole({ description: 'How much work it is: the number of work items.', max: 1_000_000, example: 2 })
  readonly workItems!: number;

  @Cents({
    description:
      'What is left to fill in the plans, and in the contracts without a plan, that the work is about, as far as you see them. Euros of obligation: nobody pays them.',
    max: Number.MAX_SAFE_INTEGER,
    example: 24_000_000,
  })
  readonly atRiskCents!: number;

  @ListOf(() => MailedPerson, { description: 'Who was mailed, of the people whom you may see.', max: 1000 })
  readonly people!: readonly MailedPerson[];
}

/** A page of silent organisations. */
export class SilencePage {
  @ListOf(() => SilenceAnswer, { description: 'The longest silent first.', max: 100 })
  readonly items!: readonly SilenceAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
