export { answersFor, type Plan, type PlanKind, type PlanState } from './domain/plan';
export type { PlanLine } from './domain/plan-line';
export { PlanChangesService, type PlanDraft, type PlanEdit, type PlanStep } from './plan-changes.service';
export { PlanFiguresService } from './plan-figures.service';
export { PlanProposalsService } from './plan-proposals.service';
export { PlanTermsService, type MorePlanTime } from './plan-terms.service';
export { PlanViewsService, type PlanDetail, type PlanSummary } from './plan-views.service';
export { inPlanScope as planInScope } from './persistence/plan-scope';
export type { WaitingProposal } from './persistence/waiting.store';
export { PlanWork, type UnfinishedPlan } from './plan-work';
export { PlansModule } from './plans.module';
export {
  PlansService,
  type AnsweredProposal,
  type PlanRegistration,
  type PlannedLine,
  type ProposalAnswer,
} from './plans.service';
export { PLANS_EVENTS, type PlansEvent } from './plans.events';
