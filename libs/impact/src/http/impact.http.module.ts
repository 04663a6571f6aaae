import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { ImpactModule } from '../impact.module';
import { ForecastsController } from './forecasts.controller';
import { ImpactReportsController } from './impact-reports.controller';
import { SupplierRankingsController } from './supplier-rankings.controller';

/** Year reports, the pool, forecasts, signals and who to call first. */
@Module({
  imports: [IdentityModule, ImpactModule],
  controllers: [ImpactReportsController, ForecastsController, SupplierRankingsController],
})
export class ImpactHttpModule {}
