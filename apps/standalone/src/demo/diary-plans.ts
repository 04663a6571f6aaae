import { THE_PRODUCT, type Actor } from '@sr/kernel';
import type { Product } from '../product/product';
import type { StepOf } from './diary';
import { WrongDemo } from './manifest';
import { idOf } from './people';
import { contractNumbered, planIdOf, regionNamed, type Setting } from './setting';

type PlanStep =
  | StepOf<'plan'>
  | StepOf<'proposal'>
  | StepOf<'proposal-answer'>
  | StepOf<'plan-amended'>
  | StepOf<'plan-submitted'>
  | StepOf<'plan-returned'>
  | StepOf<'plan-approved'>
  | StepOf<'value-table'>;

/** A step around a plan: who bundles, who agrees, what the supplier writes and what comes of it; or a value table. */
export async function livePlanStep(setting: Setting, step: PlanStep): Promise<void> {
  const { product, cast } = setting;
  const { allocation, planChanges, planProposals } = product;
  const actor = await cast.as(step.by);
  switch (step.type) {
    case 'plan':
      return makePlan(setting, actor, step);
    case 'proposal':
      await planProposals.propose(actor, planIdOf(setting, step.plan), await contractIds(product, step.contracts));
      return;
    case 'proposal-answer': {
      const planId = planIdOf(setting, step.plan);
      const { id } = await contractNumbered(product, step.contract);
      const { agree, reason } = step;
      const valueTable = agree
        ? await product.db.read(THE_PRODUCT, async (reader) => {
            const plan = await product.plans.plan(reader, planId);
            return (await product.plans.valueTable(reader, plan)).code;
          })
        : null;
      return allocation.answerProposal(actor, planId, id, { agree, reason, valueTable });
    }
    case 'value-table':
      return proposeTable(product, actor, step);
    case 'plan-submitted':
      return submitPlan(setting, actor, step);
    case 'plan-amended': {
      const { id, version } = await planNow(setting, step.plan);
      await planChanges.amend(actor, id, { version, reason: step.reason });
      return;
    }
    case 'plan-returned': {
      const { id, version } = await planNow(setting, step.plan);
      await planChanges.sendBack(actor, id, { version, reason: step.reason });
      return;
    }
    case 'plan-approved': {
      const { id, version } = await planNow(setting, step.plan);
      await planChanges.approve(actor, id, { version });
    }
  }
}

/** Makes a plan, with the contacts of its supplier group; who makes it leads on the side of the principals. */
async function makePlan(
  { product, manifest, names, cast, days }: Setting,
  actor: Actor,
  { plan: name, kind, supplierGroup, valueTable, contracts, due }: StepOf<'plan'>,
): Promise<void> {
  const group = manifest.supplierGroups.find(({ code }) => code === supplierGroup);
  if (!group) throw new WrongDemo([`there is no supplier group ${supplierGroup}`]);
  const { id } = await product.planChanges.make(actor, {
    name,
    kind,
    supplierGroupId: idOf(names.groups, supplierGroup, 'supplier group'),
    valueTable,
    contractIds: await contractIds(product, contracts),
    dueOn: due === undefined ? undefined : days.of(due),
    supplierLeadId: cast.idOf(group.contacts.supplierLead),
    supplierDeputyId: cast.idOf(group.contacts.supplierDeputy),
  });
  names.plans.set(name, id);
}

/** The supplier writes its plan of action and hands it in. */
async function submitPlan(setting: Setting, actor: Actor, step: StepOf<'plan-submitted'>): Promise<void> {
  const { id, version: before } = await planNow(setting, step.plan);
  const lines = step.lines.map(({ persons, hours, invoiceCents, region, partner, confidence, ...line }) => ({
    ...line,
    persons: persons ?? null,
    centihours: hours ?? null,
    invoiceCents: invoiceCents ?? null,
    region: region === undefined ? null : regionNamed(region),
    partner: partner ?? null,
    confidenceBp: confidence * 100,
  }));
  const { planChanges } = setting.product;
  const { version } = await planChanges.writeLines(actor, id, before, lines);
  await planChanges.submit(actor, id, { version });
}

/** Proposes a version of a value table: another one with some values changed. */
async function proposeTable(product: Product, actor: Actor, step: StepOf<'value-table'>): Promise<void> {
  const { from, annualValueCents, code, name, validFrom } = step;
  const [known] = await product.db.read(THE_PRODUCT, (reader) => product.valuation.tables(reader, [from]));
  if (!known) throw new WrongDemo([`there is no value table ${from}`]);
  const { normHoursPerWeek, bonuses, notValued, example, source } = known;
  const blocks = known.blocks.map((block) =>
    block.kind === 'PLACEMENT'
      ? { ...block, annualValueCents: annualValueCents[block.code] ?? block.annualValueCents }
      : block,
  );
  const figures = { normHoursPerWeek, blocks, bonuses, notValued, example, source };
  await product.valuation.propose(actor, { code, name, validFrom, ...figures });
}

async function planNow(setting: Setting, name: string): Promise<{ id: string; version: number }> {
  const id = planIdOf(setting, name);
  return setting.product.db.read(THE_PRODUCT, (reader) => setting.product.plans.plan(reader, id));
}

async function contractIds(product: Product, numbers: readonly string[]): Promise<string[]> {
  const contracts = await Promise.all(numbers.map((number) => contractNumbered(product, number)));
  return contracts.map(({ id }) => id);
}
