export { MonitoringJobsModule } from './monitoring.jobs.module';
export { DigestsService } from '../digests/digests.service';
