import { THE_PRODUCT } from '@sr/kernel';
import { readScenario } from '../replay/scenario';
import { liveThrough } from './live-diary';
import type { Diary } from './diary';
import { DEMO_FOLDER, readText } from './manifest';
import { idOf } from './people';
import { DEMO } from './portfolio';
import { contractNumbered, told, type Setting } from './setting';

/** Makes the example's people at home: contracts with what is known of them, contacts of plans, and work. */
export async function prepareDesks(setting: Setting, diary: Diary): Promise<void> {
  await told('manifest.json', async () => {
    await describeContracts(setting);
    await nameContacts(setting, new Set());
  });
  await liveThrough(setting, diary);
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

/** Names who speaks for each plan on both sides, but for those in `known`, to which it adds them. */
export async function nameContacts({ product, manifest, names, cast }: Setting, known: Set<string>): Promise<void> {
  const own = new Map(manifest.network.ownPlans.map((plan) => [plan.plan, plan]));
  for (const { code, contacts } of manifest.supplierGroups) {
    const supplierGroupId = idOf(names.groups, code, 'supplier group');
    const plans = await product.db.read(THE_PRODUCT, (reader) => product.plans.plansOfGroup(reader, supplierGroupId));
    for (const { id, name, version } of plans) {
      if (known.has(id)) continue;
      known.add(id);
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
