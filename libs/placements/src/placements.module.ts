import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlansModule } from '@sr/plans';
import { ValuationModule } from '@sr/valuation';
import { Belongings } from './belonging';
import { CheckClaims } from './check-claims';
import { ClaimsService } from './claims.service';
import { DecideClaims } from './decide-claims';
import { EvidenceService } from './evidence.service';
import { PlacementFigures } from './placement-figures';
import { PlacementWork } from './placement-work';
import { PlacementsService } from './placements.service';
import { ReportDesk } from './report-desk';
import { ReportTermsService } from './report-terms.service';
import { ReportViews } from './report-views';
import { ReportsOnBehalfService } from './reports-on-behalf.service';
import { ReportsService } from './reports.service';
import { SubmitClaims } from './submit-claims';
import { ValuePreviewsService } from './value-previews.service';

@Module({
  imports: [IdentityModule, ValuationModule, ContractsModule, PlansModule],
  providers: [
    PlacementsService,
    ReportsService,
    ReportsOnBehalfService,
    ReportTermsService,
    ReportDesk,
    ClaimsService,
    EvidenceService,
    DecideClaims,
    CheckClaims,
    SubmitClaims,
    Belongings,
    PlacementFigures,
    PlacementWork,
    ReportViews,
    ValuePreviewsService,
  ],
  exports: [
    PlacementsService,
    ReportsService,
    ReportsOnBehalfService,
    ReportTermsService,
    ClaimsService,
    EvidenceService,
    PlacementFigures,
    PlacementWork,
    ValuePreviewsService,
  ],
})
export class PlacementsModule {}
