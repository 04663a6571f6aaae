import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { ContractsModule } from '../contracts.module';
import { ContractsController } from './contracts.controller';
import { ObligationsController } from './obligations.controller';
import { ThresholdRulesController } from './threshold-rules.controller';

/** The routes of contracts. */
@Module({
  imports: [IdentityModule, ContractsModule],
  controllers: [ContractsController, ObligationsController, ThresholdRulesController],
})
export class ContractsHttpModule {}
