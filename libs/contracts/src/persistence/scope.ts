import type { Scope } from '@sr/kernel';

/**
 * The contracts in somebody's scope, as a condition on the table that `alias` names; its values are added to
 * `parameters`. The policy `in_scope` of the table says the same once more.
 */
export function inScope({ everything, ...scope }: Scope, alias: string, parameters: unknown[]): string {
  if (everything) return 'true';
  const parts: string[] = [];
  const part = (values: readonly string[], column: string): void => {
    if (values.length > 0) parts.push(`${alias}.${column} = any ($${parameters.push(values)}::text[])`);
  };
  part(scope.principals, 'principal_code');
  part(scope.suppliers, 'supplier_kvk_number');
  part(scope.categories, 'category_code');
  if (Object.keys(scope.left).length > 0) {
    const left = parameters.push(JSON.stringify(scope.left));
    parts.push(`${alias}.starts_on < ($${left}::jsonb ->> ${alias}.principal_code)::date`);
  }
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
}
