import { texts } from '../params';

/** Contracts, their obligations and exemptions, and how an obligation is settled. */
export const contractProblems = texts({
  nl: {
    'contract.number_taken': (p) => `Er is al een contract ${p.text('number')}. Kies een ander nummer.`,
    'contract.reference_taken': (p) =>
      `Deze opdrachtgever heeft al een contract met kenmerk ${p.text('reference')}. Controleer het kenmerk.`,
    'contract.unknown': (p) =>
      p.has('number')
        ? `Wij kennen geen contract ${p.text('number')}. Controleer het nummer.`
        : 'Dit contract bestaat niet, of u mag het niet zien.',
    'contract.stale':
      'Iemand anders heeft dit contract intussen gewijzigd. Bekijk de nieuwe gegevens en wijzig ze opnieuw.',
    'contract.exempt': (p) => `Voor contract ${p.text('number')} geldt een vrijstelling. Er is dus geen verplichting.`,
    'contract.outside_yours':
      'U kunt alleen contracten registreren van uw eigen ministerie of van uw eigen inkoopcategorieën.',
    'contract.obligation_or_exemption': 'Kies: vul een verplichting in, of stel een vrijstelling voor. Niet allebei.',
    'contract.framework_unknown':
      'Kies een raamovereenkomst die u kunt zien en die niet zelf onder een andere valt. Een raamovereenkomst krijgt zelf geen raamovereenkomst.',
    'contract.unit_unknown': 'Dit dienstonderdeel hoort niet bij de opdrachtgever. Kies een ander dienstonderdeel.',
    'contract.category_unknown':
      'Deze inkoopcategorie bestaat niet. Kies een andere, of laat het leeg bij een eigen inkoop.',
    'contract.cpv_wrong': 'Deze CPV-code klopt niet. Neem de code over uit de aankondiging, bijvoorbeeld 90910000-9.',
    'contract.number_wrong': 'Gebruik hoogstens 40 letters, cijfers, punten, schuine strepen of streepjes.',
    'contract.term_backwards': 'De laatste dag ligt voor de eerste dag. Pas een van beide aan.',
    'contract.extension_too_late':
      'De dag om te kiezen voor verlenging ligt na het einde van het contract. Kies een eerdere dag.',
    'threshold-rule.unknown': 'Deze regel bestaat niet of gold nog niet op de dag van gunning. Kies een andere regel.',
    'obligation.unknown': 'Dit contract bestaat niet, of heeft geen verplichting.',
    'obligation.there_already': 'Dit contract heeft al een verplichting. Pas die verplichting aan.',
    'obligation.deviation_reason_missing':
      'U wijkt af van wat de regel voorstelt. Leg uit waarom, of neem het voorstel over.',
    'obligation.amount_too_large': (p) =>
      `De verplichting wordt hoger dan ${p.euros('max')}. Controleer de grondslag en het percentage.`,
    'obligation.settled': 'Deze verplichting is afgerekend. U kunt er niets meer aan wijzigen.',
    'obligation.reason_missing': 'Geef in een paar woorden de reden.',
    'obligation.revision_of_other_kind': (p) =>
      p.is('kind', 'PERCENTAGE')
        ? 'Deze verplichting is een percentage. Vul een nieuwe grondslag in en geen bedrag.'
        : p.is('kind', 'FIXED')
          ? 'Deze verplichting is een vast bedrag. Vul een nieuw bedrag in en geen grondslag.'
          : 'Deze verplichting heeft een doel zonder euro’s. Vul een nieuw doel in en geen bedrag.',
    'obligation.of_another_principal': 'U kunt dit contract lezen. Alleen de eigen opdrachtgever kan dit doen.',
    'obligation.stale': (p) =>
      `Iemand anders heeft deze verplichting intussen aangepast. Die staat nu op ${p.euros('current')}. Bekijk dit en probeer het nog eens.`,
    'exemption.unknown': 'Deze vrijstelling bestaat niet bij dit contract.',
    'exemption.text_missing': 'Leg in een paar woorden uit waarom er geen verplichting is.',
    'exemption.decided_already': 'Over deze vrijstelling is al besloten. Laad de pagina opnieuw.',
    'exemption.proposed_by_oneself': 'U hebt deze vrijstelling zelf voorgesteld. Een collega moet erover beslissen.',
    'exemption.reason_missing': 'Leg in een paar woorden uit waarom u de vrijstelling weigert.',
    'exemption.waits': 'Er wacht al een vrijstelling op een tweede persoon. Laat daar eerst over beslissen.',
    'exemption.stands': 'Voor dit contract geldt al een vrijstelling.',
    'settlement.stale':
      'Iemand anders heeft deze afrekening intussen gewijzigd. Bekijk het nieuwe voorstel en beslis dan opnieuw.',
    'settlement.not_now': (p) =>
      `Dit kan nu niet. De status van de afrekening is: ${p.inSentence('settlementState', 'state')}.`,
    'settlement.not_fulfilled':
      'De verplichting is nog niet vervuld. Kies een uitkomst voor een tekort, of geef de leverancier tijd voor herstel.',
    'settlement.nothing_short':
      'De verplichting is vervuld. Kies de uitkomst ‘Vervuld’ of ‘Vervuld, met overrealisatie’.',
    'settlement.no_euros': 'Een vormvrije afspraak heeft geen bedrag in euro’s. U kunt daarom niets inhouden.',
    'settlement.reached_missing': 'Vul in hoeveel van het doel is gehaald.',
    'settlement.remedy_runs': (p) =>
      `De leverancier heeft tot ${p.day('until')} de tijd voor herstel. Wacht tot die dag, of tot de verplichting is vervuld.`,
    'settlement.remedy_in_past': 'Kies een dag na vandaag. Tot die dag kan de leverancier het tekort herstellen.',
    'settlement.supplier_not_heard': (p) =>
      `De leverancier heeft nog niet geantwoord. Dat kan tot ${p.day('until')}. Wacht op het antwoord of tot die dag voorbij is.`,
    'settlement.figures_changed':
      'De bedragen zijn veranderd na uw voorstel. Doe een nieuw voorstel met de cijfers van nu.',
    'settlement.reason_missing': 'Schrijf waar u het niet mee eens bent.',
  },
  en: {
    'contract.number_taken': (p) => `There is a contract ${p.text('number')} already. Choose another number.`,
    'contract.reference_taken': (p) =>
      `This principal has a contract with reference ${p.text('reference')} already. Check the reference.`,
    'contract.unknown': (p) =>
      p.has('number')
        ? `We know no contract ${p.text('number')}. Check the number.`
        : 'This contract does not exist, or you may not see it.',
    'contract.stale': 'Somebody else changed this contract meanwhile. Look at what it is now and change it again.',
    'contract.exempt': (p) => `Contract ${p.text('number')} is exempt. So there is no obligation.`,
    'contract.outside_yours':
      'You can only register contracts of your own ministry or of your own procurement categories.',
    'contract.obligation_or_exemption': 'Choose: enter an obligation, or propose an exemption. Not both.',
    'contract.framework_unknown':
      'Choose a framework agreement that you can see and that stands below no other. A framework agreement itself has none.',
    'contract.unit_unknown': 'This unit is not of the principal. Choose another unit.',
    'contract.category_unknown':
      'There is no such procurement category. Choose another one, or leave it out for a purchase of its own kind.',
    'contract.cpv_wrong': 'This CPV code is not right. Copy it from the notice; it looks like 90910000-9.',
    'contract.number_wrong': 'Use at most 40 letters, digits, full stops, slashes or hyphens.',
    'contract.term_backwards': 'The last day is before the first day. Change one of them.',
    'contract.extension_too_late':
      'The day to decide on an extension is after the end of the contract. Choose an earlier day.',
    'threshold-rule.unknown': 'There is no such rule, or it was not in force on the day of award. Choose another rule.',
    'obligation.unknown': 'This contract does not exist, or carries no obligation.',
    'obligation.there_already': 'This contract carries an obligation already. Revise that one.',
    'obligation.deviation_reason_missing': 'This is not what the rule proposes. Say why, or take over its proposal.',
    'obligation.amount_too_large': (p) =>
      `The obligation would be above ${p.euros('max')}. Check the base and the percentage.`,
    'obligation.settled': 'This obligation is settled. You cannot change anything about it.',
    'obligation.reason_missing': 'Give the reason in a few words.',
    'obligation.revision_of_other_kind': (p) =>
      p.is('kind', 'PERCENTAGE')
        ? 'This obligation is a percentage. Enter a new base and no amount.'
        : p.is('kind', 'FIXED')
          ? 'This obligation is a fixed amount. Enter a new amount and no base.'
          : 'This obligation has a goal and no euros. Enter a new goal and no amount.',
    'obligation.of_another_principal': 'You can read this contract. Only its own principal can do this.',
    'obligation.stale': (p) =>
      `Somebody else revised this obligation meanwhile. It stands at ${p.euros('current')} now. Look at it and try again.`,
    'exemption.unknown': 'This contract has no such exemption.',
    'exemption.text_missing': 'Say in a few words why there is no obligation.',
    'exemption.decided_already': 'This exemption was decided on already. Load the page again.',
    'exemption.proposed_by_oneself': 'You proposed this exemption. A colleague has to decide on it.',
    'exemption.reason_missing': 'Say in a few words why you refuse the exemption.',
    'exemption.waits': 'An exemption waits for a second person already. Have that one decided on first.',
    'exemption.stands': 'This contract is exempt already.',
    'settlement.stale':
      'Somebody else changed this settlement meanwhile. Look at the new proposal and then decide again.',
    'settlement.not_now': (p) =>
      `This cannot be done now. The state of the settlement is: ${p.inSentence('settlementState', 'state')}.`,
    'settlement.not_fulfilled':
      'The obligation is not fulfilled yet. Choose an outcome for a shortfall, or grant time to make it good.',
    'settlement.nothing_short': 'The obligation is fulfilled. Choose ‘Fulfilled’ or ‘Fulfilled, with surplus’.',
    'settlement.no_euros': 'A form-free agreement has no amount in euros. So nothing can be withheld.',
    'settlement.reached_missing': 'Enter how much of the goal was reached.',
    'settlement.remedy_runs': (p) =>
      `The supplier has until ${p.day('until')} to make it good. Wait for that day, or until the obligation is fulfilled.`,
    'settlement.remedy_in_past': 'Choose a day after today. Until then the supplier can make the shortfall good.',
    'settlement.supplier_not_heard': (p) =>
      `The supplier has not answered yet and can do so until ${p.day('until')}. Wait for the answer, or for that day to pass.`,
    'settlement.figures_changed':
      'The figures changed after your proposal. Make a new proposal with the figures of now.',
    'settlement.reason_missing': 'Write what you do not agree with.',
  },
});
