import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlansModule } from '@sr/plans';
import { ValuationModule } from '@sr/valuation';
import { CheckClaims } from './check-claims';
import { ClaimsService } from './claims.service';
import { DecideClaims } from './decide-claims';
import { EvidenceService } from './evidence.service';
import { PlacementFigures } from './placement-figures';
import { PlacementsService } from './placements.service';
import { ReportViews } from './report-views';
import { ReportsService } from './reports.service';

@Module({
  imports: [IdentityModule, ValuationModule, ContractsModule, PlansModule],
  providers: [
    PlacementsService,
    ReportsService,
    ClaimsService,
    EvidenceService,
    DecideClaims,
    CheckClaims,
    PlacementFigures,
    ReportViews,
  ],
  exports: [PlacementsService, ReportsService, ClaimsService, EvidenceService, PlacementFigures],
})
export class PlacementsModule {}
