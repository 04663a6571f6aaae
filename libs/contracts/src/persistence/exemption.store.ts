import { refuseOn, type Reader, type Tx } from '@sr/platform';
import { exemptionWaits } from '../domain/exemption';
import { exemptionSchema, type Exemption } from './contract.schema';

export async function insertExemption(tx: Tx, exemption: Exemption): Promise<void> {
  await refuseOn({ one_exemption_waits: exemptionWaits() }, () => tx.manager.insert(exemptionSchema, exemption));
}

export async function updateDecision(
  tx: Tx,
  id: string,
  decision: Pick<Exemption, 'state' | 'decidedBy' | 'decidedAt' | 'decisionReason'>,
): Promise<void> {
  await tx.manager.update(exemptionSchema, { id }, decision);
}

/** The exemptions of a contract in sight, refused ones too, newest first. */
export function exemptionsOf(reader: Reader, contractId: string): Promise<Exemption[]> {
  return reader.manager.find(exemptionSchema, { where: { contractId }, order: { position: 'DESC' } });
}
