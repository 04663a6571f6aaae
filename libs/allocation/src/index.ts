export { AllocationModule } from './allocation.module';
export { AllocationService } from './allocation.service';
export type { Balance } from './persistence/ledger.store';
export type { Breach } from './persistence/verify.store';
export type { LedgerSums, YearSums } from './persistence/year-sums.store';
