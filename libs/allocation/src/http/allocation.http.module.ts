import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { AllocationModule } from '../allocation.module';
import { BalancesController } from './balances.controller';
import { DecisionsController } from './decisions.controller';
import { MembershipsInLedgerController } from './memberships.controller';
import { ObligationsInLedgerController } from './obligations.controller';
import { StatementsController } from './statements.controller';

/** Decisions on claims, what changes obligations and plans in the ledger, and statements of it. */
@Module({
  imports: [IdentityModule, AllocationModule],
  controllers: [
    DecisionsController,
    ObligationsInLedgerController,
    MembershipsInLedgerController,
    StatementsController,
    BalancesController,
  ],
})
export class AllocationHttpModule {}
