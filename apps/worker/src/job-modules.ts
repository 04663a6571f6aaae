import type { ModuleMetadata } from '@nestjs/common';
import { MonitoringJobsModule } from '@sr/monitoring/jobs';

/** The jobs module of every library that has jobs: what a worker does. A new one is one line. */
export const JOB_MODULES: NonNullable<ModuleMetadata['imports']> = [MonitoringJobsModule];
