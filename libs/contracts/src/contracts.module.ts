import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { ContractsService } from './contracts.service';

@Module({ imports: [IdentityModule], providers: [ContractsService], exports: [ContractsService] })
export class ContractsModule {}
