export type { Plan } from './persistence/plan.schema';
export { PlansModule } from './plans.module';
export { PlansService, type PlanRegistration } from './plans.service';
