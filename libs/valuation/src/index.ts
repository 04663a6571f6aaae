export type { Contribution, EmploymentForm, Worth } from './domain/value-of';
export type { Block, BlockKind, Bonus, NotValued, TableSource, ValueTable } from './domain/value-table';
export type { StoredValueTable } from './persistence/value-table.store';
export { ValuationModule } from './valuation.module';
export { ValuationService } from './valuation.service';
