import { ENTERED_MAX, isLocalDate } from '@sr/kernel';
import { z } from 'zod';

/** The kinds of fields that our files have, each with the message that says what to do. */

const BLANK = /^[\p{White_Space}\uFEFF]*$/u;

/** Something written; not blank. */
export const text = z
  .string('write a text')
  .refine((value) => !BLANK.test(value), 'may not be blank')
  .refine((value) => !value.includes('\0'), 'has a character that cannot be stored');

/** A day that exists, 1900 to 2999. */
export const date = z
  .string('write a date as YYYY-MM-DD')
  .refine(isLocalDate, 'write a date that exists, as YYYY-MM-DD, in 1900 to 2999');

/** A whole number of `least` or more, at most 10^13. */
export const whole = (least = 0) =>
  z
    .number('write a number')
    .refine(Number.isInteger, 'write a whole number')
    .min(least, `write a number of ${least} or more`)
    .max(ENTERED_MAX, 'write a number of at most 10^13')
    // -0 is 0.
    .transform((value) => (value === 0 ? 0 : value));

/** Hours with at most two decimals, as integer centihours. Read from the digits, since a float cannot be trusted here. */
export const hours = z
  .number('write a number of hours')
  .min(0, 'write a number of 0 or more')
  .max(ENTERED_MAX, 'write a number of at most 10^13')
  .transform((value, context) => {
    const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(value === 0 ? 0 : value));
    if (!match) {
      context.addIssue({ code: 'custom', message: 'write hours with at most two decimals' });
      return z.NEVER;
    }
    return Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`);
  });

export const yesOrNo = z.boolean('write true or false');

/** One of a list of words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `write one of ${words.join(', ')}`);

/** Every fault of a field as `path: what to do`, for a person to read. */
export function faultsOf(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, '');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(
        (key) => `${path === '' ? '' : `${path}.`}${JSON.stringify(key)}: there is no such field; take it out`,
      );
    }
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    return [`${path === '' ? '' : `${path}: `}${missing ? 'is required' : issue.message}`];
  });
}
