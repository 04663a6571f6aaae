import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@sr/identity';
import { z } from 'zod';
import { projectFolder } from '../database/project';
import { date, faultsOf, oneOf, text } from '../replay/fields';
import { diaryFile, type Diary } from './diary';

/** The folder of the example's files. */
export const DEMO_FOLDER = join(projectFolder, 'apps', 'standalone', 'demo');

const scenario = z.strictObject({ code: text, name: text, scenario: text });

const supplierGroup = scenario.extend({
  /** What its contracts buy, as a code of the procurement vocabulary and as a category, where there is one. */
  cpv: text,
  category: text.nullable(),
  /** Who speaks for its plans, by address. */
  contacts: z.strictObject({ clientLead: text, clientDeputy: text, supplierLead: text, supplierDeputy: text }),
});

const person = z.strictObject({
  name: text,
  email: text,
  organisation: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('PRINCIPAL'), principalCode: text }),
    z.strictObject({ kind: z.literal('SUPPLIER_GROUP'), code: text }),
    z.strictObject({ kind: z.literal('NETWORK') }),
    z.strictObject({ kind: z.literal('OVERSIGHT') }),
  ]),
  roles: z.array(oneOf(ROLES)),
  categories: z.array(text).default([]),
});

const unit = z.strictObject({
  principal: text,
  code: text,
  name: text,
  source: text,
  /** The numbers of the contracts that it signed. */
  contracts: z.array(text),
});

const manifestFile = z.strictObject({
  title: text,
  note: text,
  /** The day of which the figures are shown; null is today. */
  knownOn: date.nullable(),
  years: z.array(z.int()),
  supplierGroups: z.array(supplierGroup),
  people: z.array(person),
  /** The account, by address, that is opened for a stranger who just wants to look. */
  showcase: text,
  units: z.array(unit),
  network: z.strictObject({
    memberships: z.array(z.strictObject({ principal: text, from: date, to: date.nullable(), note: text })),
    /** Plans of a principal that left, which verifies them itself. */
    ownPlans: z.array(z.strictObject({ plan: text, verifiedBy: text, clientLead: text, clientDeputy: text })),
  }),
  realContracts: z.strictObject({
    note: text,
    document: text,
    scenarios: z.array(scenario.extend({ publication: text, principal: text, note: text })),
  }),
});

/** What the demo is made of. */
export type Manifest = z.infer<typeof manifestFile>;
/** A supplier's history in the demo. */
export type History = z.infer<typeof scenario>;

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

/** Reads `diary.json` of the demo's folder; throws `WrongDemo`. */
export function readDiary(folder: string): Diary {
  const result = diaryFile.safeParse(readJson(folder, 'diary.json'), { reportInput: true });
  if (!result.success) throw new WrongDemo(faultsOf(result.error).map((fault) => `diary.json: ${fault}`));
  return result.data;
}

/** A file of the demo as text; throws `WrongDemo`. */
export function readText(folder: string, name: string): string {
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
