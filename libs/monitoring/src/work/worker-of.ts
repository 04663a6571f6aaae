import type { Person } from '@sr/identity';
import type { Worker } from '../domain/work-item';

/** Where a person works, as what. */
export function workerOf({
  id,
  roles,
  categories,
  organisation,
}: Pick<Person, 'id' | 'roles' | 'categories' | 'organisation'>): Worker {
  const nowhere = { id, roles, categories, side: null, principalCode: null, supplierGroupId: null };
  switch (organisation.kind) {
    case 'PRINCIPAL':
      return { ...nowhere, side: 'PRINCIPAL', principalCode: organisation.principalCode };
    case 'SUPPLIER_GROUP':
      return { ...nowhere, side: 'SUPPLIER', supplierGroupId: organisation.supplierGroupId };
    case 'NETWORK':
      return { ...nowhere, side: 'NETWORK' };
    case 'OVERSIGHT':
      return nowhere;
  }
}
