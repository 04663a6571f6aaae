import { Choice, Day, ListOf, Text, Texts } from '@sr/platform';
import { PERMISSIONS, ROLES } from '../domain/permissions';

const FIRST_DAY = { description: 'The first day of its existence; null is unknown.', nullable: true };
const LAST_DAY = { description: 'The last day of its existence; null is not yet.', nullable: true };
const CATEGORY_NAME = { description: 'The name.', max: 200, example: 'Catering' };
const SOURCE = { description: 'Where this comes from.', max: 2000, example: 'Besluit van 1 februari 2026.' };

/** Adds a procurement category. */
export class AddCategoryBody {
  @Text({
    description: 'A code for the category; no other category has it.',
    max: 40,
    pattern: /^[A-Z0-9_]+$/,
    shape: 'Use capitals, digits and underscores.',
    example: 'GROENVOORZIENING',
  })
  readonly code!: string;

  @Text({ ...CATEGORY_NAME, example: 'Groenvoorziening' })
  readonly name!: string;

  @Day({ ...FIRST_DAY, optional: true, example: '2026-02-01' })
  readonly existsFrom?: string | null;

  @Day({ ...LAST_DAY, optional: true, example: null })
  readonly existsTo?: string | null;

  @Text(SOURCE)
  readonly source!: string;
}

/** A procurement category of the central government. */
export class ProcurementCategoryAnswer {
  @Text({ description: 'The code; contracts name it.', max: 40, example: 'CATERING' })
  readonly code!: string;

  @Text(CATEGORY_NAME)
  readonly name!: string;

  @Day(FIRST_DAY)
  readonly existsFrom!: string | null;

  @Day(LAST_DAY)
  readonly existsTo!: string | null;

  @Text(SOURCE)
  readonly source!: string;
}

/** All procurement categories. */
export class ProcurementCategoryList {
  @ListOf(() => ProcurementCategoryAnswer, {
    description: 'Past and present, by code. A contract without a category is a purchase of its own kind.',
    max: 1000,
  })
  readonly items!: readonly ProcurementCategoryAnswer[];
}

/** A region in which employers and job seekers are brought together. */
export class LabourMarketRegionAnswer {
  @Text({ description: 'The code, of this product.', max: 20, example: 'AMR12' })
  readonly code!: string;

  @Text({ description: 'The name.', max: 100, example: 'Rijnmond' })
  readonly name!: string;

  @Day(FIRST_DAY)
  readonly existsFrom!: string | null;

  @Day(LAST_DAY)
  readonly existsTo!: string | null;

  @Texts({ description: 'The codes of the regions that it became.', max: 40, each: { max: 20 }, example: [] })
  readonly successors!: readonly string[];

  @Text({ description: 'Where this comes from.', max: 2000 })
  readonly source!: string;
}

/** All labour market regions. */
export class LabourMarketRegionList {
  @ListOf(() => LabourMarketRegionAnswer, { description: 'Past and present, by code.', max: 1000 })
  readonly items!: readonly LabourMarketRegionAnswer[];
}

/** What a role allows. */
export class RoleAnswer {
  @Choice(ROLES, { description: 'The role.', example: 'VERIFIER' })
  readonly role!: string;

  @Texts({
    description: 'The kinds of organisation at which somebody can have it.',
    max: 4,
    each: { max: 40 },
    example: ['NETWORK', 'PRINCIPAL'],
  })
  readonly organisationKinds!: readonly string[];

  @Texts({
    description: 'What it allows; somebody with more roles may do what any of them allows.',
    max: PERMISSIONS.length,
    each: { max: 40 },
    example: ['contracts.read', 'claims.decide'],
  })
  readonly permissions!: readonly string[];
}

/** The table from role to permissions. */
export class RoleList {
  @ListOf(() => RoleAnswer, { description: 'Every role.', max: ROLES.length })
  readonly items!: readonly RoleAnswer[];
}
