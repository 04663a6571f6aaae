import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { ImpactModule } from '../impact.module';
import { ForecastsController } from './forecasts.controller';
import { ImpactReportsController } from './impact-reports.controller';

/** Year reports, the pool, forecasts and signals. */
@Module({ imports: [IdentityModule, ImpactModule], controllers: [ImpactReportsController, ForecastsController] })
export class ImpactHttpModule {}
