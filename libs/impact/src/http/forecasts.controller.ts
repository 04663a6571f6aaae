import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { ForecastService } from '../forecast.service';
import { ContractForecastAnswer, PlanForecastAnswer, SignalListQuery, SignalPage } from './forecasts.dto';
import { toContractForecast, toPlanForecast } from './forecasts.mapping';

const HOW =
  'A plan brings value to its obligations by the rule of the ledger: in proportion to what each that runs has left, in spans of days in which the same obligations run; what is committed comes before what is planned. Everything goes by days, in whole cents. Values are of effort and fictive: nobody pays them.';

/** Where obligations and plans are expected to end. */
@ApiTags('Forecasts')
@Controller()
export class ForecastsController {
  constructor(private readonly forecasts: ForecastService) {}

  @Get('contracts/:contractId/forecast')
  @Allow('forecasts.read', {
    summary: 'Read where the obligation of a contract is expected to end, with the arithmetic',
    description: HOW,
    answers: ContractForecastAnswer,
    refuses: ['forecast.form_free'],
  })
  async readContractForecast(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
  ): Promise<ContractForecastAnswer> {
    return toContractForecast(await this.forecasts.contract(actor, contractId));
  }

  @Get('plans/:planId/forecast')
  @Allow('forecasts.read', {
    summary: 'Read where the obligations of a plan are expected to end',
    description: `Of the obligations that the reader sees: a ministry its own. ${HOW}`,
    answers: PlanForecastAnswer,
    refuses: ['forecast.form_free'],
  })
  async readPlanForecast(@CurrentActor() actor: Actor, @IdParam('planId') planId: string): Promise<PlanForecastAnswer> {
    return toPlanForecast(await this.forecasts.plan(actor, planId));
  }

  @Get('signals')
  @Allow('forecasts.read', {
    summary: 'List contracts or plans by how they go, the most euros at risk first',
    description: `Of the obligations in euros in the reader's sight that are not settled. ${HOW}`,
    answers: SignalPage,
  })
  async listSignals(@CurrentActor() actor: Actor, @Query() query: SignalListQuery): Promise<SignalPage> {
    return this.forecasts.signals(actor, { of: query.of ?? 'CONTRACTS', signal: query.signal }, query);
  }
}
