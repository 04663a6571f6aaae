/** Shapes that fields of several requests and answers have. */

export const NUMBER = {
  max: 40,
  pattern: /^[A-Za-z0-9./-]{1,40}$/,
  shape: 'Write 1 to 40 letters, digits, full stops, slashes or hyphens.',
  example: 'IenW-31158061',
};
export const KVK = {
  max: 8,
  pattern: /^\d{8}$/,
  shape: 'Write the number of the chamber of commerce with its eight digits.',
  example: '68750110',
};
export const CATEGORY = {
  max: 40,
  pattern: /^[A-Z0-9_]{1,40}$/,
  shape: 'Write the code of a procurement category, in capitals.',
  example: 'CATERING',
};
export const TITLE = { max: 200, example: 'Schoonmaak kantoren Den Haag' };
export const REFERENCE = { max: 60, example: '31158061' };
export const PRINCIPAL = { max: 20, example: 'IenW' };

export const BASES = ['LOONSOM', 'CONTRACT_VALUE', 'INVOICED_TURNOVER', 'BUDGET'] as const;
export const GOAL_UNITS = ['PERSONS', 'HOURS', 'ACTIVITIES'] as const;
export const BASIS =
  'What the percentage is of: the wage sum (LOONSOM), the value of the contract, the turnover that was invoiced, or a budget.';
export const RULE_CODE = {
  max: 40,
  pattern: /^[A-Z0-9-]{1,40}$/,
  shape: 'Write the code of a rule, in capitals; see GET /v1/threshold-rules.',
  example: 'RIJK-2011',
};
/** An amount that was worked out, in cents. */
export const AMOUNT = { max: 10 ** 15, example: 14_400_000 };
export const CPV = {
  max: 10,
  pattern: /^\d{8}-\d$/,
  shape: 'Write eight digits, a hyphen and the check digit, such as 90910000-9.',
  example: '90910000-9',
};
