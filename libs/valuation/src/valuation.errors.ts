import type { Violation } from '@sr/kernel';

/** A version that a plan has pinned is what the plan's claims are valued with for years. */
export const tableInUse = (code: string): Violation => ({
  code: 'value-table.in_use',
  field: 'code',
  params: { valueTable: code },
  message: `Value table ${code} is used by a plan and cannot change; give the new version a code of its own.`,
});

/** A code names one block, or one bonus. */
export const codeRepeated = (field: string, code: string): Violation => ({
  code: 'value-table.code_repeated',
  field,
  params: { repeated: code },
  message: `Code ${code} stands more than once in ${field}.`,
});

/** The reference points at nothing. */
export const tableUnknown = (code: string): Violation => ({
  code: 'value-table.unknown',
  field: 'valueTable',
  params: { valueTable: code },
  message: `There is no value table ${code}.`,
});
