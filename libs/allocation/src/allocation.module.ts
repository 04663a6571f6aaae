import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { PlacementsModule } from '@sr/placements';
import { PlansModule } from '@sr/plans';
import { AllocationService } from './allocation.service';

@Module({
  imports: [ContractsModule, PlansModule, PlacementsModule],
  providers: [AllocationService],
  exports: [AllocationService],
})
export class AllocationModule {}
