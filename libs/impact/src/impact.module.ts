import { Module } from '@nestjs/common';
import { AllocationModule } from '@sr/allocation';
import { ContractsModule } from '@sr/contracts';
import { ImpactService } from './impact.service';

@Module({ imports: [ContractsModule, AllocationModule], providers: [ImpactService], exports: [ImpactService] })
export class ImpactModule {}
