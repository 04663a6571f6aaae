import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AllocationService } from '@sr/allocation';
import { ContractsService } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { ImpactService } from '@sr/impact';
import { PlacementsService } from '@sr/placements';
import { PlansService } from '@sr/plans';
import { Db, SettableClock } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { applicationDatabase } from '../../../../config/data-source';
import { ProductModule } from './product.module';

/** The services of the product with a clock that can be set: what plays a history. */
export interface Product {
  readonly clock: SettableClock;
  readonly db: Db;
  readonly identity: IdentityService;
  readonly valuation: ValuationService;
  readonly contracts: ContractsService;
  readonly plans: PlansService;
  readonly placements: PlacementsService;
  readonly allocation: AllocationService;
  readonly impact: ImpactService;
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
    valuation: context.get(ValuationService),
    contracts: context.get(ContractsService),
    plans: context.get(PlansService),
    placements: context.get(PlacementsService),
    allocation: context.get(AllocationService),
    impact: context.get(ImpactService),
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
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.toString();
}
