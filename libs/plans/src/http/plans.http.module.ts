import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { PlansModule } from '../plans.module';
import { PlanFiguresController } from './plan-figures.controller';
import { PlanProposalsController } from './plan-proposals.controller';
import { PlansController } from './plans.controller';

/** The routes of plans. */
@Module({
  imports: [IdentityModule, PlansModule],
  controllers: [PlansController, PlanProposalsController, PlanFiguresController],
})
export class PlansHttpModule {}
