import { texts } from './params';

/** Why an obligation or a plan is on course, behind or at risk. */
export const forecastReasonWords = texts({
  nl: {
    'forecast.under_80_percent': (p) =>
      `De prognose is ${p.euros('forecastCents')}. Dat is minder dan 80% van ${p.euros('amountCents')}.`,
    'forecast.half_term_under_a_quarter': (p) =>
      `Meer dan de helft van de tijd is voorbij. Pas ${p.euros('allocatedCents')} van ${p.euros('amountCents')} is vervuld, minder dan een kwart.`,
    'forecast.no_approved_plan': (p) =>
      `De gunning was op ${p.day('awardedOn')}. Op ${p.day('planDueOn')} moest er een goedgekeurd plan zijn, maar dat is er niet.`,
    'forecast.under_the_amount': (p) =>
      `De prognose is ${p.euros('forecastCents')}. Dat is minder dan ${p.euros('amountCents')}, maar wel minstens 80%.`,
    'forecast.report_late': (p) =>
      p.amount('lateReports') === 1
        ? 'Eén rapportage van het plan is te laat.'
        : `${p.whole('lateReports')} rapportages van het plan zijn te laat.`,
    'forecast.covers_the_amount': (p) =>
      `De prognose van ${p.euros('forecastCents')} is genoeg voor ${p.euros('amountCents')}. Geen rapportage is te laat.`,
  },
  en: {
    'forecast.under_80_percent': (p) =>
      `The forecast is ${p.euros('forecastCents')}. That is under 80% of ${p.euros('amountCents')}.`,
    'forecast.half_term_under_a_quarter': (p) =>
      `More than half of the time is over. Only ${p.euros('allocatedCents')} of ${p.euros('amountCents')} is fulfilled, less than a quarter.`,
    'forecast.no_approved_plan': (p) =>
      `The contract was awarded on ${p.day('awardedOn')}. By ${p.day('planDueOn')} it had to be in an approved plan, and it is in none.`,
    'forecast.under_the_amount': (p) =>
      `The forecast is ${p.euros('forecastCents')}. That is less than ${p.euros('amountCents')}, but at least 80% of it.`,
    'forecast.report_late': (p) =>
      p.amount('lateReports') === 1
        ? 'One report of the plan is late.'
        : `${p.whole('lateReports')} reports of the plan are late.`,
    'forecast.covers_the_amount': (p) =>
      `The forecast of ${p.euros('forecastCents')} covers ${p.euros('amountCents')}. No report is late.`,
  },
});

/** The arithmetic of a forecast, step by step. */
export const forecastStepWords = texts({
  nl: {
    'forecast.plan_to_date': (p) =>
      `Naar looptijd zou er nu ${p.euros('planToDateCents')} vervuld zijn: ${p.euros('amountCents')} × ${p.whole('elapsedDays')} van de ${p.whole('termDays')} dagen.`,
    'forecast.behind': (p) =>
      `Daarvan is ${p.euros('allocatedCents')} vervuld. De achterstand is ${p.euros('behindCents')}.`,
    'forecast.remaining': (p) =>
      `Van ${p.euros('amountCents')} is ${p.euros('allocatedCents')} vervuld. Er blijft ${p.euros('remainingCents')} over.`,
    'forecast.committed': (p) =>
      `Van ${p.day('from')} tot en met ${p.day('to')} leveren lopende plaatsingen het plan ${p.euros('valueCents')} op. ` +
      `Deze verplichting heeft ${p.euros('remainingCents')} van alles wat nog open staat (${p.euros('allRemainingCents')}). Haar deel is ${p.euros('cents')}.`,
    'forecast.planned': (p) =>
      `Van ${p.day('from')} tot en met ${p.day('to')} belooft het plan van aanpak nog ${p.euros('valueCents')}, naar hoe zeker elke regel is. ` +
      `Deze verplichting heeft ${p.euros('remainingCents')} van alles wat nog open staat (${p.euros('allRemainingCents')}). Haar deel is ${p.euros('cents')}.`,
    'forecast.sum': (p) =>
      `Vervuld ${p.euros('allocatedCents')}, uit lopende plaatsingen ${p.euros('committedCents')} en gepland ${p.euros('plannedCents')}. Samen is de prognose ${p.euros('forecastCents')}.`,
    'forecast.shortfall': (p) =>
      `Het verwachte tekort is ${p.euros('shortfallCents')}: ${p.euros('amountCents')} min de prognose van ${p.euros('forecastCents')}.`,
    'forecast.required_pace': (p) =>
      `Er is nog ${p.euros('remainingCents')} te vervullen in ${p.whole('daysLeft')} ${p.amount('daysLeft') === 1 ? 'dag' : 'dagen'}. Dat is ${p.euros('requiredMonthlyPaceCents')} per maand.`,
    'forecast.no_days_left': (p) => `De looptijd is voorbij. Er staat nog ${p.euros('remainingCents')} open.`,
  },
  en: {
    'forecast.plan_to_date': (p) =>
      `By the days of the term ${p.euros('planToDateCents')} would be fulfilled now: ${p.euros('amountCents')} × ${p.whole('elapsedDays')} of ${p.whole('termDays')} days.`,
    'forecast.behind': (p) =>
      `Of that ${p.euros('allocatedCents')} is fulfilled. It is ${p.euros('behindCents')} behind.`,
    'forecast.remaining': (p) =>
      `Of ${p.euros('amountCents')} ${p.euros('allocatedCents')} is fulfilled. That leaves ${p.euros('remainingCents')}.`,
    'forecast.committed': (p) =>
      `From ${p.day('from')} to ${p.day('to')} running placements bring ${p.euros('valueCents')} into the plan. ` +
      `This obligation has ${p.euros('remainingCents')} of all that is open (${p.euros('allRemainingCents')}). Its part is ${p.euros('cents')}.`,
    'forecast.planned': (p) =>
      `From ${p.day('from')} to ${p.day('to')} the plan of action promises ${p.euros('valueCents')} more, by how sure each line is. ` +
      `This obligation has ${p.euros('remainingCents')} of all that is open (${p.euros('allRemainingCents')}). Its part is ${p.euros('cents')}.`,
    'forecast.sum': (p) =>
      `Fulfilled ${p.euros('allocatedCents')}, from running placements ${p.euros('committedCents')} and planned ${p.euros('plannedCents')}. Together the forecast is ${p.euros('forecastCents')}.`,
    'forecast.shortfall': (p) =>
      `The expected shortfall is ${p.euros('shortfallCents')}: ${p.euros('amountCents')} less the forecast of ${p.euros('forecastCents')}.`,
    'forecast.required_pace': (p) =>
      `${p.euros('remainingCents')} is left to fulfil in ${p.whole('daysLeft')} ${p.amount('daysLeft') === 1 ? 'day' : 'days'}. That is ${p.euros('requiredMonthlyPaceCents')} a month.`,
    'forecast.no_days_left': (p) => `The term is over. ${p.euros('remainingCents')} is still open.`,
  },
});
