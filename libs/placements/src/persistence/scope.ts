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

/**
 * The same of reports, which are also seen by the principal that made them on behalf of a supplier: the policy `on_behalf`
 * says so as well.
 */
export function reportsInScope<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: Scope,
): SelectQueryBuilder<Row> {
  if (scope.everything) return query;
  const { suppliers, network, verifies, principals } = scope;
  return query.andWhere(
    `(${query.alias}.supplier_kvk_number = any (:suppliers)
      or exists (select from plans.plan verified where verified.id = ${query.alias}.plan_id
                 and (verified.verified_by is null and :network or verified.verified_by = any (:verifies)
                      or ${query.alias}.on_behalf_side = 'PRINCIPAL' and not :network
                         and verified.verified_by = any (:principals))))`,
    { suppliers, network, verifies, principals },
  );
}

/** Whether placements and claims of a plan are in the reader's sight: of its supplier and of the team that verifies it. */
export function seesWork(
  scope: Scope,
  supplierKvkNumber: string,
  { verifiedBy }: { readonly verifiedBy: string | null },
): boolean {
  if (isOfSupplier(scope, supplierKvkNumber)) return true;
  return verifiedBy === null ? scope.network : scope.verifies.includes(verifiedBy);
}

/** Whether the reader works for the supplier: what is not sent yet is the supplier's own. */
export function isOfSupplier(scope: Scope, supplierKvkNumber: string): boolean {
  return scope.everything || scope.suppliers.includes(supplierKvkNumber);
}
