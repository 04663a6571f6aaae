import type { Violation } from '@sr/kernel';

/** A supplier's own name for a placement or claim is unique for that supplier. */
export const refTaken = (what: 'placement' | 'claim', ref: string): Violation => ({
  code: `${what}.ref_taken`,
  field: 'ref',
  params: { ref },
  message: `There is a ${what} ${ref} already.`,
});

/** The reference points at nothing. */
export const claimUnknown = (field: string): Violation => ({
  code: 'claim.unknown',
  field,
  message: 'There is no such claim.',
});

/** One decision names a claim once. */
export const claimRepeated = (field: string, ref: string): Violation => ({
  code: 'claim.repeated',
  field,
  params: { claim: ref },
  message: `Claim ${ref} is named more than once.`,
});

/** A decision is about at least one claim. */
export const noClaims = (): Violation => ({
  code: 'claim.none_named',
  field: 'claims',
  message: 'Name at least one claim.',
});

/** A claim on a placement is made by the supplier of the placement. */
export const claimOfOtherSupplier = (): Violation => ({
  code: 'claim.of_other_supplier',
  field: 'supplier',
  message: 'The placement is of another supplier.',
});

/** The supplier is not one for whom the actor works. */
export const supplierUnknown = (): Violation => ({
  code: 'supplier.unknown',
  field: 'supplierKvkNumber',
  message: 'There is no such supplier for which you work.',
});

/** A region is one of the list, so that figures per region add up. */
export const regionUnknown = (region: string): Violation => ({
  code: 'placement.region_unknown',
  field: 'region',
  params: { region },
  message: `There is no labour market region ${region}.`,
});

/** The report is not there, or not for whoever asks. */
export const reportUnknown = (): Violation => ({
  code: 'report.unknown',
  message: 'There is no such report.',
});

/** A quarter is reported when there is something of it. */
export const quarterNotBegun = (): Violation => ({
  code: 'report.quarter_not_begun',
  field: 'quarter',
  message: 'This quarter has not begun yet.',
});

/** There is nothing to copy. */
export const noLastPeriod = (): Violation => ({
  code: 'report.no_last_period',
  message: 'There are no hours of an earlier quarter on this plan to copy.',
});

/** The evidence is not there, or not of what the address names. */
export const evidenceUnknown = (): Violation => ({
  code: 'evidence.unknown',
  message: 'There is no such evidence.',
});

/** Only form-free goals are followed in persons, hours and activities by who sees a part of a plan. */
export const planNotFormFree = (): Violation => ({
  code: 'plan.not_form_free',
  message: 'This plan is followed in euros: see its statement and its forecast.',
});
