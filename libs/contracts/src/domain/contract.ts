import { accepted, refused, type Decision, type LocalDate, type Violation } from '@sr/kernel';
import { obligationAmount, reasonMissing, type ObligationTerms } from './obligation';

/** What a contract manager enters: a contract with its obligation, or with the reason that there is none. */
export interface ContractRegistration {
  /** The product-wide number by which the ledger orders: 1 to 40 of `A-Z a-z 0-9 . / -`. */
  readonly number: string;
  /** The principal's own number, as printed; unique per principal. */
  readonly reference: string | null;
  readonly principalCode: string;
  readonly supplierKvkNumber: string;
  readonly title: string;
  readonly awardedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly carries: { readonly obligation: ObligationTerms } | { readonly exemption: { readonly reason: string } };
}

/** A contract as it is kept. Its obligation, if it carries one, has the contract's id. */
export interface Contract extends Omit<ContractRegistration, 'carries'> {
  readonly id: string;
  /** Why the contract carries no obligation; null when it carries one. */
  readonly exemptionReason: string | null;
  readonly recordedAt: Date;
}

const NUMBER = /^[A-Za-z0-9./-]{1,40}$/;

/** The number has another character, or is longer than 40. */
export const numberWrong = (): Violation => ({
  code: 'contract.number_wrong',
  field: 'number',
  message: 'A contract number is 1 to 40 letters, digits, full stops, slashes or hyphens.',
});

/** The first day of a term is not after its last. */
export const termBackwards = (): Violation => ({
  code: 'contract.term_backwards',
  field: 'endsOn',
  message: 'The first day of the contract is after its last day.',
});

/** Checks what can be checked about a contract by itself. Refuses with every fault it has. */
export function checkContract(contract: ContractRegistration): Decision<{ amountCents: number | null }> {
  const violations: Violation[] = [];
  if (!NUMBER.test(contract.number)) violations.push(numberWrong());
  if (contract.startsOn > contract.endsOn) violations.push(termBackwards());
  if ('exemption' in contract.carries && contract.carries.exemption.reason.trim() === '') {
    violations.push(reasonMissing('exemption.reason'));
  }
  const amount = 'obligation' in contract.carries ? obligationAmount(contract.carries.obligation) : accepted(null);
  if (!amount.ok) violations.push(...amount.violations);
  return violations.length > 0 || !amount.ok ? refused(violations) : accepted({ amountCents: amount.value });
}
