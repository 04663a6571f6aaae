import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CodeParam, CurrentActor } from '@sr/platform';
import { PlanFiguresService } from '../plan-figures.service';
import { PlanViewsService } from '../plan-views.service';
import {
  BundlingPreviewBody,
  FragmentationReportAnswer,
  PlanMembershipList,
  PlanMembershipsQuery,
  ValueTableUsesPage,
  ValueTableUsesQuery,
} from './plan-figures.dto';
import { toFragmentation, toPlanPage } from './plans.mapping';

/** What is worked out over plans and contracts. */
@ApiTags('Plans')
@Controller()
export class PlanFiguresController {
  constructor(
    private readonly figures: PlanFiguresService,
    private readonly views: PlanViewsService,
  ) {}

  @Post('bundling-previews')
  @Allow('plans.read', {
    summary: 'See what bundling obligations of one supplier group would do to fragmentation',
    description: 'Before: as they are followed now. After: all in one plan. Nothing changes.',
    status: 200,
    answers: FragmentationReportAnswer,
    refuses: ['plan.contract_unknown', 'plan.contract_repeated', 'plan.other_supplier_group'],
  })
  async previewBundling(
    @CurrentActor() actor: Actor,
    @Body() body: BundlingPreviewBody,
  ): Promise<FragmentationReportAnswer> {
    return toFragmentation(await this.figures.preview(actor, body.supplierGroupId, body.contractIds));
  }

  @Get('plan-memberships')
  @Allow('plans.read', {
    summary: 'Say in which plan the obligations of many contracts are now',
    description: 'A contract in no plan is left out; so is one that you do not see, or whose plan you do not see.',
    answers: PlanMembershipList,
  })
  async listPlanMemberships(
    @CurrentActor() actor: Actor,
    @Query() { contractIds }: PlanMembershipsQuery,
  ): Promise<PlanMembershipList> {
    return { items: await this.views.ofContracts(actor, contractIds) };
  }

  @Get('value-tables/:valueTableCode/uses')
  @Allow('value-tables.read', {
    summary: 'List the plans that pin a value table',
    description: 'Those that you may see, by name; and for a table steward how many there are.',
    answers: ValueTableUsesPage,
  })
  async listValueTableUses(
    @CurrentActor() actor: Actor,
    @CodeParam('valueTableCode', 'The code of the value table.', /^[A-Z0-9-]{1,60}$/) valueTableCode: string,
    @Query() query: ValueTableUsesQuery,
  ): Promise<ValueTableUsesPage> {
    const uses = await this.views.listUses(actor, valueTableCode, query);
    return { ...toPlanPage(uses), count: uses.count };
  }
}
