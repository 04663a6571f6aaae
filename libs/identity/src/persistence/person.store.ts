import type { LocalDate, Scope } from '@sr/kernel';
import { keyAfter, pageOf, rowsToRead, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { Language } from '../domain/language';
import type { Organisation, OrganisationKind, Person } from '../domain/person';
import type { Role } from '../domain/permissions';
import { personSchema, toPerson, type PersonRow } from './person.schema';

/** A person as it is kept, with the version that an edit names. */
export interface KeptPerson extends Person {
  readonly version: number;
}

/** What a list of people is narrowed to. */
export interface PeopleFilter {
  readonly organisationKind?: OrganisationKind | undefined;
  readonly principalCode?: string | undefined;
  readonly supplierGroupId?: string | undefined;
  readonly role?: Role | undefined;
  readonly demo?: boolean | undefined;
}

/** The people in somebody's scope; the table's policy says the same. */
const IN_SCOPE = `($1::boolean or principal_code = any ($2::text[]) or supplier_group_id = any ($3::uuid[]) or id = $4::uuid)`;
const scopeParameters = (scope: Scope): unknown[] => [
  scope.everything || scope.network,
  scope.principals,
  scope.supplierGroups,
  scope.personId,
];

const PERSON = `select id, name, email, organisation_kind as "organisationKind", principal_code as "principalCode",
  supplier_group_id as "supplierGroupId", roles, categories, language, is_demo as "isDemo", recorded_at as "recordedAt",
  ended_on as "endedOn", version from identity.person`;

export async function personById(reader: Reader, id: string): Promise<KeptPerson | null> {
  const rows = await reader.query<PersonRow>(`${PERSON} where ${IN_SCOPE} and id = $5`, [
    ...scopeParameters(reader.scope),
    id,
  ]);
  return rows[0] ? toPerson(rows[0]) : null;
}

/** The people with these ids who are in scope, by id. */
export async function peopleById(reader: Reader, ids: readonly string[]): Promise<Map<string, KeptPerson>> {
  const rows = await reader.query<PersonRow>(`${PERSON} where ${IN_SCOPE} and id = any ($5::uuid[])`, [
    ...scopeParameters(reader.scope),
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

/** A page of the people who take part on `today`, by name. */
export async function listPeople(
  reader: Reader,
  filter: PeopleFilter,
  page: PageQuery,
  today: LocalDate,
): Promise<Page<KeptPerson>> {
  const [name, id] = keyAfter(page, 'text', 'uuid') ?? [null, null];
  const rows = await reader.query<PersonRow>(
    `${PERSON} where ${IN_SCOPE} and (ended_on is null or ended_on > $5::date)
       and ($6::text is null or organisation_kind = $6) and ($7::text is null or principal_code = $7)
       and ($8::uuid is null or supplier_group_id = $8) and ($9::text is null or $9 = any (roles))
       and ($10::boolean is null or is_demo = $10)
       and ($11::text is null or (name, id) > ($11::text, $12::uuid))
     order by name, id limit ${rowsToRead(page)}`,
    [
      ...scopeParameters(reader.scope),
      today,
      filter.organisationKind ?? null,
      filter.principalCode ?? null,
      filter.supplierGroupId ?? null,
      filter.role ?? null,
      filter.demo ?? null,
      name,
      id,
    ],
  );
  return pageOf(rows.map(toPerson), page, (person) => [person.name, person.id]);
}

/** Holds everybody of one organisation: until the transaction ends nobody else can change them. */
export async function holdPeopleOf(tx: Tx, organisation: Organisation): Promise<void> {
  await tx.query(
    `select id from identity.person where organisation_kind = $1 and principal_code is not distinct from $2
       and supplier_group_id is not distinct from $3 order by id for update`,
    placeOf(organisation),
  );
}

/** Everybody of one organisation who takes part on `today`. */
export async function peopleOf(reader: Reader, organisation: Organisation, today: LocalDate): Promise<KeptPerson[]> {
  const rows = await reader.query<PersonRow>(
    `${PERSON} where ${IN_SCOPE} and (ended_on is null or ended_on > $5::date) and organisation_kind = $6
       and principal_code is not distinct from $7 and supplier_group_id is not distinct from $8 order by name, id`,
    [...scopeParameters(reader.scope), today, ...placeOf(organisation)],
  );
  return rows.map(toPerson);
}

/** Everybody in scope who takes part on a day, by id. */
export async function peopleOn(reader: Reader, day: LocalDate): Promise<KeptPerson[]> {
  const rows = await reader.query<PersonRow>(
    `${PERSON} where ${IN_SCOPE} and (ended_on is null or ended_on > $5::date) order by id`,
    [...scopeParameters(reader.scope), day],
  );
  return rows.map(toPerson);
}

/** An organisation as the columns have it: kind, principal, supplier group. */
const placeOf = (organisation: Organisation): [OrganisationKind, string | null, string | null] => [
  organisation.kind,
  organisation.kind === 'PRINCIPAL' ? organisation.principalCode : null,
  organisation.kind === 'SUPPLIER_GROUP' ? organisation.supplierGroupId : null,
];

export async function organisationExists(reader: Reader, organisation: Organisation): Promise<boolean> {
  switch (organisation.kind) {
    case 'PRINCIPAL': {
      const rows = await reader.query('select 1 from identity.principal where code = $1', [organisation.principalCode]);
      return rows.length > 0;
    }
    case 'SUPPLIER_GROUP': {
      const rows = await reader.query('select 1 from identity.supplier_group where id = $1', [
        organisation.supplierGroupId,
      ]);
      return rows.length > 0;
    }
    case 'NETWORK':
    case 'OVERSIGHT':
      return true;
  }
}

/** Which of these codes are of no procurement category. */
export async function unknownCategories(reader: Reader, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await reader.query<{ code: string }>(
    `select code from unnest($1::text[]) code except select code from identity.procurement_category order by 1`,
    [codes],
  );
  return rows.map(({ code }) => code);
}

export async function insertPerson(tx: Tx, person: KeptPerson, isDemo: boolean, at: Date): Promise<void> {
  const { organisation, roles, categories, ...rest } = person;
  const [organisationKind, principalCode, supplierGroupId] = placeOf(organisation);
  await tx.manager.insert(personSchema, {
    ...rest,
    organisationKind,
    principalCode,
    supplierGroupId,
    roles: [...roles],
    categories: [...categories],
    isDemo,
    recordedAt: at,
  });
}

export async function updatePerson(tx: Tx, person: KeptPerson): Promise<void> {
  const { id, name, roles, categories, endedOn, version } = person;
  await tx.manager.update(
    personSchema,
    { id },
    { name, roles: [...roles], categories: [...categories], endedOn, version },
  );
}

export async function updateLanguage(tx: Tx, id: string, language: Language): Promise<void> {
  await tx.manager.update(personSchema, { id }, { language });
}

/** The names of these people, by id. */
export async function namesOf(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null && /^[0-9a-f-]{36}$/.test(id));
  if (known.length === 0) return new Map();
  const rows = await reader.query<{ id: string; name: string }>('select id, name from identity.names_of($1::uuid[])', [
    known,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The principals where these people work, by the id of the person; as far as they are in scope and work for one. */
export async function principalsOf(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await reader.query<{ id: string; principalCode: string }>(
    `select id, principal_code as "principalCode" from identity.person
     where ${IN_SCOPE} and principal_code is not null and id = any ($5::uuid[])`,
    [...scopeParameters(reader.scope), ids.filter((id) => id !== null)],
  );
  return new Map(rows.map(({ id, principalCode }) => [id, principalCode]));
}

export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.query('delete from identity.session where person_id = $1', [personId]);
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; personId: string; openedAt: Date; endsAt: Date },
): Promise<void> {
  await tx.query('insert into identity.session (token_hash, person_id, opened_at, ends_at) values ($1, $2, $3, $4)', [
    session.tokenHash,
    session.personId,
    session.openedAt,
    session.endsAt,
  ]);
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.query('delete from identity.session where token_hash = $1', [tokenHash]);
}

/** Takes away the sessions that have ended by themselves. */
export async function clearSessions(tx: Tx, before: Date): Promise<void> {
  await tx.query('delete from identity.session where ends_at < $1', [before]);
}
