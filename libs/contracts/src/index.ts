export { ContractsModule } from './contracts.module';
export { ContractsService, type Obligation } from './contracts.service';
export type { Contract, ContractRegistration } from './domain/contract';
export type { ObligationBasis, ObligationChange, ObligationTerms } from './domain/obligation';
export type { ObligationSums } from './persistence/contract.store';
