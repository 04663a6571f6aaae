import { Choice, Day, Flag, Id, ListOf, PageQuery, Text, Texts } from '@sr/platform';

const NEXT = { description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true };
const PRINCIPAL_CODE = { description: 'The code of the principal.', max: 20, example: 'IenW' };
const FIRST_DAY = { description: 'The first day of its existence; null is unknown.', nullable: true };
const LAST_DAY = { description: 'The last day of its existence; null is not yet.', nullable: true };
const KVK = {
  description: 'The number of the chamber of commerce (KvK): eight digits, as text, since it may begin with a zero.',
  max: 8,
  pattern: /^[0-9]{8}$/,
  shape: 'Write the eight digits of the number of the chamber of commerce.',
  example: '90004760',
};
const SUPPLIER_NAME = { description: 'The name of the company.', max: 200, example: 'De Blinkende Emmer N.V.' };
const SUPPLIERS_MAX = 200;

/** A dated part of a principal in the network. */
export class PrincipalMembership {
  @Day({ description: 'The first day as a member.', example: '2024-01-01' })
  readonly joinedOn!: string;

  @Day({ description: 'The first day on which it is no longer a member; null while it is.', nullable: true })
  readonly leftOn!: string | null;

  @Text({ description: 'What there is to know of it.', max: 1000, nullable: true, example: 'Member from the start.' })
  readonly note!: string | null;
}

/** A body of the central government that is responsible for contracts. */
export class PrincipalAnswer {
  @Text(PRINCIPAL_CODE)
  readonly code!: string;

  @Text({ description: 'The name in full.', max: 200, example: 'ministerie van Infrastructuur en Waterstaat' })
  readonly name!: string;

  @Choice(['MINISTRY', 'HIGH_COUNCIL', 'JUDICIARY'], { description: 'What kind of body it is.' })
  readonly kind!: string;

  @Text({
    description: "The code in the government's register of organisations (TOOI), where it has one.",
    max: 20,
    nullable: true,
    example: 'mnre1130',
  })
  readonly tooi!: string | null;

  @Day(FIRST_DAY)
  readonly existsFrom!: string | null;

  @Day(LAST_DAY)
  readonly existsTo!: string | null;

  @Texts({ description: 'The codes of those who took over its tasks.', max: 20, each: { max: 20 }, example: [] })
  readonly successors!: readonly string[];

  @Text({ description: 'Where this comes from.', max: 2000 })
  readonly source!: string;

  @Flag({ description: 'Whether it takes part in the network today.', example: true })
  readonly isMember!: boolean;

  @ListOf(() => PrincipalMembership, {
    description: 'When it took part in the network, oldest first: a principal can leave and come back.',
    max: 100,
  })
  readonly memberships!: readonly PrincipalMembership[];
}

/** All principals. */
export class PrincipalList {
  @ListOf(() => PrincipalAnswer, { description: 'Past and present, by code.', max: 200 })
  readonly items!: readonly PrincipalAnswer[];
}

const UNIT_CODE = { description: 'The short name, used once at a principal.', max: 40, example: 'RWS' };
const UNIT_NAME = { description: 'The name in full.', max: 200, example: 'Rijkswaterstaat' };
const OIN = {
  description: 'The number in the register of government organisations (OIN): 20 positions. Null when it has none.',
  max: 20,
  nullable: true,
  example: '00000004000000059000',
};

const UNIT_SOURCE = {
  description: 'Where this comes from, where that was said.',
  max: 2000,
  nullable: true,
  example: 'Register van Overheidsorganisaties.',
};

/** Adds a unit to a principal. */
export class AddUnitBody {
  @Text({ ...UNIT_CODE, pattern: /^[A-Za-z0-9.&-]+$/, shape: 'Use letters, digits, full stops, hyphens and &.' })
  readonly code!: string;

  @Text(UNIT_NAME)
  readonly name!: string;

  @Text({ ...OIN, optional: true })
  readonly oin?: string | null;

  @Day({ ...FIRST_DAY, optional: true, example: '2020-01-01' })
  readonly existsFrom?: string | null;

  @Day({ ...LAST_DAY, optional: true, example: null })
  readonly existsTo?: string | null;

  @Text({ ...UNIT_SOURCE, optional: true })
  readonly source?: string | null;
}

/** A part of a principal that signs contracts. */
export class PrincipalUnitAnswer {
  @Id({ description: 'Contracts name it.' })
  readonly id!: string;

  @Text(PRINCIPAL_CODE)
  readonly principalCode!: string;

  @Text(UNIT_CODE)
  readonly code!: string;

  @Text(UNIT_NAME)
  readonly name!: string;

  @Text(OIN)
  readonly oin!: string | null;

  @Day(FIRST_DAY)
  readonly existsFrom!: string | null;

  @Day(LAST_DAY)
  readonly existsTo!: string | null;

  @Text(UNIT_SOURCE)
  readonly source!: string | null;
}

/** A page of units. */
export class PrincipalUnitPage {
  @ListOf(() => PrincipalUnitAnswer, { description: 'By code.', max: 100 })
  readonly items!: readonly PrincipalUnitAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** A contract party of a supplier group. */
export class SupplierOfGroup {
  @Text(KVK)
  readonly kvkNumber!: string;

  @Text(SUPPLIER_NAME)
  readonly name!: string;
}

/** Suppliers that are approached as one. */
export class SupplierGroupAnswer {
  @Id({ description: 'Plans and people name it.' })
  readonly id!: string;

  @Text({ description: 'The code of the group.', max: 60, example: 'DE-BLINKENDE-EMMER' })
  readonly code!: string;

  @Text({ description: 'The name of the group.', max: 200, example: 'Schoonmaakbedrijf De Blinkende Emmer N.V.' })
  readonly name!: string;

  @ListOf(() => SupplierOfGroup, { description: 'Its companies, by number.', max: 1000 })
  readonly suppliers!: readonly SupplierOfGroup[];
}

/** Narrows the list of supplier groups. */
export class SupplierGroupQuery extends PageQuery {
  @Text({
    description: 'Part of the name of the group or of a company in it, or the beginning of a KvK number.',
    max: 100,
    optional: true,
    example: 'emmer',
  })
  readonly search?: string;
}

/** A page of supplier groups. */
export class SupplierGroupPage {
  @ListOf(() => SupplierGroupAnswer, { description: 'By name.', max: 100 })
  readonly items!: readonly SupplierGroupAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** Registers a supplier group. */
export class RegisterSupplierGroupBody {
  @Text({
    description: 'A code for the group; no other group has it.',
    max: 60,
    pattern: /^[A-Z0-9][A-Z0-9-]*$/,
    shape: 'Use capitals, digits and hyphens.',
    example: 'DE-BONTE-BEZEM',
  })
  readonly code!: string;

  @Text({ description: 'The name of the group.', max: 200, example: 'De Bonte Bezem Groep' })
  readonly name!: string;

  @ListOf(() => SupplierOfGroup, {
    description: 'Its companies; a supplier that stands alone is a group of one.',
    min: 1,
    max: SUPPLIERS_MAX,
    example: [{ kvkNumber: '90001354', name: 'De Bonte Bezem B.V.' }],
  })
  readonly suppliers!: readonly SupplierOfGroup[];
}

/** Adds suppliers to a group. */
export class AddSuppliersBody {
  @ListOf(() => SupplierOfGroup, {
    description: 'The companies; one that is in the group already stays as it is.',
    min: 1,
    max: SUPPLIERS_MAX,
    example: [{ kvkNumber: '90002490', name: 'De Bonte Bezem Glazenwasserij B.V.' }],
  })
  readonly suppliers!: readonly SupplierOfGroup[];
}

/** Narrows the list of memberships. */
export class MembershipQuery extends PageQuery {
  @Text({ description: 'Only of this principal.', max: 20, optional: true, example: 'IenW' })
  readonly principalCode?: string;

  @Day({ description: 'Only of those who are members on this day.', optional: true })
  readonly on?: string;
}

/** A principal joins the network. */
export class JoinNetworkBody {
  @Text(PRINCIPAL_CODE)
  readonly principalCode!: string;

  @Day({ description: 'The first day as a member.', example: '2027-01-01' })
  readonly joinedOn!: string;

  @Text({ description: 'What there is to know of it.', max: 1000, optional: true, nullable: true, example: null })
  readonly note?: string | null;
}

/** Dated participation of a principal in the network. */
export class NetworkMembershipAnswer extends PrincipalMembership {
  @Text(PRINCIPAL_CODE)
  readonly principalCode!: string;
}

/** A page of memberships. */
export class NetworkMembershipPage {
  @ListOf(() => NetworkMembershipAnswer, { description: 'By principal, oldest first.', max: 100 })
  readonly items!: readonly NetworkMembershipAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
