import type { Violation } from '@sr/kernel';

/** A number is product-wide. */
export const numberTaken = (number: string): Violation => ({
  code: 'contract.number_taken',
  field: 'number',
  params: { number },
  message: `There is a contract ${number} already.`,
});

/** The principal's own number is unique for that principal. */
export const referenceTaken = (reference: string): Violation => ({
  code: 'contract.reference_taken',
  field: 'reference',
  params: { reference },
  message: `This principal has a contract with reference ${reference} already.`,
});

/** The reference points at nothing. */
export const contractUnknown = (field: string, number: string): Violation => ({
  code: 'contract.unknown',
  field,
  params: { number },
  message: `There is no contract ${number}.`,
});

/** An exempt contract has no obligation to put into a plan, to earmark, to revise or to settle. */
export const contractExempt = (field: string, number: string): Violation => ({
  code: 'contract.exempt',
  field,
  params: { number },
  message: `Contract ${number} is exempt: it carries no obligation.`,
});

/** A contract party has to be registered first. */
export const supplierUnknown = (kvkNumber: string): Violation => ({
  code: 'supplier.unknown',
  field: 'supplier',
  params: { kvkNumber },
  message: `There is no supplier with number ${kvkNumber}.`,
});
