import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { SupplierRankingsService } from '../supplier-rankings.service';
import { SupplierRankingAnswer, SupplierRankingQuery } from './supplier-rankings.dto';

/** The ten largest suppliers were approached first; the number is only where a list begins. */
const LIMIT = 10;

/** Whom to call first. */
@ApiTags('Forecasts')
@Controller()
export class SupplierRankingsController {
  constructor(private readonly rankings: SupplierRankingsService) {}

  @Get('supplier-rankings')
  @Allow('rankings.read', {
    summary: 'Rank supplier groups by what they have open, at risk or behind',
    description:
      'Over obligations in euros that are not settled, of contracts that you see, as they go today. A group with nothing open has no place.',
    answers: SupplierRankingAnswer,
  })
  async rankSuppliers(
    @CurrentActor() actor: Actor,
    @Query() query: SupplierRankingQuery,
  ): Promise<SupplierRankingAnswer> {
    const order = query.order ?? 'OPEN';
    const { on, items } = await this.rankings.rank(actor, order, query.limit ?? LIMIT);
    return { on, order, items };
  }
}
