import { day, flag, moment, text, texts, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { PrincipalUnit, ProcurementCategory } from '../domain/organisation';
import type { Language } from '../domain/language';
import type { OrganisationKind, Person } from '../domain/person';
import type { Role } from '../domain/permissions';

/** A person as it is kept: the organisation flat. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisationKind: OrganisationKind;
  readonly principalCode: string | null;
  readonly supplierGroupId: string | null;
  readonly roles: readonly Role[];
  readonly categories: readonly string[];
  readonly language: Language;
  readonly isDemo: boolean;
  readonly recordedAt: Date;
  readonly endedOn: string | null;
  readonly version: number;
}

export const personSchema = new EntitySchema<PersonRow>({
  name: 'Person',
  schema: 'identity',
  tableName: 'person',
  columns: {
    id: uuid({ primary: true }),
    name: text(),
    email: text(),
    organisationKind: text(),
    principalCode: text({ nullable: true }),
    supplierGroupId: uuid({ nullable: true }),
    roles: texts(),
    categories: texts(),
    language: text(),
    isDemo: flag(),
    recordedAt: moment(),
    endedOn: day({ nullable: true }),
    version: { type: 'integer' },
  },
});

export const procurementCategorySchema = new EntitySchema<ProcurementCategory>({
  name: 'ProcurementCategory',
  schema: 'identity',
  tableName: 'procurement_category',
  columns: {
    code: text({ primary: true }),
    name: text(),
    existsFrom: day({ nullable: true }),
    existsTo: day({ nullable: true }),
    source: text(),
  },
});

export const principalUnitSchema = new EntitySchema<PrincipalUnit>({
  name: 'PrincipalUnit',
  schema: 'identity',
  tableName: 'principal_unit',
  columns: {
    id: uuid({ primary: true }),
    principalCode: text(),
    code: text(),
    name: text(),
    oin: text({ nullable: true }),
    existsFrom: day({ nullable: true }),
    existsTo: day({ nullable: true }),
    source: text({ nullable: true }),
  },
});

/** A row as a person. */
export function toPerson(row: PersonRow): Person & { readonly version: number } {
  const { id, name, email, roles, categories, language, endedOn, version } = row;
  return { id, name, email, organisation: organisationOf(row), roles, categories, language, endedOn, version };
}

function organisationOf({ organisationKind: kind, principalCode, supplierGroupId }: PersonRow): Person['organisation'] {
  switch (kind) {
    case 'PRINCIPAL':
      return { kind, principalCode: principalCode ?? '' };
    case 'SUPPLIER_GROUP':
      return { kind, supplierGroupId: supplierGroupId ?? '' };
    case 'NETWORK':
    case 'OVERSIGHT':
      return { kind };
  }
}
