import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '@sr/platform';
import { JOB_MODULES } from './job-modules';

/** The worker process: the platform and every library's jobs module. */
@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.forRoot(options), ...JOB_MODULES] };
  }
}
