import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '@sr/platform';
import { HealthController } from './health.controller';

/** The API process: the platform and, as they come, every library's HTTP module. */
@Module({ controllers: [HealthController] })
export class ApiModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.forRoot(options)] };
  }
}
