import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { ReportsService } from '../reports.service';
import {
  OpenReportBody,
  ReportAnswer,
  ReportListQuery,
  ReportPage,
  ReportVersionBody,
  SubmitReportBody,
  WriteReportLinesBody,
} from './reports.dto';
import { toLines, toOpen, toReport, toReportFilter, toReportPage } from './reports.mapping';
import { EVIDENCE_WRONG } from './shared.dto';

export const CHANGED = ['report.stale', 'report.submitted_already'];
const ON_BEHALF = 'report.on_behalf';
/** Lines that are none of this report, or name what is not there. */
export const ROWS_WRONG = [
  'report.placement_repeated',
  'report.month_repeated',
  'report.outside_quarter',
  'placement.unknown',
  'contract.unknown',
  'contract.exempt',
];
export const LINES_WRONG = [
  ...ROWS_WRONG,
  'placement.block_unknown',
  'placement.block_of_other_kind',
  'claim.outside_placement',
  'claim.period_backwards',
  'realised.own_with_other_party',
  ...EVIDENCE_WRONG,
];

/** Reports of a quarter: the supplier's own until they are submitted, then claims. */
@ApiTags('Reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Allow('reports.read', { summary: 'List reports', answers: ReportPage })
  async listReports(@CurrentActor() actor: Actor, @Query() query: ReportListQuery): Promise<ReportPage> {
    return toReportPage(await this.reports.list(actor, toReportFilter(query), query));
  }

  @Post()
  @Allow('reports.write', {
    summary: 'Open the report of a quarter',
    description:
      'Gives the report that there is. What was refused or forgotten goes into a supplementary report for the same quarter.',
    status: 201,
    answers: ReportAnswer,
    refuses: ['plan.supplier_outside_group', 'report.quarter_not_begun'],
  })
  async openReport(@CurrentActor() actor: Actor, @Body() body: OpenReportBody): Promise<ReportAnswer> {
    return toReport(await this.reports.open(actor, toOpen(body)));
  }

  @Get(':reportId')
  @Allow('reports.read', {
    summary: 'Read a report: its lines with their value so far, how it is worked out, and what is odd',
    answers: ReportAnswer,
  })
  async readReport(@CurrentActor() actor: Actor, @IdParam('reportId') reportId: string): Promise<ReportAnswer> {
    return toReport(await this.reports.report(actor, reportId));
  }

  @Put(':reportId/lines')
  @Allow('reports.write', {
    summary: 'Write all lines of a report',
    description:
      'They take the place of those that were there. A report that was checked is a draft again. What is wrong in a line is kept with it and told among the faults: only submitting is refused for it. Lines that are none of this report, or name what is not there, are refused, and then nothing changes.',
    answers: ReportAnswer,
    refuses: [...CHANGED, ON_BEHALF, ...ROWS_WRONG],
  })
  async writeReportLines(
    @CurrentActor() actor: Actor,
    @IdParam('reportId') reportId: string,
    @Body() body: WriteReportLinesBody,
  ): Promise<ReportAnswer> {
    return toReport(await this.reports.writeLines(actor, reportId, body.version, toLines(body)));
  }

  @Post(':reportId/copies')
  @Allow('reports.write', {
    summary: 'Copy the hours of the last quarter that was claimed',
    description: 'For placements that still run and have no line yet, month by month.',
    status: 200,
    answers: ReportAnswer,
    refuses: [...CHANGED, ON_BEHALF, 'report.no_last_period'],
  })
  async copyLastPeriod(
    @CurrentActor() actor: Actor,
    @IdParam('reportId') reportId: string,
    @Body() { version }: ReportVersionBody,
  ): Promise<ReportAnswer> {
    return toReport(await this.reports.copyLastPeriod(actor, reportId, version));
  }

  @Post(':reportId/checks')
  @Allow('reports.check', {
    summary: 'Say that you checked a report as it is',
    description: 'Never by who changed it last.',
    status: 200,
    answers: ReportAnswer,
    refuses: [...CHANGED, ON_BEHALF, 'report.checked_already', 'report.checked_by_editor'],
  })
  async checkReport(
    @CurrentActor() actor: Actor,
    @IdParam('reportId') reportId: string,
    @Body() { version }: ReportVersionBody,
  ): Promise<ReportAnswer> {
    return toReport(await this.reports.check(actor, reportId, version));
  }

  @Post(':reportId/submissions')
  @Allow('reports.submit', {
    summary: 'Submit a report',
    description:
      'Each placement, purchase and activity becomes a claim. Warnings go along and stop nothing. Where one person takes part for the supplier, nobody has to check.',
    status: 200,
    answers: ReportAnswer,
    refuses: [
      ...CHANGED,
      ON_BEHALF,
      'report.not_checked',
      'report.empty',
      'report.not_empty',
      'claim.in_the_future',
      'claim.overlaps',
      ...LINES_WRONG,
    ],
  })
  async submitReport(
    @CurrentActor() actor: Actor,
    @IdParam('reportId') reportId: string,
    @Body() { version, nothingToReport = false }: SubmitReportBody,
  ): Promise<ReportAnswer> {
    return toReport(await this.reports.submit(actor, reportId, version, nothingToReport));
  }
}
