export type { JobsSideBySide, OwnJobs, PublishedJobs } from './domain/own-jobs';
export type { PrincipalYear, YearReport } from './domain/year-report';
export { ImpactModule } from './impact.module';
export { ImpactService } from './impact.service';
