import type { Violation } from '@sr/kernel';
import type { Contacts, Plan } from './plan';

/** Where a person works, as far as a plan looks at it. */
export interface Workplace {
  readonly kind: 'PRINCIPAL' | 'SUPPLIER_GROUP' | 'NETWORK' | 'OVERSIGHT';
  readonly principalCode?: string;
  readonly supplierGroupId?: string;
}
export type Side = 'CLIENT' | 'SUPPLIER';

const SIDES: Record<keyof Contacts, Side> = {
  clientLeadId: 'CLIENT',
  clientDeputyId: 'CLIENT',
  supplierLeadId: 'SUPPLIER',
  supplierDeputyId: 'SUPPLIER',
};
export const CONTACT_FIELDS = Object.keys(SIDES) as (keyof Contacts)[];

/** A lead or deputy takes part now, on the side for which it is named. */
export const contactUnknown = (field: keyof Contacts): Violation => ({
  code: 'plan.contact_unknown',
  field: `/${field}`,
  message:
    SIDES[field] === 'SUPPLIER'
      ? 'There is no such person at the supplier group of this plan.'
      : 'There is no such person at the network or at a principal of this plan.',
});

/** A deputy stands in for the lead, and so is somebody else. */
export const deputyIsLead = (field: keyof Contacts): Violation => ({
  code: 'plan.deputy_is_lead',
  field: `/${field}`,
  message: 'The deputy stands in for the lead: name somebody else.',
});

/**
 * On which side of a plan somebody stands who works there: the network and the principals of its obligations (by code)
 * on the one, the supplier group on the other; null is neither.
 */
export function sideOf(
  workplace: Workplace,
  plan: Pick<Plan, 'supplierGroupId' | 'verifiedBy'>,
  principalCodes: readonly string[],
): Side | null {
  switch (workplace.kind) {
    case 'NETWORK':
      return 'CLIENT';
    case 'PRINCIPAL': {
      const { principalCode = '' } = workplace;
      return principalCode === plan.verifiedBy || principalCodes.includes(principalCode) ? 'CLIENT' : null;
    }
    case 'SUPPLIER_GROUP':
      return workplace.supplierGroupId === plan.supplierGroupId ? 'SUPPLIER' : null;
    case 'OVERSIGHT':
      return null;
  }
}

/**
 * What is wrong with the contacts of a plan after `change`: all of it, or nothing. `sides` says of each person that takes
 * part where it stands; only who is named anew is looked at, since somebody who stopped stays named until replaced.
 */
export function contactViolations(
  before: Contacts,
  change: Partial<Contacts>,
  sides: ReadonlyMap<string, Side | null>,
): Violation[] {
  const after = { ...before, ...change };
  const violations = CONTACT_FIELDS.filter((field) => {
    const id = change[field];
    return id !== undefined && id !== null && id !== before[field] && sides.get(id) !== SIDES[field];
  }).map(contactUnknown);
  if (after.clientDeputyId !== null && after.clientDeputyId === after.clientLeadId) {
    violations.push(deputyIsLead('clientDeputyId'));
  }
  if (after.supplierDeputyId !== null && after.supplierDeputyId === after.supplierLeadId) {
    violations.push(deputyIsLead('supplierDeputyId'));
  }
  return violations;
}
