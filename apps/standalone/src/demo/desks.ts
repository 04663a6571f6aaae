import { AppError, THE_PRODUCT, type Actor } from '@sr/kernel';
import { regions } from '../product/reference-data';
import type { Product } from '../product/product';
import { readScenario } from '../replay/scenario';
import { DEMO_FOLDER, readText, WrongDemo, type Manifest } from './manifest';
import { idOf, type Cast } from './people';
import { DEMO, type PlayedNames } from './portfolio';

type Work = Manifest['work'];

/** What a desk of the example is laid with: the product, its people and the names of what was played. */
export interface Setting {
  readonly product: Product;
  readonly manifest: Manifest;
  readonly names: PlayedNames;
  readonly cast: Cast;
}

/** Adds the units of principals, and tells of each contract what it buys, for how much, and which unit signed it. */
async function describeContracts({ product, manifest }: Setting): Promise<void> {
  const units = new Map<string, string>();
  for (const { principal: principalCode, code, name, source, contracts } of manifest.units) {
    const unknown = { oin: null, existsFrom: null, existsTo: null };
    const { id } = await product.reference.addUnit(DEMO, { principalCode, code, name, source, ...unknown });
    for (const number of contracts) units.set(number, id);
  }
  for (const { cpv, category, scenario: file } of manifest.supplierGroups) {
    const { scenario } = readScenario(readText(DEMO_FOLDER, file));
    for (const event of scenario?.events.values() ?? []) {
      if (event.type !== 'contract') continue;
      const { number, obligation } = event;
      const isOfValue = obligation?.kind === 'PERCENTAGE' && obligation.basis === 'CONTRACT_VALUE';
      const { id, version } = await contractNumbered(product, number);
      await product.contractDesk.edit(DEMO, id, {
        version,
        cpv,
        categoryCode: category,
        unitId: units.get(number) ?? null,
        valueCents: isOfValue ? obligation.baseCents : null,
      });
    }
  }
}

/** Names who speaks for each plan on both sides. */
async function nameContacts(setting: Setting): Promise<void> {
  const { product, manifest, names, cast } = setting;
  const own = new Map(manifest.network.ownPlans.map((plan) => [plan.plan, plan]));
  for (const { code, contacts } of manifest.supplierGroups) {
    const supplierGroupId = idOf(names.groups, code, 'supplier group');
    const plans = await product.db.read(THE_PRODUCT, (reader) => product.plans.plansOfGroup(reader, supplierGroupId));
    for (const { id, name, version } of plans) {
      const { clientLead, clientDeputy } = own.get(name) ?? contacts;
      await product.planChanges.edit(await cast.as(clientLead), id, {
        version,
        clientLeadId: cast.idOf(clientLead),
        clientDeputyId: cast.idOf(clientDeputy),
        supplierLeadId: cast.idOf(contacts.supplierLead),
        supplierDeputyId: cast.idOf(contacts.supplierDeputy),
      });
    }
  }
}

/** Makes the example's people at home: contracts with what is known of them, contacts of plans, and work. */
export async function prepareDesks(setting: Setting): Promise<void> {
  try {
    await describeContracts(setting);
    await nameContacts(setting);
    await layWork(setting);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new WrongDemo(error.violations.map(({ message }) => `manifest.json: ${message}`));
  }
}

/** Lays work on people's desks: what waits for an answer, a second person or a next step. */
async function layWork(setting: Setting): Promise<void> {
  const { product, manifest, names, cast } = setting;
  const { work } = manifest;
  product.clock.set(work.on);
  const planNamed = (name: string): string => idOf(names.plans, name, 'plan');

  for (const lines of work.planLines) await writePlan(setting, lines);
  for (const { plan, contracts, by } of work.proposals) {
    const ids = await Promise.all(contracts.map(async (number) => (await contractNumbered(product, number)).id));
    await product.planProposals.propose(await cast.as(by), planNamed(plan), ids);
  }
  for (const { contract, by, ...grounds } of work.exemptions) {
    const { id } = await contractNumbered(product, contract);
    await product.exemptions.propose(await cast.as(by), id, grounds);
  }
  for (const { plan, quarter, by, checkedBy } of work.reports) {
    const actor = await cast.as(by);
    const [supplierKvkNumber = ''] = actor.scope.suppliers;
    const opening = { planId: planNamed(plan), supplierKvkNumber, quarter, supplementary: false };
    const { report } = await product.reports.open(actor, opening);
    const { report: filled } = await product.reports.copyLastPeriod(actor, report.id, report.version);
    if (checkedBy !== undefined) await product.reports.check(await cast.as(checkedBy), filled.id, filled.version);
  }
  for (const table of work.valueTables) await proposeTable(product, await cast.as(table.by), table);
}

/** A plan of action is opened, written by the supplier and handed in; and approved, where it is. */
async function writePlan(
  { product, manifest, names, cast }: Setting,
  { plan, reason, lines, approved }: Work['planLines'][number],
): Promise<void> {
  const id = idOf(names.plans, plan, 'plan');
  const found = await product.db.read(THE_PRODUCT, (reader) => product.plans.plan(reader, id));
  const group = manifest.supplierGroups.find(({ code }) => names.groups.get(code) === found.supplierGroupId);
  if (!group) throw new WrongDemo([`manifest.json: plan ${plan} is of no supplier group`]);
  const client = await cast.as(group.contacts.clientLead);
  const supplier = await cast.as(group.contacts.supplierLead);
  const written = lines.map(({ persons, hours, invoiceCents, region, partner, confidence, ...line }) => ({
    ...line,
    persons: persons ?? null,
    centihours: hours ?? null,
    invoiceCents: invoiceCents ?? null,
    region: region === undefined ? null : regionNamed(region),
    partner: partner ?? null,
    confidenceBp: confidence * 100,
  }));
  const { planChanges } = product;
  const opened = await planChanges.amend(client, id, { version: found.version, reason });
  const { version } = await planChanges.writeLines(supplier, id, opened.version, written);
  const submitted = await planChanges.submit(supplier, id, { version });
  if (approved) await planChanges.approve(client, id, { version: submitted.version });
}

/** Proposes a version of a value table: another one with some values changed. */
async function proposeTable(product: Product, actor: Actor, proposal: Work['valueTables'][number]): Promise<void> {
  const { from, annualValueCents, by: _by, ...head } = proposal;
  const [known] = await product.db.read(THE_PRODUCT, (reader) => product.valuation.tables(reader, [from]));
  if (!known) throw new WrongDemo([`manifest.json: there is no value table ${from}`]);
  const { normHoursPerWeek, bonuses, notValued, example, source } = known;
  const blocks = known.blocks.map((block) =>
    block.kind === 'PLACEMENT'
      ? { ...block, annualValueCents: annualValueCents[block.code] ?? block.annualValueCents }
      : block,
  );
  await product.valuation.propose(actor, {
    ...head,
    normHoursPerWeek,
    blocks,
    bonuses,
    notValued,
    example,
    source,
  });
}

async function contractNumbered(product: Product, number: string): Promise<{ id: string; version: number }> {
  const contract = await product.db.read(THE_PRODUCT, (reader) => product.contracts.contract(reader, number));
  if (!contract) throw new WrongDemo([`manifest.json: there is no contract ${number}`]);
  return contract;
}

function regionNamed(name: string): string {
  const region = regions.find((each) => each.name === name);
  if (!region) throw new WrongDemo([`manifest.json: there is no labour market region ${name}`]);
  return region.code;
}
