import type { Violation } from '@sr/kernel';

/** A plan's name is unique in its supplier group. */
export const planNameTaken = (name: string): Violation => ({
  code: 'plan.name_taken',
  field: 'plan',
  params: { plan: name },
  message: `This supplier group has a plan ${name} already.`,
});

/** A plan lists an obligation once. */
export const obligationRepeated = (field: string, number: string): Violation => ({
  code: 'plan.obligation_repeated',
  field,
  params: { number },
  message: `Contract ${number} is listed more than once.`,
});

/** A plan follows the suppliers of one group; the ledger of that group is held by one writer at a time. */
export const supplierOutsidePlan = (kvkNumber: string): Violation => ({
  code: 'plan.supplier_outside_group',
  field: 'supplier',
  params: { kvkNumber },
  message: `Supplier ${kvkNumber} is not of the supplier group of this plan.`,
});
