import type { Client } from 'pg';
import { createProductDatabase, type PostgresAccess } from '../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct, type Product } from '../../apps/standalone/src/product/product';
import { connect } from './load';
import { median } from './measure';
import { AFTER_ALL, DECIDER } from './portfolio';

/** How many decisions a second, as the median of the batches. */
export interface DecisionSpeed {
  readonly entriesPerBatch: number;
  readonly product: number;
  readonly bulk: number;
  /** Null when it was not measured. */
  readonly rowByRow: number | null;
}

/**
 * Batches of decisions on three copies of one database: by the product on the first, and then exactly the rows that it
 * wrote by hand on the others, in bulk and claim by claim. The first batch only warms up.
 */
export class DecisionRace {
  private constructor(
    private readonly product: Product,
    private readonly clients: { product: Client; bulk: Client; rowByRow: Client | null },
  ) {}

  static async open(server: PostgresAccess, template: string, withRowByRow: boolean): Promise<DecisionRace> {
    const copyOf = async (name: string): Promise<string> =>
      (await createProductDatabase(server, `${template}_${name}`, { template })).appUrl;
    const url = await copyOf('product');
    const product = await openProduct(url);
    product.clock.set(AFTER_ALL);
    return new DecisionRace(product, {
      product: await connect(url),
      bulk: await connect(await copyOf('bulk')),
      rowByRow: withRowByRow ? await connect(await copyOf('row_by_row')) : null,
    });
  }

  async run(batches: readonly (readonly string[])[], progress: (batch: number) => void): Promise<DecisionSpeed> {
    const { product, bulk, rowByRow } = this.clients;
    const times = { product: [] as number[], bulk: [] as number[], rowByRow: [] as number[] };
    const entries: number[] = [];
    for (const [index, claimIds] of batches.entries()) {
      progress(index);
      const isWarm = index > 0;
      const time = async (work: () => Promise<void>, kept: number[]): Promise<void> => {
        const startedAt = performance.now();
        await work();
        if (isWarm) kept.push((performance.now() - startedAt) / claimIds.length);
      };
      await time(() => this.decide(claimIds), times.product);
      const rows = await rowsOf(product, claimIds);
      if (isWarm) entries.push(rows.entries.length);
      await time(() => inTransaction(bulk, () => writeAll(bulk, rows)), times.bulk);
      if (rowByRow) await time(() => inTransaction(rowByRow, () => writeOneByOne(rowByRow, rows)), times.rowByRow);
    }
    const perSecond = (milliseconds: readonly number[]): number => 1000 / median(milliseconds);
    return {
      entriesPerBatch: median(entries),
      product: perSecond(times.product),
      bulk: perSecond(times.bulk),
      rowByRow: rowByRow ? perSecond(times.rowByRow) : null,
    };
  }

  /** The tables that are not the same in every copy. */
  async differences(): Promise<string[]> {
    const { product, bulk, rowByRow } = this.clients;
    const different: string[] = [];
    for (const table of TABLES) {
      const wanted = await digest(product, table);
      if ((await digest(bulk, table)) !== wanted) different.push(`${table}: in bulk it is not what the product wrote`);
      if (rowByRow && (await digest(rowByRow, table)) !== wanted) different.push(`${table}: not so row by row`);
    }
    return different;
  }

  verifyLedger(): ReturnType<Product['allocation']['verifyLedger']> {
    return this.product.allocation.verifyLedger();
  }

  async close(): Promise<void> {
    await this.product.close();
    for (const client of Object.values(this.clients)) await client?.end();
  }

  private async decide(claimIds: readonly string[]): Promise<void> {
    await this.product.allocation.accept(
      DECIDER,
      claimIds.map((claimId) => ({ claimId })),
    );
  }
}

/** Everything that a decision writes, the balances that the database keeps included. */
const TABLES = [
  ...['placements.claim', 'placements.counted', 'placements.day_value', 'platform.audit', 'platform.outbox'],
  ...['allocation.acceptance', 'allocation.acceptance_person', 'allocation.entry'],
  ...['allocation.position', 'allocation.account'],
  ...['allocation.obligation_quarter', 'allocation.surplus_quarter'],
];

async function digest(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `select md5(string_agg(t::text, ' ' order by t::text)) as digest from ${table} t`,
  );
  return rows[0]?.digest ?? '';
}

type Row = Readonly<Record<string, unknown>>;

/** The rows that a batch left behind, as text, in the order in which they were written. */
interface BatchRows {
  readonly claims: readonly Row[];
  readonly counted: readonly Row[];
  readonly days: readonly Row[];
  readonly audit: readonly Row[];
  readonly acceptances: readonly Row[];
  readonly people: readonly Row[];
  readonly entries: readonly Row[];
  readonly outbox: readonly Row[];
}

async function rowsOf(client: Client, claimIds: readonly string[]): Promise<BatchRows> {
  const read = async (sql: string): Promise<Row[]> => (await client.query<Row>(sql, [claimIds])).rows;
  return {
    claims: await read(
      `select c.id::text, c.status, c.decided_by, c.decided_at::text, c.accepted_centihours, c.accepted_invoice_cents,
              c.value_cents, c.counted_centihours, c.job_centihours, c.used_before, c.register_indicated
       from unnest($1::uuid[]) with ordinality as batch (id, place) join placements.claim c on c.id = batch.id order by place`,
    ),
    counted: await read(
      `select distinct u.* from placements.counted u
       join placements.placement p on (p.supplier_kvk_number, p.candidate, p.block) = (u.supplier_kvk_number, u.candidate, u.block)
       join placements.claim c on c.placement_id = p.id where c.id = any ($1::uuid[]) and c.counted_centihours > 0`,
    ),
    days: await read(
      `select distinct u.* from placements.day_value u
       join placements.claim c on (c.supplier_kvk_number, c.block, c.period_from) = (u.supplier_kvk_number, u.block, u.day)
       where c.id = any ($1::uuid[]) and c.kind = 'ACTIVITY' and c.value_cents > 0`,
    ),
    audit: await read(
      `select recorded_at::text, actor_id, action, subject, subject_id, detail::text, supplier_group_id from platform.audit
       where subject = 'claim' and subject_id = any ($1::text[]) order by id`,
    ),
    people: await read(
      `select p.* from allocation.acceptance_person p join allocation.acceptance a on a.id = p.acceptance_id
       where a.claim_id = any ($1::uuid[]) order by p.acceptance_id`,
    ),
    acceptances: await read(
      `select a.*, a.recorded_at::text as recorded_at from allocation.acceptance a where claim_id = any ($1::uuid[]) order by id`,
    ),
    entries: await read(
      `select e.*, e.recorded_at::text as recorded_at from allocation.entry e
       join allocation.acceptance a on a.id = e.acceptance_id where a.claim_id = any ($1::uuid[]) order by e.id`,
    ),
    outbox: await read(
      `select type, payload::text, recorded_at::text from platform.outbox where $1::text[] is not null order by id desc limit 1`,
    ),
  };
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

async function writeAll(client: Client, rows: BatchRows): Promise<void> {
  await writeClaims(client, rows.claims);
  await writeCounters(client, rows);
  await writeAudit(client, rows.audit);
  await writeAcceptances(client, rows.acceptances);
  await writePeople(client, rows.people);
  await writeEntries(client, rows.entries);
  await writeOutbox(client, rows.outbox);
}

/** The database asks for all entries of a claim in one statement, so this is as close to row by row as can be. */
async function writeOneByOne(client: Client, rows: BatchRows): Promise<void> {
  const entries = new Map<unknown, Row[]>();
  for (const entry of rows.entries) {
    const id = entry['acceptance_id'];
    entries.set(id, [...(entries.get(id) ?? []), entry]);
  }
  for (const [index, claim] of rows.claims.entries()) {
    const acceptances = rows.acceptances.slice(index, index + 1);
    const people = rows.people.filter((person) => person['acceptance_id'] === acceptances[0]?.['id']);
    await writeClaims(client, [claim]);
    await writeAudit(client, rows.audit.slice(index, index + 1));
    await writeAcceptances(client, acceptances);
    await writePeople(client, people);
    await writeEntries(client, entries.get(acceptances[0]?.['id']) ?? []);
  }
  await writeCounters(client, rows);
  await writeOutbox(client, rows.outbox);
}

const columns = (rows: readonly Row[], ...names: readonly string[]): unknown[][] =>
  names.map((name) => rows.map((row) => row[name]));

async function writeClaims(client: Client, rows: readonly Row[]): Promise<void> {
  await client.query(
    `update placements.claim c
     set status = d.status, decided_by = d.decided_by, decided_at = d.decided_at, accepted_centihours = d.accepted_centihours,
         accepted_invoice_cents = d.accepted_invoice_cents, value_cents = d.value_cents,
         counted_centihours = d.counted_centihours, job_centihours = d.job_centihours, used_before = d.used_before,
         register_indicated = d.register_indicated
     from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::boolean[])
       as d (id, status, decided_by, decided_at, accepted_centihours, accepted_invoice_cents, value_cents, counted_centihours,
             job_centihours, used_before, register_indicated)
     where c.id = d.id`,
    columns(
      rows,
      ...['id', 'status', 'decided_by', 'decided_at', 'accepted_centihours', 'accepted_invoice_cents'],
      ...['value_cents', 'counted_centihours', 'job_centihours', 'used_before', 'register_indicated'],
    ),
  );
}

async function writeCounters(client: Client, { counted, days }: BatchRows): Promise<void> {
  await client.query(
    `insert into placements.counted select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
     on conflict (supplier_kvk_number, candidate, block) do update set centihours = excluded.centihours`,
    columns(counted, 'supplier_kvk_number', 'candidate', 'block', 'centihours'),
  );
  await client.query(
    `insert into placements.day_value select * from unnest($1::text[], $2::text[], $3::date[], $4::bigint[])
     on conflict (supplier_kvk_number, block, day) do update set cents = excluded.cents`,
    columns(days, 'supplier_kvk_number', 'block', 'day', 'cents'),
  );
}

async function writeAudit(client: Client, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into platform.audit (recorded_at, actor_id, action, subject, subject_id, detail, supplier_group_id)
     select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::uuid[])`,
    columns(rows, 'recorded_at', 'actor_id', 'action', 'subject', 'subject_id', 'detail', 'supplier_group_id'),
  );
}

async function writeAcceptances(client: Client, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into allocation.acceptance
       (id, claim_id, claim_number, claim_kind, supplier_kvk_number, plan_id, value_cents, job_centihours, period_from,
        period_to, employment_form, register_indicated, recorded_at)
     overriding system value
     select * from unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::uuid[], $7::bigint[],
       $8::bigint[], $9::date[], $10::date[], $11::text[], $12::boolean[], $13::timestamptz[])`,
    columns(
      rows,
      ...[
        'id',
        'claim_id',
        'claim_number',
        'claim_kind',
        'supplier_kvk_number',
        'plan_id',
        'value_cents',
        'job_centihours',
        'period_from',
        'period_to',
      ],
      ...['employment_form', 'register_indicated', 'recorded_at'],
    ),
  );
}

async function writePeople(client: Client, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into allocation.acceptance_person (acceptance_id, person_id, block, region)
     select * from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])`,
    columns(rows, 'acceptance_id', 'person_id', 'block', 'region'),
  );
}

async function writeEntries(client: Client, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `insert into allocation.entry
       (id, acceptance_id, plan_id, obligation_id, cents, centihours, reason, period_to, employment_form, register_indicated, recorded_at)
     overriding system value
     select * from unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::text[], $8::date[],
       $9::text[], $10::boolean[], $11::timestamptz[])`,
    columns(
      rows,
      ...['id', 'acceptance_id', 'plan_id', 'obligation_id', 'cents', 'centihours', 'reason', 'period_to'],
      ...['employment_form', 'register_indicated', 'recorded_at'],
    ),
  );
}

async function writeOutbox(client: Client, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into platform.outbox (type, payload, recorded_at)
     select * from unnest($1::text[], $2::jsonb[], $3::timestamptz[])`,
    columns(rows, 'type', 'payload', 'recorded_at'),
  );
}
