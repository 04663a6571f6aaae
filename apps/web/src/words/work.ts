import { euros, quarter, whole } from '../format';
import { words, type Language } from './words';

/** What a work item tells, as far as its texts use it; the rest of an item is null where it does not apply. */
export interface Work {
  readonly subject: { readonly name?: string | null };
  readonly planName: string | null;
  readonly contractNumber: string | null;
  readonly supplierName: string | null;
  readonly quarter: string | null;
  readonly count: number | null;
  readonly cents: number | null;
  readonly paceCents: number | null;
  /** It came to the reader because nothing happened elsewhere. */
  readonly escalated: boolean;
}
interface SaidWork {
  readonly title: string;
  readonly explanation: string;
  readonly button: string;
}

/** The figures of an item, written in one language; what is not known is left out of a sentence with `when`. */
interface Told {
  readonly name: string;
  readonly plan: string;
  readonly contract: string;
  readonly supplier: string;
  readonly quarter: string;
  readonly count: string;
  readonly euros: string;
  readonly pace: string;
  /** The part of a sentence, or nothing when the item has no such figure. */
  readonly when: (figure: 'cents' | 'paceCents' | 'count' | 'quarter' | 'supplierName', part: string) => string;
  readonly one: boolean;
}
type Say = (t: Told) => SaidWork;

const nl = {
  VALUE_TABLE_TO_APPROVE: (t: Told) => ({
    title: `Beslis over waardetabel ${t.name}`,
    explanation: 'Een collega stelt deze tabel voor. Een tweede persoon moet die goedkeuren of weigeren.',
    button: 'Bekijk de tabel',
  }),
  EXEMPTION_TO_DECIDE: (t: Told) => ({
    title: `Beslis over de vrijstelling van contract ${t.contract}`,
    explanation: 'Een collega stelt een vrijstelling voor. Een tweede persoon moet daarover beslissen.',
    button: 'Beslis over de vrijstelling',
  }),
  OBLIGATION_MISSING: (t: Told) => ({
    title: `Leg de verplichting vast van contract ${t.contract}`,
    explanation: 'Dit contract heeft nog geen verplichting en geen vrijstelling.',
    button: 'Leg de verplichting vast',
  }),
  PROPOSAL_TO_ANSWER: (t: Told) => ({
    title: `Beantwoord het voorstel voor contract ${t.contract}`,
    explanation: `Het netwerk wil de verplichting${t.when('cents', ` van ${t.euros}`)} opnemen in plan ${t.plan}. U blijft er zelf verantwoordelijk voor.`,
    button: 'Bekijk het voorstel',
  }),
  PLAN_TO_WRITE: (t: Told) => ({
    title: `Schrijf het plan van aanpak van ${t.plan}`,
    explanation: 'Schrijf op wat u gaat doen om de verplichtingen te vervullen. Dien het plan daarna in.',
    button: 'Schrijf het plan',
  }),
  PLAN_RETURNED: (t: Told) => ({
    title: `Pas het plan van aanpak van ${t.plan} aan`,
    explanation: 'Het plan is teruggestuurd. Lees de reden, pas het plan aan en dien het opnieuw in.',
    button: 'Pas het plan aan',
  }),
  PLAN_TO_APPROVE: (t: Told) => ({
    title: `Beoordeel het plan van aanpak van ${t.plan}`,
    explanation: 'De leverancier heeft het plan ingediend. Keur het goed of stuur het terug met een reden.',
    button: 'Beoordeel het plan',
  }),
  REPORT_TO_OPEN: (t: Told) => ({
    title: `Begin aan de rapportage over het ${t.quarter}`,
    explanation: `Er is nog geen rapportage voor plan ${t.plan}${t.when('supplierName', ` (${t.supplier})`)}. Hebt u niets te melden? Geef dat dan ook door.`,
    button: 'Begin de rapportage',
  }),
  REPORT_TO_MAKE: (t: Told) => ({
    title: `Maak de rapportage over het ${t.quarter} af`,
    explanation: `De rapportage van plan ${t.plan} is nog een concept.`,
    button: 'Ga verder met de rapportage',
  }),
  REPORT_TO_CHECK: (t: Told) => ({
    title: `Kijk de rapportage over het ${t.quarter} na`,
    explanation: 'Een collega heeft de rapportage ingevuld. U controleert die als tweede persoon.',
    button: 'Kijk de rapportage na',
  }),
  REPORT_TO_SUBMIT: (t: Told) => ({
    title: `Dien de rapportage over het ${t.quarter} in`,
    explanation: `De rapportage van plan ${t.plan} is klaar om in te dienen.`,
    button: 'Dien de rapportage in',
  }),
  REPORTS_TO_COME: (t: Told) => ({
    title: `Rapportages van plan ${t.plan} moeten nog komen`,
    explanation: `De leverancier moet nog rapporteren${t.when('count', `: ${t.count} ${t.one ? 'rapportage' : 'rapportages'}`)}. U hoeft niets te doen.`,
    button: 'Bekijk het plan',
  }),
  REPORT_LATE: (t: Told) => ({
    title: `Rapportage over het ${t.quarter} is te laat`,
    explanation: `Er is geen rapportage ingediend voor plan ${t.plan}${t.when('supplierName', ` (${t.supplier})`)}. Neem contact op met de leverancier.`,
    button: 'Bekijk het plan',
  }),
  CLAIMS_TO_DECIDE: (t: Told) => ({
    title: `Beoordeel bijdragen van plan ${t.plan}`,
    explanation: `${t.when('count', `Er ${t.one ? 'wacht 1 bijdrage' : `wachten ${t.count} bijdragen`} op uw besluit.`) || 'Er wachten bijdragen op een besluit.'}`,
    button: 'Beoordeel de bijdragen',
  }),
  CLAIMS_TO_CORRECT: (t: Told) => ({
    title: `Bekijk afgewezen bijdragen van plan ${t.plan}`,
    explanation: `${t.when('count', `Er ${t.one ? 'is 1 bijdrage' : `zijn ${t.count} bijdragen`} afgewezen. `)}Lees de reden. Dien ze zo nodig verbeterd opnieuw in.`,
    button: 'Bekijk de bijdragen',
  }),
  PLACEMENT_LIMIT_NEAR: (t: Told) => ({
    title: `Plaatsing ${t.name} is bijna aan de maximale telduur`,
    explanation:
      'Daarna tellen uren niet meer mee voor de waarde. De baan kan wel doorgaan. Praat op tijd over een vervolg.',
    button: 'Bekijk de plaatsing',
  }),
  SETTLEMENT_TO_PROPOSE: (t: Told) => ({
    title: `Stel de afrekening voor van contract ${t.contract}`,
    explanation: `De tijd voor deze verplichting${t.when('cents', ` van ${t.euros}`)} is voorbij. Stel een uitkomst voor aan de leverancier.`,
    button: 'Stel de afrekening voor',
  }),
  SETTLEMENT_TO_ANSWER: (t: Told) => ({
    title: `Beantwoord de afrekening van contract ${t.contract}`,
    explanation: `De opdrachtgever stelt een uitkomst voor${t.when('cents', `, met een tekort van ${t.euros}`)}. Zeg of u het eens bent.`,
    button: 'Beantwoord de afrekening',
  }),
  SETTLEMENT_TO_FINISH: (t: Told) => ({
    title: `Maak de afrekening van contract ${t.contract} definitief`,
    explanation: `De leverancier heeft geantwoord, of de tijd daarvoor is voorbij.${t.when('cents', ` Het tekort is ${t.euros}.`)}`,
    button: 'Bekijk de afrekening',
  }),
  SHORTFALL_TO_MAKE_GOOD: (t: Told) => ({
    title: `Herstel het tekort van contract ${t.contract}`,
    explanation: `${t.when('cents', `U komt nog ${t.euros} tekort. `)}Vul dit aan voordat de herstelperiode voorbij is.`,
    button: 'Bekijk de verplichting',
  }),
  REMEDY_ENDING: (t: Told) => ({
    title: `De herstelperiode van contract ${t.contract} loopt af`,
    explanation: `${t.when('cents', `Het tekort is nog ${t.euros}. `)}Neem contact op met de leverancier. Stel daarna een uitkomst voor.`,
    button: 'Bekijk de afrekening',
  }),
  CONTACT_TO_MAKE: (t: Told) => ({
    title: `Neem contact op over contract ${t.contract}`,
    explanation: `De verplichting${t.when('cents', ` van ${t.euros}`)} zit nog in geen plan. Maak een afspraak met de leverancier${t.when('supplierName', ` (${t.supplier})`)} over wat er moet gebeuren.`,
    button: 'Bekijk het contract',
  }),
  PLACEMENT_ENDING: (t: Told) => ({
    title: `Plaatsing ${t.name} loopt bijna af`,
    explanation: 'Kijk op tijd hoe het verder kan: langer blijven, of een andere baan. Leg vast wat u afspreekt.',
    button: 'Bekijk de plaatsing',
  }),
  EVIDENCE_EXPIRING: (t: Told) => ({
    title: `Bewijs bij ${t.name} is niet lang meer geldig`,
    explanation: `${t.when('count', `Er ${t.one ? 'is 1 bewijs dat' : `zijn ${t.count} bewijzen die`} aan vernieuwing toe ${t.one ? 'is' : 'zijn'}. `)}Geef nieuw bewijs door. Zo blijven volgende bijdragen tellen.`,
    button: 'Geef nieuw bewijs door',
  }),
  GOING_WRONG: (t: Told) => ({
    title: `Plan ${t.plan} dreigt niet te lukken`,
    explanation: `${t.when('cents', `Er is nog ${t.euros} te gaan. `)}Zoals het nu gaat, wordt dat niet gehaald. Bespreek samen wat er anders kan.`,
    button: 'Bekijk het plan',
  }),
  MID_TERM_BEHIND: (t: Told) => ({
    title: `Houd een gesprek over contract ${t.contract}`,
    explanation: `De helft van de looptijd is voorbij en minder dan 40% is ingevuld.${t.when('cents', ` Er is nog ${t.euros} te gaan.`)} Leg vast wat u met de leverancier afspreekt.`,
    button: 'Bekijk het contract',
  }),
  EXTENSION_TO_DECIDE: (t: Told) => ({
    title: `Beslis over de verlenging van contract ${t.contract}`,
    explanation: 'Binnenkort moet u zeggen of het contract doorgaat. Pas dan ook de verplichting aan.',
    button: 'Bekijk het contract',
  }),
  CONTRACT_ENDING: (t: Told) => ({
    title: `Contract ${t.contract} loopt binnen een jaar af`,
    explanation: `Bespreek op tijd wat er nog moet gebeuren.${t.when('cents', ` Er is nog ${t.euros} te gaan.`)}${t.when('paceCents', ` Daarvoor is gemiddeld ${t.pace} per maand nodig.`)}`,
    button: 'Bekijk de verplichting',
  }),
  FINAL_REPORT: (t: Told) => ({
    title: `Maak de laatste rapportages voor contract ${t.contract}`,
    explanation: `Het contract is afgelopen. ${t.when('count', `Over ${t.one ? '1 kwartaal' : `${t.count} kwartalen`} is nog niet gerapporteerd. `)}De opdrachtgever heeft dat nodig voor de afrekening.`,
    button: 'Bekijk het plan',
  }),
  YEAR_FIGURES: (t: Told) => ({
    title: `Lever de jaarcijfers over ${t.name} aan`,
    explanation: 'De cijfers zijn nodig voor het jaarverslag van het Rijk, dat in mei verschijnt.',
    button: 'Bekijk de cijfers',
  }),
  PILOT_TO_EVALUATE: () => ({
    title: 'Evalueer de proef met het netwerk',
    explanation: 'Het netwerk bestaat een jaar. Leg vast wanneer u evalueert en wat de uitkomst is.',
    button: 'Bekijk de cijfers',
  }),
} satisfies Record<string, Say>;

const en = {
  VALUE_TABLE_TO_APPROVE: (t: Told) => ({
    title: `Decide on value table ${t.name}`,
    explanation: 'A colleague proposes this table. A second person has to approve or refuse it.',
    button: 'See the table',
  }),
  EXEMPTION_TO_DECIDE: (t: Told) => ({
    title: `Decide on the exemption of contract ${t.contract}`,
    explanation: 'A colleague proposes an exemption. A second person has to decide on it.',
    button: 'Decide on the exemption',
  }),
  OBLIGATION_MISSING: (t: Told) => ({
    title: `Establish the obligation of contract ${t.contract}`,
    explanation: 'This contract has no obligation and no exemption yet.',
    button: 'Establish the obligation',
  }),
  PROPOSAL_TO_ANSWER: (t: Told) => ({
    title: `Answer the proposal for contract ${t.contract}`,
    explanation: `The network wants to take the obligation${t.when('cents', ` of ${t.euros}`)} into plan ${t.plan}. You stay responsible for it.`,
    button: 'See the proposal',
  }),
  PLAN_TO_WRITE: (t: Told) => ({
    title: `Write the plan of action of ${t.plan}`,
    explanation: 'Write what you are going to do to fulfil the obligations. Then submit the plan.',
    button: 'Write the plan',
  }),
  PLAN_RETURNED: (t: Told) => ({
    title: `Change the plan of action of ${t.plan}`,
    explanation: 'The plan was sent back. Read why, change the plan and submit it again.',
    button: 'Change the plan',
  }),
  PLAN_TO_APPROVE: (t: Told) => ({
    title: `Judge the plan of action of ${t.plan}`,
    explanation: 'The supplier submitted the plan. Approve it, or send it back with a reason.',
    button: 'Judge the plan',
  }),
  REPORT_TO_OPEN: (t: Told) => ({
    title: `Begin the report for ${t.quarter}`,
    explanation: `There is no report for plan ${t.plan} yet${t.when('supplierName', ` (${t.supplier})`)}. If there is nothing to report, say so too.`,
    button: 'Begin the report',
  }),
  REPORT_TO_MAKE: (t: Told) => ({
    title: `Finish the report for ${t.quarter}`,
    explanation: `The report of plan ${t.plan} is still a draft.`,
    button: 'Go on with the report',
  }),
  REPORT_TO_CHECK: (t: Told) => ({
    title: `Check the report for ${t.quarter}`,
    explanation: 'A colleague filled in the report. You check it as the second person.',
    button: 'Check the report',
  }),
  REPORT_TO_SUBMIT: (t: Told) => ({
    title: `Submit the report for ${t.quarter}`,
    explanation: `The report of plan ${t.plan} is ready to be submitted.`,
    button: 'Submit the report',
  }),
  REPORTS_TO_COME: (t: Told) => ({
    title: `Reports of plan ${t.plan} are still to come`,
    explanation: `The supplier still has to report${t.when('count', `: ${t.count} ${t.one ? 'report' : 'reports'}`)}. You need not do anything.`,
    button: 'See the plan',
  }),
  REPORT_LATE: (t: Told) => ({
    title: `The report for ${t.quarter} is late`,
    explanation: `No report was submitted for plan ${t.plan}${t.when('supplierName', ` (${t.supplier})`)}. Contact the supplier.`,
    button: 'See the plan',
  }),
  CLAIMS_TO_DECIDE: (t: Told) => ({
    title: `Decide on contributions of plan ${t.plan}`,
    explanation: `${t.when('count', t.one ? '1 contribution waits for your decision.' : `${t.count} contributions wait for your decision.`) || 'Contributions wait for a decision.'}`,
    button: 'Decide on the contributions',
  }),
  CLAIMS_TO_CORRECT: (t: Told) => ({
    title: `See rejected contributions of plan ${t.plan}`,
    explanation: `${t.when('count', t.one ? '1 contribution was rejected. ' : `${t.count} contributions were rejected. `)}Read why. Submit them again, put right, if they need it.`,
    button: 'See the contributions',
  }),
  PLACEMENT_LIMIT_NEAR: (t: Told) => ({
    title: `Placement ${t.name} is near its counting limit`,
    explanation: 'After that hours have no value any more. The job can go on. Talk in time about what follows.',
    button: 'See the placement',
  }),
  SETTLEMENT_TO_PROPOSE: (t: Told) => ({
    title: `Propose the settlement of contract ${t.contract}`,
    explanation: `The time for this obligation${t.when('cents', ` of ${t.euros}`)} is over. Propose an outcome to the supplier.`,
    button: 'Propose the settlement',
  }),
  SETTLEMENT_TO_ANSWER: (t: Told) => ({
    title: `Answer the settlement of contract ${t.contract}`,
    explanation: `The principal proposes an outcome${t.when('cents', `, with a shortfall of ${t.euros}`)}. Say whether you agree.`,
    button: 'Answer the settlement',
  }),
  SETTLEMENT_TO_FINISH: (t: Told) => ({
    title: `Make the settlement of contract ${t.contract} final`,
    explanation: `The supplier answered, or the time for it is over.${t.when('cents', ` The shortfall is ${t.euros}.`)}`,
    button: 'See the settlement',
  }),
  SHORTFALL_TO_MAKE_GOOD: (t: Told) => ({
    title: `Make the shortfall of contract ${t.contract} good`,
    explanation: `${t.when('cents', `You are ${t.euros} short. `)}Make it good before the remedy period is over.`,
    button: 'See the obligation',
  }),
  REMEDY_ENDING: (t: Told) => ({
    title: `The remedy period of contract ${t.contract} ends`,
    explanation: `${t.when('cents', `The shortfall is still ${t.euros}. `)}Contact the supplier. Then propose an outcome.`,
    button: 'See the settlement',
  }),
  CONTACT_TO_MAKE: (t: Told) => ({
    title: `Contact the supplier about contract ${t.contract}`,
    explanation: `The obligation${t.when('cents', ` of ${t.euros}`)} is in no plan yet. Make an appointment with the supplier${t.when('supplierName', ` (${t.supplier})`)} about what is to be done.`,
    button: 'See the contract',
  }),
  PLACEMENT_ENDING: (t: Told) => ({
    title: `Placement ${t.name} is about to end`,
    explanation: 'See in time what can follow: a longer stay, or another job. Write down what you agree on.',
    button: 'See the placement',
  }),
  EVIDENCE_EXPIRING: (t: Told) => ({
    title: `Evidence of ${t.name} is not valid for long`,
    explanation: `${t.when('count', t.one ? '1 piece of evidence has to be renewed. ' : `${t.count} pieces of evidence have to be renewed. `)}Declare new evidence, so that what comes next counts.`,
    button: 'Declare new evidence',
  }),
  GOING_WRONG: (t: Told) => ({
    title: `Plan ${t.plan} may not succeed`,
    explanation: `${t.when('cents', `There is ${t.euros} to go. `)}As it goes now, that will not be reached. Talk together about what can be done otherwise.`,
    button: 'See the plan',
  }),
  MID_TERM_BEHIND: (t: Told) => ({
    title: `Have a talk about contract ${t.contract}`,
    explanation: `Half of the term is over and less than 40% is filled.${t.when('cents', ` There is ${t.euros} to go.`)} Write down what you agree on with the supplier.`,
    button: 'See the contract',
  }),
  EXTENSION_TO_DECIDE: (t: Told) => ({
    title: `Decide on the extension of contract ${t.contract}`,
    explanation: 'You have to say soon whether the contract goes on. Revise the obligation with it.',
    button: 'See the contract',
  }),
  CONTRACT_ENDING: (t: Told) => ({
    title: `Contract ${t.contract} ends within a year`,
    explanation: `Talk in time about what is still to be done.${t.when('cents', ` There is ${t.euros} to go.`)}${t.when('paceCents', ` That needs ${t.pace} a month on average.`)}`,
    button: 'See the obligation',
  }),
  FINAL_REPORT: (t: Told) => ({
    title: `Make the last reports for contract ${t.contract}`,
    explanation: `The contract has ended. ${t.when('count', t.one ? '1 quarter was not reported yet. ' : `${t.count} quarters were not reported yet. `)}The principal needs that for the settlement.`,
    button: 'See the plan',
  }),
  YEAR_FIGURES: (t: Told) => ({
    title: `Deliver the figures of ${t.name}`,
    explanation: 'They are needed for the annual report of the central government, which comes out in May.',
    button: 'See the figures',
  }),
  PILOT_TO_EVALUATE: () => ({
    title: 'Evaluate the pilot of the network',
    explanation: 'The network is a year old. Write down when you evaluate and what comes of it.',
    button: 'See the figures',
  }),
} satisfies Record<keyof typeof nl, Say>;

/** What is known of an item, in one language; a dash where nothing is. */
function toldOf(language: Language, item: Work): Told {
  return {
    name: item.subject.name ?? '–',
    plan: item.planName ?? '–',
    contract: item.contractNumber ?? '–',
    supplier: item.supplierName ?? '–',
    quarter: quarter(language, item.quarter),
    count: whole(language, item.count),
    euros: euros(language, item.cents),
    pace: euros(language, item.paceCents),
    when: (figure, part) => (item[figure] === null ? '' : part),
    one: item.count === 1,
  };
}

/** The texts of one kind of work: what to do, why, and what its button says. */
export interface WorkTexts {
  readonly title: (item: Work) => string;
  readonly explanation: (item: Work) => string;
  readonly button: string;
}
type Kind = keyof typeof nl;

/** What is said of an item that waits for somebody else, where nothing happened. */
const ESCALATED = {
  nl: {
    title: (title: string) => `Blijft liggen: ${beginsLow(title)}`,
    explanation: 'Dit wacht op iemand anders, en er gebeurt nog niets. Vraag na waar het op wacht.',
  },
  en: {
    title: (title: string) => `Left undone: ${beginsLow(title)}`,
    explanation: 'This waits for somebody else, and nothing happens. Ask what it waits for.',
  },
} satisfies Record<Language, unknown>;
const beginsLow = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

function textsOf(language: Language, said: Readonly<Record<Kind, Say>>): Readonly<Record<Kind, WorkTexts>> {
  const other = ESCALATED[language];
  const texts = (say: Say): WorkTexts => ({
    title: (item) => {
      const { title } = say(toldOf(language, item));
      return item.escalated ? other.title(title) : title;
    },
    explanation: (item) => (item.escalated ? other.explanation : say(toldOf(language, item)).explanation),
    button: say(toldOf(language, NOTHING)).button,
  });
  return Object.fromEntries(Object.entries(said).map(([kind, say]) => [kind, texts(say)])) as Record<Kind, WorkTexts>;
}
const NOTHING: Work = {
  subject: {},
  planName: null,
  contractNumber: null,
  supplierName: null,
  quarter: null,
  count: null,
  cents: null,
  paceCents: null,
  escalated: false,
};

/** What waits for somebody, by kind: `workWords[language][item.kind].title(item)`. */
export const workWords = words({ nl: textsOf('nl', nl), en: textsOf('en', en) });
