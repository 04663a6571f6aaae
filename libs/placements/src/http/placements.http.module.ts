import { Module } from '@nestjs/common';
import { PlacementsModule } from '../placements.module';
import { ClaimsController } from './claims.controller';
import { EvidenceTypesController } from './evidence-types.controller';
import { PlacementsController } from './placements.controller';
import { ProgressController } from './progress.controller';
import { ReportsOnBehalfController } from './reports-on-behalf.controller';
import { ReportsController } from './reports.controller';
import { ValuePreviewsController } from './value-previews.controller';

/** Placements, reports and claims over HTTP. */
@Module({
  imports: [PlacementsModule],
  controllers: [
    PlacementsController,
    EvidenceTypesController,
    ReportsController,
    ReportsOnBehalfController,
    ClaimsController,
    ProgressController,
    ValuePreviewsController,
  ],
})
export class PlacementsHttpModule {}
