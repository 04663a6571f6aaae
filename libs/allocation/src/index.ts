export { AllocationModule } from './allocation.module';
export { AllocationService, type AnswerToProposal, type ReversedClaim } from './allocation.service';
export { BalancesService, type ListedContractBalance, type ListedPlanBalance } from './balances.service';
export type { DecidedClaim } from './decide-batch';
export type { Decision } from './domain/decision';
export { LedgerFigures } from './ledger-figures';
export type { HoursOfYear, LedgerCell, PersonInCell } from './persistence/cells.store';
export type { Balance } from './persistence/ledger.store';
export type { Breach } from './persistence/verify.store';
export type { LedgerSums, ObligationLedgerSums, RealisedQuarter, YearSums } from './persistence/year-sums.store';
export type { Place, PlaceName } from './sight';
export {
  StatementsService,
  type ContractBalance,
  type ContractStatement,
  type ObligationBalance,
  type PlanStatement,
  type StatementLine,
} from './statements.service';
export { SettlementSteps } from './settlement-steps';
export { ALLOCATION_EVENTS, type AllocationEvent } from './allocation.events';
