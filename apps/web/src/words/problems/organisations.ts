import { labelOf, texts, type Params } from '../params';

/** The roles that a fault names, in words. */
const rolesIn = (p: Params): string =>
  p
    .text('roles')
    .split(', ')
    .map((role) => labelOf(p.language, 'role', role))
    .join(', ');

/** Organisations, people, and who takes part in the network. */
export const organisationProblems = texts({
  nl: {
    'supplier.kvk_number_wrong': 'Een KvK-nummer heeft acht cijfers, bijvoorbeeld 01234567.',
    'supplier.in_other_group': (p) =>
      `De leverancier met KvK-nummer ${p.text('kvkNumber')} hoort al bij een andere groep.`,
    'supplier.unknown': (p) =>
      p.has('kvkNumber')
        ? p.field === 'name'
          ? `Wij kennen KvK-nummer ${p.text('kvkNumber')} nog niet. Vul ook de naam van de leverancier in.`
          : `Wij kennen geen leverancier met KvK-nummer ${p.text('kvkNumber')}. Controleer het nummer.`
        : 'U werkt niet voor deze leverancier. Kies een leverancier uit de lijst.',
    'supplier-group.unknown': 'Deze leveranciersgroep bestaat niet, of u mag die niet zien.',
    'supplier-group.code_taken': (p) =>
      `Er is al een leveranciersgroep ${p.text('code')}. Voeg de leveranciers daaraan toe of kies een andere code.`,
    'principal.unknown': (p) =>
      p.has('principal')
        ? `Wij kennen geen opdrachtgever ${p.text('principal')}. Kies een opdrachtgever uit de lijst.`
        : 'Deze opdrachtgever bestaat niet, of u werkt er niet voor. Kies een opdrachtgever uit de lijst.',
    'principal.tooi_wrong': (p) =>
      `De TOOI-code van ${p.text('principal')} klopt niet. Die is mnre met vier cijfers of oorg met vijf cijfers.`,
    'membership.overlaps': (p) => `${p.text('principal')} is in die tijd al lid van het netwerk. Kies andere dagen.`,
    'membership.none': (p) =>
      `Het lidmaatschap van ${p.text('principal')} kan niet eindigen op ${p.day('leftOn')}. Kies een latere dag, of kijk of deze opdrachtgever lid is.`,
    'departure.in_the_future': (p) =>
      `Leg het vertrek vast op de eerste dag buiten het netwerk, of later. Vandaag is het ${p.day('today')}.`,
    'unit.code_taken': (p) =>
      `Deze opdrachtgever heeft al een dienstonderdeel ${p.text('code')}. Kies een andere code.`,
    'unit.oin_wrong': 'Een OIN heeft 20 tekens: acht cijfers, dan het nummer, en nullen aan het eind.',
    'category.code_taken': (p) => `Er is al een inkoopcategorie met code ${p.text('code')}. Kies een andere code.`,
    'category.name_taken': (p) => `Er is al een inkoopcategorie met de naam ${p.text('name')}. Kies een andere naam.`,
    'organisation.ends_before_it_begins': 'De laatste dag ligt voor de eerste dag. Pas een van beide aan.',
    'person.unknown': 'Deze persoon bestaat niet, of u mag die niet zien.',
    'person.organisation_unknown': 'Voor deze organisatie kunt u geen mensen uitnodigen. Kies een andere organisatie.',
    'person.category_unknown': (p) =>
      `Wij kennen deze inkoopcategorie niet: ${p.text('categories')}. Kies uit de lijst.`,
    'person.email_taken': 'Iemand met dit e-mailadres doet al mee. Gebruik een ander adres.',
    'person.oneself': 'U kunt uw eigen rollen niet wijzigen en uzelf niet verwijderen. Vraag dit aan een collega.',
    'person.last_who_invites': 'Dit is de laatste persoon die anderen kan uitnodigen. Nodig eerst een opvolger uit.',
    'person.ended': 'Deze persoon doet niet meer mee. Nodig de persoon opnieuw uit met een nieuw e-mailadres.',
    'person.stale':
      'Iemand anders heeft deze persoon intussen gewijzigd. Bekijk de nieuwe gegevens en probeer het nog eens.',
    'person.roles_do_not_fit': (p) => `Kies een of meer van deze rollen: ${rolesIn(p)}.`,
    'person.roles_are_apart':
      'Een beoordelaar mag geen verplichtingen beheren of afrekenen. Geef deze rollen aan twee verschillende mensen.',
    'person.categories_do_not_fit':
      'Kies inkoopcategorieën bij een categoriemanager. Laat ze leeg bij alle andere rollen.',
  },
  en: {
    'supplier.kvk_number_wrong': 'A KvK number (chamber of commerce) has eight digits, such as 01234567.',
    'supplier.in_other_group': (p) =>
      `The supplier with KvK number ${p.text('kvkNumber')} belongs to another group already.`,
    'supplier.unknown': (p) =>
      p.has('kvkNumber')
        ? p.field === 'name'
          ? `We do not know KvK number ${p.text('kvkNumber')} yet. Enter the name of the supplier too.`
          : `We know no supplier with KvK number ${p.text('kvkNumber')}. Check the number.`
        : 'You do not work for this supplier. Choose a supplier from the list.',
    'supplier-group.unknown': 'This supplier group does not exist, or you may not see it.',
    'supplier-group.code_taken': (p) =>
      `There is a supplier group ${p.text('code')} already. Add the suppliers to it, or choose another code.`,
    'principal.unknown': (p) =>
      p.has('principal')
        ? `We know no principal ${p.text('principal')}. Choose a principal from the list.`
        : 'This principal does not exist, or you do not work for it. Choose a principal from the list.',
    'principal.tooi_wrong': (p) =>
      `The TOOI code of ${p.text('principal')} is not right. It is mnre with four digits, or oorg with five.`,
    'membership.overlaps': (p) =>
      `${p.text('principal')} is a member of the network in that time already. Choose other days.`,
    'membership.none': (p) =>
      `The membership of ${p.text('principal')} cannot end on ${p.day('leftOn')}. Choose a later day, or see whether this principal is a member.`,
    'departure.in_the_future': (p) =>
      `Record the departure on the first day outside the network, or later. Today is ${p.day('today')}.`,
    'unit.code_taken': (p) => `This principal has a unit ${p.text('code')} already. Choose another code.`,
    'unit.oin_wrong': 'An OIN has 20 characters: eight digits, then the number, and zeros at the end.',
    'category.code_taken': (p) =>
      `There is a procurement category with code ${p.text('code')} already. Choose another code.`,
    'category.name_taken': (p) =>
      `There is a procurement category with the name ${p.text('name')} already. Choose another name.`,
    'organisation.ends_before_it_begins': 'The last day is before the first day. Change one of them.',
    'person.unknown': 'This person does not exist, or you may not see this person.',
    'person.organisation_unknown': 'You cannot invite people for this organisation. Choose another organisation.',
    'person.category_unknown': (p) =>
      `We do not know this procurement category: ${p.text('categories')}. Choose from the list.`,
    'person.email_taken': 'Somebody with this e-mail address takes part already. Use another address.',
    'person.oneself': 'You cannot change your own roles or remove yourself. Ask a colleague.',
    'person.last_who_invites': 'This is the last person who can invite others. Invite a successor first.',
    'person.ended': 'This person no longer takes part. Invite the person again with a new e-mail address.',
    'person.stale': 'Somebody else changed this person meanwhile. Look at what it is now and try again.',
    'person.roles_do_not_fit': (p) => `Choose one or more of these roles: ${rolesIn(p)}.`,
    'person.roles_are_apart':
      'A verifier may not manage or settle obligations. Give these roles to two different people.',
    'person.categories_do_not_fit':
      'Choose procurement categories for a category manager. Leave them out for all other roles.',
  },
});
