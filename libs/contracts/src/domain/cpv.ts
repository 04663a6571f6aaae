import type { Violation } from '@sr/kernel';

/** What is bought: goods, building works, or services. */
export type PurchaseKind = 'SUPPLIES' | 'WORKS' | 'SERVICES';

const SHAPE = /^\d{8}-\d$/;
const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7];
/** The divisions that the list of codes does not have. */
const NO_DIVISION = ['46', '47', '49'];

/** The code is not eight digits, a hyphen and the digit that checks them, or is of a division that does not exist. */
export const cpvWrong = (field: string): Violation => ({
  code: 'contract.cpv_wrong',
  field,
  message:
    'This is no code of the procurement vocabulary (CPV): eight digits, a hyphen and a check digit, such as 90910000-9. Compare it with the notice.',
});

/**
 * Whether `text` is a code of the common procurement vocabulary: eight digits of a division that exists, and the digit
 * that checks them. The digit is the sum of the digits times 3, 7, 1, 3, 7, 1, 3, 7, modulo 10; the published list
 * (Regulation (EC) 213/2008) gives the digits without the rule, which was derived from it.
 */
export function isCpv(text: string): boolean {
  if (!SHAPE.test(text) || NO_DIVISION.includes(text.slice(0, 2)) || text.slice(0, 2) > '98') return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return sum % 10 === Number(text[9]);
}

/** What a code is for, by its division: 45 works, 50 to 98 services, all others supplies. */
export function purchaseKindOf(cpv: string): PurchaseKind {
  const division = cpv.slice(0, 2);
  if (division === '45') return 'WORKS';
  return division >= '50' ? 'SERVICES' : 'SUPPLIES';
}
