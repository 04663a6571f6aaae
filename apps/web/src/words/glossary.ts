import { words, type Language } from './words';

/** The words of the field by key: the term as screens use it, and one sentence or two that say what it is. */
export const terms = words({
  nl: {
    socialReturn: {
      term: 'Social Return',
      meaning: 'De afspraak dat een leverancier mensen met een afstand tot de arbeidsmarkt aan werk helpt.',
    },
    obligation: {
      term: 'Verplichting',
      meaning: 'Het bedrag of het doel aan Social Return dat bij één contract van één opdrachtgever hoort.',
    },
    contract: {
      term: 'Contract',
      meaning: 'De ondertekende overeenkomst van een opdrachtgever en een leverancier, met een waarde en een looptijd.',
    },
    award: { term: 'Gunning', meaning: 'Het besluit om een opdracht aan een leverancier te geven.' },
    basis: { term: 'Grondslag', meaning: 'Het bedrag waarover het percentage van een verplichting wordt berekend.' },
    wageSum: { term: 'Loonsom', meaning: 'Het deel van de waarde van een contract dat loon is.' },
    formFree: {
      term: 'Vormvrije afspraak',
      meaning: 'Een afspraak met een doel in personen, uren of activiteiten, zonder bedrag in euro’s.',
    },
    principal: {
      term: 'Opdrachtgever',
      meaning:
        'Het ministerie of een andere organisatie van het Rijk die het contract sluit en verantwoordelijk blijft.',
    },
    network: {
      term: 'Netwerkorganisatie',
      meaning: 'De samenwerking van opdrachtgevers die verplichtingen bundelt, bijdragen beoordeelt en cijfers geeft.',
    },
    supplierGroup: {
      term: 'Leveranciersgroep',
      meaning: 'Een leverancier met de bedrijven die bij hetzelfde concern horen.',
    },
    plan: {
      term: 'Leveranciersplan',
      meaning: 'De verplichtingen van één leveranciersgroep samen, met het plan van aanpak.',
    },
    planOfAction: {
      term: 'Plan van aanpak',
      meaning: 'De regels waarin de leverancier schrijft wat die gaat doen en wanneer.',
    },
    valueTable: {
      term: 'Waardetabel',
      meaning: 'De tabel die zegt hoeveel een bijdrage waard is. Elk plan rekent met één waardetabel.',
    },
    block: {
      term: 'Bouwblok',
      meaning: 'Een regel van de waardetabel: een doelgroep, een inkoop of een activiteit, met de waarde ervan.',
    },
    effortValue: {
      term: 'Inspanningswaarde',
      meaning: 'Het fictieve bedrag waarvoor een bijdrage meetelt. Niemand betaalt dit bedrag.',
    },
    placement: {
      term: 'Plaatsing',
      meaning: 'Een kandidaat die werkt bij de leverancier of bij een ander bedrijf, in één bouwblok.',
    },
    candidate: {
      term: 'Kandidaat',
      meaning: 'De persoon die werkt. Wij kennen alleen een kenmerk van de leverancier, geen naam en geen BSN.',
    },
    purchase: {
      term: 'Sociale inkoop',
      meaning: 'Inkoop bij een sociale onderneming of een sociaal werkbedrijf.',
    },
    activity: {
      term: 'Maatschappelijke activiteit',
      meaning: 'Een activiteit op een dag, zoals een training, die meetelt per uur.',
    },
    claim: {
      term: 'Bijdrage',
      meaning: 'Wat een leverancier over een kwartaal indient: uren van een plaatsing, een inkoop of een activiteit.',
    },
    report: {
      term: 'Rapportage',
      meaning: 'Alles wat een leverancier over één kwartaal van een plan meldt, ook als er niets te melden is.',
    },
    evidence: {
      term: 'Bewijs',
      meaning: 'Een document dat de leverancier heeft gezien. Wij bewaren de soort en de dag, niet het document.',
    },
    countingLimit: {
      term: 'Maximale telduur',
      meaning: 'Het aantal uren dat van één kandidaat meetelt voor de waarde. De baan zelf kan gewoon doorgaan.',
    },
    allocation: {
      term: 'Toerekening',
      meaning: 'De verdeling van de waarde van een geaccepteerde bijdrage over de verplichtingen van het plan.',
    },
    surplus: {
      term: 'Overrealisatie',
      meaning: 'Waarde waarvoor geen verplichting van het plan ruimte heeft.',
    },
    imposed: { term: 'Opgelegd', meaning: 'Het hele bedrag van de verplichtingen die in een jaar zijn gegund.' },
    outstanding: {
      term: 'Uitstaand',
      meaning: 'Wat op een dag nog te vervullen is, van verplichtingen die niet zijn afgerekend.',
    },
    realised: {
      term: 'Gerealiseerd',
      meaning: 'De waarde van geaccepteerde bijdragen die meetelt voor verplichtingen.',
    },
    forecast: {
      term: 'Prognose',
      meaning: 'Wat er aan het eind vervuld zal zijn, met lopende plaatsingen en het plan van aanpak.',
    },
    shortfall: { term: 'Tekort', meaning: 'Het deel van een verplichting dat aan het eind niet is vervuld.' },
    remedy: {
      term: 'Herstelperiode',
      meaning: 'De tijd die een leverancier krijgt om een tekort alsnog te vervullen.',
    },
    settlement: {
      term: 'Afrekening',
      meaning: 'Het besluit van de opdrachtgever hoe een verplichting eindigt, nadat de leverancier kon antwoorden.',
    },
    job: {
      term: 'Baan',
      meaning: 'Een baan van de banenafspraak is 25,5 betaalde uren per week. Het is geen persoon en geen voltijdbaan.',
    },
  },
  en: {
    socialReturn: {
      term: 'Social Return',
      meaning: 'The agreement that a supplier helps people with a distance to the labour market into work.',
    },
    obligation: {
      term: 'Obligation',
      meaning: 'The amount or the goal of Social Return that belongs to one contract of one principal.',
    },
    contract: {
      term: 'Contract',
      meaning: 'The signed agreement of a principal and a supplier, with a value and a term.',
    },
    award: { term: 'Award', meaning: 'The decision which supplier gets the contract.' },
    basis: { term: 'Base', meaning: 'The amount of which the percentage of an obligation is taken.' },
    wageSum: { term: 'Wage sum', meaning: 'The part of the value of a contract that is wages.' },
    formFree: {
      term: 'Form-free agreement',
      meaning: 'An agreement with a goal in persons, hours or activities, without an amount in euros.',
    },
    principal: {
      term: 'Principal',
      meaning:
        'The ministry or other organisation of the central government that signs the contract and stays responsible.',
    },
    network: {
      term: 'Network organisation',
      meaning: 'The cooperation of principals that bundles obligations, decides on contributions and gives figures.',
    },
    supplierGroup: {
      term: 'Supplier group',
      meaning: 'A supplier with the companies that belong to the same concern.',
    },
    plan: {
      term: 'Supplier plan',
      meaning: 'The obligations of one supplier group together, with the plan of action.',
    },
    planOfAction: {
      term: 'Plan of action',
      meaning: 'The lines in which the supplier writes what it is going to do and when.',
    },
    valueTable: {
      term: 'Value table',
      meaning: 'The table that says how much a contribution is worth. Each plan works with one value table.',
    },
    block: {
      term: 'Building block',
      meaning: 'A line of the value table: a target group, a purchase or an activity, with its value.',
    },
    effortValue: {
      term: 'Effort value',
      meaning: 'The fictive amount for which a contribution counts. Nobody pays this amount.',
    },
    placement: {
      term: 'Placement',
      meaning: 'A candidate who works at the supplier or at another company, in one building block.',
    },
    candidate: {
      term: 'Candidate',
      meaning: 'The person who works. We know only a reference of the supplier, no name and no BSN.',
    },
    purchase: {
      term: 'Social purchase',
      meaning: 'A purchase from a social enterprise or a sheltered workshop.',
    },
    activity: {
      term: 'Social activity',
      meaning: 'An activity on a day, such as a training, that counts by the hour.',
    },
    claim: {
      term: 'Contribution',
      meaning: 'What a supplier submits for a quarter: hours of a placement, a purchase or an activity.',
    },
    report: {
      term: 'Report',
      meaning: 'All that a supplier reports of a plan for one quarter, also when there is nothing to report.',
    },
    evidence: {
      term: 'Evidence',
      meaning: 'A document that the supplier has seen. We keep its kind and the day, not the document.',
    },
    countingLimit: {
      term: 'Counting limit',
      meaning: 'The hours of one candidate that count for the value. The job itself can go on.',
    },
    allocation: {
      term: 'Allocation',
      meaning: 'How the value of an accepted contribution is spread over the obligations of the plan.',
    },
    surplus: { term: 'Surplus', meaning: 'Value for which no obligation of the plan has room.' },
    imposed: { term: 'Imposed', meaning: 'The whole amount of the obligations that were awarded in a year.' },
    outstanding: {
      term: 'Outstanding',
      meaning: 'What is still to be fulfilled on a day, of obligations that are not settled.',
    },
    realised: { term: 'Realised', meaning: 'The value of accepted contributions that counts for obligations.' },
    forecast: {
      term: 'Forecast',
      meaning: 'What will be fulfilled in the end, with running placements and the plan of action.',
    },
    shortfall: { term: 'Shortfall', meaning: 'The part of an obligation that is not fulfilled in the end.' },
    remedy: { term: 'Remedy period', meaning: 'The time that a supplier gets to fulfil a shortfall after all.' },
    settlement: {
      term: 'Settlement',
      meaning: 'The decision of the principal how an obligation ends, after the supplier could answer.',
    },
    job: {
      term: 'Job',
      meaning: 'A job of the banenafspraak is 25.5 paid hours a week. It is no person and no full-time job.',
    },
  },
});

const inOrder = (language: Language) =>
  Object.values(terms[language]).sort((a, b) => a.term.localeCompare(b.term, language));

/** The same as a list, in the order of the alphabet. */
export const glossary = words({ nl: inOrder('nl'), en: inOrder('en') });
