import { EVERYTHING, NOTHING, THE_PRODUCT, type Actor } from '@sr/kernel';
import type { Contract } from '@sr/contracts';
import type { Claim, Placement } from '@sr/placements';
import type { Plan } from '@sr/plans';
import { Client } from 'pg';
import type { Product } from '../apps/standalone/src/product/product';
import { sql, testProduct, type TestProduct } from './support/database';
import { Given, MANAGER, TABLE, VERIFIER } from './support/given';
import { afterEachStatement } from './support/statements';

/** What the database itself refuses, of whoever asks: the second lock behind every rule of the services. */
describe('the database refuses', () => {
  let product: TestProduct;
  let application: Client;
  let owner: Client;
  let a: Contract;
  let b: Contract;
  let settled: Contract;
  let plan: Plan;
  let placement: Placement;
  let accepted: Claim;
  let waiting: Claim;

  beforeAll(async () => {
    product = await testProduct();
    const given = new Given(product);
    [a, b, settled] = [await given.contract(100_000), await given.contract(100_000), await given.contract(50_000)];
    plan = await given.plan([a, b, settled]);
    placement = await given.placement(plan);
    accepted = await given.hours(placement, 6_000);
    waiting = await given.hours(placement, 100, { from: '2024-04-01', to: '2024-06-30' });
    await given.accept(accepted);
    await given.accept(await given.purchase(plan, 200_000));
    await product.allocation.settle(MANAGER, settled.id);
    await product.valuation.register(MANAGER, { ...TABLE, code: 'FREE' });
    [application, owner] = [product.applicationUrl, product.ownerUrl].map(
      (connectionString) => new Client({ connectionString }),
    ) as [Client, Client];
    await Promise.all([application.connect(), owner.connect()]);
    // With every row in sight, so that what is refused is not refused for want of it.
    await application.query(`select set_config('app.scope', $1, false)`, [JSON.stringify(EVERYTHING)]);
  });
  afterAll(async () => {
    await Promise.all([application.end(), owner.end()]);
    await product.close();
  });

  /** Why the database refuses a statement, or that it does not: `42501` is "not yours to do". Nothing of it is kept. */
  async function answer(client: Client, statement: string, parameters: unknown[] = []): Promise<string> {
    await client.query('begin');
    try {
      await client.query(statement, parameters);
      return 'done';
    } catch (error) {
      const { code, constraint, message } = error as { code: string; constraint?: string; message: string };
      return [code, constraint ?? (code === '23514' ? message : undefined)].filter(Boolean).join(' ');
    } finally {
      await client.query('rollback');
    }
  }

  const APPEND_ONLY = ['allocation.entry', 'platform.audit', 'contracts.revision'];
  const CHANGES = [
    ['update', (table: string) => `update ${table} set recorded_at = now()`],
    ['update of no row', (table: string) => `update ${table} set recorded_at = now() where false`],
    ['delete', (table: string) => `delete from ${table}`],
    ['truncate', (table: string) => `truncate ${table} cascade`],
  ] as const;
  const every = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] =>
    as.flatMap((x) => bs.map((y): [A, B] => [x, y]));

  describe('A6: what is written stays as it was written', () => {
    it.each(every(APPEND_ONLY, CHANGES))('%s: of the application and of the owner, %p', async (table, [, change]) => {
      expect(await answer(application, change(table))).toBe('42501');
      expect(await answer(owner, change(table))).toBe('23001');
    });

    it.each(APPEND_ONLY)('%s takes new rows, and is not empty', async (table) => {
      const rows = await sql(product.adminUrl, `select from ${table}`);
      expect(rows.length).toBeGreaterThan(0);
    });

    it('the outbox: of the application', async () => {
      for (const [, change] of CHANGES) expect(await answer(application, change('platform.outbox'))).toBe('42501');
    });
  });

  describe('balances are the database’s own', () => {
    it.each([
      'update allocation.account set allocated_cents = allocated_cents',
      'update allocation.account set centihours = centihours',
      'update allocation.account set principal_code = principal_code',
      'delete from allocation.account',
      'insert into allocation.account (obligation_id, principal_code, awarded_on, amount_cents, allocated_cents) values (gen_random_uuid(), $$IenW$$, now(), 1, 1)',
      'update allocation.position set cents = cents',
      'insert into allocation.position select * from allocation.position',
      'delete from allocation.position',
      'update allocation.obligation_quarter set cents = cents',
      'insert into allocation.obligation_quarter select * from allocation.obligation_quarter',
      'delete from allocation.obligation_quarter',
      'update allocation.surplus_quarter set cents = cents',
      'insert into allocation.surplus_quarter select * from allocation.surplus_quarter',
      'delete from allocation.surplus_quarter',
      'update allocation.acceptance set value_cents = value_cents',
      'update allocation.acceptance set plan_id = plan_id',
      'delete from allocation.acceptance',
      'delete from allocation.book',
      'alter table allocation.entry disable trigger keep_balances',
      'set session_replication_role = replica',
    ])('%s', async (statement) => {
      expect(await answer(application, statement)).toBe('42501');
    });
  });

  describe('entries that break a rule', () => {
    /** Adds entries to the claim that is accepted: cents and centihours per contract, or the surplus. */
    const entries = (lines: readonly (readonly [Contract | null, number, number])[]) =>
      answer(
        application,
        `insert into allocation.entry
           (acceptance_id, plan_id, obligation_id, cents, centihours, reason, period_to, employment_form, register_indicated, recorded_at)
         select a.id, a.plan_id, l.obligation_id, l.cents, l.centihours, 'REOFFER', a.period_to, a.employment_form,
                a.register_indicated, now()
         from allocation.acceptance a, unnest($2::uuid[], $3::bigint[], $4::bigint[]) as l (obligation_id, cents, centihours)
         where a.claim_id = $1`,
        [
          accepted.id,
          lines.map(([contract]) => contract?.id ?? null),
          lines.map(([, cents]) => cents),
          lines.map(([, , centihours]) => centihours),
        ],
      );
    const A1 = '23514 A1: the entries of a claim do not add up to its value and hours';

    // Of 6,000 centihours (120,000 cents) A and B hold 48,000 each and the settled one 24,000; all three are full.
    it.each<[string, () => (readonly [Contract | null, number, number])[], string]>([
      [
        'none of it: what adds up and has room',
        () => [
          [a, -100, -5],
          [null, 100, 5],
        ],
        'done',
      ],
      ['A1: a cent too many', () => [[null, 1, 0]], A1],
      ['A1: a cent too few', () => [[a, -1, 0]], A1],
      ['A1: an hour too many', () => [[null, 0, 1]], A1],
      [
        'A1: a cent that gets lost on the way',
        () => [
          [a, -100, 0],
          [null, 99, 0],
        ],
        A1,
      ],
      [
        'A2: above the amount',
        () => [
          [a, 1, 0],
          [b, -1, 0],
        ],
        '23514 a2_within_amount',
      ],
      [
        'A3: less than no cents of a claim on a place',
        () => [
          [a, -48_001, 0],
          [null, 48_001, 0],
        ],
        '23514 a3_cents',
      ],
      [
        'A3: less than no hours of a claim on a place',
        () => [
          [a, -1, -2_401],
          [null, 1, 2_401],
        ],
        '23514 a3_hours',
      ],
      [
        'A3: cents off a place where the claim has none',
        () => [
          [null, -1, 0],
          [a, 1, 0],
        ],
        '23514 a3_cents',
      ],
      ['an entry of nothing', () => [[a, 0, 0]], '23514 entry_check'],
    ])('%s', async (_what, lines, refusal) => {
      expect(await entries(lines())).toBe(refusal);
    });

    it('A1: entries of a claim that was reversed', async () => {
      await application.query('begin');
      const reversed = application.query('update allocation.acceptance set reversed_at = now()');
      await expect(reversed).resolves.toBeDefined();
      const more = application.query(
        `insert into allocation.entry (acceptance_id, plan_id, cents, centihours, reason, period_to, register_indicated, recorded_at)
         select id, plan_id, 1, 0, 'ACCEPT', period_to, false, now() from allocation.acceptance limit 1`,
      );
      await expect(more).rejects.toThrow(/^A1/);
      await application.query('rollback');
    });

    it('A2: an amount below what is allocated', async () => {
      const lower = 'update allocation.account set amount_cents = 99999 where obligation_id = $1';
      expect(await answer(application, lower, [a.id])).toBe('23514 a2_within_amount');
      expect(await answer(owner, lower, [a.id])).toBe('23514 a2_within_amount');
    });
  });

  describe('a value table that a plan uses cannot change', () => {
    const PINNED = `(select id from valuation.value_table where code = 'T1')`;
    const FREE = `(select id from valuation.value_table where code = 'FREE')`;

    it.each([
      `update valuation.value_table set name = 'other' where id = ${PINNED}`,
      `update valuation.value_table set pinned_at = null where id = ${PINNED}`,
      `delete from valuation.value_table where id = ${PINNED}`,
      `update valuation.block set annual_value_cents = 1 where code = 'WORK' and value_table_id = ${PINNED}`,
      `update valuation.block set value_table_id = ${FREE}, code = 'MOVED' where code = 'WORK' and value_table_id = ${PINNED}`,
      `delete from valuation.block where value_table_id = ${PINNED}`,
      `insert into valuation.block (value_table_id, ordinal, code, label, kind, rate_bp) values (${PINNED}, 9, 'NEW', 'New', 'PURCHASE', 1)`,
      `update valuation.block set value_table_id = ${PINNED}, code = 'MOVED' where code = 'WORK' and value_table_id = ${FREE}`,
      `update valuation.bonus set annual_value_cents = 1 where value_table_id = ${PINNED}`,
      `update valuation.bonus set value_table_id = ${FREE}, code = 'MOVED' where value_table_id = ${PINNED}`,
      `delete from valuation.bonus where value_table_id = ${PINNED}`,
      `insert into valuation.bonus values (${PINNED}, 9, 'NEW', 'New', 1)`,
    ])('%s', async (statement) => {
      expect(await answer(application, statement)).toBe('23001');
      expect(await answer(owner, statement)).toBe('23001');
    });

    it.each(['value_table', 'block', 'bonus'])('truncate of %s', async (table) => {
      expect(await answer(application, `truncate valuation.${table} cascade`)).toBe('42501');
      expect(await answer(owner, `truncate valuation.${table} cascade`)).toBe('23001');
    });

    it('one that no plan uses can', async () => {
      expect(await answer(application, `update valuation.value_table set name = 'x' where id = ${FREE}`)).toBe('done');
      expect(await answer(application, `update valuation.block set label = 'x' where value_table_id = ${FREE}`)).toBe(
        'done',
      );
      expect(await answer(application, `delete from valuation.value_table where id = ${FREE}`)).toBe('done');
    });
  });

  describe('what breaks a rule of contracts, plans and claims', () => {
    const copyOfClaim = (changes: Record<string, string>) => {
      const columns = ['id', 'ref', 'plan_id', 'supplier_kvk_number', 'kind', 'block', 'placement_id', 'period_from'];
      columns.push('period_to', 'centihours', 'invoice_cents', 'earmark_id', 'status', 'submitted_by', 'submitted_at');
      const all: Record<string, string> = { id: 'gen_random_uuid()', ref: `'COPY'`, ...changes };
      return `insert into placements.claim (${columns.join(', ')})
              select ${columns.map((column) => all[column] ?? column).join(', ')} from placements.claim where id = $1`;
    };

    it.each<[string, string, () => string, string]>([
      [
        'a change of a settled obligation',
        'update contracts.obligation set amount_cents = 1 where contract_id = $1',
        () => settled.id,
        '23001',
      ],
      [
        'another day of settling',
        'update contracts.obligation set settled_on = null where contract_id = $1',
        () => settled.id,
        '23001',
      ],
      [
        'a second plan at the same time',
        'insert into plans.membership select gen_random_uuid(), plan_id, obligation_id, joined_at, null from plans.membership where obligation_id = $1',
        () => a.id,
        '23505 one_plan_at_a_time',
      ],
      [
        'a claim with a day that another has',
        copyOfClaim({ period_from: `'2024-06-30'` }),
        () => waiting.id,
        '23P01 claim_days_once',
      ],
      [
        'a claim over a quarter',
        copyOfClaim({ period_from: `'2024-09-30'`, period_to: `'2024-10-01'` }),
        () => waiting.id,
        '23514 claim_in_one_quarter',
      ],
      [
        'a claim that ends before it begins',
        copyOfClaim({ period_from: `'2024-08-02'`, period_to: `'2024-08-01'` }),
        () => waiting.id,
        '23514 claim_check',
      ],
      [
        'a claim twice under one name',
        copyOfClaim({ ref: 'ref', period_from: `'2024-07-01'`, period_to: `'2024-07-01'` }),
        () => waiting.id,
        '23505 claim_ref_once',
      ],
      [
        'a decision of who submitted the claim',
        `update placements.claim set status = 'REJECTED', decided_by = submitted_by, decided_at = now(), decision_reason = 'x' where id = $1`,
        () => waiting.id,
        '23514 never_decided_by_the_submitter',
      ],
      [
        'a reversal by who submitted the claim',
        `update placements.claim set status = 'REVERSED', reversed_by = submitted_by, reversed_at = now(), reversal_reason = 'x' where id = $1`,
        () => accepted.id,
        '23514 never_decided_by_the_submitter',
      ],
      [
        'a rejection without a reason',
        `update placements.claim set status = 'REJECTED', decided_by = 'x', decided_at = now(), decision_reason = ' ' where id = $1`,
        () => waiting.id,
        '23514 a_rejection_has_a_reason',
      ],
      [
        'a reversal without a reason',
        `update placements.claim set status = 'REVERSED', reversed_by = 'x', reversed_at = now() where id = $1`,
        () => accepted.id,
        '23514 a_reversal_has_a_reason',
      ],
      [
        'an acceptance without a value',
        `update placements.claim set status = 'ACCEPTED', decided_by = 'x', decided_at = now() where id = $1`,
        () => waiting.id,
        '23514 valued_when_accepted',
      ],
      [
        'a second acceptance of a claim',
        `insert into allocation.acceptance
           (claim_id, claim_number, claim_kind, supplier_kvk_number, plan_id, value_cents, job_centihours, period_from,
            period_to, register_indicated, recorded_at)
         select claim_id, claim_number, claim_kind, supplier_kvk_number, plan_id, 0, 0, period_from, period_to, false, now()
         from allocation.acceptance where claim_id = $1`,
        () => accepted.id,
        '23505 acceptance_of_claim_once',
      ],
      ['the removal of a claim', 'delete from placements.claim where id = $1', () => waiting.id, '42501'],
      ['the removal of a contract', 'delete from contracts.contract where id = $1', () => a.id, '42501'],
      [
        'another principal on a contract',
        `update contracts.contract set principal_code = 'BZK' where id = $1`,
        () => a.id,
        '42501',
      ],
      [
        'another member of a plan in the same row',
        'update plans.membership set plan_id = plan_id where obligation_id = $1',
        () => a.id,
        '42501',
      ],
    ])('%s', async (_what, statement, id, refusal) => {
      expect(await answer(application, statement, [id()])).toBe(refusal);
    });

    it('and not what keeps the rules', async () => {
      const elsewhere = copyOfClaim({ period_from: `'2024-07-01'`, period_to: `'2024-07-01'` });
      expect(await answer(application, elsewhere, [waiting.id])).toBe('done');
      const reject = `update placements.claim set status = 'REJECTED', decided_by = 'x', decided_at = now(), decision_reason = 'x' where id = $1`;
      expect(await answer(application, reject, [waiting.id])).toBe('done');
      const lower = 'update contracts.obligation set amount_cents = 1 where contract_id = $1';
      expect(await answer(application, lower, [a.id])).toBe('done');
    });
  });

  describe('the order of the libraries', () => {
    // Below all of them the tables of the queues, which are BullMQ's.
    const ORDER = [
      'bullmq',
      'platform',
      'identity',
      'valuation',
      'contracts',
      'plans',
      'placements',
      'allocation',
      'monitoring',
    ];

    it('foreign keys point to tables of the same or a lower library only', async () => {
      const keys = await sql<{ name: string; from: string; to: string }>(
        product.adminUrl,
        `select k.conname as name, f.relnamespace::regnamespace::text as from, t.relnamespace::regnamespace::text as to
         from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
         where k.contype = 'f'`,
      );
      expect(keys.length).toBeGreaterThan(20);
      expect(keys.filter(({ from, to }) => !ORDER.includes(from) || !ORDER.includes(to))).toEqual([]);
      expect(keys.filter(({ from, to }) => ORDER.indexOf(to) > ORDER.indexOf(from))).toEqual([]);
    });

    it('there is no table outside them but the list of migrations', async () => {
      const tables = await sql<{ name: string }>(
        product.adminUrl,
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> all ($1)`,
        [ORDER],
      );
      expect(tables).toEqual([{ name: 'schema_migration' }]);
    });
  });

  describe('the application’s role', () => {
    it('owns nothing and passes nothing by', async () => {
      const roles = await sql(
        product.adminUrl,
        `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
                (select count(*) from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o')::int as owns,
                (select array_agg(m.roleid::regrole::text) from pg_auth_members m where m.member = r.oid) as member_of
         from pg_roles r where rolname in ('sr_app', 'sr_app_login') order by 1`,
      );
      const nothing = {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owns: 0,
      };
      expect(roles).toEqual([
        { rolname: 'sr_app', ...nothing, member_of: null },
        { rolname: 'sr_app_login', ...nothing, member_of: ['sr_app'] },
      ]);
    });

    it('may remove rows of value tables, sessions, repeated requests, queues and what is worked out anew only, and empty or make no table at all', async () => {
      const may = (privilege: string) =>
        sql<{ name: string }>(
          product.applicationUrl,
          `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and has_table_privilege(c.oid, $1) order by 1`,
          [privilege],
        );
      // In the queues it works with rows as BullMQ asks.
      const removable = (await may('delete')).map(({ name }) => name).filter((name) => !name.startsWith('bullmq.'));
      expect(removable).toEqual([
        'identity.session',
        'monitoring.demo_mail',
        'monitoring.signal',
        'monitoring.stale_address',
        'platform.request',
        'valuation.block',
        'valuation.bonus',
        'valuation.value_table',
      ]);
      for (const privilege of ['truncate', 'trigger', 'references', 'maintain'])
        expect(await may(privilege)).toEqual([]);
      expect(await answer(application, 'create table public.mine (id int)')).toBe('42501');
      expect(await answer(application, 'create table allocation.mine (id int)')).toBe('42501');
      expect(await answer(application, 'create schema mine')).toBe('42501');
    });

    it('runs as somebody else only what needs it, which looks for names in no schema of its own', async () => {
      const functions = await sql(
        product.adminUrl,
        `select p.oid::regproc::text as name, proconfig from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where p.prosecdef and n.nspname !~ '^pg_' order by 1`,
      );
      // The keeping of balances; whether a number is taken; the names of who did something; who has a session, asked
      // before anybody's scope is known; whether a claim was reported by the own principal; letting old events go.
      const names = [
        'allocation.keep_balances',
        'contracts.numbers_taken',
        'identity.names_of',
        'identity.session_of',
        'placements.claimed_by_own',
        'platform.forget_relayed_events',
      ];
      const proconfig = ['search_path=pg_catalog, pg_temp'];
      // BullMQ's way to add many jobs at once makes temporary tables, which the application may not.
      const bulk = { name: 'bullmq.add_jobs_bulk_unlocked', proconfig: ['search_path=bullmq, pg_temp'] };
      expect(functions).toEqual(
        [bulk, ...names.map((name) => ({ name, proconfig }))].sort((x, y) => (x.name < y.name ? -1 : 1)),
      );
    });
  });

  describe('indexes', () => {
    it('every foreign key has an index that begins with it, but for those that nobody searches by', async () => {
      const keys = await sql<{ name: string }>(
        product.adminUrl,
        `select k.conrelid::regclass || '.' || string_agg(a.attname, ', ') as name
         from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
         where k.contype = 'f' and not exists (
           select from pg_index i where i.indrelid = k.conrelid
             and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
         group by k.oid, k.conrelid order by 1`,
      );
      // Nothing searches by these, and the rows that they point to are never removed and never get another key.
      expect(keys.map(({ name }) => name)).toEqual([
        'allocation.acceptance.plan_id',
        'contracts.revision.principal_code',
        'monitoring.milestone.principal_code',
        'monitoring.milestone.supplier_group_id',
        'monitoring.signal_change.supplier_group_id',
        'placements.claim.earmark_id',
      ]);
    });

    it('every statement of the services can find its rows by an index', async () => {
      const other = await product.again();
      const statements = await statementsOf(other, async () => {
        const given = new Given(other, '68750111');
        const c = await given.contract(100_000, { number: 'X/C' });
        const d = await given.contract(100_000, { number: 'X/D' });
        const its = await given.plan([c]);
        const limited = await given.placement(its, { block: 'LIMITED', bonuses: ['AGE_55'] });
        const claims = [await given.hours(limited, 6_000, undefined, c.number), await given.activity(its, 900)];
        await given.accept(...claims, await given.purchase(its, 50_000));
        const rejected = await given.purchase(its, 1);
        await other.placements.reject(VERIFIER, [rejected.id], 'Dubbel');
        const waiting = await given.purchase(its, 2);
        await other.allocation.previewDecisions(OF_NETWORK, [{ claimId: waiting.id, verdict: 'ACCEPT' }]);
        await other.allocation.decide(OF_NETWORK, [{ claimId: waiting.id, verdict: 'ACCEPT' }]);
        for (const who of [OF_NETWORK, OF_IENW]) {
          await other.statements.plan(who, its.id, {});
          await other.statements.plan(who, its.id, { order: 'NEWEST_FIRST' });
          await other.statements.plan(who, its.id, { year: 2024 });
          await other.statements.supplierGroup(who, its.supplierGroupId, {});
          await other.statements.principal(who, 'IenW', {});
          await other.statements.contract(who, c.id, {});
          await other.statements.contract(who, c.id, { year: 2024 });
          await other.statements.balance(who, c.id);
        }
        await other.allocation.join(MANAGER, its.id, d.id);
        await other.allocation.revise(MANAGER, c.id, { amountCents: 50_000 }, 'Minder');
        await other.allocation.reverse(VERIFIER, claims[0]?.id ?? '', 'Niet juist');
        await other.allocation.leave(MANAGER, its.id, c.id);
        await other.allocation.settle(MANAGER, c.id);
        await other.identity.recordMembership(MANAGER, {
          principalCode: 'BZK',
          joinedOn: '2023-01-01',
          leftOn: null,
          note: null,
        });
        await other.db.read(THE_PRODUCT, (reader) => other.allocation.surpluses(reader, [its.id]));
      });
      expect(statements.length).toBeGreaterThan(40);

      await owner.query('set enable_seqscan = off');
      // What it looks for, it finds.
      expect(fullScans((await explain('select from placements.claim where block = $1'))[0])).toHaveLength(1);
      const whole = [];
      for (const statement of statements) {
        // As it is planned whatever the values of its parameters are; it is not run.
        const [row] = await explain(statement);
        whole.push(...fullScans(row).map((scan) => `${scan}: ${statement}`));
      }
      expect(whole).toEqual([]);
    });
  });

  /** The statements that a product runs, each once and without its values; not those that begin and end transactions. */
  async function statementsOf(of: Product, work: () => Promise<void>): Promise<string[]> {
    const statements = new Set<string>();
    const undo = afterEachStatement(of, async ({ sql: statement }) => {
      if (/^\s*(select|insert|update|delete|merge)/i.test(statement)) statements.add(statement);
    });
    await work();
    undo();
    return [...statements];
  }

  async function explain(statement: string): Promise<PlanNode[]> {
    const { rows } = await owner.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `explain (generic_plan, format json) ${statement}`,
    );
    return rows[0]?.['QUERY PLAN'].map((each) => each.Plan) ?? [];
  }
});

const OF_NETWORK: Actor = {
  id: 'of-network',
  name: 'Beoordelaar',
  scope: { ...NOTHING, network: true, principals: ['IenW'] },
};
const OF_IENW: Actor = { id: 'of-ienw', name: 'Contractmanager', scope: { ...NOTHING, principals: ['IenW'] } };

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Parent Relationship'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The tables that a plan reads from end to end, with or without an index. */
function fullScans(plan: PlanNode | undefined): string[] {
  if (!plan) return ['no plan'];
  const { 'Node Type': type, 'Relation Name': table, 'Index Cond': condition, Plans: below = [] } = plan;
  const isFull =
    type === 'Seq Scan' || (/^(Index|Index Only|Bitmap Index) Scan$/.test(type) && condition === undefined);
  // Whether one of several conditions is asked row by row or worked out for all rows first goes by the size of its table,
  // and these are next to empty.
  const inside = below.filter((node) => node['Parent Relationship'] !== 'SubPlan');
  return [...(isFull ? [`${type} of ${table}`] : []), ...inside.flatMap(fullScans)];
}
