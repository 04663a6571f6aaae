import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVERYTHING, addDays, type Actor } from '@sr/kernel';
import type { Product } from '../product/product';
import { play } from '../replay/play';
import { readScenario } from '../replay/scenario';
import { readDiary, readManifest, readText, WrongDemo, type History, type Manifest } from './manifest';

/** Who makes the example, where nobody in it does. */
export const DEMO: Actor = { id: 'demo', name: 'Voorbeeld', scope: EVERYTHING };

/** A digest of everything that the demo's figures come from: another one means that the demo is to be made anew. */
export function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()) {
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(folder, name)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** What is wrong with the form of the demo's files: a line for every fault in any of them. */
export function faultsOfForm(folder: string): string[] {
  const { supplierGroups, realContracts } = readManifest(folder);
  readDiary(folder);
  return [...supplierGroups, ...realContracts.scenarios].flatMap(({ scenario: file }) =>
    readScenario(readText(folder, file)).faults.map((fault) => `${file}: ${fault.position}: ${fault.message}`),
  );
}

/** The names of what was played, and the ids that the product gave them. */
export interface PlayedNames {
  /** Supplier groups by code. */
  readonly groups: Map<string, string>;
  /** Plans by name. */
  readonly plans: Map<string, string>;
  /** Placements and claims by their references. */
  readonly placements: Map<string, string>;
  readonly claims: Map<string, string>;
}

/**
 * Plays histories one after another; throws `WrongDemo` at the first one with faults.
 * @param verifiers who verifies a plan (by name) where the network does not
 */
export async function playHistories(
  product: Product,
  histories: readonly History[],
  verifiers: ReadonlyMap<string, string>,
  { folder, progress }: { readonly folder: string; readonly progress: (line: string) => void },
): Promise<PlayedNames> {
  const names: PlayedNames = { groups: new Map(), plans: new Map(), placements: new Map(), claims: new Map() };
  for (const [index, { code, name, scenario: file }] of histories.entries()) {
    const { scenario, faults } = readScenario(readText(folder, file));
    if (!scenario) throw new WrongDemo(faults.map((fault) => `${file}: ${fault.message}`));
    const told = (done: number, of: number) =>
      progress(`${index + 1}/${histories.length} ${name}: ${done} van ${of} gebeurtenissen`);
    const { played, faults: refusals } = await play(product, scenario, { code, name, verifiers }, told);
    const all = [...faults, ...refusals];
    if (all.length > 0) throw new WrongDemo(all.map((fault) => `${file}: ${fault.position}: ${fault.message}`));
    names.groups.set(code, played.supplierGroupId);
    for (const [plan, id] of played.plans) names.plans.set(plan, id);
    for (const [ref, id] of played.placements) names.placements.set(ref, id);
    for (const [ref, id] of played.claims) names.claims.set(ref, id);
  }
  return names;
}

/** The numbers of the contracts of a scenario that carry an obligation. */
export function contractNumbers(folder: string, file: string): string[] {
  const { scenario } = readScenario(readText(folder, file));
  return [...(scenario?.events.values() ?? [])].flatMap((event) =>
    event.type === 'contract' && event.obligation ? [event.number] : [],
  );
}

/** Records which ministries take part in the network, and from when to when. */
export async function recordMemberships(product: Product, manifest: Manifest): Promise<void> {
  for (const { principal, from, to, note } of manifest.network.memberships) {
    product.clock.set(to ?? from);
    // The manifest names the last day of a membership, the register the first day without it.
    const leftOn = to === null ? null : addDays(to, 1);
    await product.identity.recordMembership(DEMO, { principalCode: principal, joinedOn: from, leftOn, note });
  }
}
