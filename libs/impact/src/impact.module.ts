import { Module } from '@nestjs/common';
import { AllocationModule } from '@sr/allocation';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlacementsModule } from '@sr/placements';
import { PlansModule } from '@sr/plans';
import { BreakdownsService } from './breakdowns.service';
import { ForecastService } from './forecast.service';
import { ImpactService } from './impact.service';
import { PlanCourses } from './plan-courses';
import { PoolService } from './pool.service';
import { SupplierRankingsService } from './supplier-rankings.service';
import { YearPartsReader } from './year-parts';

@Module({
  imports: [IdentityModule, ContractsModule, PlansModule, PlacementsModule, AllocationModule],
  providers: [
    ImpactService,
    BreakdownsService,
    ForecastService,
    PoolService,
    SupplierRankingsService,
    PlanCourses,
    YearPartsReader,
  ],
  exports: [ImpactService, BreakdownsService, ForecastService, PoolService, SupplierRankingsService],
})
export class ImpactModule {}
