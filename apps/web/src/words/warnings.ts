import { inHours, texts, type Params } from './params';

/** What the limit leaves of hours that cannot go below none. */
const left = (p: Params): string =>
  inHours(p.language, Math.max(0, (p.amount('limitCentihours') ?? 0) - (p.amount('beforeCentihours') ?? 0)));

/** What is odd about a claim; it does not stop the claim. */
export const claimWarningWords = texts({
  nl: {
    'claim.on_behalf': (p) =>
      p.is('side', 'NETWORK')
        ? 'De netwerkorganisatie heeft dit gemeld namens de leverancier. Kijk extra goed of het klopt.'
        : 'Het ministerie dat het plan beoordeelt, heeft dit gemeld namens de leverancier. Kijk extra goed of het klopt.',
    'claim.hours_improbable': (p) =>
      `Deze kandidaat heeft over alle plaatsingen samen ${p.hours('centihours')}. Bij 48 uur per week zijn dat er hoogstens ${p.hours('mostCentihours')}.`,
    'claim.limit_passed': (p) =>
      `Deze kandidaat is over de maximale telduur. Er telt nog ${left(p)} mee voor de waarde. De andere uren tellen alleen voor de baan.`,
    'claim.limit_near': (p) =>
      `De maximale telduur is bijna bereikt: voor deze bijdrage was er nog ${left(p)} over van ${p.hours('limitCentihours')}. Praat op tijd over een vervolg.`,
    'claim.outside_earmark_term': (p) =>
      `Contract ${p.text('number')} loopt van ${p.day('from')} tot en met ${p.day('to')}. De bijdrage valt daarbuiten en wordt over het plan verdeeld.`,
    'claim.outside_all_terms':
      'Geen open verplichting van het plan loopt in deze periode. De waarde wordt overrealisatie van het plan.',
    'claim.far_from_last_period': (p) =>
      `Nu ${p.hours('centihours')}. Van ${p.day('from')} tot en met ${p.day('to')} was het ${p.hours('lastCentihours')}. Controleer of dit klopt.`,
    'claim.reported_late': (p) =>
      `Deze bijdrage is ${p.whole('days')} ${p.amount('days') === 1 ? 'dag' : 'dagen'} te laat gemeld. De uiterste dag was ${p.day('dueOn')}.`,
    'claim.plan_not_approved': (p) =>
      `Het plan is niet goedgekeurd. De status is: ${p.inSentence('planState', 'state')}.`,
    'claim.evidence_missing': 'Er is geen bewijs opgegeven dat voldoende is.',
    'claim.evidence_expired': (p) =>
      `Het bewijs was geldig tot en met ${p.day('validUntil')}. Dat is voor de laatste dag van de bijdrage.`,
  },
  en: {
    'claim.on_behalf': (p) =>
      p.is('side', 'NETWORK')
        ? 'The network organisation reported this on behalf of the supplier. Look twice whether it is right.'
        : 'The ministry that verifies the plan reported this on behalf of the supplier. Look twice whether it is right.',
    'claim.hours_improbable': (p) =>
      `Over all placements this candidate has ${p.hours('centihours')}. At 48 hours a week it would be ${p.hours('mostCentihours')} at most.`,
    'claim.limit_passed': (p) =>
      `This candidate is over the counting limit. Of these hours ${left(p)} still have value. The others count for a job only.`,
    'claim.limit_near': (p) =>
      `The counting limit is near: before this contribution ${left(p)} of ${p.hours('limitCentihours')} were left. Talk in time about what follows.`,
    'claim.outside_earmark_term': (p) =>
      `Contract ${p.text('number')} runs from ${p.day('from')} to ${p.day('to')}. The contribution lies outside it and is spread over the plan.`,
    'claim.outside_all_terms':
      'No open obligation of the plan runs in this period. The value becomes surplus of the plan.',
    'claim.far_from_last_period': (p) =>
      `Now ${p.hours('centihours')}. From ${p.day('from')} to ${p.day('to')} it was ${p.hours('lastCentihours')}. Check whether this is right.`,
    'claim.reported_late': (p) =>
      `This contribution was reported ${p.whole('days')} ${p.amount('days') === 1 ? 'day' : 'days'} late. The last day was ${p.day('dueOn')}.`,
    'claim.plan_not_approved': (p) => `The plan is not approved. Its state is: ${p.inSentence('planState', 'state')}.`,
    'claim.evidence_missing': 'No sufficient evidence is declared.',
    'claim.evidence_expired': (p) =>
      `The evidence was valid until ${p.day('validUntil')}. That is before the last day of the contribution.`,
  },
});

/** What is odd about a line of a plan; nothing is refused for it. */
export const planLineWarningWords = texts({
  nl: {
    HOURS_ABOVE_POSSIBLE:
      'Dit zijn meer uren dan deze mensen in deze tijd kunnen werken, bij 48 uur per week. Controleer de uren.',
    OUTSIDE_TERMS:
      'Geen verplichting van het plan loopt in deze periode. Zo telt deze regel nergens voor. Controleer de dagen.',
  },
  en: {
    HOURS_ABOVE_POSSIBLE:
      'These are more hours than these people can work in this time, at 48 hours a week. Check the hours.',
    OUTSIDE_TERMS: 'No obligation of the plan runs in this period. So this line counts for nothing. Check the days.',
  },
});
