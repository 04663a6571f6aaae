export type { Difference, TableComparison } from './domain/compare';
export type { Explanation, Step } from './domain/explain';
export type { TableState } from './domain/table-state';
export type { Contribution, Worth } from './domain/value-of';
export type { Block, BlockKind, Bonus, NotValued, TableSource, ValueTable } from './domain/value-table';
export type { StoredValueTable } from './persistence/value-table.store';
export { ValuationModule } from './valuation.module';
export { ValuationService, type TableSummary, type TableVersion } from './valuation.service';
export { VALUATION_EVENTS, type ValuationEvent } from './valuation.events';
