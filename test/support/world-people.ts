import { IdentityService, PeopleService, SessionsService, type Organisation, type Role } from '@sr/identity';
import { EVERYTHING, type Actor } from '@sr/kernel';
import type { TestApi } from './app';
import type { Answer, Caller } from './caller';

/** Who brings in what is there before the first person signs in. */
const HOST: Actor = { id: 'test-host', name: 'Gastheer', scope: EVERYTHING };

/** The supplier groups: A is the suppliers' side of the people of the first row, B of their counterparts. */
export const SUPPLIERS = {
  A1: { kvkNumber: '68750110', name: 'Schoonmaak Anker BV' },
  A2: { kvkNumber: '68750111', name: 'Anker Diensten BV' },
  B1: { kvkNumber: '27000002', name: 'Bakker Bewaking BV' },
} as const;
export type SupplierName = keyof typeof SUPPLIERS;

/** By what they are called in tests: who works where, as what. */
const PEOPLE = {
  coordinator: ['NETWORK', 'NETWORK_COORDINATOR'],
  secondCoordinator: ['NETWORK', 'NETWORK_COORDINATOR'],
  verifier: ['NETWORK', 'VERIFIER'],
  steward: ['NETWORK', 'TABLE_STEWARD'],
  secondSteward: ['NETWORK', 'TABLE_STEWARD'],
  operator: ['NETWORK', 'OPERATOR'],
  manager: ['IenW', 'CONTRACT_MANAGER'],
  secondManager: ['IenW', 'CONTRACT_MANAGER'],
  categoryManager: ['IenW', 'CATEGORY_MANAGER'],
  ministryReader: ['IenW', 'MINISTRY_READER'],
  otherManager: ['BZK', 'CONTRACT_MANAGER'],
  otherSecondManager: ['BZK', 'CONTRACT_MANAGER'],
  otherCategoryManager: ['BZK', 'CATEGORY_MANAGER'],
  otherMinistryReader: ['BZK', 'MINISTRY_READER'],
  thirdManager: ['SZW', 'CONTRACT_MANAGER'],
  leftManager: ['JenV', 'CONTRACT_MANAGER'],
  outsideManager: ['Def', 'CONTRACT_MANAGER'],
  outsideVerifier: ['Def', 'VERIFIER'],
  supplier: ['A', 'SUPPLIER_COORDINATOR'],
  secondSupplier: ['A', 'SUPPLIER_COORDINATOR'],
  employee: ['A', 'SUPPLIER_EMPLOYEE'],
  otherSupplier: ['B', 'SUPPLIER_COORDINATOR'],
  otherSecondSupplier: ['B', 'SUPPLIER_COORDINATOR'],
  otherEmployee: ['B', 'SUPPLIER_EMPLOYEE'],
  auditor: ['OVERSIGHT', 'AUDITOR'],
} as const satisfies Record<string, readonly [string, Role]>;
export type PersonName = keyof typeof PEOPLE;
/** Where somebody works: a principal by its code, group A or B, NETWORK or OVERSIGHT. */
export const placeOf = (name: PersonName): string => PEOPLE[name][0];
/** The address of somebody's mail. */
export const addressOf = (name: PersonName): string => `${name.toLowerCase()}@example.nl`;
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[];

/** The categories of the category managers. */
export const CATEGORIES = { categoryManager: 'CATERING', otherCategoryManager: 'BEDRIJFSKLEDING' } as const;

interface OpenSession {
  readonly token: string;
  readonly csrfToken: string;
}

/** Somebody who is signed in. */
export class SignedIn {
  constructor(
    readonly name: PersonName,
    readonly id: string,
    readonly role: Role,
    readonly actor: Actor,
    private readonly caller: Caller,
    private session: OpenSession,
    private readonly open: () => Promise<OpenSession>,
  ) {}

  /** What every request of this person carries. */
  get headers(): Record<string, string> {
    return { cookie: `sr_session=${this.session.token}`, 'x-csrf-token': this.session.csrfToken };
  }

  /** Signs in again: a request of a test may have been to sign out. */
  async again(): Promise<void> {
    this.session = await this.open();
  }

  /** Sends a request, below `/v1`, and answers whatever comes. */
  ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { ...this.headers, ...(text === undefined ? {} : { 'content-type': 'application/json' }) };
    return this.caller.send({ method, path: `/v1${path}`, headers, body: text });
  }

  /** The body of an answer that has to be a success; a failure shows the whole of it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the world is built from is read out of it
  async get(path: string): Promise<any> {
    return this.done('GET', path, await this.ask('GET', path));
  }

  /** The same of a request that changes something. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the world is built from is read out of it
  async post(path: string, body?: unknown): Promise<any> {
    return this.done('POST', path, await this.ask('POST', path, body));
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the world is built from is read out of it
  async put(path: string, body: unknown): Promise<any> {
    return this.done('PUT', path, await this.ask('PUT', path, body));
  }

  private done(method: string, path: string, answer: Answer): unknown {
    if (answer.status >= 200 && answer.status < 300) return answer.json;
    throw new Error(
      `${this.name}: ${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.json, null, 1)}`,
    );
  }
}

/** The organisations, by the names of this file. */
export interface Organisations {
  readonly groups: Readonly<Record<'A' | 'B', string>>;
}

/** Registers the supplier groups and the members of the network: IenW, BZK and SZW; JenV left; Def never joined. */
export async function registerOrganisations({ app }: TestApi): Promise<Organisations> {
  const identity = app.get(IdentityService);
  const { A1, A2, B1 } = SUPPLIERS;
  const a = await identity.registerSupplierGroup(HOST, { code: 'ANKER', name: 'Anker Groep', suppliers: [A1, A2] });
  const b = await identity.registerSupplierGroup(HOST, { code: 'BAKKER', name: 'Bakker Holding', suppliers: [B1] });
  const member = (principalCode: string, leftOn: string | null) =>
    identity.recordMembership(HOST, { principalCode, joinedOn: '2024-01-01', leftOn, note: null });
  for (const code of ['IenW', 'BZK', 'SZW']) await member(code, null);
  await member('JenV', '2025-07-01');
  return { groups: { A: a.id, B: b.id } };
}

/** Invites everybody and signs them in. */
export async function signInEverybody(
  { app }: TestApi,
  caller: Caller,
  { groups }: Organisations,
): Promise<Record<PersonName, SignedIn>> {
  const people = app.get(PeopleService);
  const sessions = app.get(SessionsService);
  const signedIn = {} as Record<PersonName, SignedIn>;
  for (const name of PERSON_NAMES) {
    const [at, role] = PEOPLE[name];
    const person = await people.invite(HOST, {
      name: `Persoon ${name}`,
      email: addressOf(name),
      organisation: organisationOf(at, groups),
      roles: [role],
      categories: name in CATEGORIES ? [CATEGORIES[name as keyof typeof CATEGORIES]] : [],
    });
    const open = () => sessions.open(person.id);
    const opened = await open();
    const session = await sessions.resolve(opened.token);
    if (!session) throw new Error(`${name} is not signed in`);
    signedIn[name] = new SignedIn(name, person.id, role, session.actor, caller, opened, open);
  }
  return signedIn;
}

function organisationOf(at: string, groups: Organisations['groups']): Organisation {
  if (at === 'NETWORK' || at === 'OVERSIGHT') return { kind: at };
  if (at === 'A' || at === 'B') return { kind: 'SUPPLIER_GROUP', supplierGroupId: groups[at] };
  return { kind: 'PRINCIPAL', principalCode: at };
}
