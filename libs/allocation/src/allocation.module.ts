import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlacementsModule } from '@sr/placements';
import { PlansModule } from '@sr/plans';
import { AllocateClaims } from './allocate-claims';
import { AllocationService } from './allocation.service';
import { BalancesService } from './balances.service';
import { BookKeeper } from './book-keeper';
import { DecideBatch } from './decide-batch';
import { LedgerCheck } from './ledger-check';
import { LedgerFigures } from './ledger-figures';
import { NetworkDeparture } from './network-departure';
import { ObligationEvents } from './obligation-events';
import { SettlementSteps } from './settlement-steps';
import { Sight } from './sight';
import { StatementsService } from './statements.service';

const services = [AllocationService, SettlementSteps, StatementsService, BalancesService, LedgerFigures];

@Module({
  imports: [IdentityModule, ContractsModule, PlansModule, PlacementsModule],
  providers: [
    ...services,
    AllocateClaims,
    BookKeeper,
    DecideBatch,
    LedgerCheck,
    NetworkDeparture,
    ObligationEvents,
    Sight,
  ],
  exports: services,
})
export class AllocationModule {}
