import type { Violation } from '@sr/kernel';
import type { TableState } from './domain/table-state';

/** A version that a plan has pinned is what the plan's claims are valued with for years. */
export const tableInUse = (code: string): Violation => ({
  code: 'value-table.in_use',
  field: 'code',
  params: { valueTable: code },
  message: `Value table ${code} is used by a plan and cannot change; give the new version a code of its own.`,
});

/** What somebody proposed is decided on or withdrawn, never overwritten. */
export const proposalWaits = (code: string): Violation => ({
  code: 'value-table.proposal_waits',
  field: 'code',
  params: { valueTable: code },
  message: `Somebody proposed value table ${code} and it waits for a decision; decide on it, or use another code.`,
});

/** A code names one block, or one bonus. */
export const codeRepeated = (field: string, code: string): Violation => ({
  code: 'value-table.code_repeated',
  field,
  params: { repeated: code },
  message: `Code ${code} stands more than once in ${field}.`,
});

/** The reference points at nothing. */
export const tableUnknown = (code: string, field = 'valueTable'): Violation => ({
  code: 'value-table.unknown',
  field,
  params: { valueTable: code },
  message: `There is no value table ${code}.`,
});

/** Only a version that two people agreed on can be what a plan's claims are worth. */
export const tableNotApproved = (code: string, state: TableState): Violation => ({
  code: 'value-table.not_approved',
  field: 'valueTable',
  params: { valueTable: code, state },
  message: `Value table ${code} is ${state}; a plan can only use one that is APPROVED.`,
});

/** Somebody changed the version since it was read. */
export const tableStale = (code: string, version: number): Violation => ({
  code: 'value-table.stale',
  field: '/version',
  params: { valueTable: code, version },
  message: `Value table ${code} was changed meanwhile: it is at version ${version} now. Read it again and repeat your work.`,
});
