import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, YearParam } from '@sr/platform';
import { BreakdownsService } from '../breakdowns.service';
import { ImpactService } from '../impact.service';
import { PoolService } from '../pool.service';
import { readsWholePool } from '../year-parts';
import { BreakdownPageAnswer, BreakdownQuery, ImpactReportAnswer, ImpactReportQuery } from './impact-reports.dto';
import { toBreakdownPage, toReport } from './impact-reports.mapping';
import { PoolAnswer, PoolCourseAnswer, PoolQuery } from './pool.dto';

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
    description: `${FOR_WHOM} Contracts are those in sight, also for the network, and so are figures of only some contracts. Of those, persons and jobs are more often null outside the verifying team: together with what is shown without filters they tell of nobody. ${READ_WITH_CARE}`,
    answers: BreakdownPageAnswer,
    refuses: ['breakdown.not_narrowed'],
  })
  async readBreakdown(
    @CurrentActor() actor: Actor,
    @YearParam() year: number,
    @Query() query: BreakdownQuery,
  ): Promise<BreakdownPageAnswer> {
    const { by, knownOn, principalCode, supplierGroupId, supplierKvkNumber, categoryCode } = query;
    const narrowing = { principalCode, supplierGroupId, supplierKvkNumber, categoryCode };
    const page = await this.breakdowns.page(actor, year, { by, knownOn: knownOn ?? null, ...narrowing }, query);
    return toBreakdownPage(page, by);
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

  @Get('pool-courses/:year')
  @Allow('impact.read', {
    summary: 'Read the course of the pool through a year, by quarter',
    description: `What was imposed and realised in each quarter and from 1 January, beside the pace of the terms and the reference. At the end of the fourth quarter it is the report of the year. ${READ_WITH_CARE}`,
    answers: PoolCourseAnswer,
  })
  async readPoolCourse(
    @CurrentActor() actor: Actor,
    @YearParam() year: number,
    @Query() query: ImpactReportQuery,
  ): Promise<PoolCourseAnswer> {
    const knownOn = query.knownOn ?? null;
    const reach = readsWholePool(actor.scope) ? 'WHOLE_POOL' : 'IN_SIGHT';
    return { year, knownOn, reach, quarters: await this.pool.course(actor, year, knownOn) };
  }
}
