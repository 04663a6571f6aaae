import type { Answer } from '../api/client';
import { useSession } from '../shell/session';

/** Whether who is signed in writes a report on behalf of the supplier, if it is not submitted. */
export function useWritesOnBehalf(onBehalf: Answer<'OnBehalfAnswer'> | null): boolean {
  const { can, face } = useSession();
  return onBehalf !== null && can('reports.on-behalf') && face === onBehalf.side;
}
