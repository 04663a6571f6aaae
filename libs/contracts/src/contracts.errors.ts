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

/** There is no contract with the id, or none in sight: the two are told alike. */
export const contractNotFound = (): Violation => ({
  code: 'contract.unknown',
  message: 'There is no such contract.',
});

/** Somebody else edited the contract after it was read. */
export const contractStale = (): Violation => ({
  code: 'contract.stale',
  field: '/version',
  message: 'Somebody changed this contract after you read it. Read it again, and make your change on what it is now.',
});

/** Somebody else took the settlement a step further after it was read: what one answers is not what stands there now. */
export const settlementStale = (): Violation => ({
  code: 'settlement.stale',
  field: '/version',
  message: 'This settlement changed after you read it. Read it again, and answer what is there now.',
});

/** An exempt contract has no obligation to put into a plan, to earmark, to revise or to settle. */
export const contractExempt = (field: string, number: string): Violation => ({
  code: 'contract.exempt',
  field,
  params: { number },
  message: `Contract ${number} is exempt: it carries no obligation.`,
});

/** One registers contracts of one's own principal, or of one's own categories. */
export const outsideYours = (): Violation => ({
  code: 'contract.outside_yours',
  field: '/principalCode',
  message: 'Register contracts of your own ministry, or of a category that you manage.',
});

/** A contract carries one or the other. */
export const obligationOrExemption = (): Violation => ({
  code: 'contract.obligation_or_exemption',
  field: '/obligation',
  message: 'Give either the obligation that the contract carries, or the exemption that is proposed.',
});

/** The framework agreement is a contract in sight that stands by itself. */
export const frameworkUnknown = (): Violation => ({
  code: 'contract.framework_unknown',
  field: '/frameworkId',
  message:
    'There is no such framework agreement: give the id of a contract that you see and that stands below no other; and a framework agreement itself stands below none.',
});

/** The unit is of the principal whose contract it is. */
export const unitUnknown = (): Violation => ({
  code: 'contract.unit_unknown',
  field: '/unitId',
  message: 'This principal has no such unit.',
});

/** The code is of a category in the reference data. */
export const categoryUnknown = (): Violation => ({
  code: 'contract.category_unknown',
  field: '/categoryCode',
  message: 'There is no such procurement category; leave it out for a purchase of its own kind.',
});

/** A contract party has to be registered first. */
export const supplierUnknown = (kvkNumber: string): Violation => ({
  code: 'supplier.unknown',
  field: 'supplier',
  params: { kvkNumber },
  message: `There is no supplier with number ${kvkNumber}.`,
});

/** A supplier that is not known yet is registered by its name. */
export const supplierNameMissing = (kvkNumber: string): Violation => ({
  code: 'supplier.unknown',
  field: '/supplier/name',
  params: { kvkNumber },
  message: `There is no supplier with number ${kvkNumber} yet; give its name too, and it is registered with the contract.`,
});

/** The contract carries an obligation; there is nothing to establish. */
export const obligationThere = (): Violation => ({
  code: 'obligation.there_already',
  field: 'obligation',
  message: 'This contract carries an obligation already; revise it instead.',
});

/** Whoever reads it later has to know why the rule was not followed. */
export const deviationReasonMissing = (params: Readonly<Record<string, string | number>>): Violation => ({
  code: 'obligation.deviation_reason_missing',
  field: '/obligation/deviationReason',
  params,
  message:
    'This is not what the rule proposes; say why, or take over what it proposes (POST /v1/obligation-proposals).',
});

/** The rule is not in the reference data. */
export const ruleUnknown = (field: string): Violation => ({
  code: 'threshold-rule.unknown',
  field,
  message: 'There is no such rule, or none that is in force on the day of the award; see GET /v1/threshold-rules.',
});

/** There is no exemption with the id on this contract. */
export const exemptionNotFound = (): Violation => ({
  code: 'exemption.unknown',
  message: 'This contract has no such exemption.',
});
