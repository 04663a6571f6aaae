import { words } from '../words/words';

/** The words of the fields of a placement, when it is made and when it is changed. */
export const fieldWords = words({
  nl: {
    plan: 'Plan',
    candidate: 'Kenmerk van de kandidaat',
    candidateHint:
      'Uw eigen kenmerk, zoals K-101. Nooit een naam of een BSN. Gebruik voor dezelfde persoon altijd hetzelfde kenmerk.',
    candidateShape:
      'Gebruik alleen letters, cijfers, punten, strepen en schuine strepen. Geen spaties, dus ook geen naam.',
    candidatePerson: 'Dit lijkt op een BSN. Dat mag hier niet staan. Gebruik uw eigen kenmerk, zoals K-101.',
    startsOn: 'Eerste werkdag',
    block: 'Bouwblok',
    blockOption: (label: string, year: string, limit: string) => `${label} (${year} per jaar, ${limit})`,
    limit: (months: string) => `hoogstens ${months} maanden`,
    noLimit: 'zonder maximum',
    bonuses: 'Bonussen',
    bonusOption: (year: string) => `${year} per jaar extra`,
    form: 'Hoe werkt de kandidaat?',
    register: 'Doelgroepregister banenafspraak',
    region: 'Arbeidsmarktregio',
    ref: 'Uw kenmerk voor deze plaatsing',
    by: 'Wie heeft de kandidaat in dienst?',
    other: 'Naam van die organisatie',
    otherHint: 'Alleen als het een ander is. Nooit de naam van een persoon.',
    kvk: 'KvK-nummer van die organisatie',
    kvkWrong: 'Een KvK-nummer heeft acht cijfers.',
    claimed: 'U hebt al uren van deze plaatsing ingediend. Bouwblok, bonussen, vorm en eerste dag liggen daarom vast.',
  },
  en: {
    plan: 'Plan',
    candidate: 'Reference of the candidate',
    candidateHint:
      'Your own reference, such as K-101. Never a name or a citizen service number. Always use the same reference for the same person.',
    candidateShape: 'Use only letters, digits, points, dashes and slashes. No spaces, so no name either.',
    candidatePerson:
      'This looks like a citizen service number. It may not stand here. Use your own reference, such as K-101.',
    startsOn: 'First day of work',
    block: 'Building block',
    blockOption: (label: string, year: string, limit: string) => `${label} (${year} a year, ${limit})`,
    limit: (months: string) => `at most ${months} months`,
    noLimit: 'without a limit',
    bonuses: 'Bonuses',
    bonusOption: (year: string) => `${year} a year extra`,
    form: 'How does the candidate work?',
    register: 'Target group register (banenafspraak)',
    region: 'Labour market region',
    ref: 'Your reference for this placement',
    by: 'Who employs the candidate?',
    other: 'Name of that organisation',
    otherHint: 'Only if it is somebody else. Never the name of a person.',
    kvk: 'KvK number of that organisation',
    kvkWrong: 'A KvK number has eight digits.',
    claimed: 'You submitted hours of this placement already. So block, bonuses, form and first day stay as they are.',
  },
});
