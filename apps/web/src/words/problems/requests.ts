import { texts, type Params } from '../params';

/** How a text has to look, by the name of its field; the API says it in English only. */
const SHAPES = texts({
  nl: {
    kvkNumber: 'Een KvK-nummer heeft acht cijfers, bijvoorbeeld 01234567.',
    cpv: 'Een CPV-code heeft acht cijfers, een streepje en een controlecijfer, bijvoorbeeld 90910000-9.',
    email: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.',
    url: 'Vul een webadres in dat begint met https://.',
    candidate: 'Gebruik uw eigen kenmerk zonder spaties, bijvoorbeeld K-101. Vul geen naam of persoonlijk nummer in.',
    number: 'Gebruik hoogstens 40 letters, cijfers, punten, schuine strepen of streepjes.',
    earmark: 'Vul het nummer van een contract in.',
    quarter: 'Kies een kwartaal uit de lijst.',
    month: 'Kies een maand uit de lijst.',
    code: 'Gebruik hoofdletters, cijfers en streepjes, zonder spaties.',
    region: 'Kies een arbeidsmarktregio uit de lijst.',
    block: 'Kies een bouwblok uit de lijst.',
    bonuses: 'Kies een bonus uit de lijst.',
    valueTable: 'Kies een waardetabel uit de lijst.',
    categoryCode: 'Kies een inkoopcategorie uit de lijst.',
    categories: 'Kies inkoopcategorieën uit de lijst.',
    principal: 'Kies een opdrachtgever uit de lijst.',
    roles: 'Kies rollen uit de lijst.',
    ruleCode: 'Kies een regel uit de lijst.',
    type: 'Kies een soort bewijs uit de lijst.',
    other: 'Dit heeft niet de juiste vorm. Kijk of u het goed hebt getypt.',
  },
  en: {
    kvkNumber: 'A KvK number (chamber of commerce) has eight digits, such as 01234567.',
    cpv: 'A CPV code has eight digits, a hyphen and a check digit, such as 90910000-9.',
    email: 'Enter an e-mail address, such as name@example.nl.',
    url: 'Enter a web address that begins with https://.',
    candidate: 'Use your own reference without spaces, such as K-101. Enter no name and no personal number.',
    number: 'Use at most 40 letters, digits, full stops, slashes or hyphens.',
    earmark: 'Enter the number of a contract.',
    quarter: 'Choose a quarter from the list.',
    month: 'Choose a month from the list.',
    code: 'Use capitals, digits and hyphens, without spaces.',
    region: 'Choose a labour market region from the list.',
    block: 'Choose a building block from the list.',
    bonuses: 'Choose a bonus from the list.',
    valueTable: 'Choose a value table from the list.',
    categoryCode: 'Choose a procurement category from the list.',
    categories: 'Choose procurement categories from the list.',
    principal: 'Choose a principal from the list.',
    roles: 'Choose roles from the list.',
    ruleCode: 'Choose a rule from the list.',
    type: 'Choose a kind of evidence from the list.',
    other: 'This does not have the right shape. Check your typing.',
  },
});
export const shapeWords = SHAPES;

/** Fields with the shape of another one. */
const SAME_SHAPE: Readonly<Record<string, string>> = {
  supplierKvkNumber: 'kvkNumber',
  principalCode: 'principal',
  valueTableCode: 'valueTable',
  verifiedBy: 'principal',
  agreedValueTable: 'valueTable',
};

function shape(p: Params): string {
  const known: Readonly<Record<string, unknown>> = SHAPES[p.language];
  const found = known[SAME_SHAPE[p.field] ?? p.field];
  return typeof found === 'string' ? found : String(SHAPES[p.language].other);
}

/** What a number is a number of, by the name of its field. */
function unitOf({ field }: Params): 'cents' | 'hours' | 'percent' | 'number' {
  if (/cents$/i.test(field)) return 'cents';
  if (/centihours$/i.test(field)) return 'hours';
  return /bp$/i.test(field) ? 'percent' : 'number';
}

const RELOAD = {
  nl: 'De website stuurde iets dat wij niet kunnen lezen. Laad de pagina opnieuw en probeer het nog eens.',
  en: 'The website sent something that we cannot read. Load the page again and retry.',
};

/** What is wrong with a request or a field by itself, before any rule of the field is looked at. */
export const requestProblems = texts({
  nl: {
    'field.missing': 'Dit is verplicht. Vul het in.',
    'field.blank': 'Dit is leeg. Vul iets in.',
    'field.not_text': 'Vul hier tekst in.',
    'field.too_long': (p) => `Gebruik hoogstens ${p.whole('max')} tekens.`,
    'field.control_characters': 'De tekst bevat tekens die wij niet kunnen tonen. Haal die tekens weg.',
    'field.wrong_shape': shape,
    'field.person_number': 'Hier staat een nummer dat een burgerservicenummer (BSN) kan zijn. Haal dat nummer weg.',
    'field.not_whole': (p) =>
      ({
        cents: 'Vul een bedrag in, bijvoorbeeld 1.250,00.',
        hours: 'Vul een aantal uren in, bijvoorbeeld 36 of 36,5.',
        percent: 'Vul een percentage in, bijvoorbeeld 5 of 2,5.',
        number: 'Vul een heel getal in.',
      })[unitOf(p)],
    'field.out_of_bounds': (p) =>
      p.has('min')
        ? `Dit moet liggen tussen ${p.bound('min')} en ${p.bound('max')}. Vul een andere waarde in.`
        : 'Vul een jaar in tussen 1900 en 2999.',
    'field.not_a_day': 'Vul een dag in die bestaat, bijvoorbeeld 01-03-2026.',
    'field.not_an_id': 'Wij kennen deze keuze niet. Kies opnieuw uit de lijst.',
    'field.not_in_list': 'Kies een mogelijkheid uit de lijst.',
    'field.kind_unknown': 'Kies eerst een soort uit de lijst.',
    'field.not_a_flag': 'Kies ja of nee.',
    'field.not_an_object': RELOAD.nl,
    'field.not_a_list': RELOAD.nl,
    'field.list_length': (p) =>
      p.amount('min') === 0
        ? `Dit zijn er te veel. Geef er hoogstens ${p.whole('max')}.`
        : `Geef er minstens ${p.whole('min')} en hoogstens ${p.whole('max')}.`,
    'field.unknown': RELOAD.nl,
    'body.not_an_object': RELOAD.nl,
    'body.nested_too_deep': RELOAD.nl,
    'work-item.done': 'Dit wacht niet (meer) op u. Het is al gedaan, of iemand anders doet het.',
    'page.after_wrong': 'Dit deel van de lijst bestaat niet meer. Begin weer bij het begin van de lijst.',
    'request.broken': RELOAD.nl,
    'request.method': RELOAD.nl,
    'request.content_type': RELOAD.nl,
    'request.too_large': 'Dit is te groot om in één keer te sturen. Verdeel het over kleinere delen.',
    'request.address_too_long': 'Het adres van deze pagina is te lang. Kies minder filters.',
    'request.headers_too_large': 'Uw browser stuurt te veel gegevens mee. Verwijder de cookies van deze website.',
    'request.key_wrong': RELOAD.nl,
    'request.key_reused':
      'Deze opdracht is al gebruikt voor iets anders. Laad de pagina opnieuw en probeer het nog eens.',
    'request.carried_out_already': 'Deze opdracht is al uitgevoerd. Laad de pagina opnieuw om het resultaat te zien.',
    'not-found': 'Deze pagina bestaat niet. Kijk of het adres klopt.',
    internal: (p) =>
      p.has('number')
        ? `Er ging bij ons iets mis. Probeer het later nog eens. Vraagt u ernaar, noem dan nummer ${p.text('number')}.`
        : 'Er ging bij ons iets mis. Probeer het later nog eens.',
    'database.full':
      'Er is geen ruimte meer om iets te bewaren. Uw wijziging is niet bewaard. Meld dit bij de beheerder.',
    'database.busy': 'Iemand anders werkt hier op dit moment aan. Uw wijziging is niet bewaard. Probeer het nog eens.',
    'database.unavailable':
      'De gegevens zijn nu niet bereikbaar. Kijk eerst of uw wijziging is bewaard. Probeer het dan nog eens.',
    'session.none': 'U bent niet of niet meer ingelogd. Log opnieuw in.',
    'session.csrf_token_wrong': 'Uw sessie klopt niet meer. Laad de pagina opnieuw en log zo nodig weer in.',
    'session.not_allowed': (p) =>
      `Uw rol geeft u dit recht niet: ${p.inSentence('permission', 'permission')}. Vraag een collega die dit recht wel heeft.`,
    'sign-in.no_demo': 'Hier zijn geen accounts om mee te oefenen. Log in met uw eigen account.',
    'web.unreachable': 'Wij kunnen de server niet bereiken. Controleer uw verbinding en probeer het nog eens.',
    'web.unreadable': 'Het antwoord van de server is niet te lezen. Probeer het over een paar minuten nog eens.',
  },
  en: {
    'field.missing': 'This is required. Fill it in.',
    'field.blank': 'This is blank. Fill something in.',
    'field.not_text': 'Enter text here.',
    'field.too_long': (p) => `Use at most ${p.whole('max')} characters.`,
    'field.control_characters': 'The text has characters that we cannot show. Remove them.',
    'field.wrong_shape': shape,
    'field.person_number': 'This holds a number that could be a citizen service number (BSN). Remove that number.',
    'field.not_whole': (p) =>
      ({
        cents: 'Enter an amount, such as 1.250,00.',
        hours: 'Enter a number of hours, such as 36 or 36,5.',
        percent: 'Enter a percentage, such as 5 or 2,5.',
        number: 'Enter a whole number.',
      })[unitOf(p)],
    'field.out_of_bounds': (p) =>
      p.has('min')
        ? `This has to be between ${p.bound('min')} and ${p.bound('max')}. Enter another value.`
        : 'Enter a year between 1900 and 2999.',
    'field.not_a_day': 'Enter a day that exists, such as 01-03-2026.',
    'field.not_an_id': 'We do not know this choice. Choose from the list again.',
    'field.not_in_list': 'Choose one from the list.',
    'field.kind_unknown': 'First choose a kind from the list.',
    'field.not_a_flag': 'Choose yes or no.',
    'field.not_an_object': RELOAD.en,
    'field.not_a_list': RELOAD.en,
    'field.list_length': (p) =>
      p.amount('min') === 0
        ? `These are too many. Give at most ${p.whole('max')}.`
        : `Give at least ${p.whole('min')} and at most ${p.whole('max')}.`,
    'field.unknown': RELOAD.en,
    'body.not_an_object': RELOAD.en,
    'body.nested_too_deep': RELOAD.en,
    'work-item.done': 'This does not wait for you (any more). It is done, or somebody else is to do it.',
    'page.after_wrong': 'This part of the list is no longer there. Go back to the beginning of the list.',
    'request.broken': RELOAD.en,
    'request.method': RELOAD.en,
    'request.content_type': RELOAD.en,
    'request.too_large': 'This is too large to send at once. Split it into smaller parts.',
    'request.address_too_long': 'The address of this page is too long. Choose fewer filters.',
    'request.headers_too_large': 'Your browser sends too much along. Remove the cookies of this website.',
    'request.key_wrong': RELOAD.en,
    'request.key_reused': 'This request was used for something else before. Load the page again and retry.',
    'request.carried_out_already': 'This request was carried out already. Load the page again to see the result.',
    'not-found': 'This page does not exist. Check the address.',
    internal: (p) =>
      p.has('number')
        ? `Something went wrong on our side. Try again later. If you ask about it, name number ${p.text('number')}.`
        : 'Something went wrong on our side. Try again later.',
    'database.full': 'There is no room left to keep anything. Your change was not kept. Tell the administrator.',
    'database.busy': 'Somebody else is at work on this right now. Your change was not kept. Try again.',
    'database.unavailable': 'The data cannot be reached now. First see whether your change was kept. Then try again.',
    'session.none': 'You are not signed in, or no longer. Sign in again.',
    'session.csrf_token_wrong':
      'Your session is no longer right. Load the page again, and sign in if you are asked to.',
    'session.not_allowed': (p) =>
      `Your role does not give you this right: ${p.inSentence('permission', 'permission')}. Ask a colleague who has it.`,
    'sign-in.no_demo': 'There are no accounts for practice here. Sign in with your own account.',
    'web.unreachable': 'We cannot reach the server. Check your connection and try again.',
    'web.unreadable': 'The answer of the server cannot be read. Try again in a few minutes.',
  },
});
