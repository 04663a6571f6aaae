import { lazy, Suspense } from 'react';
import { useSession } from '../shell/session';
import { Skeleton } from '../ui/feedback';

const ClaimQueue = lazy(async () => ({ default: (await import('./claim-queue')).ClaimQueue }));
const Claim = lazy(async () => ({ default: (await import('./claim')).Claim }));
const OwnClaims = lazy(async () => ({ default: (await import('../own-claims/own-claims')).OwnClaims }));
const OwnClaim = lazy(async () => ({ default: (await import('../own-claims/own-claim')).OwnClaim }));

/** Claims, from the side of whoever looks. */
export function ClaimsPage() {
  const { face } = useSession();
  return (
    <Suspense fallback={<Skeleton lines={8} />}>{face === 'SUPPLIER_GROUP' ? <OwnClaims /> : <ClaimQueue />}</Suspense>
  );
}

/** One claim, from the side of whoever looks. */
export function ClaimPage() {
  const { face } = useSession();
  return <Suspense fallback={<Skeleton lines={8} />}>{face === 'SUPPLIER_GROUP' ? <OwnClaim /> : <Claim />}</Suspense>;
}
