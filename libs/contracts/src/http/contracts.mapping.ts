import { AppError } from '@sr/kernel';
import type { Page } from '@sr/platform';
import type { ContractEdit, ContractEntry } from '../contract-desk.service';
import { obligationOrExemption } from '../contracts.errors';
import type { ContractWithSupplier } from '../contracts.service';
import type { ContractDetails } from '../domain/contract';
import type { ExemptionGrounds } from '../domain/exemption';
import type { ObligationTerms } from '../domain/obligation';
import type { ObligationEntry, RuleQuestion } from '../establish';
import type { ContractOrder } from '../persistence/contract-list.store';
import type { ContractAnswer, ContractPage } from './contract-answers.dto';
import type {
  ContractDetailsBody,
  ContractListQuery,
  EditContractBody,
  ObligationBody,
  RegisterContractBody,
} from './contracts.dto';
import type { ExemptionBody, ProposeObligationBody } from './obligations.dto';

/** What a contract manager entered. Refuses `contract.obligation_or_exemption` when it is not one of the two. */
export function toEntry(body: RegisterContractBody): ContractEntry {
  const { principalCode, title, awardedOn, startsOn, endsOn, number = null, reference = null, supplier } = body;
  const { kvkNumber, name = null } = supplier;
  return {
    number,
    reference,
    principalCode,
    title,
    awardedOn,
    startsOn,
    endsOn,
    ...toDetails(body),
    supplier: { kvkNumber, name },
    carries: carriedBy(body),
  };
}

function carriedBy({ obligation = null, exemption = null }: RegisterContractBody): ContractEntry['carries'] {
  if (obligation && !exemption) return { obligation: toObligationEntry(obligation) };
  if (exemption && !obligation) return { exemption: toGrounds(exemption) };
  throw new AppError('invalid-input', [obligationOrExemption()]);
}

const toDetails = ({
  unitId = null,
  categoryCode = null,
  cpv = null,
  valueCents = null,
  wageShareBp = null,
  extensionOptions = [],
  frameworkId = null,
  tenderReference = null,
  regime = null,
}: ContractDetailsBody): ContractDetails => ({
  unitId,
  categoryCode,
  cpv,
  valueCents,
  wageShareBp,
  extensionOptions: extensionOptions.map(toOption),
  frameworkId,
  tenderReference,
  regime,
});

const toOption = ({ months, decideOn }: ContractDetails['extensionOptions'][number]) => ({ months, decideOn });

/** The fields that an edit names; one that it leaves out stays as it is. */
export function toEdit({ version, extensionOptions, ...fields }: EditContractBody): ContractEdit {
  return { version, ...fields, ...(extensionOptions ? { extensionOptions: extensionOptions.map(toOption) } : {}) };
}

/** An obligation as it was entered. */
export function toObligationEntry(body: ObligationBody): ObligationEntry {
  const { ruleCode = null, deviationReason = null } = body;
  return { terms: toTerms(body), ruleCode, deviationReason };
}

function toTerms(body: ObligationBody): ObligationTerms {
  switch (body.kind) {
    case 'PERCENTAGE': {
      const { kind, basis, baseCents, rateBp, capCents = null } = body;
      return { kind, basis, baseCents, rateBp, capCents };
    }
    case 'FIXED':
      return { kind: body.kind, amountCents: body.amountCents };
    case 'FORM_FREE':
      return { kind: body.kind, goalUnit: body.goalUnit, goal: body.goal };
  }
}

export const toGrounds = ({ reason, text = null }: ExemptionBody): ExemptionGrounds => ({ reason, text });

export const toQuestion = ({
  awardedOn,
  startsOn,
  endsOn,
  cpv = null,
  valueCents = null,
  wageShareBp = null,
}: ProposeObligationBody): RuleQuestion => ({ awardedOn, startsOn, endsOn, cpv, valueCents, wageShareBp });

export const toOrder = ({ sort = 'number', order }: ContractListQuery): ContractOrder => ({
  sort,
  descending: order === 'desc',
});

export function toContractAnswer(contract: ContractWithSupplier): ContractAnswer {
  const { supplierKvkNumber: kvkNumber, supplierName: name, supplierGroupId, frameworkId, frameworkNumber } = contract;
  const { id, number, reference, principalCode, title, awardedOn, startsOn, endsOn, state, obligation } = contract;
  const { exemptionReason, unitId, categoryCode, cpv, valueCents, wageShareBp, extensionOptions } = contract;
  const { tenderReference, regime, inPlan, recordedAt, version } = contract;
  return {
    id,
    number,
    reference,
    principalCode,
    supplier: { kvkNumber, name, supplierGroupId },
    title,
    awardedOn,
    startsOn,
    endsOn,
    state,
    obligation,
    exemptionReason,
    unitId,
    categoryCode,
    cpv,
    valueCents,
    wageShareBp,
    extensionOptions,
    framework: frameworkId !== null && frameworkNumber !== null ? { id: frameworkId, number: frameworkNumber } : null,
    tenderReference,
    regime,
    inPlan,
    recordedAt: recordedAt.toISOString(),
    version,
  };
}

export const toContractPage = ({ items, next }: Page<ContractWithSupplier>): ContractPage => ({
  items: items.map(toContractAnswer),
  next,
});
