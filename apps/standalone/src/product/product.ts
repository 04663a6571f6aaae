import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AllocationService, SettlementSteps, StatementsService } from '@sr/allocation';
import {
  ContractDeskService,
  ContractsService,
  ExemptionsService,
  ObligationsService,
  SettlementsService,
} from '@sr/contracts';
import { IdentityService, PeopleService, ReferenceService, SessionsService } from '@sr/identity';
import { ImpactService } from '@sr/impact';
import { DemoMailsService, MomentsService } from '@sr/monitoring';
import { ClaimsService, EvidenceService, PlacementsService, ReportTermsService, ReportsService } from '@sr/placements';
import { PlanChangesService, PlanProposalsService, PlansService } from '@sr/plans';
import { Db, SettableClock } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { applicationDatabase } from '../../../../config/data-source';
import { ProductModule } from './product.module';

/** The services of the product with a clock that can be set: what plays a history. */
export interface Product {
  readonly clock: SettableClock;
  readonly db: Db;
  readonly identity: IdentityService;
  readonly people: PeopleService;
  readonly reference: ReferenceService;
  readonly sessions: SessionsService;
  readonly valuation: ValuationService;
  readonly contracts: ContractsService;
  readonly contractDesk: ContractDeskService;
  readonly obligations: ObligationsService;
  readonly exemptions: ExemptionsService;
  readonly settlements: SettlementsService;
  readonly plans: PlansService;
  readonly planChanges: PlanChangesService;
  readonly planProposals: PlanProposalsService;
  readonly placements: PlacementsService;
  readonly evidence: EvidenceService;
  readonly claims: ClaimsService;
  readonly reports: ReportsService;
  readonly reportTerms: ReportTermsService;
  readonly allocation: AllocationService;
  readonly settlementSteps: SettlementSteps;
  readonly statements: StatementsService;
  readonly impact: ImpactService;
  readonly moments: MomentsService;
  readonly demoMails: DemoMailsService;
  close(): Promise<void>;
}

/** Opens the product on the database at `applicationUrl`, which is migrated. */
export async function openProduct(applicationUrl: string): Promise<Product> {
  const clock = new SettableClock();
  const context: INestApplicationContext = await NestFactory.createApplicationContext(
    ProductModule.forRoot({ database: applicationDatabase(applicationUrl), clock }),
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  return {
    clock,
    db: context.get(Db),
    identity: context.get(IdentityService),
    people: context.get(PeopleService),
    reference: context.get(ReferenceService),
    sessions: context.get(SessionsService),
    valuation: context.get(ValuationService),
    contracts: context.get(ContractsService),
    contractDesk: context.get(ContractDeskService),
    obligations: context.get(ObligationsService),
    exemptions: context.get(ExemptionsService),
    settlements: context.get(SettlementsService),
    plans: context.get(PlansService),
    planChanges: context.get(PlanChangesService),
    planProposals: context.get(PlanProposalsService),
    placements: context.get(PlacementsService),
    evidence: context.get(EvidenceService),
    claims: context.get(ClaimsService),
    reports: context.get(ReportsService),
    reportTerms: context.get(ReportTermsService),
    allocation: context.get(AllocationService),
    settlementSteps: context.get(SettlementSteps),
    statements: context.get(StatementsService),
    impact: context.get(ImpactService),
    moments: context.get(MomentsService),
    demoMails: context.get(DemoMailsService),
    close: () => context.close(),
  };
}

/** Opens the product for one piece of work, and closes it again. */
export async function withProduct<T>(applicationUrl: string, work: (product: Product) => Promise<T>): Promise<T> {
  const product = await openProduct(applicationUrl);
  try {
    return await work(product);
  } finally {
    await product.close();
  }
}

/**
 * The same database for work that can be done anew: a commit does not wait for the disk. Whoever uses it marks the end
 * of the work through the plain address, which does wait, for all that came before too.
 */
export function withoutWaiting(applicationUrl: string): string {
  const url = new URL(applicationUrl);
  url.searchParams.set('options', '-c jit=off -c synchronous_commit=off');
  return url.toString();
}
