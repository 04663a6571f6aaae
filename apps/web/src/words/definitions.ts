import { words } from './words';

/** What has to be read beside figures, so that nobody takes them for something else. */
export const definitions = words({
  nl: {
    figure: {
      imposedCents:
        'Opgelegd is het hele bedrag van alle verplichtingen die in dit jaar zijn gegund. Opgelegd is niet hetzelfde als uitstaand. Het zijn twee definities van de 130 miljoen euro.',
      annualisedCents:
        'Naar looptijd: dezelfde bedragen, verdeeld over alle dagen van de looptijd. Hier staat het deel van dit jaar.',
      realisedCents:
        'Gerealiseerd is de waarde van geaccepteerde bijdragen die in dit jaar eindigen en meetellen voor een verplichting. De euro’s zijn fictief: een waardetabel zegt wat een bijdrage waard is. Niemand betaalt dit bedrag.',
      surplusCents:
        'Overrealisatie is de waarde van geaccepteerde bijdragen waarvoor geen verplichting ruimte had. Die telt alsnog mee als er weer ruimte komt.',
      outstandingCents:
        'Uitstaand is wat aan het eind van het jaar nog te vervullen was, van verplichtingen die niet zijn afgerekend.',
      referenceCents:
        'Het Rijk legt elk jaar voor minstens 130 miljoen euro aan Social Return op (Kamerstuk 34 352, nr. 258). Dat is een ondergrens en geen doel.',
      coverageBp:
        'Dekking is het opgelegde bedrag als deel van de 130 miljoen euro. Dit zegt hoe volledig de registratie is. Het zegt niet hoe goed het gaat.',
      jobs: 'Eén baan is 25,5 betaalde uren per week (banenafspraak). Banen van een opdrachtgever zijn een deel van de uren, geen mensen die daar werken. Ze tellen niet mee voor de banenafspraak van het ministerie zelf.',
    },
    funnelStage: {
      REFERENCE: 'Wat het Rijk zegt per jaar op te leggen: minstens 130 miljoen euro. Een ondergrens en geen doel.',
      REGISTERED: 'Opgelegd: het hele bedrag van alle geregistreerde verplichtingen die in dit jaar zijn gegund.',
      PLANNED:
        'Wat goedgekeurde plannen van aanpak beloven voor de dagen van dit jaar. Het maakt niet uit wanneer de gunning was.',
      CLAIMED:
        'Bijdragen die in dit jaar eindigen: wat is geaccepteerd, en wat nog op beoordeling wacht. Wat wacht, telt voor de waarde die het zou krijgen.',
      VERIFIED: 'Geaccepteerde bijdragen die in dit jaar eindigen, samen met de overrealisatie.',
      REALISED: 'Het deel van de geaccepteerde bijdragen dat meetelt voor verplichtingen.',
    },
    /** Sentences that belong beside any figure of their kind. */
    note: {
      fictive:
        'De euro’s zijn fictief. Een waardetabel zegt hoeveel een bijdrage meetelt. Niemand betaalt deze bedragen en het zijn geen kosten.',
      twoDefinitions:
        'De 130 miljoen euro heeft twee definities: wat het Rijk in een jaar oplegt, en wat bij leveranciers uitstaat. Tel die twee niet bij elkaar op.',
      notTheRatio:
        'SROI is hier de verplichting zelf. Het is niet de internationale maat die opbrengst deelt door investering.',
      ownJobs:
        'Deze banen tellen niet mee voor de banenafspraak van het ministerie zelf. Tel ze niet op bij de eigen banen.',
      funnel: 'Geen van deze stappen is geld dat is uitgegeven. Geen stap is een deel van de stap ervoor.',
      smallCount:
        'Bij 1 tot en met 4 personen staat er ‘< 5’. Zo kan niemand een persoon herkennen. Nul tonen wij wel.',
      hiddenFigure: 'Dit cijfer tonen wij niet. Het zou iets zeggen over een kleine groep mensen.',
      inSight: 'Deze cijfers gaan alleen over de verplichtingen die u kunt zien.',
      knownOn: 'Dit is wat op die dag bekend was. Later kan er meer bekend zijn.',
      rounding: 'Elk cijfer is apart afgerond. Daarom kan een totaal iets afwijken van de som.',
    },
  },
  en: {
    figure: {
      imposedCents:
        'Imposed is the whole amount of all obligations that were awarded in this year. Imposed is not outstanding: they are two definitions of the EUR 130 million.',
      annualisedCents:
        'Spread over the term: the same amounts, spread over all days of the term. This is the part of this year.',
      realisedCents:
        'Realised is the value of accepted contributions that end in this year and count for an obligation. The euros are fictive: a value table says what a contribution is worth. Nobody pays this amount.',
      surplusCents:
        'Surplus is the value of accepted contributions for which no obligation had room. It counts after all when there is room again.',
      outstandingCents:
        'Outstanding is what was still to be fulfilled at the end of the year, of obligations that were not settled.',
      referenceCents:
        'The central government imposes at least EUR 130 million of Social Return each year (Kamerstuk 34 352, nr. 258). It is a floor and no target.',
      coverageBp:
        'Coverage is the imposed amount as a part of the EUR 130 million. It says how complete the register is. It does not say how well it goes.',
      jobs: 'One job is 25.5 paid hours a week (banenafspraak). Jobs of a principal are a share of hours, not people who work there. They do not count for the target of the ministry itself.',
    },
    funnelStage: {
      REFERENCE:
        'What the central government says it imposes in a year: at least EUR 130 million. A floor and no target.',
      REGISTERED: 'Imposed: the whole amount of all registered obligations that were awarded in this year.',
      PLANNED:
        'What approved plans of action promise for the days of this year. It does not matter when the award was.',
      CLAIMED:
        'Contributions that end in this year: those that were accepted, and those that wait for a decision. What waits counts for what it would be worth.',
      VERIFIED: 'Accepted contributions that end in this year, together with the surplus.',
      REALISED: 'The part of the accepted contributions that counts for obligations.',
    },
    note: {
      fictive:
        'The euros are fictive. A value table says for how much a contribution counts. Nobody pays these amounts and they are no costs.',
      twoDefinitions:
        'The EUR 130 million has two definitions: what is imposed in a year, and what is outstanding with suppliers. Do not add the two up.',
      notTheRatio:
        'SROI is the obligation itself here. It is not the international measure that divides return by investment.',
      ownJobs: 'These jobs do not count for the target of the ministry itself. Do not add them to its own jobs.',
      funnel: 'None of these steps is money that was spent. No step is a part of the step before it.',
      smallCount: 'For 1 to 4 persons it says ‘< 5’. So nobody can recognise a person. Zero is shown.',
      hiddenFigure: 'This figure is not shown. It would tell something about a small group of people.',
      inSight: 'These figures are only about the obligations that you can see.',
      knownOn: 'This is what was known on that day. More can be known later.',
      rounding: 'Each figure is rounded by itself. So a total can differ a little from the sum.',
    },
  },
});
