import { lazy, Suspense } from 'react';
import { useSession } from '../shell/session';
import { Skeleton } from '../ui/feedback';

const ContractList = lazy(async () => ({ default: (await import('./contract-list')).ContractList }));
const SupplierContracts = lazy(async () => ({
  default: (await import('../portfolio/supplier-contracts')).SupplierContracts,
}));

/** The list of contracts, from the side of whoever looks: officials follow obligations, a supplier fills them in. */
export function ContractsPage() {
  const { face } = useSession();
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      {face === 'SUPPLIER_GROUP' ? <SupplierContracts /> : <ContractList />}
    </Suspense>
  );
}
