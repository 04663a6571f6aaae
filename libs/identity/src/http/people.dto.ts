import { Choice, Day, Id, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '@sr/platform';
import { LANGUAGES, type Language } from '../domain/language';
import { ROLES } from '../domain/permissions';

const KINDS = ['PRINCIPAL', 'SUPPLIER_GROUP', 'NETWORK', 'OVERSIGHT'];
const NAME = { max: 100, example: 'Nora de Wit' };

/** A principal as somebody's organisation. */
export class AtPrincipal {
  @Choice(['PRINCIPAL'], { description: 'Works at a ministry, a high council or the judiciary.' })
  readonly kind!: 'PRINCIPAL';

  @Text({ description: 'The code of the principal.', max: 20, example: 'IenW' })
  readonly principalCode!: string;
}

/** A supplier group as somebody's organisation. */
export class AtSupplierGroup {
  @Choice(['SUPPLIER_GROUP'], { description: 'Works for a supplier.' })
  readonly kind!: 'SUPPLIER_GROUP';

  @Id({ description: 'The supplier group.' })
  readonly supplierGroupId!: string;
}

/** The network organisation as somebody's organisation. */
export class AtNetwork {
  @Choice(['NETWORK'], { description: 'Works at the network organisation.' })
  readonly kind!: 'NETWORK';
}

/** An organisation that audits as somebody's organisation. */
export class AtOversight {
  @Choice(['OVERSIGHT'], { description: 'Audits: reads everything and changes nothing.' })
  readonly kind!: 'OVERSIGHT';
}

const ORGANISATIONS = {
  PRINCIPAL: AtPrincipal,
  SUPPLIER_GROUP: AtSupplierGroup,
  NETWORK: AtNetwork,
  OVERSIGHT: AtOversight,
};
export type OrganisationBody = AtPrincipal | AtSupplierGroup | AtNetwork | AtOversight;

const ROLE_LIST = {
  min: 1,
  max: ROLES.length,
  each: { max: 40, pattern: new RegExp(`^(${ROLES.join('|')})$`), shape: `Choose from ${ROLES.join(', ')}.` },
};
const CATEGORY_LIST = {
  max: 50,
  each: { max: 40, pattern: /^[A-Z0-9_]+$/, shape: 'Write the code of a procurement category, in capitals.' },
};

/** Invites somebody. */
export class InvitePersonBody {
  @Text({ description: 'First and last name, as colleagues know it.', ...NAME })
  readonly name!: string;

  @Text({
    description: 'The address at work.',
    max: 200,
    pattern: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
    shape: 'Write an e-mail address, such as nora.dewit@example.nl.',
    example: 'nora.dewit@example.nl',
  })
  readonly email!: string;

  @OneOf(ORGANISATIONS, {
    description: 'Where the person works.',
    example: { kind: 'PRINCIPAL', principalCode: 'IenW' },
  })
  readonly organisation!: OrganisationBody;

  @Texts({
    description: 'What the person does; the roles have to fit the organisation.',
    example: ['MINISTRY_READER'],
    ...ROLE_LIST,
  })
  readonly roles!: readonly string[];

  @Texts({
    description: 'The procurement categories of a category manager; nobody else has any.',
    optional: true,
    example: [],
    ...CATEGORY_LIST,
  })
  readonly categories?: readonly string[];
}

/** Changes somebody's name, roles or categories. */
export class ChangePersonBody {
  @Whole({
    description: 'The version that you read; another one means that somebody changed it meanwhile.',
    min: 1,
    example: 1,
  })
  readonly version!: number;

  @Text({ description: 'First and last name.', ...NAME })
  readonly name!: string;

  @Texts({ description: 'All roles that the person has from now on.', example: ['MINISTRY_READER'], ...ROLE_LIST })
  readonly roles!: readonly string[];

  @Texts({
    description: 'All procurement categories of a category manager.',
    optional: true,
    example: [],
    ...CATEGORY_LIST,
  })
  readonly categories?: readonly string[];
}

/** Narrows the list of people. */
export class PeopleQuery extends PageQuery {
  @Choice(KINDS, { description: 'Only people of this kind of organisation.', optional: true })
  readonly organisationKind?: 'PRINCIPAL' | 'SUPPLIER_GROUP' | 'NETWORK' | 'OVERSIGHT';

  @Text({ description: 'Only people of this principal.', max: 20, optional: true, example: 'IenW' })
  readonly principalCode?: string;

  @Id({ description: 'Only people of this supplier group.', optional: true })
  readonly supplierGroupId?: string;

  @Choice(ROLES, { description: 'Only people with this role.', optional: true })
  readonly role?: (typeof ROLES)[number];
}

/** Somebody who works with the product. */
export class PersonAnswer {
  @Id({ description: 'The id of the person.' })
  readonly id!: string;

  @Text({ description: 'First and last name.', ...NAME })
  readonly name!: string;

  @Text({ description: 'The address at work.', max: 200, example: 'nora.dewit@example.nl' })
  readonly email!: string;

  @OneOf(ORGANISATIONS, { description: 'Where the person works.' })
  readonly organisation!: OrganisationBody;

  @Texts({ description: 'What the person does.', example: ['CONTRACT_MANAGER'], ...ROLE_LIST })
  readonly roles!: readonly string[];

  @Texts({ description: 'The procurement categories of a category manager.', example: [], ...CATEGORY_LIST })
  readonly categories!: readonly string[];

  @Choice(LANGUAGES, {
    description: 'In which the product writes to the person: nl is Dutch, en is English. The person chooses it.',
    example: 'nl',
  })
  readonly language!: Language;

  @Day({ description: 'The first day on which the person no longer takes part; null while it does.', nullable: true })
  readonly endedOn!: string | null;

  @Whole({ description: 'Goes up with every change; send it along with the next one.', min: 1, example: 1 })
  readonly version!: number;
}

/** A page of people. */
export class PeoplePage {
  @ListOf(() => PersonAnswer, { description: 'By name.', max: 100 })
  readonly items!: readonly PersonAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
