export { AllocationModule } from './allocation.module';
export { AllocationService } from './allocation.service';
export type { Balance } from './persistence/ledger.store';
export type { Breach } from './persistence/verify.store';
export type { LedgerSums, SurplusSums } from './persistence/year-sums.store';
