import { AppError } from '@sr/kernel';
import { refuseOn, toExact, type Reader, type Tx } from '@sr/platform';
import { contractStale, numberTaken, referenceTaken } from '../contracts.errors';
import type { Contract, EditableFields } from '../domain/contract';
import { contractSchema } from './contract.schema';
import { inScope } from './scope';

/** A contract as PostgreSQL answers it: bigints as text. */
type FlatContract = Omit<Contract, 'valueCents' | 'wageShareBp'> & {
  readonly valueCents: string | null;
  readonly wageShareBp: string | null;
};

export const CONTRACT_COLUMNS = `c.id, c.number, c.reference, c.principal_code as "principalCode",
  c.supplier_kvk_number as "supplierKvkNumber", c.title, c.awarded_on as "awardedOn", c.starts_on as "startsOn",
  c.ends_on as "endsOn", c.exemption_reason as "exemptionReason", c.unit_id as "unitId",
  c.category_code as "categoryCode", c.cpv, c.value_cents as "valueCents", c.wage_share_bp as "wageShareBp",
  c.extension_options as "extensionOptions", c.framework_id as "frameworkId", c.tender_reference as "tenderReference",
  c.regime, c.in_plan as "inPlan", c.recorded_at as "recordedAt", c.version`;

export const exactOrNull = (value: string | null): number | null => (value === null ? null : toExact(value));

export const toContract = <Row extends FlatContract>(row: Row): Omit<Row, keyof FlatContract> & Contract => ({
  ...row,
  valueCents: exactOrNull(row.valueCents),
  wageShareBp: exactOrNull(row.wageShareBp),
});

export async function insertContract(tx: Tx, contract: Contract): Promise<void> {
  const taken = {
    contract_number_once: numberTaken(contract.number),
    contract_reference_once: referenceTaken(contract.reference ?? ''),
  };
  await refuseOn(taken, () => tx.manager.insert(contractSchema, contract));
}

/** Writes an edit of the version that was read; refuses `contract.stale` when somebody was earlier. */
export async function updateContract(
  tx: Tx,
  { id, version }: Pick<Contract, 'id' | 'version'>,
  edit: Partial<EditableFields>,
): Promise<void> {
  const taken = { contract_reference_once: referenceTaken(edit.reference ?? '') };
  const { affected } = await refuseOn(taken, () =>
    tx.manager.update(contractSchema, { id, version }, { ...edit, version: version + 1 }),
  );
  if (affected !== 1) throw new AppError('stale', [contractStale()]);
}

/** The contract carries an obligation after all, or an exemption for another reason. */
export async function updateExemptionReason(tx: Tx, id: string, exemptionReason: string | null): Promise<void> {
  await tx.manager.update(contractSchema, { id }, { exemptionReason });
}

export async function updateInPlan(tx: Tx, ids: readonly string[], inPlan: boolean): Promise<void> {
  await tx.query('update contracts.contract set in_plan = $2 where id = any ($1::uuid[])', [ids, inPlan]);
}

/** Which of these numbers are taken in the whole product. */
export async function numbersTaken(reader: Reader, candidates: readonly string[]): Promise<string[]> {
  const [row] = await reader.query<{ taken: string[] }>('select contracts.numbers_taken($1::text[]) as taken', [
    candidates,
  ]);
  return row?.taken ?? [];
}

export function contractByNumber(reader: Reader, number: string): Promise<Contract | null> {
  return oneContract(reader, 'c.number = $1', [number]);
}

/** The principal's own number: unique per principal. */
export function contractByReference(
  reader: Reader,
  principalCode: string,
  reference: string,
): Promise<Contract | null> {
  return oneContract(reader, 'c.principal_code = $1 and c.reference = $2', [principalCode, reference]);
}

/** Whether contracts in sight were called off below this one. */
export async function hasCallOffs(reader: Reader, id: string): Promise<boolean> {
  const rows = await reader.query('select from contracts.contract where framework_id = $1 limit 1', [id]);
  return rows.length > 0;
}

/** With `lock` nobody else can change the contract until the transaction ends. */
export function contractById(reader: Reader, id: string, lock = false): Promise<Contract | null> {
  return oneContract(reader, 'c.id = $1', [id], lock ? ' for update of c' : '');
}

async function oneContract(reader: Reader, where: string, values: unknown[], lock = ''): Promise<Contract | null> {
  const parameters = [...values];
  const scope = inScope(reader.scope, 'c', parameters);
  const [row] = await reader.query<FlatContract>(
    `select ${CONTRACT_COLUMNS} from contracts.contract c where ${where} and ${scope}${lock}`,
    parameters,
  );
  return row ? toContract(row) : null;
}

export type { FlatContract };
