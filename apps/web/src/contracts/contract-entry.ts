import type { Answer } from '../api/client';
import { readBp, readCents, readDay, readWhole, typedDay, typedHundredths } from '../read-input';
import {
  EMPTY_OBLIGATION,
  exemptionOf,
  obligationFieldOf,
  obligationOf,
  type TypedObligation,
} from './obligation-entry';

type Contract = Answer<'ContractAnswer'>;
type Proposal = Answer<'ObligationProposalAnswer'>;
type Question = Answer<'ProposeObligationBody'>;

/** What the fields that describe a contract hold, as typed; they can be edited later. */
export interface TypedDetails {
  readonly title: string;
  readonly reference: string;
  readonly unitId: string;
  readonly categoryCode: string;
  readonly tenderReference: string;
  readonly cpv: string;
  readonly value: string;
  readonly wageShare: string;
  readonly extensionOptions: readonly { readonly months: string; readonly decideOn: string }[];
}

/** What the form of a new contract holds, as typed. */
export interface TypedContract extends TypedDetails, TypedObligation {
  readonly principalCode: string;
  readonly number: string;
  readonly kvkNumber: string;
  readonly supplierName: string;
  readonly awardedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export const EMPTY_CONTRACT: TypedContract = {
  ...EMPTY_OBLIGATION,
  principalCode: '',
  title: '',
  reference: '',
  number: '',
  unitId: '',
  categoryCode: '',
  tenderReference: '',
  kvkNumber: '',
  supplierName: '',
  awardedOn: '',
  startsOn: '',
  endsOn: '',
  cpv: '',
  value: '',
  wageShare: '',
  extensionOptions: [],
};

const text = (typed: string) => typed.trim() || null;

/** What describes a contract, as the API takes it; what is left empty is null. */
function detailsOf(typed: TypedDetails) {
  return {
    reference: text(typed.reference),
    unitId: text(typed.unitId),
    categoryCode: text(typed.categoryCode),
    tenderReference: text(typed.tenderReference),
    cpv: text(typed.cpv),
    valueCents: readCents(typed.value),
    wageShareBp: readBp(typed.wageShare),
    extensionOptions: typed.extensionOptions.map(({ months, decideOn }) => ({
      months: readWhole(months) ?? 0,
      decideOn: readDay(decideOn) ?? '',
    })),
  };
}

const CPV = /^\d{8}-\d$/;

/** What a rule can be asked by what is typed so far; null while the days are not there, or in the wrong order. */
export function questionOf(
  typed: Pick<TypedContract, 'awardedOn' | 'startsOn' | 'endsOn' | 'cpv' | 'value' | 'wageShare' | 'ruleCode'>,
): Question | null {
  const awardedOn = readDay(typed.awardedOn);
  const startsOn = readDay(typed.startsOn);
  const endsOn = readDay(typed.endsOn);
  if (awardedOn === null || startsOn === null || endsOn === null || endsOn < startsOn) return null;
  const cpv = typed.cpv.trim();
  return {
    awardedOn,
    startsOn,
    endsOn,
    // A code that is half typed is not known yet.
    cpv: CPV.test(cpv) ? cpv : null,
    valueCents: readCents(typed.value),
    wageShareBp: readBp(typed.wageShare),
    ruleCode: typed.ruleCode || null,
  };
}

/** The contract that was typed, as the API takes it. The form has checked every field before. */
export function contractOf(typed: TypedContract, proposal: Proposal | undefined): Answer<'RegisterContractBody'> {
  const exempt = typed.choice === 'EXEMPTION';
  return {
    ...detailsOf(typed),
    regime: exempt ? null : typed.choice === 'FORM_FREE' ? 'TAILORED' : 'STANDARD',
    number: text(typed.number),
    principalCode: typed.principalCode,
    supplier: { kvkNumber: typed.kvkNumber.trim(), name: text(typed.supplierName) },
    title: typed.title.trim(),
    awardedOn: readDay(typed.awardedOn) ?? '',
    startsOn: readDay(typed.startsOn) ?? '',
    endsOn: readDay(typed.endsOn) ?? '',
    obligation: exempt ? null : obligationOf(typed, proposal),
    exemption: exempt ? exemptionOf(typed) : null,
  };
}

const FIELDS: Readonly<Record<string, keyof TypedContract>> = {
  '/supplier': 'kvkNumber',
  '/supplier/kvkNumber': 'kvkNumber',
  '/supplier/name': 'supplierName',
  '/valueCents': 'value',
  '/wageShareBp': 'wageShare',
};
/** The field that a pointer of the API means; nothing for a field of the same name. */
export const contractFieldOf = (pointer: string): keyof TypedContract | undefined =>
  FIELDS[pointer] ?? obligationFieldOf(pointer);

/** The details of a contract as somebody would type them. */
export function typedDetails(contract: Contract): TypedDetails {
  return {
    title: contract.title,
    reference: contract.reference ?? '',
    unitId: contract.unitId ?? '',
    categoryCode: contract.categoryCode ?? '',
    tenderReference: contract.tenderReference ?? '',
    cpv: contract.cpv ?? '',
    value: typedHundredths(contract.valueCents),
    wageShare: typedHundredths(contract.wageShareBp),
    extensionOptions: contract.extensionOptions.map(({ months, decideOn }) => ({
      months: String(months),
      decideOn: typedDay(decideOn),
    })),
  };
}

/** Only what somebody changed about a contract, so that what another changed meanwhile stays. */
export function editOf(before: Contract, typed: TypedDetails): Omit<Answer<'EditContractBody'>, 'version'> {
  const after = { title: typed.title.trim(), ...detailsOf(typed) };
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Contract]),
  );
  return Object.fromEntries(changed);
}

/** The names of the fields in which two versions of a contract differ, of those that can be edited. */
export function differences(one: Contract, other: Contract): (keyof TypedDetails)[] {
  const [left, right] = [typedDetails(one), typedDetails(other)];
  return (Object.keys(left) as (keyof TypedDetails)[]).filter(
    (name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]),
  );
}
