import { EVERYTHING, THE_PRODUCT, type Actor } from '@sr/kernel';
import { openStage, type Stage } from '../http/prepare';

/** The report that is typed in: of a quarter after everything that the portfolio has. */
const QUARTER = '2026-01-01';

/** Who looks, as a browser keeps it. */
export interface Visitor {
  readonly session: string;
  readonly csrf: string;
}

/** People who look at screens, and a report with a grid of hours. */
export interface Screens {
  readonly coordinator: Visitor;
  readonly supplier: Visitor;
  readonly reportId: string;
}

/** Signs people in, and opens a report of a plan with so many placements. */
export async function prepareScreens(applicationUrl: string, placements: number): Promise<Screens> {
  const stage = await openStage(applicationUrl);
  try {
    const coordinator = await stage.signIn({
      name: 'Coördinator',
      organisation: { kind: 'NETWORK' },
      roles: ['NETWORK_COORDINATOR'],
    });
    const plan = await planOf(stage);
    const supplier = await stage.signIn({
      name: 'Leverancier',
      organisation: { kind: 'SUPPLIER_GROUP', supplierGroupId: plan.groupId },
      roles: ['SUPPLIER_COORDINATOR'],
    });
    const scope = { ...EVERYTHING, everything: false, suppliers: [plan.kvkNumber], supplierGroups: [plan.groupId] };
    const reportId = await openReport(stage, { ...supplier.actor, scope }, plan, placements);
    return { coordinator: visitorOf(coordinator), supplier: visitorOf(supplier), reportId };
  } finally {
    await stage.close();
  }
}

interface Plan {
  readonly planId: string;
  readonly groupId: string;
  readonly kvkNumber: string;
  readonly block: string;
}

async function planOf({ product }: Stage): Promise<Plan> {
  const [plan] = await product.db.read(THE_PRODUCT, (reader) =>
    reader.query<Plan>(
      `select p.id as "planId", p.supplier_group_id as "groupId", s.kvk_number as "kvkNumber",
              (select b.code from valuation.block b where b.value_table_id = p.value_table_id and b.kind = 'PLACEMENT'
               order by b.code limit 1) as block
       from plans.plan p join identity.supplier s on s.group_id = p.supplier_group_id order by p.id limit 1`,
    ),
  );
  if (!plan) throw new Error('the portfolio has no plan');
  return plan;
}

async function openReport(stage: Stage, actor: Actor, plan: Plan, placements: number): Promise<string> {
  const { planId, kvkNumber: supplierKvkNumber, block } = plan;
  for (let index = 0; index < placements; index += 1) {
    const ref = `bench-${index}`;
    await stage.product.placements.registerPlacement(actor, {
      ...{ ref, planId, supplierKvkNumber, candidate: ref, block, bonuses: [], employmentForm: 'FORMAL' },
      ...{ startsOn: QUARTER, endsOn: null, registerIndicated: 'YES', region: null },
    });
  }
  const { report } = await stage.reports.open(actor, {
    planId,
    supplierKvkNumber,
    quarter: QUARTER,
    supplementary: false,
  });
  return report.id;
}

const visitorOf = ({ headers }: { headers: Readonly<Record<string, string>> }): Visitor => ({
  session: (headers['cookie'] ?? '').split('=')[1] ?? '',
  csrf: headers['x-csrf-token'] ?? '',
});
