import type { Violation } from '@sr/kernel';

/** The number is not eight digits. Source: the chamber of commerce writes its numbers with eight. */
export const kvkNumberWrong = (field: string): Violation => ({
  code: 'supplier.kvk_number_wrong',
  field,
  message: 'The number of the chamber of commerce has eight digits.',
});

/** Two companies cannot have one number. */
export const supplierInOtherGroup = (kvkNumber: string): Violation => ({
  code: 'supplier.in_other_group',
  field: 'kvkNumber',
  params: { kvkNumber },
  message: `Supplier ${kvkNumber} already belongs to another group.`,
});

/** The code is not in the reference data. */
export const principalUnknown = (code: string): Violation => ({
  code: 'principal.unknown',
  field: 'principal',
  params: { principal: code },
  message: `Principal ${code} is not in the reference data.`,
});

/** A principal is a member once at a time. */
export const membershipOverlaps = (code: string): Violation => ({
  code: 'membership.overlaps',
  field: 'principal',
  params: { principal: code },
  message: `Principal ${code} is already a member of the network in (part of) that time.`,
});
