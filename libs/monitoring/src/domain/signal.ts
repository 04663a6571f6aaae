import type { Cents, LocalDate } from '@sr/kernel';

/** How a plan went when that was worked out last, and since when it goes so. */
export interface StoredSignal {
  readonly planId: string;
  readonly signal: string;
  readonly since: LocalDate;
  readonly remainingCents: Cents;
}
