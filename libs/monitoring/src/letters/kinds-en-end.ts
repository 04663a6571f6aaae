import type { KindWords } from './kinds';

/** How it goes, and how it ends: signals, the end of a contract, the settlement, the network's year. */
export const enEnd = {
  GOING_WRONG: {
    topic: 'worries about the progress',
    act: 'talk about it',
    since: (day) => `We have seen this since ${day}.`,
    link: 'Go to the plan',
    several: 'Plans with worries about the progress',
    FIRST: ({ left, toSupplier }) =>
      `${standing(left, '')}As it goes now, the obligation will not be met. There is still time to steer; ${toSupplier ? 'shall we talk about what is possible?' : 'call the supplier and talk about what is possible.'}`,
    AGAIN: 'It is still behind. Was anything agreed already? Then note it.',
    BEFORE: 'Steering is still possible. Agree on what comes extra, and when.',
    LATE: 'If nothing happens, there is a shortfall at the end. Discuss now what can still be done.',
    ESCALATED: 'Call the supplier and agree on what comes extra in the next months.',
  },
  MID_TERM_BEHIND: {
    topic: 'halfway talk',
    join: 'about',
    act: 'hold',
    link: 'Go to the contract',
    several: 'Halfway talks to hold',
    FIRST: 'Half of the time is over and less was done than you would expect. Discuss together how to go on.',
    AGAIN: 'There is no talk in the file yet.',
    BEFORE: 'A talk now leaves half of the time to steer.',
    LATE: 'The longer the talk waits, the less can be steered. Did you speak already? Then note when.',
    ESCALATED: 'Invite the supplier for this talk yourself; half an hour is often enough.',
  },
  EXTENSION_TO_DECIDE: {
    topic: 'extension',
    act: 'decide on the obligation',
    link: 'Go to the contract',
    several: 'Extensions to decide on',
    FIRST: 'Do you extend the contract? Then agree at once what that means for the obligation.',
    AGAIN: 'There is no decision on the extension in the file yet.',
    BEFORE: 'If you decide in time, the supplier can keep the people who are at work now.',
    LATE: 'Without a decision the obligation ends on the old day, even if the work goes on.',
    ESCALATED: 'Ask the contract manager whether the contract goes on, and what then happens to the obligation.',
  },
  CONTRACT_ENDING: {
    topic: 'end of the term',
    act: 'look ahead',
    event: { one: (on) => `${on || 'contract'} ends`, several: (many) => `${many}contracts end` },
    link: 'Go to the contract',
    several: 'Contracts that end',
    FIRST: ({ left, pace, toSupplier }) => `${standing(left, pace)}${fits(left, toSupplier)}`,
    AGAIN: ({ left, pace, toSupplier }) =>
      `${standing(left, pace)}${toSupplier ? 'Is your planning still right?' : 'Ask the supplier whether the planning is still right.'}`,
    BEFORE: ({ left, pace, toSupplier }) =>
      `${standing(left, pace)}${toSupplier ? 'What you begin now still counts for this contract.' : 'Ask the supplier what is still to come; what begins now still counts.'}`,
    LATE: 'The term is over. Report what there was; then the settlement follows.',
    ESCALATED: ({ left, pace }) => `${standing(left, pace)}Call the supplier and discuss what can still be done.`,
  },
  FINAL_REPORT: {
    topic: 'final report',
    act: 'submit',
    link: 'Go to the report',
    several: 'Final reports to submit',
    FIRST: 'The contract is over. With your final report the principal can settle it fairly.',
    AGAIN: 'The final report is not in yet.',
    BEFORE: 'Put in all that still counts; then the settlement begins.',
    LATE: 'Without a final report the principal settles with what is known now. That can be less than you did.',
    ESCALATED: 'Call the supplier and ask for the final report before you propose the settlement.',
  },
  SETTLEMENT_TO_PROPOSE: {
    topic: 'settlement',
    act: 'propose',
    link: 'Go to the settlement',
    several: 'Settlements to propose',
    FIRST: 'The time for this obligation is over. Propose an outcome; the supplier may answer it.',
    AGAIN: 'No outcome was proposed yet.',
    BEFORE: 'If you propose an outcome in time, the supplier soon knows where it stands.',
    LATE: 'As long as there is no proposal, the obligation stays open in every overview.',
    ESCALATED: 'Call the contract manager and ask what the settlement needs.',
  },
  SETTLEMENT_TO_ANSWER: {
    topic: 'settlement',
    act: 'answer',
    link: 'Go to the settlement',
    several: 'Settlements to answer',
    FIRST: ({ euros }) =>
      `The principal proposes an outcome${euros && ` with a shortfall of ${euros}`}. Read it at your ease and say whether you agree.`,
    AGAIN: 'Your answer counts in the decision.',
    BEFORE: 'Do you not agree? Then answer in time and write why.',
    LATE: 'The day for your answer is over; the principal may decide now. Get in touch if you still want to say something.',
    ESCALATED: 'Call the supplier, ask whether the proposal was seen and agree on when the answer comes.',
  },
  SETTLEMENT_TO_FINISH: {
    topic: 'settlement',
    act: 'make final',
    link: 'Go to the settlement',
    several: 'Settlements to make final',
    FIRST: 'The supplier was heard, or the time for it is over. You can decide now.',
    AGAIN: 'The supplier waits for your decision.',
    BEFORE: 'With a decision in time the file is clear to everybody.',
    LATE: 'Without a decision the supplier does not know whether anything has to be made good.',
    ESCALATED: 'Call the contract manager and ask what the decision still needs.',
  },
  SHORTFALL_TO_MAKE_GOOD: {
    topic: 'shortfall',
    act: 'make good',
    late: (span) => `is still open${span && ` ${span}`} after the last day`,
    link: 'Go to the obligation',
    several: 'Shortfalls to make good',
    FIRST: ({ euros }) =>
      `${euros && `${euros} is still missing. `}You were given extra time to make it good; we gladly think along.`,
    AGAIN: ({ euros }) => `${euros && `${euros} is still missing. `}Report what you did since.`,
    BEFORE: ({ euros }) =>
      `${euros && `${euros} is still missing. `}This is a good moment to see what can still be done.`,
    LATE: 'The extra time is over. The principal now proposes an outcome, and you may answer it.',
    ESCALATED: 'Call the supplier and ask what is still to come.',
  },
  REMEDY_ENDING: {
    topic: 'end of the remedy period',
    act: 'ask and finish',
    event: {
      one: (on) => `remedy period${on && ` of ${on}`} ends`,
      several: (many) => `remedy period of ${many}contracts ends`,
    },
    link: 'Go to the settlement',
    several: 'Remedy periods that end',
    FIRST: ({ euros }) =>
      `${euros && `${euros} is still missing. `}Call the supplier and ask what is still to come. Then propose an outcome.`,
    AGAIN: 'Did you speak to the supplier?',
    BEFORE: ({ euros }) => `${euros && `${euros} is still missing. `}A call now prevents a surprise at the end.`,
    LATE: 'The remedy period is over. Propose an outcome, so that the supplier knows where it stands.',
    ESCALATED: 'Ask the contract manager how the remedy goes and who proposes the outcome.',
  },
  YEAR_FIGURES: {
    topic: ({ year }) => `figures of the year ${year}`.trim(),
    late: (span) => `are ${span && `${span} `}late`,
    act: 'collect',
    link: 'Go to the figures',
    several: 'Figures of a year to collect',
    FIRST: 'The year is over. See that all reports are decided, and then prepare the figures for the annual report.',
    AGAIN: 'The figures for the annual report are not ready yet.',
    BEFORE: 'If the figures are ready in time, there is room to answer the questions of ministries.',
    LATE: 'The annual report waits for these figures. Are reports missing? Then say which, and go on with the rest.',
    ESCALATED: 'Ask what is still missing and share the work, so that the annual report appears in time.',
  },
  PILOT_TO_EVALUATE: {
    topic: 'evaluation of the network',
    act: 'hold',
    link: 'Go to the evaluation',
    several: 'Evaluations to hold',
    FIRST:
      'The network has been at work for about a year. Discuss with its members what goes well and what should change.',
    AGAIN: 'There is no evaluation in the file yet.',
    BEFORE: 'Plan the talk now, then all members can be there.',
    LATE: 'Without an evaluation the members cannot decide well how to go on. Was it held already? Then note when.',
    ESCALATED: 'Ask who prepares the evaluation and agree on a day.',
  },
} satisfies Readonly<Record<string, KindWords>>;

const fits = (left: string, toSupplier: boolean): string => {
  const what = left === '' ? 'what is still open' : 'that';
  return toSupplier
    ? `Does ${what} fit your planning? We gladly think along.`
    : `Ask the supplier whether ${what} fits the planning.`;
};

/** What is left of an obligation, and what each month has to bring; nothing when that is not known. */
function standing(left: string, pace: string): string {
  if (left === '') return '';
  return `${left} is still open${pace && `; that is about ${pace} a month`}. `;
}
