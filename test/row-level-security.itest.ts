import { EVERYTHING, type Actor, type Scoped } from '@sr/kernel';
import { Db } from '@sr/platform';
import { openApi, type TestApi } from './support/app';
import { Caller, type Answer } from './support/caller';
import { sql, testProduct, type TestProduct } from './support/database';
import {
  PLANS,
  WORK,
  buildPortfolio,
  type ContractName,
  type PlanName,
  type Portfolio,
  type WorkPlan,
} from './support/portfolio';
import { remindEverybody } from './support/reminded';
import { ask, operationsOf, type OperationDocument } from './support/requests';
import { VISIBLE, type Visible } from './support/visible';
import { wishFor } from './support/wishes';
import { PERSON_NAMES, SUPPLIERS, placeOf, type PersonName, type SignedIn } from './support/world-people';

/** A row of any table, by the names of its columns. */
type Row = Readonly<Record<string, unknown>>;

/** Tables with a column that names a principal, a supplier or something of one, and without row-level security: why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'identity.network_membership': 'who takes part in the network is public',
  'identity.principal_unit': 'the units of a ministry are public',
  'identity.session': 'the application cannot read it: one function answers for one token',
};

/** Writes of what is another's that the database lets through, and why. */
const LET_THROUGH: Readonly<Record<string, string>> = {
  'plans.plan insert':
    'a principal makes a plan before any of its obligations is in it; the plan stays out of its sight',
  'platform.audit insert': 'whatever somebody does is written down, whosever trail it belongs to',
};

/** Who is or was a member in the world of these tests; Def never was. */
const OF_THE_NETWORK = ['IenW', 'BZK', 'SZW', 'JenV'];

describe('row-level security', () => {
  let product: TestProduct;
  let api: TestApi;
  let caller: Caller;
  let world: Portfolio;
  let db: Db;
  let sees: Readonly<Record<string, Sees>>;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    caller = await Caller.of(api);
    world = await buildPortfolio(api, caller);
    db = api.app.get(Db);
    await remindEverybody(api, world);
    const all = (table: string): Promise<Row[]> => rowsOf({ scope: EVERYTHING }, table);
    sees = {
      ...seenBy(world, await all('allocation.acceptance')),
      ...remindersSeenBy(world, await all('monitoring.milestone')),
    };
  }, 300_000);
  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
  });

  const rowsOf = (who: Scoped, table: string): Promise<Row[]> =>
    db.read(who, async (reader) => {
      const rows = await reader.query<{ row: Row }>(
        `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
      );
      return rows.map(({ row }) => row);
    });

  it('is on every table that has something of a principal or a supplier', async () => {
    const tables = await sql<{ name: string; secured: boolean }>(
      product.adminUrl,
      `select c.oid::regclass::text as name, c.relrowsecurity as secured
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)' and exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
           and a.attname ~ '(principal|supplier|kvk|contract|obligation|plan_id|placement|report_id|claim|person|candidate)')
       order by 1`,
    );
    expect(tables.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual(Object.keys(WITHOUT).sort());
    const secured = await sql<{ name: string }>(
      product.adminUrl,
      `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity order by 1`,
    );
    expect(secured.map(({ name }) => name)).toEqual(Object.keys(sees).sort());
  });

  it('shows everybody the rows that are theirs, and no others', async () => {
    const wrong: string[] = [];
    for (const [table, mayRead] of Object.entries(sees)) {
      const all = await rowsOf({ scope: EVERYTHING }, table);
      if (all.length === 0) wrong.push(`${table}: the world has no row of it`);
      for (const name of PERSON_NAMES) {
        const expected = all.filter((row) => mayRead(row, VISIBLE[name], world.people[name]));
        const actual = await rowsOf(world.people[name].actor, table);
        const extra = minus(actual, expected);
        const missing = minus(expected, actual);
        if (extra.length + missing.length > 0) {
          const some = (rows: Row[]): string => JSON.stringify(rows.slice(0, 2)).slice(0, 400);
          wrong.push(
            `${table} as ${name}: ${extra.length} too many ${some(extra)}, ${missing.length} too few ${some(missing)}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('shows nothing to who does not say who asks', async () => {
    const seen: string[] = [];
    for (const table of Object.keys(sees)) {
      const rows = await db.ask(`select 1 from ${table} limit 1`);
      if (rows.length > 0) seen.push(table);
    }
    expect(seen).toEqual([]);
  });

  it('lets nobody write what is not theirs', async () => {
    const wrong: string[] = [];
    for (const [table, mayRead] of Object.entries(sees)) {
      const all = await rowsOf({ scope: EVERYTHING }, table);
      for (const name of ['manager', 'otherManager', 'supplier', 'coordinator', 'steward'] as const) {
        const { actor } = world.people[name];
        const foreign = all.find((row) => !mayRead(row, VISIBLE[name], world.people[name]));
        if (!foreign) continue;
        const columns = await writableColumns(table);
        for (const [write, statement] of Object.entries(WRITES)) {
          const outcome = await attempt(actor, statement(table, columns), foreign);
          if (outcome === null || `${table} ${write}` in LET_THROUGH) continue;
          wrong.push(`${write} of ${table} as ${name}: ${outcome}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  /** The columns of a table that are not worked out by the database. */
  async function writableColumns(table: string): Promise<string> {
    const [row] = await sql<{ columns: string }>(
      product.adminUrl,
      `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    return row?.columns ?? '';
  }

  /** What came of a write, when it was not refused; null when it was. Nothing of it is kept. */
  async function attempt(actor: Actor, statement: string, row: Row): Promise<string | null> {
    try {
      const done = await db.rehearse(actor, (tx) => tx.query(statement, [JSON.stringify(row)]));
      return done.length === 0 ? null : `wrote ${done.length}`;
    } catch (error) {
      const { code, message } = (error as { driverError?: { code?: string; message?: string } }).driverError ?? {};
      return code === '42501' ? null : `failed otherwise: ${code ?? ''} ${message ?? String(error)}`;
    }
  }

  describe('and the query, each by itself', () => {
    let original: Db['read'];
    let reads: OperationDocument[];
    beforeAll(async () => {
      original = db.read.bind(db);
      const document = await caller.send({ method: 'GET', path: '/v1/openapi.json' });
      reads = operationsOf(document.json).filter(
        ({ method, permission }) => method === 'GET' && permission !== 'everybody',
      );
    });
    afterEach(() => (db.read = original));

    /** Reads from now on with the scope that the database is told, and the one that queries repeat. */
    function readWith(forDatabase: (who: Scoped) => Scoped, forQuery: (who: Scoped) => Scoped): void {
      db.read = (who, work) => original(forDatabase(who), (reader) => work({ ...reader, ...forQuery(who) }));
    }
    const own = (who: Scoped): Scoped => ({ scope: who.scope });
    const open = (): Scoped => ({ scope: EVERYTHING });

    /** Everything that somebody can read with ids of the own, and every list: by operation. */
    async function everythingRead(who: SignedIn): Promise<Map<string, Answer>> {
      const answers = new Map<string, Answer>();
      for (const operation of reads) {
        const answer = await ask(who, operation, await wishFor(world, operation, who));
        answers.set(`${operation.method} ${operation.path}`, answer);
      }
      return answers;
    }

    /** The answers that are others than those of both together, by what `of` looks at. */
    async function differences(name: PersonName, of: (answer: Answer) => string): Promise<string[]> {
      const who = world.people[name];
      const changed = db.read;
      db.read = original;
      const expected = await everythingRead(who);
      db.read = changed;
      const actual = await everythingRead(who);
      return [...expected].flatMap(([operation, answer]) => {
        const other = actual.get(operation);
        return other && of(other) === of(answer)
          ? []
          : [`${name}, ${operation}:\n  ${other ? of(other) : ''}\n  instead of\n  ${of(answer)}`.slice(0, 2000)];
      });
    }

    it('the query holds when the database forgets its policies: the same answers, to the letter', async () => {
      readWith(open, own);
      const wrong: string[] = [];
      for (const name of SCOPES) wrong.push(...(await differences(name, ({ status, text }) => `${status} ${text}`)));
      expect(wrong).toEqual([]);
    }, 300_000);

    it('the database holds when every query forgets its WHERE: the same rows', async () => {
      readWith(own, open);
      const wrong: string[] = [];
      for (const name of SCOPES) wrong.push(...(await differences(name, rowsIn)));
      expect(wrong).toEqual([]);
    }, 300_000);

    it('and there is something to hold: without both, others show', async () => {
      readWith(open, open);
      for (const name of SCOPES.filter((each) => !['steward', 'auditor'].includes(each))) {
        const shown = await differences(name, rowsIn);
        expect([name, shown.length > 3]).toEqual([name, true]);
      }
    }, 300_000);

    /**
     * Of which things of the world an answer tells. Not of which claims: a query that believes to be asked by somebody who
     * sees the plan whole tells the id of the claim of a line that is seen in either case.
     */
    function rowsIn({ status, text }: Answer): string {
      const claims = new Set<string>(Object.values(world.claims));
      const ids = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])].filter((id) => !claims.has(id));
      return `${status} ${ids.sort().join(' ')}`;
    }
  });

  describe('and the role of the application', () => {
    const tried = async (statement: string): Promise<string> => {
      try {
        await sql(product.applicationUrl, statement);
        return 'done';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };

    it('owns nothing, and has no rights that it could give itself', async () => {
      const [role] = await sql<Record<string, boolean>>(
        product.applicationUrl,
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`,
      );
      expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
      const owned = await sql(
        product.applicationUrl,
        `select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user
         union all select p.oid::regprocedure::text from pg_proc p join pg_roles r on r.oid = p.proowner
           where r.rolname = current_user
         union all select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname = current_user`,
      );
      expect(owned).toEqual([]);
    });

    it('cannot become somebody who may see everything', async () => {
      const [owner] = await sql<{ name: string }>(product.ownerUrl, 'select current_user as name');
      expect(await tried(`set role "${owner?.name ?? ''}"`)).toBe('42501');
      expect(await tried(`set session authorization "${owner?.name ?? ''}"`)).toBe('42501');
      const [superuser] = await sql<{ name: string }>(product.adminUrl, 'select current_user as name');
      expect(await tried(`set role "${superuser?.name ?? ''}"`)).toBe('42501');
    });

    it('cannot take a policy away, or look past it', async () => {
      for (const table of Object.keys(sees)) {
        expect([table, await tried(`alter table ${table} disable row level security`)]).toEqual([table, '42501']);
        expect([table, await tried(`drop policy in_scope on ${table}`)]).toEqual([table, '42501']);
        // The server refuses a query that would have been filtered, rather than answering it whole.
        expect([table, await tried(`set row_security = off; select * from ${table}`)]).toEqual([table, '42501']);
      }
      expect(await tried('create policy mine on contracts.contract using (true)')).toBe('42501');
      expect(
        await tried('create function platform.sees_everything() returns boolean as $$ select true $$ language sql'),
      ).toBe('42501');
      expect(await tried('select * from identity.session')).toBe('42501');
    });
  });
});

/** One person of every scope that there is. */
const SCOPES = [
  'coordinator',
  'verifier',
  'steward',
  'manager',
  'categoryManager',
  'ministryReader',
  'otherManager',
  'leftManager',
  'outsideVerifier',
  'supplier',
  'otherSupplier',
  'auditor',
] as const satisfies readonly PersonName[];

/** Writes of a row that is another's: once more, changed (as far as the role may change anything), and away. */
const WRITES: Readonly<Record<string, (table: string, columns: string) => string>> = {
  insert: (table, columns) =>
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb) returning 1`,
  lock: (table) => `select 1 from ${table} t where to_jsonb(t) = $1::jsonb for update`,
  delete: (table) => `delete from ${table} t where to_jsonb(t) = $1::jsonb returning 1`,
};

const minus = (rows: readonly Row[], others: readonly Row[]): Row[] => {
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
};

type Sees = (row: Row, visible: Visible, who: SignedIn) => boolean;

const isSupplier = ({ name }: SignedIn): boolean => ['A', 'B'].includes(placeOf(name));

/** Of each table with row-level security: who sees a row, by hand, with what is of whom in the world. */
function seenBy(world: Portfolio, acceptances: readonly Row[]): Readonly<Record<string, Sees>> {
  const namesOf = <Name extends string>(ids: Readonly<Record<Name, string>>) => {
    const names = new Map(Object.entries<string>(ids).map(([name, id]) => [id, name as Name]));
    return (id: unknown): Name | undefined => names.get(String(id));
  };
  const contractOf = namesOf<ContractName>(world.contracts);
  const planOf = namesOf<PlanName>(world.plans);
  const planOfReport = namesOf(world.reports);
  const planOfPlacement = namesOf<WorkPlan>(world.placements);
  const personOf = namesOf(
    Object.fromEntries(PERSON_NAMES.map((name) => [name, world.people[name].id])) as Record<PersonName, string>,
  );
  const planOfAcceptance = new Map(acceptances.map((row) => [row['id'], planOf(row['plan_id'])]));

  const contract =
    (column: string): Sees =>
    (row, { contracts }) =>
      contracts.some((name) => name === contractOf(row[column]));
  const plan =
    (column: string, part: 'plans' | 'work' | 'whole'): Sees =>
    (row, visible) =>
      visible[part].some((name) => name === planOf(row[column]));
  const work = plan('plan_id', 'work');
  const whole = plan('plan_id', 'whole');
  const either =
    (...ways: readonly Sees[]): Sees =>
    (row, visible, who) =>
      ways.some((way) => way(row, visible, who));
  // What is counted of a candidate and of a day is counted over all plans of a supplier.
  const ofSupplierWithWork: Sees = (row, { work: plans }) =>
    plans.some((name) => SUPPLIERS[WORK[name][0]].kvkNumber === row['supplier_kvk_number']);
  const ofGroup =
    (column: string): Sees =>
    (row, _visible, who) =>
      isSupplier(who)
        ? row[column] === world.groups[placeOf(who.name) as 'A' | 'B']
        : !['TABLE_STEWARD', 'OPERATOR'].includes(who.role);

  return {
    'contracts.contract': contract('id'),
    'contracts.obligation': contract('contract_id'),
    'contracts.revision': contract('contract_id'),
    'contracts.exemption': contract('contract_id'),
    'contracts.settlement': contract('contract_id'),
    'plans.plan': plan('id', 'plans'),
    'plans.membership': contract('obligation_id'),
    'plans.proposal': contract('obligation_id'),
    'plans.line': plan('plan_id', 'plans'),
    'plans.extension': plan('plan_id', 'plans'),
    'placements.placement': work,
    'placements.report': work,
    'placements.claim': work,
    'placements.candidate': (row, visible) => visible.work.some((name) => row['ref'] === `K-${name}`),
    'placements.counted': ofSupplierWithWork,
    'placements.day_value': ofSupplierWithWork,
    'placements.evidence': (row, visible) => visible.work.some((name) => name === planOfPlacement(row['placement_id'])),
    'placements.extension': (row, visible) =>
      visible.work.some((name) => planOfReport(row['report_id'])?.startsWith(`${name} `)),
    'allocation.account': contract('obligation_id'),
    'allocation.obligation_quarter': contract('obligation_id'),
    'allocation.entry': either(contract('obligation_id'), whole),
    'allocation."position"': either(contract('obligation_id'), whole),
    'allocation.surplus_quarter': whole,
    'allocation.book': (_row, _visible, { role }) => role === 'AUDITOR',
    // Each accepted claim gave a part to every obligation of its plan; of Def the first filled the only one there is.
    'allocation.acceptance': either(whole, (row, { contracts }) => {
      const name = planOf(row['plan_id']);
      const isFirst = row['claim_id'] === world.claims['PLAN-B-DEF 2025-Q4 PLACEMENT'];
      if (name === undefined || (name === 'PLAN-B-DEF' && !isFirst)) return false;
      return contracts.some((number) => (PLANS[name][1] as readonly string[]).includes(number));
    }),
    'allocation.acceptance_person': (row, visible) =>
      visible.whole.some((name) => name === planOfAcceptance.get(row['acceptance_id'])),
    // The account of the demo is at the network.
    'identity.person': (row, { people }) => {
      const name = personOf(row['id']);
      return name === undefined ? people.length === PERSON_NAMES.length : people.includes(name);
    },
    'identity.supplier': ofGroup('group_id'),
    'identity.supplier_group': ofGroup('id'),
    'platform.audit': (row, _visible, who) => {
      const place = placeOf(who.name);
      if (row['actor_id'] === who.id || who.role === 'AUDITOR') return true;
      if (who.role === 'TABLE_STEWARD') return row['subject'] === 'value-table';
      if (who.role === 'NETWORK_COORDINATOR' || (who.role === 'VERIFIER' && place === 'NETWORK')) {
        return row['principal_code'] === null || OF_THE_NETWORK.includes(row['principal_code'] as string);
      }
      if (isSupplier(who)) return row['supplier_group_id'] === world.groups[place as 'A' | 'B'];
      return who.role !== 'CATEGORY_MANAGER' && row['principal_code'] === place;
    },
  };
}

/** The principals whose contracts somebody sees as theirs, by hand: a category manager sees categories. */
function principalsOf({ name, role }: SignedIn): readonly string[] {
  const place = placeOf(name);
  if (role === 'NETWORK_COORDINATOR' || (role === 'VERIFIER' && place === 'NETWORK')) return MEMBERS;
  return role === 'CATEGORY_MANAGER' || ['NETWORK', 'OVERSIGHT', 'A', 'B'].includes(place) ? [] : [place];
}

/** Who is a member on the day of the world; JenV left. */
const MEMBERS = ['IenW', 'BZK', 'SZW'];

/** The same of what people are reminded of: both sides, but for what is of one side only. */
function remindersSeenBy(world: Portfolio, milestones: readonly Row[]): Readonly<Record<string, Sees>> {
  const planOf = new Map(Object.entries<string>(world.plans).map(([name, id]) => [id, name as PlanName]));
  const contractOf = new Map(Object.entries<string>(world.contracts).map(([name, id]) => [id, name as ContractName]));
  const isAuditor = ({ role }: SignedIn): boolean => role === 'AUDITOR';
  const isNetwork = (who: SignedIn): boolean => principalsOf(who) === MEMBERS;
  const ofGroup = (row: Row, who: SignedIn): boolean =>
    isSupplier(who) && row['supplier_group_id'] === world.groups[placeOf(who.name) as 'A' | 'B'];
  const ofPrincipal = (row: Row, who: SignedIn): boolean =>
    principalsOf(who).some((code) => code === row['principal_code']);

  const reminder: Sees = (row, _visible, who) =>
    isAuditor(who) ||
    (row['network'] === true && isNetwork(who)) ||
    (row['principal_codes'] as string[]).some((code) => principalsOf(who).includes(code)) ||
    (row['for_supplier'] === true && ofGroup(row, who));
  // To whom one goes, where and with what subject, is nobody else's: the lists of what was sent are the product's to tell.
  const own: Sees = (row, _visible, who) => isAuditor(who) || row['person_id'] === who.id;
  const milestone: Sees = (row, _visible, who) =>
    isAuditor(who) || (row['network'] === true && isNetwork(who)) || ofPrincipal(row, who) || ofGroup(row, who);
  const signal: Sees = (row, { contracts, plans }, who) => {
    const id = String(row['subject_id']);
    if (isAuditor(who) || ofGroup(row, who)) return true;
    const [contract, plan] = [contractOf.get(id), planOf.get(id)];
    return (contract !== undefined && contracts.includes(contract)) || (plan !== undefined && plans.includes(plan));
  };
  return {
    'monitoring.reminder': reminder,
    'monitoring.recipient': own,
    'monitoring.digest': own,
    'monitoring.deviation': (row, { plans }, who) => {
      const plan = planOf.get(String(row['plan_id']));
      return isAuditor(who) || ofPrincipal(row, who) || (plan !== undefined && plans.includes(plan));
    },
    'monitoring.milestone': milestone,
    'monitoring.milestone_withdrawal': (row, visible, who) =>
      milestones.some((one) => one['id'] === row['milestone_id'] && milestone(one, visible, who)),
    'monitoring.stale_address': (row, { people }, who) =>
      isAuditor(who) ||
      isNetwork(who) ||
      // Colleagues, and oneself among them; who sees only itself sees none.
      (people.length > 1 && people.some((name) => world.people[name].id === row['person_id'])),
    // Told to whom each is by the process that keeps them; see `demo-mails.controller.ts`.
    'monitoring.demo_mail': (_row, _visible, who) => isAuditor(who),
    'monitoring.signal': signal,
    'monitoring.signal_change': signal,
  };
}
