import type { Reader, Tx } from '@sr/platform';
import type { ThresholdRule } from '../domain/threshold-rule';
import { thresholdRuleSchema } from './contract.schema';

export async function upsertThresholdRules(tx: Tx, rules: readonly ThresholdRule[]): Promise<void> {
  await tx.manager.upsert(thresholdRuleSchema, [...rules], ['code']);
}

/** All rules, past and present, by their first day. */
export function thresholdRules(reader: Reader): Promise<ThresholdRule[]> {
  return reader.manager.find(thresholdRuleSchema, { order: { validFrom: 'ASC', code: 'ASC' } });
}
