import { whole } from '../format';
import { Params, labelOf, type Names, type RawParams, type Text } from './params';
import { forecastReasonWords, forecastStepWords } from './forecast-words';
import { labels, type LabelKind } from './labels';
import { obligationStepWords, ruleWords } from './obligation-steps';
import { problemTitles, problemWords } from './problems';
import { valueStepWords } from './value-steps';
import { claimWarningWords, planLineWarningWords } from './warnings';
import type { Language } from './words';

// The face of the words: what the API answers as codes, in the language of the reader. A code that is not known here
// is said in the English of the API, so that nothing is ever left unsaid.

/** One fault of a request or of a draft, as the API answers it. */
export interface Fault {
  readonly pointer?: string;
  readonly code: string;
  readonly params?: RawParams;
  readonly detail: string;
}
/** A refusal of the API (`application/problem+json`). */
export interface ProblemAnswer {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly (Fault & { readonly pointer: string })[];
}
/** A warning, a step of a calculation, or the reason of a rule or a signal. */
export interface Told {
  readonly code: string;
  readonly params?: RawParams;
  readonly message: string;
}
/** A refusal as a form shows it: a title, and each fault by its field (a JSON pointer; empty is the whole form). */
export interface SaidProblem {
  readonly title: string;
  readonly faults: readonly { readonly pointer: string; readonly text: string }[];
}

const rendered = (text: Text, params: Params): string => (typeof text === 'string' ? text : text(params));

/** A refusal in words. `names` are the screen's own names for codes, such as the labels of building blocks. */
export function sayProblem(language: Language, problem: ProblemAnswer, names?: Names): SaidProblem {
  const faults: readonly Fault[] = problem.errors?.length ? problem.errors : [problem];
  return {
    title: titleOf(language, problem),
    faults: faults.map((fault) => ({ pointer: fault.pointer ?? '', text: sayFault(language, fault, names) })),
  };
}

/** One fault in words, without the name of its field. */
export function sayFault(language: Language, { pointer = '', code, params, detail }: Fault, names?: Names): string {
  const text = problemWords[language][code];
  if (text === undefined) return detail;
  const field = pointer.split('/').findLast((part) => !/^\d*$/.test(part)) ?? '';
  return rendered(text, new Params(language, { ...numberOf(code, detail), ...params }, names, field));
}

/** The number under which the server wrote down what went wrong; it stands in the detail only. */
const numberOf = (code: string, detail: string): RawParams =>
  code === 'internal' ? { number: /[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}/.exec(detail)?.[0] } : {};

const TITLES: Readonly<Record<number, keyof (typeof problemTitles)['nl']>> = {
  0: 'unavailable',
  400: 'input',
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  409: 'refused',
  413: 'tooLarge',
  414: 'tooLarge',
  431: 'tooLarge',
  500: 'internal',
  503: 'unavailable',
};

function titleOf(language: Language, { status, code, errors = [] }: ProblemAnswer): string {
  const stale = [code, ...errors.map((fault) => fault.code)].some((one) => /(^|\.)stale$/.test(one));
  return problemTitles[language][stale ? 'stale' : (TITLES[status] ?? 'broken')];
}

/** What is odd about a claim. */
export function sayWarning(language: Language, { code, params, message }: Told, names?: Names): string {
  const text = claimWarningWords[language][code as keyof typeof claimWarningWords.nl] as Text | undefined;
  return text === undefined ? message : rendered(text, new Params(language, params, names));
}

/** What is odd about a line of a plan; it comes as a bare code. */
export function sayPlanLineWarning(language: Language, code: string): string {
  return (planLineWarningWords[language] as Names)[code] ?? code;
}

const STEPS = { nl: steps('nl'), en: steps('en') };
function steps(language: Language): Readonly<Record<string, Text>> {
  return {
    ...valueStepWords[language],
    ...obligationStepWords[language],
    ...ruleWords[language],
    ...forecastReasonWords[language],
    ...forecastStepWords[language],
  };
}

/**
 * A step of a value, of an obligation's amount or of a forecast, a reason of a rule (with its `answer`), or a reason of
 * a signal. `names` are the labels of building blocks and bonuses, where the screen has them.
 */
export function sayStep(language: Language, step: Told & { readonly answer?: string }, names?: Names): string {
  const text = STEPS[language][step.code];
  if (text === undefined) return step.message;
  const params = step.answer === undefined ? step.params : { ...step.params, answer: step.answer };
  return rendered(text, new Params(language, params, names));
}

/** A goal without euros: "6 personen". */
export function sayGoal(
  language: Language,
  goal: number | null,
  unit: keyof (typeof labels)['nl']['goalUnit'],
): string {
  return `${whole(language, goal)} ${labels[language].goalUnit[unit].toLocaleLowerCase(language)}`;
}

/** An enumerated value as a label; a dash for none. */
export function sayLabel(language: Language, kind: LabelKind, value: string | null | undefined): string {
  return value === null || value === undefined ? '–' : labelOf(language, kind, value);
}
