import { texts } from './params';

/** How a value comes about, step by step, to be followed with a pocket calculator. */
export const valueStepWords = texts({
  nl: {
    'value.full_time_year': (p) =>
      `Volgens waardetabel ${p.named('valueTable')} is een voltijdjaar 52 weken van ${p.whole('normHoursPerWeek')} uur: ${p.hours('fullTimeYearCentihours')}.`,
    'value.no_limit': (p) => `Bouwblok ${p.named('block')} heeft geen maximum: alle uren van een kandidaat tellen mee.`,
    'value.limit': (p) =>
      `Bouwblok ${p.named('block')} telt voor één kandidaat hoogstens ${p.whole('limitMonths')} maanden voltijd: ${p.hours('limitCentihours')}. ` +
      `Eerder telde al ${p.hours('countedBeforeCentihours')} mee. Er is nog ruimte voor ${p.hours('roomCentihours')}.`,
    'value.trial': (p) =>
      `Er is ${p.hours('paidCentihours')} betaald. Werk op proef heeft geen waarde, dus daarvan telt ${p.hours('countedCentihours')} mee.`,
    'value.counted': (p) => `Alle betaalde uren tellen mee: ${p.hours('countedCentihours')}.`,
    'value.counted_to_limit': (p) =>
      `Er is ${p.hours('paidCentihours')} betaald. Daarvan telt ${p.hours('countedCentihours')} mee. Voor meer is geen ruimte.`,
    'value.block': (p) =>
      `Bouwblok ${p.named('block')} is ${p.euros('annualValueCents')} waard per voltijdjaar. ` +
      `Maal ${p.hours('countedCentihours')}, gedeeld door ${p.hours('fullTimeYearCentihours')}, is dat ${p.euros('valueCents')}.`,
    'value.bonus': (p) =>
      `Bonus ${p.named('bonus')} is ${p.euros('annualValueCents')} waard per voltijdjaar. ` +
      `Maal ${p.hours('countedCentihours')}, gedeeld door ${p.hours('fullTimeYearCentihours')}, is dat ${p.euros('valueCents')}.`,
    'value.job': (p) =>
      `Dit telt als baan, voor alle betaalde uren: ${p.hours('jobCentihours')}. Het maximum beperkt de waarde, niet de baan.`,
    'value.no_job_by_form': (p) =>
      `Dit telt niet als baan. De vorm van het werk is: ${p.inSentence('employmentForm', 'employmentForm')}.`,
    'value.no_job_by_block': (p) => `Dit telt niet als baan. Bouwblok ${p.named('block')} is geen bouwblok voor banen.`,
    'value.purchase': (p) =>
      `Bouwblok ${p.named('block')} telt ${p.percent('rateBp')} van de factuur zonder btw. Van ${p.euros('invoiceCents')} is dat ${p.euros('valueCents')}.`,
    'value.activity': (p) =>
      `Bouwblok ${p.named('block')} is ${p.euros('hourRateCents')} per uur waard. Voor ${p.hours('centihours')} is dat ${p.euros('valueCents')}.`,
    'value.no_day_cap': (p) => `Bouwblok ${p.named('block')} heeft geen maximum per dag.`,
    'value.day_cap': (p) =>
      `Een dag telt voor hoogstens ${p.euros('dayCapCents')}. Voor deze dag is al ${p.euros('dayValueBeforeCents')} geaccepteerd. ` +
      `Er is nog ruimte voor ${p.euros('roomCents')}. Dus telt ${p.euros('valueCents')}.`,
    'value.total': (p) => `Samen is dit ${p.euros('valueCents')} waard.`,
  },
  en: {
    'value.full_time_year': (p) =>
      `By value table ${p.named('valueTable')} a full-time year is 52 weeks of ${p.whole('normHoursPerWeek')} hours: ${p.hours('fullTimeYearCentihours')}.`,
    'value.no_limit': (p) => `Building block ${p.named('block')} has no limit: all hours of a candidate count.`,
    'value.limit': (p) =>
      `Building block ${p.named('block')} counts at most ${p.whole('limitMonths')} full-time months of one candidate: ${p.hours('limitCentihours')}. ` +
      `Counted before: ${p.hours('countedBeforeCentihours')}. There is room for ${p.hours('roomCentihours')}.`,
    'value.trial': (p) =>
      `Paid: ${p.hours('paidCentihours')}. Work on trial has no value, so ${p.hours('countedCentihours')} of it count.`,
    'value.counted': (p) => `All paid hours count: ${p.hours('countedCentihours')}.`,
    'value.counted_to_limit': (p) =>
      `Paid: ${p.hours('paidCentihours')}. Of that ${p.hours('countedCentihours')} count. There is no room for more.`,
    'value.block': (p) =>
      `Building block ${p.named('block')} is worth ${p.euros('annualValueCents')} a full-time year. ` +
      `Times ${p.hours('countedCentihours')}, divided by ${p.hours('fullTimeYearCentihours')}, that is ${p.euros('valueCents')}.`,
    'value.bonus': (p) =>
      `Bonus ${p.named('bonus')} is worth ${p.euros('annualValueCents')} a full-time year. ` +
      `Times ${p.hours('countedCentihours')}, divided by ${p.hours('fullTimeYearCentihours')}, that is ${p.euros('valueCents')}.`,
    'value.job': (p) =>
      `It is a job, for all paid hours: ${p.hours('jobCentihours')}. The limit stops the value, not the job.`,
    'value.no_job_by_form': (p) =>
      `It is no job. The form of the work is: ${p.inSentence('employmentForm', 'employmentForm')}.`,
    'value.no_job_by_block': (p) => `It is no job. Building block ${p.named('block')} is not one of jobs.`,
    'value.purchase': (p) =>
      `Building block ${p.named('block')} counts ${p.percent('rateBp')} of the invoice without VAT. Of ${p.euros('invoiceCents')} that is ${p.euros('valueCents')}.`,
    'value.activity': (p) =>
      `Building block ${p.named('block')} is worth ${p.euros('hourRateCents')} an hour. For ${p.hours('centihours')} that is ${p.euros('valueCents')}.`,
    'value.no_day_cap': (p) => `Building block ${p.named('block')} has no cap for a day.`,
    'value.day_cap': (p) =>
      `A day counts for at most ${p.euros('dayCapCents')}. Accepted for this day before: ${p.euros('dayValueBeforeCents')}. ` +
      `There is room for ${p.euros('roomCents')}. So ${p.euros('valueCents')} counts.`,
    'value.total': (p) => `Together it is worth ${p.euros('valueCents')}.`,
  },
});
