import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CodeParam, CurrentActor, IdParam, PageQuery } from '@sr/platform';
import { WorkItemsService } from '../work/work-items.service';
import { WorkItemAnswer, WorkItemPage } from './work-items.dto';
import { toWorkItem, toWorkItemPage } from './work-items.mapping';

const DERIVED = 'An item is not ticked off: it is gone when the work is done.';

/** The kind and then, between colons, ids, codes, days and roles. */
const WORK_ITEM_KEY = /^[A-Z_]{1,40}(:[A-Za-z0-9._/-]{1,60}){1,5}$/;

/** What waits for whom, by when. */
@ApiTags('Work items')
@Controller()
export class WorkItemsController {
  constructor(private readonly workItems: WorkItemsService) {}

  @Get('work-items')
  @Allow('signed-in', {
    summary: 'List what waits for you, the soonest due first',
    description: `What your roles let you do and nobody did yet. ${DERIVED}`,
    answers: WorkItemPage,
  })
  async listWorkItems(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<WorkItemPage> {
    return toWorkItemPage(await this.workItems.mine(actor, query));
  }

  @Get('work-items/:key')
  @Allow('signed-in', {
    summary: 'Read one item that waits for you',
    description: `What a link in a mail asks. The key is that of the item in the list or in the mail. Not found (\`work-item.done\`) when it does not wait for you, or not any more. ${DERIVED}`,
    answers: WorkItemAnswer,
  })
  async readWorkItem(
    @CurrentActor() actor: Actor,
    @CodeParam('key', 'The key of the item.', WORK_ITEM_KEY) key: string,
  ): Promise<WorkItemAnswer> {
    return toWorkItem(await this.workItems.one(actor, key));
  }

  @Get('plans/:planId/work-items')
  @Allow('plans.read', {
    summary: 'List what is open in a plan and for whom it waits, the soonest due first',
    description: `Of contracts and proposals those in sight. Of reports and claims who neither made nor verifies them hears counts only; a count of claims under five is null. ${DERIVED}`,
    answers: WorkItemPage,
  })
  async listPlanWorkItems(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Query() query: PageQuery,
  ): Promise<WorkItemPage> {
    return toWorkItemPage(await this.workItems.ofPlan(actor, planId, query));
  }
}
