export { DIMENSIONS, type Breakdown, type Dimension } from './domain/breakdown';
export { SIGNALS, type Forecast, type Signal } from './domain/forecast';
export type { FunnelStep, Stage } from './domain/funnel';
export type { JobsSideBySide, OwnJobs, PublishedJobs } from './domain/own-jobs';
export type { JobsShown, PrincipalYear, YearReport } from './domain/year-report';
export {
  ForecastService,
  type ContractForecast,
  type PlanForecast,
  type SignalItem,
  type SignalOfGroup,
} from './forecast.service';
export { ImpactModule } from './impact.module';
export { ImpactService } from './impact.service';
export { PoolService } from './pool.service';
