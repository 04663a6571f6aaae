import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { ValuationModule } from '@sr/valuation';
import { PlanChangesService } from './plan-changes.service';
import { PlanDesk } from './plan-desk';
import { PlanFiguresService } from './plan-figures.service';
import { PlanProposalsService } from './plan-proposals.service';
import { PlanTermsService } from './plan-terms.service';
import { PlanViewsService } from './plan-views.service';
import { PlanWork } from './plan-work';
import { PlansService } from './plans.service';

@Module({
  imports: [IdentityModule, ValuationModule, ContractsModule],
  providers: [
    PlanDesk,
    PlansService,
    PlanViewsService,
    PlanFiguresService,
    PlanChangesService,
    PlanTermsService,
    PlanProposalsService,
    PlanWork,
  ],
  exports: [
    PlansService,
    PlanViewsService,
    PlanFiguresService,
    PlanChangesService,
    PlanTermsService,
    PlanProposalsService,
    PlanWork,
  ],
})
export class PlansModule {}
