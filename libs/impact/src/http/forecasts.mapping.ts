import type { Forecast } from '../domain/forecast';
import type { ContractForecast, ObligationInForecast, PlanForecast } from '../forecast.service';
import type { PlanInForecast } from '../points';
import type {
  ContractForecastAnswer,
  ForecastContract,
  ForecastFigures,
  ForecastPlan,
  ObligationForecastAnswer,
  PlanForecastAnswer,
} from './forecasts.dto';

export const toContractForecast = (forecast: ContractForecast): ContractForecastAnswer => ({
  ...toObligationForecast(forecast),
  plan: forecast.plan,
  claimedNotVerifiedCents: forecast.claimedNotVerifiedCents,
});

export const toPlanForecast = (forecast: PlanForecast): PlanForecastAnswer => ({
  plan: planOf(forecast),
  ...figuresOf(forecast),
  claimedNotVerifiedCents: forecast.claimedNotVerifiedCents,
  obligations: forecast.obligations.map(toObligationForecast),
});

const toObligationForecast = (forecast: ObligationInForecast & Forecast): ObligationForecastAnswer => ({
  contract: contractOf(forecast),
  ...figuresOf(forecast),
  steps: forecast.steps,
});

const contractOf = ({ contractId, contractNumber, principalCode }: ObligationInForecast): ForecastContract => ({
  contractId,
  contractNumber,
  principalCode,
});

const planOf = ({ planId, planName, daysOfSilence }: PlanInForecast): ForecastPlan => ({
  planId,
  planName,
  daysOfSilence,
});

const figuresOf = (forecast: Omit<Forecast, 'steps'>): ForecastFigures => ({
  onDay: forecast.onDay,
  amountCents: forecast.amountCents,
  allocatedCents: forecast.allocatedCents,
  remainingCents: forecast.remainingCents,
  planToDateCents: forecast.planToDateCents,
  behindCents: forecast.behindCents,
  committedCents: forecast.committedCents,
  plannedCents: forecast.plannedCents,
  forecastCents: forecast.forecastCents,
  shortfallCents: forecast.shortfallCents,
  requiredMonthlyPaceCents: forecast.requiredMonthlyPaceCents,
  signal: forecast.signal,
  reasons: forecast.reasons,
});
