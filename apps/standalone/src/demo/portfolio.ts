import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, type Actor } from '@sr/kernel';
import { projectFolder } from '../database/project';
import type { Product } from '../product/product';
import { date, faultsOf, text } from '../replay/fields';
import { play } from '../replay/play';
import { readScenario } from '../replay/scenario';

/** The folder of the example's files. */
export const DEMO_FOLDER = join(projectFolder, 'apps', 'standalone', 'demo');

const DEMO: Actor = { id: 'demo', name: 'Voorbeeld' };

const supplierGroup = z.strictObject({ code: text, name: text, scenario: text });
const manifestFile = z.strictObject({
  title: text,
  note: text,
  /** The day of which the figures are shown; null is today. */
  knownOn: date.nullable(),
  years: z.array(z.int()),
  supplierGroups: z.array(supplierGroup),
  network: z.strictObject({
    memberships: z.array(z.strictObject({ principal: text, from: date, to: date.nullable(), note: text })),
  }),
  realContracts: z.strictObject({
    note: text,
    document: text,
    scenarios: z.array(supplierGroup.extend({ publication: text, principal: text, note: text })),
  }),
});

/** What the demo is made of. */
export type Manifest = z.infer<typeof manifestFile>;
/** A supplier's history in the demo. */
export type History = z.infer<typeof supplierGroup>;

/** A file of the demo is wrong: a line for every fault. */
export class WrongDemo extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** Reads `manifest.json` of the demo's folder; throws `WrongDemo`. */
export function readManifest(folder: string): Manifest {
  const result = manifestFile.safeParse(readJson(folder, 'manifest.json'), { reportInput: true });
  if (!result.success) throw new WrongDemo(faultsOf(result.error).map((fault) => `manifest.json: ${fault}`));
  return result.data;
}

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
  return [...supplierGroups, ...realContracts.scenarios].flatMap(({ scenario: file }) =>
    readScenario(readText(folder, file)).faults.map((fault) => `${file}: ${fault.position}: ${fault.message}`),
  );
}

/** Plays histories one after another; throws `WrongDemo` at the first one with faults. */
export async function playHistories(
  product: Product,
  folder: string,
  histories: readonly History[],
  progress: (line: string) => void,
): Promise<void> {
  for (const [index, { code, name, scenario: file }] of histories.entries()) {
    const { scenario, faults } = readScenario(readText(folder, file));
    if (!scenario) throw new WrongDemo(faults.map((fault) => `${file}: ${fault.message}`));
    const told = (done: number, of: number) =>
      progress(`${index + 1}/${histories.length} ${name}: ${done} van ${of} gebeurtenissen`);
    const result = await play(product, scenario, { code, name }, told);
    const all = [...faults, ...result.faults];
    if (all.length > 0) throw new WrongDemo(all.map((fault) => `${file}: ${fault.position}: ${fault.message}`));
  }
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

function readText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    throw new WrongDemo([`${name}: cannot be read (${(error as Error).message})`]);
  }
}

function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readText(folder, name));
  } catch (error) {
    if (error instanceof WrongDemo) throw error;
    throw new WrongDemo([`${name}: is not JSON (${(error as Error).message})`]);
  }
}
