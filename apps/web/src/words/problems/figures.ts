import { texts } from '../params';

/** Value tables, forecasts and figures. */
export const figureProblems = texts({
  nl: {
    'value-table.unknown': (p) =>
      p.has('valueTable')
        ? `Wij kennen geen waardetabel ${p.named('valueTable')}. Kies een tabel uit de lijst.`
        : 'Deze waardetabel bestaat niet. Kies een tabel uit de lijst.',
    'value-table.code_taken': (p) =>
      `Er is al een waardetabel ${p.text('valueTable')} met de status: ${p.inSentence('valueTableState', 'state')}. Kies een andere code.`,
    'value-table.code_repeated': (p) =>
      `De code ${p.text('repeated')} staat er meer dan één keer. Wijzig een van beide.`,
    'value-table.in_use': (p) =>
      `Een plan rekent al met waardetabel ${p.named('valueTable')}. Geef uw nieuwe versie een eigen code.`,
    'value-table.not_approved': (p) =>
      `Waardetabel ${p.named('valueTable')} heeft de status: ${p.inSentence('valueTableState', 'state')}. Kies een tabel die is goedgekeurd.`,
    'value-table.not_proposed': (p) =>
      `Over waardetabel ${p.named('valueTable')} is al besloten. De status is: ${p.inSentence('valueTableState', 'state')}.`,
    'value-table.own_proposal': (p) =>
      `U hebt waardetabel ${p.named('valueTable')} zelf voorgesteld. Iemand anders moet die goedkeuren of weigeren.`,
    'value-table.proposal_of_another': (p) =>
      `Iemand anders heeft waardetabel ${p.named('valueTable')} voorgesteld. Alleen die persoon kan dit doen. U kunt de tabel wel weigeren.`,
    'value-table.proposal_waits': (p) =>
      `Waardetabel ${p.named('valueTable')} wacht op een besluit. Neem eerst dat besluit, of kies een andere code.`,
    'value-table.stale': (p) =>
      `Iemand anders heeft waardetabel ${p.named('valueTable')} intussen gewijzigd. Bekijk de nieuwe versie en probeer het nog eens.`,
    'breakdown.not_narrowed': 'Per regio en per doelgroep tonen wij alleen alle contracten samen. Haal de filters weg.',
    'forecast.form_free': 'Dit is een vormvrije afspraak met een doel zonder euro’s. Daarom is er geen prognose.',
  },
  en: {
    'value-table.unknown': (p) =>
      p.has('valueTable')
        ? `We know no value table ${p.named('valueTable')}. Choose one from the list.`
        : 'This value table does not exist. Choose one from the list.',
    'value-table.code_taken': (p) =>
      `There is a value table ${p.text('valueTable')} already; its state is: ${p.inSentence('valueTableState', 'state')}. Choose another code.`,
    'value-table.code_repeated': (p) => `Code ${p.text('repeated')} is there more than once. Change one of them.`,
    'value-table.in_use': (p) =>
      `A plan works with value table ${p.named('valueTable')} already. Give your new version a code of its own.`,
    'value-table.not_approved': (p) =>
      `The state of value table ${p.named('valueTable')} is: ${p.inSentence('valueTableState', 'state')}. Choose one that is approved.`,
    'value-table.not_proposed': (p) =>
      `Value table ${p.named('valueTable')} was decided on already. Its state is: ${p.inSentence('valueTableState', 'state')}.`,
    'value-table.own_proposal': (p) =>
      `You proposed value table ${p.named('valueTable')} yourself. Somebody else has to approve or refuse it.`,
    'value-table.proposal_of_another': (p) =>
      `Somebody else proposed value table ${p.named('valueTable')}. Only that person can do this. You can refuse the table.`,
    'value-table.proposal_waits': (p) =>
      `Value table ${p.named('valueTable')} waits for a decision. First take that one, or choose another code.`,
    'value-table.stale': (p) =>
      `Somebody else changed value table ${p.named('valueTable')} meanwhile. Look at the new version and try again.`,
    'breakdown.not_narrowed':
      'By region and by target group only all contracts together are shown. Remove the filters.',
    'forecast.form_free': 'This is a form-free agreement: its goal has no euros. So there is no forecast.',
  },
});
