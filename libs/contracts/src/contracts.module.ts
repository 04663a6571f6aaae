import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { ContractDeskService } from './contract-desk.service';
import { ContractFigures } from './contract-figures';
import { ContractWork } from './contract-work';
import { ContractsService } from './contracts.service';
import { ExemptionsService } from './exemptions.service';
import { ObligationsService } from './obligations.service';
import { SettlementsService } from './settlements.service';

const services = [
  ContractsService,
  ContractDeskService,
  ContractFigures,
  ContractWork,
  ObligationsService,
  ExemptionsService,
  SettlementsService,
];

@Module({ imports: [IdentityModule], providers: services, exports: services })
export class ContractsModule {}
