import type { Reader, Tx } from '@sr/platform';
import { settlementSchema, type SettlementRow } from './contract.schema';

/** The settlement of a contract in sight, or null. */
export function settlementOf(reader: Reader, contractId: string): Promise<SettlementRow | null> {
  return reader.manager.findOneBy(settlementSchema, { contractId });
}

export async function insertSettlement(tx: Tx, row: SettlementRow): Promise<void> {
  await tx.manager.insert(settlementSchema, row);
}

/** The contract is held, so nobody else changes its settlement meanwhile. */
export async function updateSettlement(tx: Tx, contractId: string, change: Partial<SettlementRow>): Promise<void> {
  await tx.manager.update(settlementSchema, { contractId }, change);
}
