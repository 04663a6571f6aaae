import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { ValuationModule } from '@sr/valuation';
import { PlansService } from './plans.service';

@Module({ imports: [ValuationModule, ContractsModule], providers: [PlansService], exports: [PlansService] })
export class PlansModule {}
