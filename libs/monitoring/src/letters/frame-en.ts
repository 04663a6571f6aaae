import type { Frame, Mood, Standing } from './frame';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Further off than this how long it takes says nothing. */
const NEAR_DAYS = 31;
const soon = (ago: number, span: string): string =>
  ago === -1 ? ', that is tomorrow' : -ago <= NEAR_DAYS ? `, in ${span}` : '';
const past = (ago: number, span: string): string => (ago === 1 ? 'yesterday' : `${span} ago`);

const things = (count: number, words: Standing['words']): string =>
  `${words(count)} ${count === 1 ? 'thing' : 'things'}`;
const wait = ({ all, words }: Standing): string =>
  all === 1 ? 'One thing waits for you.' : `${capital(words(all))} things wait for you.`;

const standing: Readonly<Record<Mood, (standing: Standing) => string>> = {
  TOLD: () => 'This mail is for your information. You need not do anything.',
  CALM: ({ all, words }) =>
    all === 1
      ? 'Nothing is late. Here is one date to keep in mind.'
      : `Nothing is late. Here are ${words(all)} things to keep in mind.`,
  WAITING: (how) => `${wait(how)}${how.isAll ? ' Nothing is late.' : ''}`,
  SOON: (how) => {
    const { all, week, isAll, words } = how;
    const asks = `${week === 1 ? 'asks' : 'ask'} for your attention within a week.`;
    const said =
      week === all ? `${capital(things(all, words))} ${asks}` : `${wait(how)} ${capital(words(week))} of them ${asks}`;
    return `${said}${isAll ? ' Nothing is late.' : ''}`;
  },
  TALK: ({ toSupplier }) =>
    toSupplier
      ? 'There is something that we would like to talk about with you.'
      : 'There is something to talk about, while there is still time to steer.',
  LATE: (how) => {
    const { all, late, toSupplier, words } = how;
    const are = late === 1 ? 'is' : 'are';
    const said =
      late < all
        ? `${wait(how)} ${capital(words(late))} of them ${are} late.`
        : late === 1
          ? 'One thing is late.'
          : `${capital(things(late, words))} ${are} late.`;
    return `${said}${toSupplier ? ' Is it difficult? We gladly help.' : ''}`;
  },
  LONG: (how) => {
    const { all, late, toSupplier, words } = how;
    const open = `${late === 1 ? 'has' : 'have'} been open for a long time.`;
    const said =
      late < all ? `${wait(how)} ${capital(words(late))} of them ${open}` : `${capital(things(late, words))} ${open}`;
    return `${said}${toSupplier ? ` Shall we finish ${late === 1 ? 'it' : 'them'} together?` : ''}`;
  },
  MUCH: (how) => {
    const { all, late, toSupplier, words } = how;
    const tooLate = late === all ? 'all of them late' : `${words(late)} of them late`;
    return toSupplier
      ? `Much is open: ${words(all)} things, ${tooLate}. You need not do it all at once: begin at the top.`
      : `${capital(words(all))} things wait for you, ${tooLate}. Begin at the top: there you can still do the most.`;
  },
  STUCK: ({ all, who, words }) =>
    `${capital(things(all, words))} ${all === 1 ? 'is' : 'are'} stuck${who && ` at ${who}`}. Can you help?`,
};

const question = (
  mood: Mood,
  how: { readonly calm: string; readonly late: string; readonly much: string; readonly stuck: string },
): string => {
  if (mood === 'STUCK') return how.stuck;
  if (mood === 'MUCH') return how.much;
  return mood === 'LATE' || mood === 'LONG' ? how.late : how.calm;
};

export const frameEn: Frame = {
  title: (day) => `Your work on ${day}`,
  greeting: (name) => (name === '' ? 'Hello,' : `Dear ${name},`),
  of: 'of',
  in: 'in',
  standing: (how) => {
    const asks =
      how.mood !== 'STUCK' && how.helps > 0
        ? ` With ${how.words(how.helps)} of them we ask for your help, because somebody else does not react.`
        : '';
    return `${standing[how.mood](how)}${asks}`;
  },
  oneCall: (who, count) =>
    count === null
      ? 'One call may be enough to get them going again.'
      : `Short of time? One call to ${who} is about ${count} of these things.`,
  carriedOver: 'An earlier mail may not have reached you. What it said is therefore told here as well.',
  bands: {
    LATE: 'Late',
    WEEK: 'Within a week',
    LATER: 'Later',
    UNDATED: 'Without a fixed day',
    OLD: 'Open for longer',
    KNOWN: 'For your information',
  },
  canYouHelp: 'can you help?',
  inform: (matter) => `For your information: ${matter}`,
  lastDay: (day, ago, span) => {
    if (ago > 0) return `The last day was ${day}; that is ${past(ago, span)}.`;
    if (ago === 0) return `Today, ${day}, is the last day.`;
    return `By ${day}${soon(ago, span)}.`;
  },
  eventDay: (day, ago, span) => {
    if (ago > 0) return `The day was ${day}.`;
    if (ago === 0) return `Today, ${day}.`;
    return `On ${day}${soon(ago, span)}.`;
  },
  waitsSince: (day) => `Has waited for you since ${day}.`,
  firstDay: (day) => `The first date is ${day}.`,
  memberDay: (day, isEvent) => `${isEvent ? 'on' : 'by'} ${day}`,
  memberFigures: (left, pace) => `${left} still open${pace && `, about ${pace} a month`}`,
  severalAt: (label, count) => `${label} (${count} times)`,
  nth: (link, n, count) => `${link} (${n} of ${count})`,
  by: (day) => `by ${day}`,
  on: (day) => `on ${day}`,
  firstBy: (day) => `the first by ${day}`,
  from: (day) => `from ${day}`,
  isLate: (span) => `is ${span}${span && ' '}late`,
  lateBy: (span) => `${span} late`,
  others: (_count, written) => `, and ${written} more`,
  units: { PLAN: (count) => `${count} plans`, CONTRACT: (count) => `${count} contracts` },
  plan: (name) => `plan ${name}`,
  contract: (number) => `contract ${number}`,
  reference: (name) => `reference ${name}`,
  aSupplier: 'the supplier',
  suppliers: 'the suppliers',
  who: { PRINCIPAL: 'the principal', NETWORK: 'the network organisation', VERIFIER: 'the verifier' },
  stuck: (who, since, day) => {
    const at = who === '' ? `Waiting${since && ` since ${since}`}` : `With ${who}${since && ` since ${since}`}`;
    return `${at}${day && `; ${day}`}.`;
  },
  stuckDay: (day, ago, span, isEvent) => {
    const what = isEvent ? 'the day' : 'the last day';
    return ago > 0 ? `${what} was ${day}, ${past(ago, span)}` : `${what} is ${ago === 0 ? `today, ${day}` : day}`;
  },
  alsoWith: (who) => `This is with ${who} as well; agree together on who calls.`,
  wroteBefore: (day) => (day === '' ? 'We wrote to you about this before.' : `We wrote to you about this on ${day}.`),
  informed: (who, isLate) =>
    `${who === '' ? 'Somebody else sees to this' : `This is with ${who}`}${isLate ? ' and was not done yet' : ''}. You need not do anything yourself.`,
  instead: (who) => `At ${who} there is nobody now who can get this mail. That is why it comes to you.`,
  insteadAsk: 'Get in touch and agree on who takes it up.',
  aFew: 'a few',
  older: {
    REPORTS: {
      title: (parts, count, of) => `Older ${count === 1 ? 'report' : 'reports'}${of && ` of ${of}`}: ${parts}`,
      own: (count) =>
        count === 1
          ? 'This quarter does not count yet. Submit the report after all, or ask us what it still needs.'
          : 'These quarters do not count yet. Submit them one by one, or ask us where to begin.',
      others: (count, suppliers) =>
        count === 1
          ? 'Ask the supplier whether this report will still come.'
          : `Call ${suppliers > 1 ? 'each' : 'the'} supplier once about all of them, and agree on what will still come.`,
    },
    OTHER: {
      title: (parts) => `Older work: ${parts}`,
      own: (count) =>
        count === 1
          ? 'Was this done meanwhile? Then note it. If not, choose a day for it now.'
          : 'Was this done meanwhile? Then note it. If not, choose one to do this week.',
      others: () => 'Ask whether this still matters, and agree on a day.',
    },
  },
  andMore: (count) => `and ${count} more`,
  oldest: (span) => `The oldest is ${span} late.`,
  restOf: (count, written) => (count === 1 ? 'The other one is in My work.' : `The other ${written} are in My work.`),
  restHeading: 'What else waits for you',
  stillOpen: (count, written) =>
    count === 1
      ? 'One other thing waits for you, of which there is nothing new to tell now.'
      : `${capital(written)} other things wait for you, of which there is nothing new to tell now.`,
  toMyWork: 'Go to My work',
  allInMyWork: 'Everything that waits for you is in My work',
  question: {
    canReply: (mood) =>
      question(mood, {
        calm: 'Do you have a question, or is something not right? Then answer this mail. Your answer reaches the network organisation.',
        late: 'Is something not possible, or not right? Then answer this mail. Your answer reaches the network organisation, and somebody thinks along with you.',
        much: 'Do you not know where to begin? Then answer this mail. With somebody of the network organisation you make a plan that can be done.',
        stuck: 'Do you not work it out together? Then answer this mail. The network organisation gladly helps.',
      }),
    contact: (mood) =>
      question(mood, {
        calm: 'Do you have a question, or is something not right? Please contact the network organisation.',
        late: 'Is something not possible, or not right? Then contact the network organisation; we gladly think along.',
        much: 'Do you not know where to begin? Then contact the network organisation. Together we make a plan that can be done.',
        stuck: 'Do you not work it out together? Then contact the network organisation; we gladly help.',
      }),
    colleagues: (mood) =>
      question(mood, {
        calm: 'Is something not right? Then talk to your colleagues; everybody with your role sees the same in My work.',
        late: 'Is something not right? Then talk to your colleagues; everybody with your role sees the same in My work.',
        much: 'Is it too much for one? Share it with your colleagues; everybody with your role sees the same in My work.',
        stuck: 'Agree with your colleagues on who calls; everybody with your role sees the same in My work.',
      }),
  },
  regards: 'Kind regards,',
  sender: 'Network Organisation Social Return',
  roles: {
    NETWORK_COORDINATOR: 'a network coordinator',
    VERIFIER: 'a verifier',
    TABLE_STEWARD: 'a table steward',
    CONTRACT_MANAGER: 'a contract manager',
    CATEGORY_MANAGER: 'a category manager',
    SUPPLIER_COORDINATOR: 'the social return coordinator',
    SUPPLIER_EMPLOYEE: 'an employee',
  },
  because: (role, organisation) => `You get this mail because you are ${role}${organisation && ` at ${organisation}`}.`,
  becauseWork: 'You get this mail because work waits for you.',
  howOften:
    'We send at most one mail a day, on working days only. When the work is done, the mails about it stop by themselves.',
  calendarName: 'Social return',
  calendarNote: 'How it stands now is in My work. If it is done already, this day no longer matters.',
};
