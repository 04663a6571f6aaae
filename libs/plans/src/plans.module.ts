import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { ValuationModule } from '@sr/valuation';
import { PlansService } from './plans.service';

@Module({
  imports: [IdentityModule, ValuationModule, ContractsModule],
  providers: [PlansService],
  exports: [PlansService],
})
export class PlansModule {}
