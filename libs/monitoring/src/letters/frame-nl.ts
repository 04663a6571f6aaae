import type { Frame, Mood, Standing } from './frame';

/** At the beginning of a sentence; "één" loses its accent on the capital. */
const capital = (text: string): string => (text.charAt(0).toUpperCase() + text.slice(1)).replace(/^Één/, 'Eén');

/** Further off than this how long it takes says nothing. */
const NEAR_DAYS = 31;
const soon = (ago: number, span: string): string =>
  ago === -1 ? ', dat is morgen' : -ago <= NEAR_DAYS ? `, over ${span}` : '';
const past = (ago: number, span: string): string => (ago === 1 ? 'gisteren' : `${span} geleden`);

const things = (count: number, words: Standing['words']): string => `${words(count)} ${count === 1 ? 'zaak' : 'zaken'}`;
const wait = ({ all, words }: Standing): string =>
  all === 1 ? 'Er wacht één zaak op u.' : `Er wachten ${words(all)} zaken op u.`;

const standing: Readonly<Record<Mood, (standing: Standing) => string>> = {
  TOLD: () => 'Deze mail is ter informatie. U hoeft niets te doen.',
  CALM: ({ all, words }) =>
    all === 1
      ? 'Niets is te laat. Alvast één datum om rekening mee te houden.'
      : `Niets is te laat. Alvast ${words(all)} zaken om rekening mee te houden.`,
  WAITING: (how) => `${wait(how)}${how.isAll ? ' Niets is te laat.' : ''}`,
  SOON: (how) => {
    const { all, week, isAll, words } = how;
    const asks = `${week === 1 ? 'vraagt' : 'vragen'} binnen een week uw aandacht.`;
    const said =
      week === all ? `${capital(things(all, words))} ${asks}` : `${wait(how)} ${capital(words(week))} daarvan ${asks}`;
    return `${said}${isAll ? ' Niets is te laat.' : ''}`;
  },
  TALK: ({ toSupplier }) =>
    toSupplier
      ? 'Er is iets waarover we graag met u praten.'
      : 'Er is iets om te bespreken, nu er nog tijd is om bij te sturen.',
  LATE: (how) => {
    const { all, late, toSupplier, words } = how;
    const are = late === 1 ? 'is' : 'zijn';
    const said =
      late < all
        ? `${wait(how)} ${capital(words(late))} daarvan ${are} te laat.`
        : late === 1
          ? 'Eén zaak is blijven liggen.'
          : `${capital(things(late, words))} ${are} te laat.`;
    return `${said}${toSupplier ? ' Komt u er niet uit? We helpen u graag.' : ''}`;
  },
  LONG: (how) => {
    const { all, late, toSupplier, words } = how;
    const open = `${late === 1 ? 'staat' : 'staan'} al lang open.`;
    const said =
      late < all ? `${wait(how)} ${capital(words(late))} daarvan ${open}` : `${capital(things(late, words))} ${open}`;
    return `${said}${toSupplier ? ` Zullen we ${late === 1 ? 'die' : 'ze'} samen afronden?` : ''}`;
  },
  MUCH: (how) => {
    const { all, late, toSupplier, words } = how;
    const tooLate = late === all ? 'alle te laat' : `waarvan ${words(late)} te laat`;
    return toSupplier
      ? `Er staat veel open: ${words(all)} zaken, ${tooLate}. U hoeft niet alles tegelijk te doen: begin bovenaan.`
      : `Er wachten ${words(all)} zaken op u, ${tooLate}. Begin bovenaan: daar is nog het meest aan te doen.`;
  },
  STUCK: ({ all, who, words }) =>
    `${who === '' ? 'Er' : `Bij ${who}`} ${all === 1 ? 'blijft' : 'blijven'} ${things(all, words)} liggen. Kunt u helpen?`,
};

const question = (
  mood: Mood,
  how: { readonly calm: string; readonly late: string; readonly much: string; readonly stuck: string },
): string => {
  if (mood === 'STUCK') return how.stuck;
  if (mood === 'MUCH') return how.much;
  return mood === 'LATE' || mood === 'LONG' ? how.late : how.calm;
};

export const frameNl: Frame = {
  title: (day) => `Uw werk op ${day}`,
  greeting: (name) => (name === '' ? 'Goedendag,' : `Beste ${name},`),
  of: 'van',
  in: 'in',
  standing: (how) => {
    const asks =
      how.mood !== 'STUCK' && how.helps > 0
        ? how.helps === 1
          ? ' Bij één daarvan vragen we uw hulp, omdat die bij een ander blijft liggen.'
          : ` Bij ${how.words(how.helps)} daarvan vragen we uw hulp, omdat die bij een ander blijven liggen.`
        : '';
    return `${standing[how.mood](how)}${asks}`;
  },
  oneCall: (who, count) =>
    count === null
      ? 'Eén telefoontje kan genoeg zijn om ze weer op gang te brengen.'
      : `Hebt u weinig tijd? Eén telefoontje naar ${who} gaat over ${count} van deze zaken.`,
  carriedOver: 'Een eerdere mail is misschien niet bij u aangekomen. Daarom staat hieronder ook wat daarin stond.',
  bands: {
    LATE: 'Te laat',
    WEEK: 'Binnen een week',
    LATER: 'Later',
    UNDATED: 'Zonder vaste dag',
    OLD: 'Al langer open',
    KNOWN: 'Ter informatie',
  },
  canYouHelp: 'kunt u helpen?',
  inform: (matter) => `Ter informatie: ${matter}`,
  lastDay: (day, ago, span) => {
    if (ago > 0) return `De laatste dag was ${day}; dat is ${past(ago, span)}.`;
    if (ago === 0) return `Vandaag, ${day}, is de laatste dag.`;
    return `Uiterlijk ${day}${soon(ago, span)}.`;
  },
  eventDay: (day, ago, span) => {
    if (ago > 0) return `De dag was ${day}.`;
    if (ago === 0) return `Vandaag, ${day}.`;
    return `Op ${day}${soon(ago, span)}.`;
  },
  waitsSince: (day) => `Wacht op u sinds ${day}.`,
  firstDay: (day) => `De eerste datum is ${day}.`,
  memberDay: (day, isEvent) => `${isEvent ? 'op' : 'uiterlijk'} ${day}`,
  memberFigures: (left, pace) => `nog ${left} open${pace && `, zo’n ${pace} per maand`}`,
  severalAt: (label, count) => `${label} (${count} keer)`,
  nth: (link, n, count) => `${link} (${n} van ${count})`,
  by: (day) => `uiterlijk ${day}`,
  on: (day) => `op ${day}`,
  firstBy: (day) => `de eerste uiterlijk ${day}`,
  from: (day) => `vanaf ${day}`,
  isLate: (span) => `is ${span}${span && ' '}te laat`,
  lateBy: (span) => `${span} te laat`,
  others: (count, written) => `, en nog ${written} ${count === 1 ? 'zaak' : 'zaken'}`,
  units: { PLAN: (count) => `${count} plannen`, CONTRACT: (count) => `${count} contracten` },
  plan: (name) => `plan ${name}`,
  contract: (number) => `contract ${number}`,
  reference: (name) => `kenmerk ${name}`,
  aSupplier: 'de leverancier',
  suppliers: 'de leveranciers',
  who: { PRINCIPAL: 'de opdrachtgever', NETWORK: 'de netwerkorganisatie', VERIFIER: 'de beoordelaar' },
  stuck: (who, since, day) => {
    const at =
      who === ''
        ? `Wacht${since === '' ? ' nog' : ` sinds ${since}`}`
        : since === ''
          ? `Ligt nog bij ${who}`
          : `Ligt sinds ${since} bij ${who}`;
    return `${at}${day && `; ${day}`}.`;
  },
  stuckDay: (day, ago, span, isEvent) => {
    const what = isEvent ? 'de dag' : 'de laatste dag';
    return ago > 0 ? `${what} was ${day}, ${past(ago, span)}` : `${what} is ${ago === 0 ? `vandaag, ${day}` : day}`;
  },
  alsoWith: (who) => `Dit ligt ook bij ${who}; spreek samen af wie belt.`,
  wroteBefore: (day) => (day === '' ? 'We schreven u hier al over.' : `Op ${day} schreven we u hierover.`),
  informed: (who, isLate) =>
    `${who === '' ? 'Een ander is hiermee bezig' : `Dit ligt bij ${who}`}${isLate ? ' en is nog niet gedaan' : ''}. U hoeft zelf niets te doen.`,
  instead: (who) => `Bij ${who} is er nu niemand die deze mail kan krijgen. Daarom komt hij bij u.`,
  insteadAsk: 'Neem contact op en spreek af wie dit oppakt.',
  aFew: 'enkele',
  older: {
    REPORTS: {
      title: (parts, count, of) =>
        `Oudere ${count === 1 ? 'rapportage' : 'rapportages'}${of && ` van ${of}`}: ${parts}`,
      own: (count) =>
        count === 1
          ? 'Dit kwartaal telt nog niet mee. Dien de rapportage alsnog in, of vraag ons wat er nog nodig is.'
          : 'Deze kwartalen tellen nog niet mee. Dien ze één voor één in, of vraag ons waar u het best kunt beginnen.',
      others: (count, suppliers) =>
        count === 1
          ? 'Vraag de leverancier of deze rapportage nog komt.'
          : `Bel ${suppliers > 1 ? 'elke' : 'de'} leverancier één keer over alles samen, en spreek af wat er nog komt.`,
    },
    OTHER: {
      title: (parts) => `Ouder werk: ${parts}`,
      own: (count) =>
        count === 1
          ? 'Is dit intussen gedaan? Leg dat dan vast. Zo niet, prik dan nu een dag.'
          : 'Is dit intussen gedaan? Leg dat dan vast. Zo niet, kies er één om deze week te doen.',
      others: () => 'Vraag of dit nog speelt, en spreek een dag af.',
    },
  },
  andMore: (count) => `en nog ${count}`,
  oldest: (span) => `De oudste is ${span} te laat.`,
  restOf: (count, written) =>
    count === 1 ? 'De andere staat in Mijn werk.' : `De andere ${written} staan in Mijn werk.`,
  restHeading: 'Wat verder nog op u wacht',
  stillOpen: (count, written) =>
    count === 1
      ? 'Er wacht nog één andere zaak op u, waarover we nu niets nieuws te melden hebben.'
      : `Er wachten nog ${written} andere zaken op u, waarover we nu niets nieuws te melden hebben.`,
  toMyWork: 'Ga naar Mijn werk',
  allInMyWork: 'Alles wat op u wacht, staat in Mijn werk',
  question: {
    canReply: (mood) =>
      question(mood, {
        calm: 'Hebt u een vraag, of klopt er iets niet? Beantwoord dan deze mail. Uw antwoord komt bij de netwerkorganisatie.',
        late: 'Lukt iets niet, of klopt er iets niet? Beantwoord dan deze mail. Uw antwoord komt bij de netwerkorganisatie, en iemand denkt met u mee.',
        much: 'Weet u niet waar u moet beginnen? Beantwoord dan deze mail. Samen met iemand van de netwerkorganisatie maakt u een plan dat wel haalbaar is.',
        stuck: 'Komt u er samen niet uit? Beantwoord dan deze mail. De netwerkorganisatie helpt u graag verder.',
      }),
    contact: (mood) =>
      question(mood, {
        calm: 'Hebt u een vraag, of klopt er iets niet? Neem dan gerust contact op met de netwerkorganisatie.',
        late: 'Lukt iets niet, of klopt er iets niet? Neem dan contact op met de netwerkorganisatie; we denken graag mee.',
        much: 'Weet u niet waar u moet beginnen? Neem dan contact op met de netwerkorganisatie. Samen maken we een plan dat wel haalbaar is.',
        stuck: 'Komt u er samen niet uit? Neem dan contact op met de netwerkorganisatie; we helpen u graag verder.',
      }),
    colleagues: (mood) =>
      question(mood, {
        calm: 'Klopt er iets niet? Overleg dan met uw collega’s; ieder met uw rol ziet dezelfde zaken in Mijn werk.',
        late: 'Klopt er iets niet? Overleg dan met uw collega’s; ieder met uw rol ziet dezelfde zaken in Mijn werk.',
        much: 'Is het te veel voor één? Verdeel het met uw collega’s; ieder met uw rol ziet dezelfde zaken in Mijn werk.',
        stuck: 'Spreek met uw collega’s af wie er belt; ieder met uw rol ziet dezelfde zaken in Mijn werk.',
      }),
  },
  regards: 'Met vriendelijke groet,',
  sender: 'Netwerkorganisatie Social Return',
  roles: {
    NETWORK_COORDINATOR: 'netwerkcoördinator',
    VERIFIER: 'beoordelaar',
    TABLE_STEWARD: 'tabelbeheerder',
    CONTRACT_MANAGER: 'contractmanager',
    CATEGORY_MANAGER: 'categoriemanager',
    SUPPLIER_COORDINATOR: 'coördinator social return',
    SUPPLIER_EMPLOYEE: 'medewerker',
  },
  because: (role, organisation) => `U krijgt deze mail omdat u ${role} bent${organisation && ` bij ${organisation}`}.`,
  becauseWork: 'U krijgt deze mail omdat er werk op u wacht.',
  howOften:
    'We sturen hoogstens één mail per dag, alleen op werkdagen. Is het werk gedaan, dan houden de mails erover vanzelf op.',
  calendarName: 'Social return',
  calendarNote: 'Hoe het er nu voor staat, ziet u in Mijn werk. Is het al gedaan, dan vervalt deze dag.',
};
