import { SETTLEMENT_OUTCOMES } from '@sr/contracts';
import { addDays, quarterStart, type LocalDate, type Period } from '@sr/kernel';
import { z } from 'zod';
import { date, hours, oneOf, text, whole, yesOrNo } from '../replay/fields';

/**
 * What people did in the last months of the example, each on a day that is counted back from its last day, so that it is
 * recent whenever the example is made.
 */

/** A day that stands fixed, or a number of days from the last day of the diary: -14 is two weeks before it. */
const day = z.union([date, z.int()], 'write a date as YYYY-MM-DD, or a number of days from the last day');

/** A quarter by its first day; or the one of the last month that is over, which is always after the histories. */
const quarter = z.union([z.literal('LAST'), date], 'write LAST, or the first day of a quarter');

const planLine = z.strictObject({
  block: text,
  persons: whole(1).optional(),
  hours: hours.optional(),
  invoiceCents: whole(1).optional(),
  from: date,
  to: date,
  /** The name of a labour market region. */
  region: text.optional(),
  partner: text.optional(),
  /** In percent. */
  confidence: whole(),
});

const evidence = z.strictObject({ type: text, seen: day, until: day.optional() });
const line = { ref: text, block: text, description: text, evidence: z.array(evidence).default([]) };

const purchase = z.strictObject({
  ...line,
  invoiceCents: whole(1),
  seller: z.strictObject({ kvkNumber: text, name: text }),
});
const activity = z.strictObject({ ...line, hours });

const obligation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('FIXED'), amountCents: whole(1) }),
  z.strictObject({ kind: z.literal('FORM_FREE'), goalUnit: oneOf(['PERSONS', 'HOURS', 'ACTIVITIES']), goal: whole(1) }),
]);
const grounds = z.strictObject({
  reason: oneOf(['SHORT_TERM', 'BELOW_THRESHOLD', 'SUPPLIES', 'NO_LABOUR', 'LEGAL_REASON', 'OTHER']),
  text: text.nullable(),
});

/** On which day, and by whom: an address of the example's people. */
const when = { ago: whole(), by: text };
const step = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ ...when, type: z.literal(type), ...fields });

const contractStep = step('contract', {
  number: text,
  principal: text,
  supplier: text,
  title: text,
  awardedOn: date,
  startsOn: date,
  endsOn: date,
  cpv: text,
  valueCents: whole(1),
  wageShareBp: whole(1),
  tenderReference: text.nullable().default(null),
  extensionOptions: z.array(z.strictObject({ months: whole(1), decideOn: date })).default([]),
  tailored: yesOrNo.default(false),
  obligation: obligation.optional(),
  /** Why the obligation is not what the rule of the day proposes. */
  deviationReason: text.nullable().default(null),
  exemption: grounds.optional(),
});
const planStep = step('plan', {
  plan: text,
  kind: oneOf(['BUNDLE', 'FORM_FREE']),
  supplierGroup: text,
  valueTable: text,
  contracts: z.array(text),
  due: day.optional(),
});
const reportStep = step('report', {
  plan: text,
  quarter,
  /** The hours of the quarter before are copied. */
  copy: yesOrNo.default(false),
  /** Paid hours a month, by placement. */
  hours: z.record(text, hours).default({}),
  /** For which contract the hours of a placement count first. */
  earmarks: z.record(text, text).default({}),
  purchases: z.array(purchase).default([]),
  activities: z.array(activity).default([]),
  nothing: yesOrNo.default(false),
  checkedBy: text.optional(),
  submittedBy: text.optional(),
});
const decision = z.strictObject({
  claim: text,
  verdict: oneOf(['ACCEPT', 'REJECT']),
  hours: hours.optional(),
  invoiceCents: whole(1).optional(),
  reason: text.optional(),
});

const diaryStep = z.discriminatedUnion('type', [
  contractStep,
  step('exemption', { contract: text, grounds }),
  step('exemption-decision', { contract: text, approve: yesOrNo, reason: text }),
  planStep,
  step('proposal', { plan: text, contracts: z.array(text) }),
  step('proposal-answer', { plan: text, contract: text, agree: yesOrNo, reason: text.nullable() }),
  step('plan-amended', { plan: text, reason: text }),
  step('plan-submitted', { plan: text, lines: z.array(planLine) }),
  step('plan-returned', { plan: text, reason: text }),
  step('plan-approved', { plan: text }),
  step('placement', {
    plan: text,
    ref: text,
    candidate: text,
    block: text,
    employmentForm: oneOf(['FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL']),
    startsOn: date,
    registerIndicated: oneOf(['YES', 'NO', 'UNKNOWN']),
    region: text,
  }),
  step('evidence', { placements: z.array(text), evidence }),
  step('evidence-judged', {
    placements: z.array(text),
    verdict: oneOf(['SUFFICIENT', 'INSUFFICIENT']),
    reason: text.nullable().default(null),
  }),
  reportStep,
  step('report-extended', { plan: text, quarter, days: whole(1), reason: text }),
  step('decisions', { decisions: z.array(decision) }),
  step('reversal', { claim: text, reason: text }),
  step('answer-extended', { claim: text, days: whole(1), reason: text }),
  step('settlement-proposed', {
    contract: text,
    outcome: oneOf(SETTLEMENT_OUTCOMES),
    factorBp: whole(1).nullable().default(null),
    reason: text,
  }),
  step('settlement-answered', { contract: text, agrees: yesOrNo, text: text.nullable() }),
  step('settlement-remedy', { contract: text, until: day, reason: text }),
  step('settlement-final', { contract: text }),
  step('value-table', {
    from: text,
    code: text,
    name: text,
    validFrom: date,
    annualValueCents: z.record(text, whole()),
  }),
]);

export const diaryFile = z
  .strictObject({
    /** The last day of the diary, unless the example is made later. */
    lastDay: date,
    steps: z.array(diaryStep),
  })
  .superRefine(({ steps }, context) => {
    steps.forEach(({ ago }, index) => {
      const before = steps[index - 1]?.ago;
      if (before !== undefined && ago > before) {
        context.addIssue({ code: 'custom', path: ['steps', index, 'ago'], message: 'days do not go back' });
      }
    });
  });

/** What is done in the example besides its histories. */
export type Diary = z.infer<typeof diaryFile>;
export type DiaryStep = Diary['steps'][number];
export type StepOf<Type extends DiaryStep['type']> = Extract<DiaryStep, { type: Type }>;

/** The days of a diary whose last day is known. */
export class DiaryDays {
  constructor(readonly last: LocalDate) {}

  /** A day that is written as a date, or as a number of days from the last one. */
  of(written: LocalDate | number): LocalDate {
    return typeof written === 'number' ? addDays(this.last, written) : written;
  }

  /** The first day of a quarter that is written as a date, or as the one of the last month that is over. */
  quarter(written: LocalDate): LocalDate {
    return written === 'LAST' ? quarterStart(this.lastMonth()) : written;
  }

  /** The months of a quarter that are over, each with its days. */
  monthsOver(first: LocalDate): Period[] {
    const [one, two, three] = [first, monthAfter(first), monthAfter(monthAfter(first))];
    return [one, two, three]
      .filter((month) => month <= this.lastMonth())
      .map((from) => ({ from, to: addDays(monthAfter(from), -1) }));
  }

  /** The first day of the last month that is over. */
  private lastMonth(): LocalDate {
    return firstOf(addDays(firstOf(this.last), -1));
  }
}

const firstOf = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`;

/** The first day of the month after the one that begins on `first`. */
const monthAfter = (first: LocalDate): LocalDate => firstOf(addDays(first, 31));
