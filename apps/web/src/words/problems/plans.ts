import { texts } from '../params';

/** Supplier plans, their lines and contacts, and the proposals to bundle. */
export const planProblems = texts({
  nl: {
    'plan.unknown': 'Dit plan bestaat niet, of u mag het niet zien.',
    'plan.name_taken': (p) => `Deze leveranciersgroep heeft al een plan ${p.text('plan')}. Kies een andere naam.`,
    'plan.stale': 'Iemand anders heeft dit plan intussen gewijzigd. Bekijk de nieuwe versie en probeer het nog eens.',
    'plan.not_due': 'Het plan van aanpak is al ingediend of heeft geen uiterste dag. Uitstel is niet nodig.',
    'plan.ended': 'Dit plan is beëindigd. U kunt er niets meer aan toevoegen of wijzigen.',
    'plan.of_others': 'U kunt dit plan lezen. Het beheer ligt bij het netwerk, of bij de opdrachtgever van het plan.',
    'plan.wrong_state': (p) =>
      `U kunt het plan nu niet ${p.inSentence('planEvent', 'event')}. De status is: ${p.inSentence('planState', 'state')}.`,
    'plan.reason_missing': 'Geef in een paar woorden de reden.',
    'plan.without_lines': 'Het plan heeft nog geen regels. Schrijf eerst op wat u gaat doen.',
    'plan.without_leads': 'Kies eerst aan beide kanten een aanspreekpunt. Daarna kunt u het plan goedkeuren.',
    'plan.own_submission': 'U hebt dit plan zelf ingediend. Iemand anders moet het goedkeuren of terugsturen.',
    'plan.has_open_obligations': (p) =>
      p.amount('count') === 1
        ? 'Het plan heeft nog 1 open verplichting. Reken die eerst af of haal die uit het plan.'
        : `Het plan heeft nog ${p.whole('count')} open verplichtingen. Reken die eerst af of haal ze uit het plan.`,
    'plan.lines_fixed': (p) =>
      p.is('state', 'APPROVED')
        ? 'Het plan is goedgekeurd. Heropen het eerst. Daarna kunt u de regels aanpassen.'
        : `U kunt de regels nu niet aanpassen. De status van het plan is: ${p.inSentence('planState', 'state')}.`,
    'plan.line_block_unknown': (p) =>
      `De waardetabel van dit plan heeft geen bouwblok ${p.named('block')}. Kies een ander bouwblok.`,
    'plan.line_figures_wrong': (p) =>
      p.is('kind', 'PLACEMENT')
        ? 'Vul bij een plaatsing het aantal personen en de uren in, allebei meer dan 0. Laat het factuurbedrag leeg.'
        : p.is('kind', 'PURCHASE')
          ? 'Vul bij sociale inkoop een factuurbedrag in van meer dan € 0. Laat personen en uren leeg.'
          : 'Vul bij een activiteit de uren in, meer dan 0. Laat personen en factuurbedrag leeg.',
    'plan.line_backwards': 'De laatste dag ligt voor de eerste dag. Pas een van beide aan.',
    'plan.line_region_unknown': (p) =>
      `Wij kennen geen arbeidsmarktregio ${p.text('region')}. Kies een regio uit de lijst.`,
    'plan.contact_unknown': (p) =>
      p.field.startsWith('supplier')
        ? 'Deze persoon werkt niet bij deze leverancier. Kies iemand anders.'
        : 'Deze persoon werkt niet bij het netwerk of bij een opdrachtgever van dit plan. Kies iemand anders.',
    'plan.deputy_is_lead': 'De vervanger moet iemand anders zijn dan het aanspreekpunt. Kies een andere persoon.',
    'plan.contract_unknown': 'Dit contract bestaat niet, of heeft geen verplichting.',
    'plan.contract_repeated': 'Dit contract staat er meer dan één keer. Haal de dubbele weg.',
    'plan.contract_of_another':
      'U maakt een plan voor uw eigen contracten. Vraag het netwerk om die van anderen voor te stellen.',
    'plan.contracts_missing': 'Kies minstens één eigen contract voor het plan.',
    'plan.supplier_group_unknown': 'Deze leveranciersgroep bestaat niet, of u mag die niet zien.',
    'plan.supplier_outside_group': (p) =>
      `De leverancier met KvK-nummer ${p.text('kvkNumber')} hoort niet bij de groep van dit plan.`,
    'plan.obligation_repeated': (p) => `Contract ${p.text('number')} staat er meer dan één keer.`,
    'plan.obligation_already_in_a_plan': (p) => `De verplichting van contract ${p.text('number')} zit al in een plan.`,
    'plan.obligation_settled': (p) =>
      `De verplichting van contract ${p.text('number')} is afgerekend. Die kan niet meer in een plan.`,
    'plan.other_supplier_group': (p) =>
      `Contract ${p.text('number')} is van een leverancier buiten de groep van dit plan.`,
    'plan.other_kind': (p) =>
      `Contract ${p.text('number')} past niet. Een vormvrij plan heeft alleen vormvrije afspraken, een bundel heeft er geen.`,
    'plan.of_one_principal': (p) =>
      `Dit plan is van één opdrachtgever. Contract ${p.text('number')} is van een andere.`,
    'plan.obligation_not_in_plan': (p) => `De verplichting van contract ${p.text('number')} zit niet in dit plan.`,
    'plan.obligation_proposed_already': (p) =>
      `De opdrachtgever van contract ${p.text('number')} heeft al een voorstel. Wacht op het antwoord of trek dat voorstel in.`,
    'plan.not_form_free': 'Dit plan volgt u in euro’s. Bekijk het overzicht en de prognose van het plan.',
    'proposal.unknown': 'Dit contract is niet voorgesteld voor dit plan.',
    'proposal.not_open': (p) =>
      `Dit voorstel wacht niet meer op antwoord. De status is: ${p.inSentence('proposalState', 'state')}.`,
    'proposal.of_another_principal': 'Alleen de opdrachtgever van het contract kan dit voorstel beantwoorden.',
    'proposal.other_value_table': (p) =>
      `Dit plan rekent met waardetabel ${p.named('code')}. Lees die tabel en ga daarna akkoord.`,
  },
  en: {
    'plan.unknown': 'This plan does not exist, or you may not see it.',
    'plan.name_taken': (p) => `This supplier group has a plan ${p.text('plan')} already. Choose another name.`,
    'plan.stale': 'Somebody else changed this plan meanwhile. Look at the new version and try again.',
    'plan.not_due': 'The plan of action was handed in, or has no last day. It needs no more time.',
    'plan.ended': 'This plan has ended. Nothing can be added to it or changed in it.',
    'plan.of_others': 'You can read this plan. The network sees to it, or the principal whose plan it is.',
    'plan.wrong_state': (p) =>
      `You cannot ${p.inSentence('planEvent', 'event')} the plan now. Its state is: ${p.inSentence('planState', 'state')}.`,
    'plan.reason_missing': 'Give the reason in a few words.',
    'plan.without_lines': 'The plan has no lines yet. First write what you are going to do.',
    'plan.without_leads': 'First choose a contact on both sides. Then you can approve the plan.',
    'plan.own_submission': 'You submitted this plan yourself. Somebody else has to approve it or send it back.',
    'plan.has_open_obligations': (p) =>
      p.amount('count') === 1
        ? 'The plan has 1 open obligation. Settle it first, or take it out of the plan.'
        : `The plan has ${p.whole('count')} open obligations. Settle them first, or take them out of the plan.`,
    'plan.lines_fixed': (p) =>
      p.is('state', 'APPROVED')
        ? 'The plan is approved. First reopen it. Then you can change its lines.'
        : `You cannot change the lines now. The state of the plan is: ${p.inSentence('planState', 'state')}.`,
    'plan.line_block_unknown': (p) =>
      `The value table of this plan has no building block ${p.named('block')}. Choose another one.`,
    'plan.line_figures_wrong': (p) =>
      p.is('kind', 'PLACEMENT')
        ? 'For a placement enter the number of persons and the hours, both above 0. Leave the invoice out.'
        : p.is('kind', 'PURCHASE')
          ? 'For a purchase enter an invoice above € 0. Leave persons and hours out.'
          : 'For an activity enter the hours, above 0. Leave persons and invoice out.',
    'plan.line_backwards': 'The last day is before the first day. Change one of them.',
    'plan.line_region_unknown': (p) => `We know no labour market region ${p.text('region')}. Choose one from the list.`,
    'plan.contact_unknown': (p) =>
      p.field.startsWith('supplier')
        ? 'This person does not work at this supplier. Choose somebody else.'
        : 'This person does not work at the network or at a principal of this plan. Choose somebody else.',
    'plan.deputy_is_lead': 'The deputy has to be somebody else than the contact. Choose another person.',
    'plan.contract_unknown': 'This contract does not exist, or carries no obligation.',
    'plan.contract_repeated': 'This contract is listed more than once. Remove the double one.',
    'plan.contract_of_another': 'You make a plan for your own contracts. Ask the network to propose those of others.',
    'plan.contracts_missing': 'Choose at least one contract of your own for the plan.',
    'plan.supplier_group_unknown': 'This supplier group does not exist, or you may not see it.',
    'plan.supplier_outside_group': (p) =>
      `The supplier with KvK number ${p.text('kvkNumber')} is not of the group of this plan.`,
    'plan.obligation_repeated': (p) => `Contract ${p.text('number')} is listed more than once.`,
    'plan.obligation_already_in_a_plan': (p) => `The obligation of contract ${p.text('number')} is in a plan already.`,
    'plan.obligation_settled': (p) =>
      `The obligation of contract ${p.text('number')} is settled. It cannot join a plan any more.`,
    'plan.other_supplier_group': (p) => `Contract ${p.text('number')} is of a supplier outside the group of this plan.`,
    'plan.other_kind': (p) =>
      `Contract ${p.text('number')} does not fit. A form-free plan has form-free agreements only, a bundle has none.`,
    'plan.of_one_principal': (p) => `This plan is of one principal. Contract ${p.text('number')} is of another.`,
    'plan.obligation_not_in_plan': (p) => `The obligation of contract ${p.text('number')} is not in this plan.`,
    'plan.obligation_proposed_already': (p) =>
      `The principal of contract ${p.text('number')} has a proposal already. Wait for the answer, or withdraw that proposal.`,
    'plan.not_form_free': 'This plan is followed in euros. See its statement and its forecast.',
    'proposal.unknown': 'This contract was not proposed for this plan.',
    'proposal.not_open': (p) =>
      `This proposal no longer waits for an answer. Its state is: ${p.inSentence('proposalState', 'state')}.`,
    'proposal.of_another_principal': 'Only the principal of the contract can answer this proposal.',
    'proposal.other_value_table': (p) =>
      `This plan works with value table ${p.named('code')}. Read that table and then agree.`,
  },
});
