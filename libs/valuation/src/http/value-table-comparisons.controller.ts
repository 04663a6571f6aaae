import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { ValuationService } from '../valuation.service';
import { ValueTableComparisonAnswer, ValueTableComparisonQuery } from './value-tables.dto';
import { toComparison } from './value-tables.mapping';

/** Two value tables side by side. */
@ApiTags('Value tables')
@Controller('value-table-comparisons')
export class ValueTableComparisonsController {
  constructor(private readonly valuation: ValuationService) {}

  @Get()
  @Allow('value-tables.read', {
    summary: 'Compare two versions, side by side',
    description: 'Blocks and bonuses are matched by their code. What is alike is only counted.',
    answers: ValueTableComparisonAnswer,
  })
  async compareValueTables(
    @CurrentActor() actor: Actor,
    @Query() query: ValueTableComparisonQuery,
  ): Promise<ValueTableComparisonAnswer> {
    return toComparison(query, await this.valuation.compare(actor, query.left, query.right));
  }
}
