/** Fields that several answers have, written once. */
export const NEXT = {
  description: 'Where the next page begins; null when this is the last.',
  max: 500,
  nullable: true,
} as const;
export const PRINCIPAL_CODE = {
  max: 20,
  pattern: /^[A-Za-z]{1,20}$/,
  shape: 'Write the code of a principal, such as IenW.',
  example: 'IenW',
} as const;
export const PLAN_NAME = { max: 200, example: 'De Gulle Lepel' } as const;
export const PERSON_NAME = { max: 200, example: 'Nora de Wit' } as const;
export const MOMENT_CODE = {
  max: 60,
  pattern: /^[A-Z0-9_]{1,60}$/,
  shape: 'Write the code of a moment, in capitals.',
  example: 'QUARTER_REPORT',
} as const;
