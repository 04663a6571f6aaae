import { Module } from '@nestjs/common';
import { ValuationModule } from '../valuation.module';
import { ValueTableComparisonsController } from './value-table-comparisons.controller';
import { ValueTablesController } from './value-tables.controller';

/** Value tables over HTTP. */
@Module({ imports: [ValuationModule], controllers: [ValueTablesController, ValueTableComparisonsController] })
export class ValuationHttpModule {}
