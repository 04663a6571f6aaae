import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { PlanChangesService } from '../plan-changes.service';
import { PlanFiguresService } from '../plan-figures.service';
import { PlanTermsService } from '../plan-terms.service';
import { PlanViewsService } from '../plan-views.service';
import { PlanAnswer } from './plan.dto';
import { FragmentationReportAnswer } from './plan-figures.dto';
import {
  EditPlanBody,
  ExtendPlanBody,
  ExplainedPlanStepBody,
  MakePlanBody,
  NameSupplierContactsBody,
  PlanListQuery,
  PlanPage,
  PlanStepBody,
  WritePlanLinesBody,
} from './plans.dto';
import { toDraft, toEdit, toFragmentation, toLine, toPlanAnswer, toPlanPage } from './plans.mapping';

const CONTACTS = ['plan.contact_unknown', 'plan.deputy_is_lead'];
const CHANGES = ['plan.stale', 'plan.of_others'];
const STEPS = [...CHANGES, 'plan.wrong_state'];

/** Supplier plans: which obligations are followed together, who leads, what is planned, and how far it is. */
@ApiTags('Plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly views: PlanViewsService,
    private readonly changes: PlanChangesService,
    private readonly figures: PlanFiguresService,
    private readonly terms: PlanTermsService,
  ) {}

  @Get()
  @Allow('plans.read', { summary: 'List the plans that you may see', answers: PlanPage })
  async listPlans(@CurrentActor() actor: Actor, @Query() query: PlanListQuery): Promise<PlanPage> {
    const { principal: principalCode, ...filter } = query;
    return toPlanPage(await this.views.list(actor, { ...filter, principalCode }, query));
  }

  @Post()
  @Allow('plans.make', {
    summary: 'Make a plan',
    description:
      'The network proposes the obligations to their principals, each of which agrees or declines for its own. A principal ' +
      'makes a plan of its own contracts, which are in it at once; when it takes no part in the network it verifies the ' +
      'plan itself. The value table is pinned for good.',
    status: 201,
    answers: PlanAnswer,
    refuses: [
      ...CONTACTS,
      'plan.name_taken',
      'plan.supplier_group_unknown',
      'value-table.unknown',
      'value-table.not_approved',
      'plan.contract_unknown',
      'plan.contract_repeated',
      'plan.contract_of_another',
      'plan.contracts_missing',
      'plan.other_supplier_group',
      'plan.other_kind',
      'plan.obligation_settled',
      'plan.obligation_already_in_a_plan',
      'plan.obligation_proposed_already',
    ],
  })
  async makePlan(@CurrentActor() actor: Actor, @Body() body: MakePlanBody): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.make(actor, toDraft(body)));
  }

  @Get(':planId')
  @Allow('plans.read', {
    summary: 'Read a plan',
    description:
      'With its obligations, proposals, contacts and lines. A principal sees its own obligations and proposals, and all ' +
      'others as one number and one sum.',
    answers: PlanAnswer,
  })
  async readPlan(@CurrentActor() actor: Actor, @IdParam('planId') planId: string): Promise<PlanAnswer> {
    return toPlanAnswer(await this.views.find(actor, planId));
  }

  @Patch(':planId')
  @Allow('plans.make', {
    summary: 'Change the name, the contacts or the due date of a plan',
    description: 'What you leave out stays. Another due date needs a reason.',
    answers: PlanAnswer,
    refuses: [...CHANGES, ...CONTACTS, 'plan.ended', 'plan.name_taken', 'plan.reason_missing'],
  })
  async editPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: EditPlanBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.edit(actor, planId, toEdit(body)));
  }

  @Post(':planId/extensions')
  @Allow('due-dates.extend', {
    summary: 'Give a supplier more time for its plan of action',
    description: 'For who sees to the plan. The supplier reads the reason.',
    status: 200,
    answers: PlanAnswer,
    refuses: [
      ...CHANGES,
      'plan.ended',
      'plan.not_due',
      'due-date.not_later',
      'due-date.too_far',
      'due-date.reason_missing',
    ],
  })
  async extendPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: ExtendPlanBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.terms.extend(actor, planId, body));
  }

  @Put(':planId/supplier-contacts')
  @Allow('plans.write-lines', {
    summary: 'Name who leads for the supplier, and who stands in',
    answers: PlanAnswer,
    refuses: [...CHANGES, ...CONTACTS, 'plan.ended'],
  })
  async nameSupplierContacts(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: NameSupplierContactsBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.nameSupplierContacts(actor, planId, body));
  }

  @Put(':planId/lines')
  @Allow('plans.write-lines', {
    summary: 'Write the plan of action: all its lines',
    description: 'Possible in a draft and after a return or an amendment. Earlier editions are kept.',
    answers: PlanAnswer,
    refuses: [
      ...CHANGES,
      'plan.ended',
      'plan.lines_fixed',
      'plan.line_block_unknown',
      'plan.line_figures_wrong',
      'plan.line_backwards',
      'plan.line_region_unknown',
    ],
  })
  async writePlanLines(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: WritePlanLinesBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.writeLines(actor, planId, body.version, body.lines.map(toLine)));
  }

  @Post(':planId/submissions')
  @Allow('plans.submit', {
    summary: 'Submit the plan of action',
    answers: PlanAnswer,
    refuses: [...STEPS, 'plan.without_lines'],
  })
  async submitPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: PlanStepBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.submit(actor, planId, body));
  }

  @Post(':planId/returns')
  @Allow('plans.approve', {
    summary: 'Return a submitted plan of action, with the reason',
    answers: PlanAnswer,
    refuses: [...STEPS, 'plan.own_submission'],
  })
  async returnPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: ExplainedPlanStepBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.sendBack(actor, planId, body));
  }

  @Post(':planId/approvals')
  @Allow('plans.approve', {
    summary: 'Approve a submitted plan of action',
    description: 'Both sides need a lead. Never by the one who submitted it.',
    answers: PlanAnswer,
    refuses: [...STEPS, 'plan.own_submission', 'plan.without_leads'],
  })
  async approvePlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: PlanStepBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.approve(actor, planId, body));
  }

  @Post(':planId/amendments')
  @Allow('plans.approve', {
    summary: 'Open an approved plan of action for other lines, with the reason',
    description: 'It has to be submitted and approved again. What is in the plan goes on meanwhile.',
    answers: PlanAnswer,
    refuses: STEPS,
  })
  async amendPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: ExplainedPlanStepBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.amend(actor, planId, body));
  }

  @Post(':planId/ends')
  @Allow('plans.make', {
    summary: 'End a plan, with the reason',
    description: 'Its obligations are settled or have left. Proposals that still wait are withdrawn.',
    answers: PlanAnswer,
    refuses: [...STEPS, 'plan.has_open_obligations'],
  })
  async endPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: ExplainedPlanStepBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.changes.end(actor, planId, body));
  }

  @Get(':planId/fragmentation')
  @Allow('plans.read', {
    summary: 'Read how scattered the obligations of a plan would be without it',
    description: 'Before: each open obligation by itself. After: all in the plan. Of the obligations that you see.',
    answers: FragmentationReportAnswer,
  })
  async readPlanFragmentation(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
  ): Promise<FragmentationReportAnswer> {
    return toFragmentation(await this.figures.ofPlan(actor, planId));
  }
}
