import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { quarterOfCode } from '../domain/quarter';
import { ReportTermsService } from '../report-terms.service';
import { ReportsOnBehalfService } from '../reports-on-behalf.service';
import { DueReportList, ExtendQuarterBody, ReportOnBehalfBody } from './on-behalf.dto';
import { toDueReport } from './on-behalf.mapping';
import { CHANGED, LINES_WRONG, ROWS_WRONG } from './reports.controller';
import { ReportAnswer, SubmitReportBody, WriteReportLinesBody } from './reports.dto';
import { toLines, toReport } from './reports.mapping';
import { EXTENSION_WRONG } from './shared.dto';

const LATE = ['report.not_late_yet', 'report.came_already'];
const OTHERS = 'report.of_others';

/** What officials do when a supplier does not report: give it more time, or report on its behalf. */
@ApiTags('Reports')
@Controller()
export class ReportsOnBehalfController {
  constructor(
    private readonly reports: ReportsOnBehalfService,
    private readonly terms: ReportTermsService,
  ) {}

  @Get('plans/:planId/due-reports')
  @Allow('reports.on-behalf', {
    summary: 'List the quarters of a plan of which nothing was reported',
    description:
      'For who speaks to the supplier: the network on plans that it verifies, else the principal that verifies.',
    answers: DueReportList,
    refuses: [OTHERS],
  })
  async listDueReports(@CurrentActor() actor: Actor, @IdParam('planId') planId: string): Promise<DueReportList> {
    return { items: (await this.terms.due(actor, planId)).map(toDueReport) };
  }

  @Post('plans/:planId/report-extensions')
  @Allow('due-dates.extend', {
    summary: 'Give a supplier more time for the report of a quarter',
    description: 'Also when the supplier did not begin it. The supplier reads the reason.',
    status: 200,
    answers: DueReportList,
    refuses: [
      OTHERS,
      'plan.supplier_outside_group',
      'report.quarter_not_begun',
      'report.submitted_already',
      ...EXTENSION_WRONG,
    ],
  })
  async extendQuarter(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() { supplierKvkNumber, quarter, dueOn, reason }: ExtendQuarterBody,
  ): Promise<DueReportList> {
    const of = { planId, supplierKvkNumber, quarter: quarterOfCode(quarter) };
    return { items: (await this.terms.extendQuarter(actor, of, { dueOn, reason })).map(toDueReport) };
  }

  @Post('reports-on-behalf')
  @Allow('reports.on-behalf', {
    summary: 'Begin a report on behalf of a supplier that is late',
    description:
      'Gives the one that there is. The supplier sees it, and can add a supplementary report. Who writes on it decides on none of its claims, and each claim warns the verifier.',
    status: 201,
    answers: ReportAnswer,
    refuses: [OTHERS, 'plan.supplier_outside_group', ...LATE, 'report.on_behalf_reason_missing'],
  })
  async reportOnBehalf(
    @CurrentActor() actor: Actor,
    @Body() { planId, supplierKvkNumber, quarter, reason }: ReportOnBehalfBody,
  ): Promise<ReportAnswer> {
    const of = { planId, supplierKvkNumber, quarter: quarterOfCode(quarter) };
    return toReport(await this.reports.begin(actor, of, reason));
  }

  @Put('reports-on-behalf/:reportId/lines')
  @Allow('reports.on-behalf', {
    summary: 'Write all lines of a report on behalf of a supplier',
    description:
      'They take the place of those that were there. On plans that a principal verifies itself, a contract manager reports no hours of placements: it is told of none.',
    answers: ReportAnswer,
    refuses: [...CHANGED, OTHERS, 'report.on_behalf_no_placements', ...ROWS_WRONG],
  })
  async writeLinesOnBehalf(
    @CurrentActor() actor: Actor,
    @IdParam('reportId') reportId: string,
    @Body() body: WriteReportLinesBody,
  ): Promise<ReportAnswer> {
    return toReport(await this.reports.writeLines(actor, reportId, body.version, toLines(body)));
  }

  @Post('reports-on-behalf/:reportId/submissions')
  @Allow('reports.on-behalf', {
    summary: 'Submit a report on behalf of a supplier',
    description: 'Nobody has to check it: the verifier, who is somebody else, is warned of each claim.',
    status: 200,
    answers: ReportAnswer,
    refuses: [
      ...CHANGED,
      OTHERS,
      ...LATE,
      'report.empty',
      'report.not_empty',
      'claim.in_the_future',
      'claim.overlaps',
      ...LINES_WRONG,
    ],
  })
  async submitOnBehalf(
    @CurrentActor() actor: Actor,
    @IdParam('reportId') reportId: string,
    @Body() { version, nothingToReport = false }: SubmitReportBody,
  ): Promise<ReportAnswer> {
    return toReport(await this.reports.submit(actor, reportId, version, nothingToReport));
  }
}
