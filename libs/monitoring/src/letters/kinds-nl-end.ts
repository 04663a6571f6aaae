import type { KindWords } from './kinds';

/** How it goes, and how it ends: signals, the end of a contract, the settlement, the network's year. */
export const nlEnd = {
  GOING_WRONG: {
    topic: 'zorgen over de voortgang',
    act: 'samen bespreken',
    since: (day) => `We zien dit sinds ${day}.`,
    link: 'Ga naar het plan',
    several: 'Plannen met zorgen over de voortgang',
    FIRST: ({ left, toSupplier }) =>
      `${standing(left, '')}Zoals het nu gaat, wordt de verplichting niet gehaald. Er is nog tijd om bij te sturen; ${toSupplier ? 'zullen we bespreken wat er kan?' : 'bel de leverancier en bespreek wat er kan.'}`,
    AGAIN: 'De achterstand is er nog. Is er al iets afgesproken? Schrijf dat dan op.',
    BEFORE: 'Bijsturen kan nog. Spreek af wat er extra komt, en wanneer.',
    LATE: 'Gebeurt er niets, dan blijft er aan het einde een tekort over. Bespreek nu wat nog haalbaar is.',
    ESCALATED: 'Bel de leverancier en spreek af wat er de komende maanden extra komt.',
  },
  MID_TERM_BEHIND: {
    topic: 'gesprek halverwege',
    join: 'over',
    act: 'voeren',
    link: 'Ga naar het contract',
    several: 'Gesprekken halverwege om te voeren',
    FIRST:
      'De helft van de tijd is voorbij en de teller staat onder wat u zou verwachten. Bespreek samen hoe het verder gaat.',
    AGAIN: 'Er staat nog geen gesprek in het dossier.',
    BEFORE: 'Een gesprek nu laat nog de helft van de tijd om bij te sturen.',
    LATE: 'Hoe langer het gesprek wacht, hoe minder er nog te sturen is. Is er al gesproken? Schrijf dan op wanneer.',
    ESCALATED: 'Nodig de leverancier zelf uit voor dit gesprek; een halfuur is vaak genoeg.',
  },
  EXTENSION_TO_DECIDE: {
    topic: 'verlenging',
    act: 'beslissen over de verplichting',
    link: 'Ga naar het contract',
    several: 'Verlengingen om over te beslissen',
    FIRST: 'Verlengt u het contract? Spreek dan meteen af wat dat betekent voor de verplichting.',
    AGAIN: 'Er staat nog geen besluit over de verlenging in het dossier.',
    BEFORE: 'Beslist u op tijd, dan kan de leverancier mensen die nu werken, behouden.',
    LATE: 'Zonder besluit eindigt de verplichting op de oude dag, ook als het werk doorgaat.',
    ESCALATED: 'Vraag de contractmanager of het contract doorgaat, en wat er dan met de verplichting gebeurt.',
  },
  CONTRACT_ENDING: {
    topic: 'einde van de looptijd',
    act: 'vooruitkijken',
    event: { one: (on) => `${on || 'contract'} loopt af`, several: (many) => `${many}contracten lopen af` },
    link: 'Ga naar het contract',
    several: 'Contracten die aflopen',
    FIRST: ({ left, pace, toSupplier }) => `${standing(left, pace)}${fits(left, toSupplier)}`,
    AGAIN: ({ left, pace, toSupplier }) =>
      `${standing(left, pace)}${toSupplier ? 'Klopt uw planning nog?' : 'Vraag de leverancier of de planning nog klopt.'}`,
    BEFORE: ({ left, pace, toSupplier }) =>
      `${standing(left, pace)}${toSupplier ? 'Wat u nu begint, telt nog mee voor dit contract.' : 'Vraag de leverancier wat er nog komt; wat nu begint, telt nog mee.'}`,
    LATE: 'De looptijd is voorbij. Rapporteer wat er nog was; daarna volgt de afrekening.',
    ESCALATED: ({ left, pace }) => `${standing(left, pace)}Bel de leverancier en bespreek wat er nog haalbaar is.`,
  },
  FINAL_REPORT: {
    topic: 'laatste rapportage',
    act: 'indienen',
    link: 'Ga naar de rapportage',
    several: 'Laatste rapportages om in te dienen',
    FIRST: 'Het contract is afgelopen. Met uw laatste rapportage kan de opdrachtgever eerlijk afrekenen.',
    AGAIN: 'De laatste rapportage is nog niet binnen.',
    BEFORE: 'Zet alles erin wat nog meetelt; daarna begint de afrekening.',
    LATE: 'Zonder laatste rapportage rekent de opdrachtgever af met wat er nu bekend is. Dat kan minder zijn dan u deed.',
    ESCALATED: 'Bel de leverancier en vraag naar de laatste rapportage, voordat u de afrekening voorstelt.',
  },
  SETTLEMENT_TO_PROPOSE: {
    topic: 'afrekening',
    act: 'voorstellen',
    link: 'Ga naar de afrekening',
    several: 'Afrekeningen om voor te stellen',
    FIRST: 'De tijd voor deze verplichting is voorbij. Stel een uitkomst voor; de leverancier mag daarop antwoorden.',
    AGAIN: 'Er is nog geen uitkomst voorgesteld.',
    BEFORE: 'Stelt u op tijd een uitkomst voor, dan weet de leverancier snel waar hij aan toe is.',
    LATE: 'Zolang er geen voorstel is, blijft de verplichting open staan in alle overzichten.',
    ESCALATED: 'Bel de contractmanager en vraag wat er nodig is om af te rekenen.',
  },
  SETTLEMENT_TO_ANSWER: {
    topic: 'afrekening',
    act: 'beantwoorden',
    link: 'Ga naar de afrekening',
    several: 'Afrekeningen om te beantwoorden',
    FIRST: ({ euros }) =>
      `De opdrachtgever stelt een uitkomst voor${euros && ` met een tekort van ${euros}`}. Lees die rustig en zeg of u het ermee eens bent.`,
    AGAIN: 'Uw antwoord telt mee in het besluit.',
    BEFORE: 'Bent u het er niet mee eens? Antwoord dan op tijd en schrijf op waarom.',
    LATE: 'De dag voor uw antwoord is voorbij; de opdrachtgever mag nu beslissen. Neem contact op als u nog iets wilt zeggen.',
    ESCALATED: 'Bel de leverancier, vraag of het voorstel is gezien en spreek af wanneer het antwoord komt.',
  },
  SETTLEMENT_TO_FINISH: {
    topic: 'afrekening',
    act: 'definitief maken',
    link: 'Ga naar de afrekening',
    several: 'Afrekeningen om definitief te maken',
    FIRST: 'De leverancier is gehoord, of de tijd daarvoor is voorbij. U kunt nu beslissen.',
    AGAIN: 'De leverancier wacht op uw besluit.',
    BEFORE: 'Met een besluit op tijd is het dossier voor iedereen duidelijk.',
    LATE: 'Zolang er geen besluit is, weet de leverancier niet of er nog iets hersteld moet worden.',
    ESCALATED: 'Bel de contractmanager en vraag wat er voor het besluit nog nodig is.',
  },
  SHORTFALL_TO_MAKE_GOOD: {
    topic: 'tekort',
    act: 'aanvullen',
    late: (span) => `staat ${span && `${span} `}na de laatste dag nog open`,
    link: 'Ga naar de verplichting',
    several: 'Tekorten om aan te vullen',
    FIRST: ({ euros }) =>
      `${euros && `Er ontbreekt nog ${euros}. `}U hebt extra tijd gekregen om dat aan te vullen; wij denken graag mee.`,
    AGAIN: ({ euros }) => `${euros && `Er ontbreekt nog ${euros}. `}Rapporteer wat u intussen deed.`,
    BEFORE: ({ euros }) =>
      `${euros && `Er ontbreekt nog ${euros}. `}Dit is een goed moment om te kijken wat er nog haalbaar is.`,
    LATE: 'De extra tijd is voorbij. De opdrachtgever stelt nu een uitkomst voor; daarop mag u antwoorden.',
    ESCALATED: 'Bel de leverancier en vraag wat er nog komt.',
  },
  REMEDY_ENDING: {
    topic: 'einde van de herstelperiode',
    act: 'navragen en afronden',
    event: {
      one: (on) => `herstelperiode${on && ` van ${on}`} loopt af`,
      several: (many) => `herstelperiode van ${many}contracten loopt af`,
    },
    link: 'Ga naar de afrekening',
    several: 'Herstelperioden die aflopen',
    FIRST: ({ euros }) =>
      `${euros && `Er ontbreekt nog ${euros}. `}Bel de leverancier en vraag wat er nog komt. Stel daarna een uitkomst voor.`,
    AGAIN: 'Hebt u de leverancier al gesproken?',
    BEFORE: ({ euros }) =>
      `${euros && `Er ontbreekt nog ${euros}. `}Een belletje nu voorkomt een verrassing aan het einde.`,
    LATE: 'De herstelperiode is voorbij. Stel een uitkomst voor, zodat de leverancier weet waar hij aan toe is.',
    ESCALATED: 'Vraag de contractmanager hoe het met het herstel staat en wie de uitkomst voorstelt.',
  },
  YEAR_FIGURES: {
    topic: ({ year }) => `jaarcijfers ${year}`.trim(),
    late: (span) => `zijn ${span && `${span} `}te laat`,
    act: 'verzamelen',
    link: 'Ga naar de jaarcijfers',
    several: 'Jaarcijfers om te verzamelen',
    FIRST:
      'Het jaar is voorbij. Controleer of alle rapportages beoordeeld zijn, en zet daarna de cijfers voor de Jaarrapportage klaar.',
    AGAIN: 'De cijfers voor de Jaarrapportage staan nog niet klaar.',
    BEFORE: 'Zijn de cijfers op tijd klaar, dan is er nog ruimte om vragen van ministeries te beantwoorden.',
    LATE: 'De Jaarrapportage wacht op deze cijfers. Ontbreken er rapportages? Zeg dan welke, en ga door met de rest.',
    ESCALATED: 'Vraag wat er nog ontbreekt en verdeel het werk, zodat de Jaarrapportage op tijd verschijnt.',
  },
  PILOT_TO_EVALUATE: {
    topic: 'evaluatie van het netwerk',
    act: 'houden',
    link: 'Ga naar de evaluatie',
    several: 'Evaluaties om te houden',
    FIRST: 'Het netwerk bestaat ongeveer een jaar. Bespreek met de deelnemers wat er goed gaat en wat er anders moet.',
    AGAIN: 'Er staat nog geen evaluatie in het dossier.',
    BEFORE: 'Plan het gesprek nu, dan kunnen alle deelnemers erbij zijn.',
    LATE: 'Zonder evaluatie kunnen de deelnemers niet goed beslissen hoe het verdergaat. Is die al gehouden? Schrijf dan op wanneer.',
    ESCALATED: 'Vraag wie de evaluatie voorbereidt en spreek een dag af.',
  },
} satisfies Readonly<Record<string, KindWords>>;

const fits = (left: string, toSupplier: boolean): string => {
  const what = left === '' ? 'wat nog open staat' : 'dat';
  return toSupplier
    ? `Past ${what} in uw planning? Wij denken graag mee.`
    : `Vraag de leverancier of ${what} in de planning past.`;
};

/** What is left of an obligation, and what each month has to bring; nothing when that is not known. */
function standing(left: string, pace: string): string {
  if (left === '') return '';
  return `Er staat nog ${left} open${pace && `; dat is zo’n ${pace} per maand`}. `;
}
