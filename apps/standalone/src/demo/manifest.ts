import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@sr/identity';
import { z } from 'zod';
import { projectFolder } from '../database/project';
import { date, faultsOf, hours, oneOf, text, whole, yesOrNo } from '../replay/fields';

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

const planLine = z.strictObject({
  block: text,
  persons: whole(1).optional(),
  hours: hours.optional(),
  invoiceCents: whole(1).optional(),
  from: date,
  to: date,
  /** The name of a labour market region. */
  region: text.optional(),
  partner: text.optional(),
  /** In percent. */
  confidence: whole(),
});

/** What lies on people's desks: as if they had done it themselves, each at the end of the example. `by` is an address. */
const work = z.strictObject({
  on: date,
  planLines: z.array(z.strictObject({ plan: text, reason: text, lines: z.array(planLine), approved: yesOrNo })),
  proposals: z.array(z.strictObject({ plan: text, contracts: z.array(text), by: text })),
  exemptions: z.array(
    z.strictObject({
      contract: text,
      reason: oneOf(['SHORT_TERM', 'BELOW_THRESHOLD', 'SUPPLIES', 'NO_LABOUR', 'LEGAL_REASON', 'OTHER']),
      text: text.nullable(),
      by: text,
    }),
  ),
  reports: z.array(z.strictObject({ plan: text, quarter: date, by: text, checkedBy: text.optional() })),
  valueTables: z.array(
    z.strictObject({
      from: text,
      code: text,
      name: text,
      validFrom: date,
      annualValueCents: z.record(text, whole()),
      by: text,
    }),
  ),
});

const manifestFile = z.strictObject({
  title: text,
  note: text,
  /** The day of which the figures are shown; null is today. */
  knownOn: date.nullable(),
  years: z.array(z.int()),
  supplierGroups: z.array(supplierGroup),
  people: z.array(person),
  units: z.array(unit),
  network: z.strictObject({
    memberships: z.array(z.strictObject({ principal: text, from: date, to: date.nullable(), note: text })),
    /** Plans of a principal that left, which verifies them itself. */
    ownPlans: z.array(z.strictObject({ plan: text, verifiedBy: text, clientLead: text, clientDeputy: text })),
  }),
  work,
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
