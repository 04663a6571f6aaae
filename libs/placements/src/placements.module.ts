import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { PlansModule } from '@sr/plans';
import { ValuationModule } from '@sr/valuation';
import { DecideClaims } from './decide-claims';
import { PlacementsService } from './placements.service';

@Module({
  imports: [ValuationModule, ContractsModule, PlansModule],
  providers: [PlacementsService, DecideClaims],
  exports: [PlacementsService],
})
export class PlacementsModule {}
