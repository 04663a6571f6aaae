import { PeopleService, SessionsService, type Invitation } from '@sr/identity';
import { EVERYTHING, THE_PRODUCT, type Actor } from '@sr/kernel';
import { ReportsService } from '@sr/placements';
import { NestFactory } from '@nestjs/core';
import { SettableClock } from '@sr/platform';
import { principalCodes } from '../../../apps/standalone/src/product/reference-data';
import { ProductModule } from '../../../apps/standalone/src/product/product.module';
import { openProduct, type Product } from '../../../apps/standalone/src/product/product';
import { applicationDatabase } from '../../../config/data-source';
import { AFTER_ALL, DECIDER } from '../portfolio';
import type { BenchRequest } from './statements';

/** The contract manager, the verifier and the coordinator sign in; suppliers one by one. */
const MINISTRY = 'IenW';
/** The quarters of the reports that are submitted: after everything that the portfolio has. */
const QUARTERS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01', '2027-04-01', '2027-07-01'];

type Headers = BenchRequest['headers'];
/** A kind of request with the requests themselves. */
export interface Workload {
  readonly name: string;
  readonly requests: readonly BenchRequest[];
}

/** What the workloads are made on: the services, and people who sign in. */
export interface Stage {
  readonly product: Product;
  signIn(invitation: Omit<Invitation, 'email' | 'categories'>): Promise<{ headers: Headers; actor: Actor }>;
  readonly reports: ReportsService;
  close(): Promise<void>;
}

/** Opens the services on a database, after all that its history holds. */
export async function openStage(applicationUrl: string): Promise<Stage> {
  const product = await openProduct(applicationUrl);
  const clock = new SettableClock();
  product.clock.set(AFTER_ALL);
  clock.set(AFTER_ALL);
  const context = await NestFactory.createApplicationContext(
    ProductModule.forRoot({ database: applicationDatabase(applicationUrl), clock }),
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  let count = 0;
  return {
    product,
    reports: context.get(ReportsService),
    async signIn(invitation) {
      count += 1;
      const person = await context
        .get(PeopleService)
        .invite(THE_PRODUCT, { ...invitation, email: `bench-${count}@example.nl`, categories: [] });
      const { token, csrfToken } = await context.get(SessionsService).open(person.id);
      const headers = { cookie: `sr_session=${token}`, 'x-csrf-token': csrfToken };
      return { headers, actor: { id: person.id, name: person.name, scope: EVERYTHING } };
    },
    async close() {
      await context.close();
      await product.close();
    },
  };
}

/** Reading one contract of an own ministry, and lists of all members' contracts with filters, sorts and later pages. */
export async function readingWorkloads(applicationUrl: string, requests: number): Promise<Workload[]> {
  const stage = await openStage(applicationUrl);
  try {
    for (const principalCode of principalCodes) {
      const membership = { principalCode, joinedOn: '2010-01-01', leftOn: null, note: null };
      await stage.product.identity.recordMembership(DECIDER, membership);
    }
    const manager = await stage.signIn({
      name: 'Contractmanager',
      organisation: { kind: 'PRINCIPAL', principalCode: MINISTRY },
      roles: ['CONTRACT_MANAGER'],
    });
    const coordinator = await stage.signIn({
      name: 'Coördinator',
      organisation: { kind: 'NETWORK' },
      roles: ['NETWORK_COORDINATOR'],
    });
    const contracts = await stage.product.db.read(THE_PRODUCT, (reader) =>
      reader.query<{ id: string }>(
        'select id from contracts.contract where principal_code = $1 order by number limit 500',
        [MINISTRY],
      ),
    );
    const one = Array.from(
      { length: requests },
      (_, index) => `/v1/contracts/${contracts[index % contracts.length]?.id}`,
    );
    const lists = Array.from({ length: requests }, (_, index) => {
      const principal = principalCodes[index % principalCodes.length] ?? MINISTRY;
      const sort = ['number', 'endsOn', 'awardedOn', 'amountCents'][index % 4] ?? 'number';
      return `/v1/contracts?principalCode=${principal}&endsFrom=2022-01-01&sort=${sort}&order=${index % 2 ? 'desc' : 'asc'}&limit=25`;
    });
    const get = (headers: Headers) => (path: string, index: number) =>
      ({ index, method: 'GET', path, headers }) as const;
    return [
      { name: 'reading a contract', requests: one.map(get(manager.headers)) },
      { name: 'a list of contracts with filters', requests: lists.map(get(coordinator.headers)) },
    ];
  } finally {
    await stage.close();
  }
}

/** Submitting a report of a quarter with one placement, and deciding on one claim. */
export async function writingWorkloads(
  applicationUrl: string,
  waiting: readonly string[],
  requests: number,
): Promise<Workload[]> {
  const stage = await openStage(applicationUrl);
  try {
    const verifier = await stage.signIn({
      name: 'Beoordelaar',
      organisation: { kind: 'NETWORK' },
      roles: ['VERIFIER'],
    });
    const decisions = waiting.slice(0, requests).map((claimId, index): BenchRequest => ({
      index,
      method: 'POST',
      path: '/v1/decisions',
      body: { decisions: [{ claimId, verdict: 'ACCEPT' }] },
      headers: verifier.headers,
    }));
    return [
      { name: 'submitting a report', requests: await reportsToSubmit(stage, requests) },
      { name: 'deciding on a claim', requests: decisions },
    ];
  } finally {
    await stage.close();
  }
}

async function reportsToSubmit(stage: Stage, requests: number): Promise<BenchRequest[]> {
  const { product, reports } = stage;
  const plans = await product.db.read(THE_PRODUCT, (reader) =>
    reader.query<{ planId: string; groupId: string; kvkNumber: string; block: string }>(
      `select p.id as "planId", p.supplier_group_id as "groupId", s.kvk_number as "kvkNumber",
              (select b.code from valuation.block b where b.value_table_id = p.value_table_id and b.kind = 'PLACEMENT'
               order by b.code limit 1) as block
       from plans.plan p join identity.supplier s on s.group_id = p.supplier_group_id order by p.id`,
    ),
  );
  const people = new Map<string, Awaited<ReturnType<Stage['signIn']>>>();
  const asked: BenchRequest[] = [];
  for (const { planId, groupId, kvkNumber, block } of plans) {
    const person =
      people.get(groupId) ??
      (await stage.signIn({
        name: 'Leverancier',
        organisation: { kind: 'SUPPLIER_GROUP', supplierGroupId: groupId },
        roles: ['SUPPLIER_COORDINATOR'],
      }));
    people.set(groupId, person);
    const actor: Actor = {
      ...person.actor,
      scope: { ...EVERYTHING, everything: false, suppliers: [kvkNumber], supplierGroups: [groupId] },
    };
    const placement = await product.placements.registerPlacement(actor, {
      ref: `bench-${planId}`,
      planId,
      supplierKvkNumber: kvkNumber,
      candidate: `bench-${planId}`,
      block,
      bonuses: [],
      employmentForm: 'FORMAL',
      startsOn: '2026-01-01',
      endsOn: null,
      registerIndicated: 'YES',
      region: null,
    });
    for (const quarter of QUARTERS) {
      if (asked.length === requests) return asked;
      const { report } = await reports.open(actor, {
        planId,
        supplierKvkNumber: kvkNumber,
        quarter,
        supplementary: false,
      });
      const months = monthsOf(quarter).map((month) => ({ month, paidCentihours: 9000 }));
      const written = await reports.writeLines(actor, report.id, report.version, {
        placements: [{ placementId: placement.id, earmark: null, months }],
        purchases: [],
        activities: [],
      });
      asked.push({
        index: asked.length,
        method: 'POST',
        path: `/v1/reports/${report.id}/submissions`,
        body: { version: written.report.version },
        headers: person.headers,
      });
    }
  }
  return asked;
}

/** The months of a quarter. */
function monthsOf(quarter: string): string[] {
  const first = Number(quarter.slice(5, 7));
  return [0, 1, 2].map((more) => `${quarter.slice(0, 5)}${String(first + more).padStart(2, '0')}`);
}
