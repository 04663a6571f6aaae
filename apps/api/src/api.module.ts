import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AllocationHttpModule } from '@sr/allocation/http';
import { ContractsHttpModule } from '@sr/contracts/http';
import { IdentityHttpModule, SessionGuard, type SignInOptions } from '@sr/identity/http';
import { ImpactHttpModule } from '@sr/impact/http';
import { MonitoringHttpModule, type DemoMailbox } from '@sr/monitoring/http';
import { PlacementsHttpModule } from '@sr/placements/http';
import { AnswerOnceInterceptor, PlatformModule, ReadInputPipe, type PlatformOptions } from '@sr/platform';
import { PlansHttpModule } from '@sr/plans/http';
import { ValuationHttpModule } from '@sr/valuation/http';
import { HealthController } from './health.controller';

/** What an API process is told. */
export interface ApiOptions extends PlatformOptions {
  readonly signIn: SignInOptions;
  /** Where the mails of the demo are kept, for who they are to. */
  readonly demoMailbox?: DemoMailbox | null | undefined;
}

/** The API process: the platform and every library's HTTP module. */
@Module({ controllers: [HealthController] })
export class ApiModule {
  static forRoot({ signIn, demoMailbox = null, ...platform }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(platform),
        IdentityHttpModule.forRoot(signIn),
        ValuationHttpModule,
        ContractsHttpModule,
        PlansHttpModule,
        PlacementsHttpModule,
        AllocationHttpModule,
        ImpactHttpModule,
        MonitoringHttpModule.forRoot(demoMailbox),
      ],
      providers: [
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: ReadInputPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerOnceInterceptor },
      ],
    };
  }
}
