import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, YearParam } from '@sr/platform';
import { BreakdownsService } from '../breakdowns.service';
import { ImpactService } from '../impact.service';
import { PoolService } from '../pool.service';
import { readsWholePool } from '../year-parts';
import {
  BreakdownPageAnswer,
  BreakdownQuery,
  ImpactReportAnswer,
  ImpactReportQuery,
  PoolAnswer,
  PoolQuery,
} from './impact-reports.dto';
import { toBreakdownPage, toReport } from './impact-reports.mapping';

const FOR_WHOM =
  'The network and the auditor read the whole pool, small figures too. A ministry reads its own obligations, a category manager those of its categories, a supplier those of its group; a figure of persons or jobs that rests on 1 to 4 persons is "< 5", and one that would betray it is null. Money is never hidden.';
const READ_WITH_CARE =
  'Imposed is not outstanding. The EUR 130 million is a floor. Values are of effort and fictive: nothing here is spending. Jobs are an accounting share.';

/** What came of Social Return, year by year. */
@ApiTags('Impact')
@Controller()
export class ImpactReportsController {
  constructor(
    private readonly impact: ImpactService,
    private readonly breakdowns: BreakdownsService,
    private readonly pool: PoolService,
  ) {}

  @Get('impact-reports/:year')
  @Allow('impact.read', {
    summary: 'Read the report of a year',
    description: `${FOR_WHOM} ${READ_WITH_CARE}`,
    answers: ImpactReportAnswer,
  })
  async readImpactReport(
    @CurrentActor() actor: Actor,
    @YearParam() year: number,
    @Query() query: ImpactReportQuery,
  ): Promise<ImpactReportAnswer> {
    const knownOn = query.knownOn ?? null;
    const report = await this.impact.year(actor, year, knownOn);
    const formFreeJobs = await this.impact.formFreeJobs(actor, year, knownOn);
    return toReport(report, formFreeJobs, { year, knownOn, wholePool: readsWholePool(actor.scope) });
  }

  @Get('impact-reports/:year/breakdowns')
  @Allow('impact.read', {
    summary: 'Read a year by principal, supplier, category, contract, region or target group',
    description: `${FOR_WHOM} Contracts are those in sight, also for the network. ${READ_WITH_CARE}`,
    answers: BreakdownPageAnswer,
  })
  async readBreakdown(
    @CurrentActor() actor: Actor,
    @YearParam() year: number,
    @Query() query: BreakdownQuery,
  ): Promise<BreakdownPageAnswer> {
    return toBreakdownPage(await this.breakdowns.page(actor, year, query.by, query.knownOn ?? null, query), query.by);
  }

  @Get('pool')
  @Allow('impact.read', {
    summary: 'Read the pool of a year as a funnel',
    description: `From what the central government says that it imposes to what was realised. ${READ_WITH_CARE} What is planned is as it is now, whatever knownOn says. A ministry sees parts of plans; for it the steps that are of whole plans are null.`,
    answers: PoolAnswer,
  })
  async readPool(@CurrentActor() actor: Actor, @Query() query: PoolQuery): Promise<PoolAnswer> {
    const { year } = query;
    const knownOn = query.knownOn ?? null;
    return { year, knownOn, steps: await this.pool.funnel(actor, year, knownOn) };
  }
}
