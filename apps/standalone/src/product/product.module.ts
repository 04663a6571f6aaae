import { Module, type DynamicModule } from '@nestjs/common';
import { AllocationModule } from '@sr/allocation';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { ImpactModule } from '@sr/impact';
import { MonitoringModule } from '@sr/monitoring';
import { PlacementsModule } from '@sr/placements';
import { PlansModule } from '@sr/plans';
import { PlatformModule, type PlatformOptions } from '@sr/platform';
import { ValuationModule } from '@sr/valuation';

/** Every library in one process. */
@Module({})
export class ProductModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: ProductModule,
      imports: [
        PlatformModule.forRoot(options),
        IdentityModule,
        ValuationModule,
        ContractsModule,
        PlansModule,
        PlacementsModule,
        AllocationModule,
        ImpactModule,
        MonitoringModule,
      ],
    };
  }
}
