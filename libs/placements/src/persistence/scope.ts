import type { Scope } from '@sr/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * Narrows a query of placements, reports or claims to the rows that `scope` may see: of its suppliers, and of the plans
 * that it verifies. The tables' policies say the same.
 */
export function inScope<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: Scope,
): SelectQueryBuilder<Row> {
  if (scope.everything) return query;
  const { suppliers, network, verifies } = scope;
  return query.andWhere(
    `(${query.alias}.supplier_kvk_number = any (:suppliers)
      or exists (select from plans.plan verified where verified.id = ${query.alias}.plan_id
                 and (verified.verified_by is null and :network or verified.verified_by = any (:verifies))))`,
    { suppliers, network, verifies },
  );
}

/** Whether the reader works for the supplier: what is not sent yet is the supplier's own. */
export function isOfSupplier(scope: Scope, supplierKvkNumber: string): boolean {
  return scope.everything || scope.suppliers.includes(supplierKvkNumber);
}
