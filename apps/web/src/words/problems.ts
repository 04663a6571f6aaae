import { contractProblems } from './problems/contracts';
import { contributionProblems } from './problems/contributions';
import { figureProblems } from './problems/figures';
import { organisationProblems } from './problems/organisations';
import { planProblems } from './problems/plans';
import { reminderProblems } from './problems/reminders';
import { requestProblems } from './problems/requests';
import type { Text } from './params';
import { LANGUAGES, words, type Language, type Words } from './words';

const PARTS = [
  requestProblems,
  organisationProblems,
  contractProblems,
  planProblems,
  contributionProblems,
  figureProblems,
  reminderProblems,
];
const of = (language: Language): Readonly<Record<string, Text>> =>
  Object.assign({}, ...PARTS.map((part) => part[language])) as Record<string, Text>;

/** What each problem code of the API says: what is wrong, and what to do. */
export const problemWords = Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Words<
  Readonly<Record<string, Text>>
>;

/** The kinds of problems; each is the title above what is wrong. */
export const problemTitles = words({
  nl: {
    input: 'Kijk nog even naar wat u hebt ingevuld',
    signIn: 'Log eerst in',
    forbidden: 'U mag dit niet doen',
    notFound: 'Niet gevonden',
    refused: 'Dit kan nu niet',
    stale: 'Intussen gewijzigd',
    tooLarge: 'Te groot',
    broken: 'Dit ging niet goed',
    internal: 'Er ging bij ons iets mis',
    unavailable: 'Nu niet bereikbaar',
  },
  en: {
    input: 'Look again at what you entered',
    signIn: 'Sign in first',
    forbidden: 'You may not do this',
    notFound: 'Not found',
    refused: 'This cannot be done now',
    stale: 'Changed meanwhile',
    tooLarge: 'Too large',
    broken: 'This did not go well',
    internal: 'Something went wrong on our side',
    unavailable: 'Not available now',
  },
});
