import {
  addMonths,
  accepted,
  refused,
  yearOf,
  type BasisPoints,
  type Cents,
  type Decision,
  type LocalDate,
  type Violation,
} from '@sr/kernel';
import { cpvWrong, isCpv } from './cpv';
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

/** One moment at which the principal can go on with the contract. */
export interface ExtensionOption {
  readonly months: number;
  /** The day by which the principal has to say so. */
  readonly decideOn: LocalDate;
}

/**
 * Which of the two ways of working was chosen: the standard of 2011 with a percentage, or the tailored one of 2018
 * ("Maatwerk voor Mensen") with goals that were agreed upon.
 */
export const REGIMES = ['STANDARD', 'TAILORED'] as const;
export type Regime = (typeof REGIMES)[number];

/** What else is known of a contract; null is not known, or not so. */
export interface ContractDetails {
  /** The unit of the principal that signed. */
  readonly unitId: string | null;
  /** The procurement category of the central government; null is a purchase of its own kind. */
  readonly categoryCode: string | null;
  readonly cpv: string | null;
  readonly valueCents: Cents | null;
  /** The part of the value that is wages. */
  readonly wageShareBp: BasisPoints | null;
  readonly extensionOptions: readonly ExtensionOption[];
  /** The framework agreement below which this was called off: another contract. */
  readonly frameworkId: string | null;
  /** The number of the notice or of the tender file, as printed. */
  readonly tenderReference: string | null;
  readonly regime: Regime | null;
}

export const NO_DETAILS: ContractDetails = {
  unitId: null,
  categoryCode: null,
  cpv: null,
  valueCents: null,
  wageShareBp: null,
  extensionOptions: [],
  frameworkId: null,
  tenderReference: null,
  regime: null,
};

/** A contract as it is kept. Its obligation, if it carries one, has the contract's id. */
export interface Contract extends Omit<ContractRegistration, 'carries'>, ContractDetails {
  readonly id: string;
  /** Why the contract carries no obligation; null when it carries one. */
  readonly exemptionReason: string | null;
  /** Whether its obligation is in a supplier plan now. */
  readonly inPlan: boolean;
  readonly recordedAt: Date;
  /** Goes up with every edit; an edit names the version that it read. */
  readonly version: number;
}

/** What can be edited: it describes the contract. What the obligation and the ledger stand on cannot. */
export type EditableFields = ContractDetails & Pick<Contract, 'title' | 'reference'>;

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

/** An option is decided on while the contract runs, or before it begins; not after it ended. */
export const extensionTooLate = (index: number): Violation => ({
  code: 'contract.extension_too_late',
  field: `extensionOptions[${index}].decideOn`,
  message: 'The day to decide on an extension is after the contract would have ended.',
});

/** Longest number, and what of it is kept free for telling two apart. */
const NUMBER_MAX = 40;
const SUFFIX_MAX = 5;

/**
 * The number that is proposed when nobody gives one: the principal's code with its own reference, or else with the year
 * of the award; other characters become hyphens, and what is too long is cut off. `attempt` 2 and on tell apart.
 */
export function proposeNumber(
  { principalCode, reference, awardedOn }: Pick<Contract, 'principalCode' | 'reference' | 'awardedOn'>,
  attempt = 1,
): string {
  const tidy = `${principalCode}-${reference ?? yearOf(awardedOn)}`
    .replace(/[^A-Za-z0-9./-]+/g, '-')
    .slice(0, NUMBER_MAX - SUFFIX_MAX)
    .replace(/-+$/, '');
  return attempt === 1 ? tidy : `${tidy}-${attempt}`;
}

/** What is wrong with the details of a contract: `contract.cpv_wrong`, `contract.extension_too_late`. */
export function checkDetails(
  { cpv, extensionOptions }: Pick<ContractDetails, 'cpv' | 'extensionOptions'>,
  endsOn: LocalDate,
): Violation[] {
  const violations: Violation[] = cpv === null || isCpv(cpv) ? [] : [cpvWrong('cpv')];
  let months = 0;
  extensionOptions.forEach((option, index) => {
    if (option.decideOn > addMonths(endsOn, months)) violations.push(extensionTooLate(index));
    months += option.months;
  });
  return violations;
}

/** The fields that an edit changes, each from what to what; nothing when it changes nothing. */
export function changesOf(
  before: EditableFields,
  edit: Partial<EditableFields>,
): { from: Partial<EditableFields>; to: Partial<EditableFields> } {
  const changed = (Object.keys(edit) as (keyof EditableFields)[]).filter(
    (field) => edit[field] !== undefined && JSON.stringify(edit[field]) !== JSON.stringify(before[field]),
  );
  const pick = (fields: Partial<EditableFields>): Partial<EditableFields> =>
    Object.fromEntries(changed.map((field) => [field, fields[field]]));
  return { from: pick(before), to: pick(edit) };
}

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
