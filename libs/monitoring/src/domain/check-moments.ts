import { InvariantBroken, isLocalDate, type LocalDate } from '@sr/kernel';
import { ANCHORS, AUDIENCES, type Audience, type Moment, type Step, type Term } from './moment';
import { sightOf } from './sight';
import { WORK_ITEM_KINDS, keyOf, ofNetwork, workItem, type WorkItemKind } from './work-item';

/** A file of moments, as `config/reference/reminder-moments.json`: the words in it are checked when it is read. */
export interface MomentsFile {
  readonly readOn: string;
  readonly note: string;
  readonly rows: readonly (Omit<Moment, 'kinds' | 'steps'> & {
    readonly kinds: readonly string[];
    readonly steps: readonly (Omit<Step, 'anchor' | 'to'> & {
      readonly anchor: string;
      readonly to: readonly string[];
    })[];
  })[];
}

/** The moments of a file. Throws `InvariantBroken` with every fault in it: such a file is part of the product. */
export function momentsOf({ rows }: MomentsFile): readonly Moment[] {
  const moments = rows as readonly Moment[];
  const faults = checkMoments(moments);
  if (faults.length > 0) throw new InvariantBroken('moments of reminders', faults.join('\n'));
  return moments;
}

/** Every fault of some moments, as a sentence each; none when they can be worked with. */
export function checkMoments(moments: readonly Moment[]): string[] {
  return [
    ...moments.flatMap((moment) => faultsOf(moment).map((fault) => `${moment.code} of ${moment.from}: ${fault}`)),
    ...faultsBetween(moments),
  ];
}

const CODE = /^[A-Z][A-Z0-9_]*$/;
/** More often than this nobody reads it any more. */
const MOST_TIMES_AGAIN = 12;

function faultsOf({ code, kinds, from, until, source, steps }: Moment): string[] {
  return [
    ...when(!CODE.test(code), 'its code is not in capitals'),
    ...when(!isLocalDate(from) || (until !== null && !isLocalDate(until)), 'it has a day that does not exist'),
    ...when(until !== null && until < from, 'it ends before it begins'),
    ...when(source.trim() === '', 'it has no source'),
    ...when(kinds.length === 0, 'it is about no kind of work'),
    ...twice(kinds).map((kind) => `it names ${kind} twice`),
    ...kinds.filter((kind) => !isOneOf(WORK_ITEM_KINDS, kind)).map((kind) => `there is no kind of work ${kind}`),
    ...when(steps.length === 0, 'it has no steps'),
    ...twice(steps.map((step) => step.code)).map((step) => `it has two steps ${step}`),
    ...steps.flatMap((step) => stepFaults(step, kinds).map((fault) => `step ${step.code}: ${fault}`)),
    ...orderFaults(steps),
  ];
}

function stepFaults({ code, anchor, after, to, escalation, again }: Step, kinds: readonly WorkItemKind[]): string[] {
  const known = to.filter((audience) => isOneOf(AUDIENCES, audience));
  const around = known.filter((audience) => audience !== 'WAITER' && audience !== 'EVERYBODY_WAITING');
  return [
    ...when(!CODE.test(code), 'its code is not in capitals'),
    ...when(!isOneOf(ANCHORS, anchor), `there is no anchor ${anchor}`),
    ...termFaults(after),
    ...when(to.length === 0, 'it goes to nobody'),
    ...twice(to).map((audience) => `it goes to ${audience} twice`),
    ...to.filter((audience) => !isOneOf(AUDIENCES, audience)).map((audience) => `there is no audience ${audience}`),
    ...when(escalation && to.includes('WAITER'), 'it escalates to for whom the work waits already'),
    ...around.flatMap((audience) => [
      ...when(!escalation, `it goes to ${audience}, who has it on no list: that is an escalation`),
      ...kinds.filter((kind) => isOneOf(WORK_ITEM_KINDS, kind)).flatMap((kind) => aroundFaults(kind, audience)),
    ]),
    ...when(again !== null && !isCount(again.everyDays), 'it comes again after no whole number of days'),
    ...when(
      again !== null && (!isCount(again.most) || again.most > MOST_TIMES_AGAIN),
      `it comes again no times, or more than ${MOST_TIMES_AGAIN}`,
    ),
  ];
}

function termFaults({ months = 0, days = 0, workingDays = 0 }: Term): string[] {
  const parts = [months, days, workingDays];
  return [
    ...when(!parts.every((part) => Number.isInteger(part)), 'its term is not in whole numbers'),
    ...when(parts.some((part) => part < 0) && parts.some((part) => part > 0), 'its term goes forth and back'),
  ];
}

/** What keeps an audience beside for whom it waits from having an item of a kind. */
function aroundFaults(kind: WorkItemKind, audience: Audience): string[] {
  const sight = sightOf({ kind, around: { supplierGroupId: 'G', principalCodes: ['P'], network: true } });
  const mayKnow =
    audience === 'SUPPLIER_COORDINATOR'
      ? sight.forSupplier
      : audience === 'CONTRACT_MANAGER'
        ? sight.principalCodes.length > 0
        : sight.network;
  return [
    ...when(!mayKnow, `${audience} may not know of ${kind}`),
    ...when(
      comesForSeveral(kind),
      `${kind} comes for each party by itself: from each of them it would come to ${audience}`,
    ),
  ];
}

/** Whether a kind comes once for each of several parties: its key tells the party. */
function comesForSeveral(kind: WorkItemKind): boolean {
  const subject = { type: 'PLAN', id: 'P', name: null } as const;
  const [one, other] = [ofNetwork('VERIFIER'), ofNetwork('TABLE_STEWARD')].map((party) =>
    keyOf(workItem(kind, subject, party, {})),
  );
  return one !== other;
}

/** Steps stand in the order of their days, as far as they count from the same day; and who knows of it is not left out. */
function orderFaults(steps: readonly Step[]): string[] {
  return ANCHORS.flatMap((anchor) => {
    const own = steps.filter((step) => step.anchor === anchor);
    return own.slice(1).flatMap((step, i) => {
      const before = own[i];
      if (before === undefined) return [];
      return [
        ...when(
          roughDays(step.after) < roughDays(before.after),
          `step ${step.code} stands after ${before.code} and comes before it`,
        ),
        ...when(
          before.to.includes('EVERYBODY_WAITING') && step.to.includes('WAITER'),
          `step ${step.code} goes to one person after ${before.code} went to everybody`,
        ),
      ];
    });
  });
}

/** For the order of terms only: an average month, and seven days for five that people work. */
const roughDays = ({ months = 0, days = 0, workingDays = 0 }: Term): number =>
  months * 30.4375 + days + workingDays * 1.4;

function faultsBetween(moments: readonly Moment[]): string[] {
  return moments.flatMap((one, i) =>
    moments.slice(i + 1).flatMap((other) => {
      if (!holdTogether(one, other)) return [];
      if (one.code === other.code) return [`${one.code} has two versions on ${latest(one.from, other.from)}`];
      return one.kinds
        .filter((kind) => other.kinds.includes(kind))
        .map((kind) => `${kind} is in ${one.code} and in ${other.code} on ${latest(one.from, other.from)}`);
    }),
  );
}

const holdTogether = (a: Moment, b: Moment): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until);

const latest = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);
const when = (isWrong: boolean, fault: string): string[] => (isWrong ? [fault] : []);
const isCount = (number: number): boolean => Number.isInteger(number) && number > 0;
const isOneOf = (known: readonly string[], word: string): boolean => known.includes(word);
const twice = (words: readonly string[]): string[] => [
  ...new Set(words.filter((word, i) => words.indexOf(word) !== i)),
];
