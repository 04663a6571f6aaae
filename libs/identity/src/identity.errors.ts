import type { LocalDate, Violation } from '@sr/kernel';

/** The number is not eight digits. Source: the chamber of commerce writes its numbers with eight. */
export const kvkNumberWrong = (field: string): Violation => ({
  code: 'supplier.kvk_number_wrong',
  field,
  message: 'The number of the chamber of commerce has eight digits.',
});

/** Two companies cannot have one number. */
export const supplierInOtherGroup = (kvkNumber: string, field = 'kvkNumber'): Violation => ({
  code: 'supplier.in_other_group',
  field,
  params: { kvkNumber },
  message: `Supplier ${kvkNumber} already belongs to another group.`,
});

/** The group is not there, or not for whoever asks. */
export const supplierGroupUnknown = (): Violation => ({
  code: 'supplier-group.unknown',
  message: 'There is no such supplier group.',
});

/** A code names one group. */
export const supplierGroupCodeTaken = (code: string): Violation => ({
  code: 'supplier-group.code_taken',
  field: '/code',
  params: { code },
  message: `There is a supplier group ${code} already; add suppliers to that one, or choose another code.`,
});

/** The code is not in the reference data. */
export const principalUnknown = (code: string, field = 'principal'): Violation => ({
  code: 'principal.unknown',
  field,
  params: { principal: code },
  message: `Principal ${code} is not in the reference data.`,
});

/** The code of a register of organisations has another shape (see `isTooi`). */
export const tooiWrong = (code: string): Violation => ({
  code: 'principal.tooi_wrong',
  field: 'tooi',
  params: { principal: code },
  message: `The TOOI code of ${code} is not mnre with four digits or oorg with five.`,
});

/** A principal is a member once at a time. */
export const membershipOverlaps = (code: string, field = 'principal'): Violation => ({
  code: 'membership.overlaps',
  field,
  params: { principal: code },
  message: `Principal ${code} is already a member of the network in (part of) that time.`,
});

/** Only a member can leave, and not before it has joined. */
export const membershipNone = (code: string, leftOn: LocalDate, field = '/principalCode'): Violation => ({
  code: 'membership.none',
  field,
  params: { principal: code, leftOn },
  message: `Principal ${code} has no membership that can end on ${leftOn}: it joined on or after that day, or is no member.`,
});

/** A unit is one of a principal that one works for, or the network adds it. */
export const unitPrincipalUnknown = (): Violation => ({
  code: 'principal.unknown',
  message: 'There is no such principal to which you can add units.',
});

/** A code names one unit of a principal. */
export const unitCodeTaken = (code: string): Violation => ({
  code: 'unit.code_taken',
  field: '/code',
  params: { code },
  message: `This principal has a unit ${code} already.`,
});

/** The number of a government organisation has another shape (see `isOin`). */
export const oinWrong = (): Violation => ({
  code: 'unit.oin_wrong',
  field: '/oin',
  message: 'Write the OIN in 20 positions: a prefix of eight digits, the number, and zeros at the end.',
});

/** A code or name is that of one category. */
export const categoryTaken = (field: 'code' | 'name', value: string): Violation => ({
  code: `category.${field}_taken`,
  field: `/${field}`,
  params: { [field]: value },
  message: `There is a procurement category with the ${field} ${value} already.`,
});

/** What exists, exists for a day or more. */
export const existsForNoDay = (): Violation => ({
  code: 'organisation.ends_before_it_begins',
  field: '/existsTo',
  message: 'The last day lies before the first; change one of them.',
});
