import type { StepOf } from './diary';
import { WrongDemo } from './manifest';
import { contractNumbered, supplierOfGroup, type Setting } from './setting';

type ContractStep =
  | StepOf<'contract'>
  | StepOf<'exemption'>
  | StepOf<'exemption-decision'>
  | StepOf<'settlement-proposed'>
  | StepOf<'settlement-answered'>
  | StepOf<'settlement-remedy'>
  | StepOf<'settlement-final'>;

/** A step of a principal on one of its contracts, or the supplier's answer to it. */
export async function liveContractStep(setting: Setting, step: ContractStep): Promise<void> {
  if (step.type === 'contract') return enterContract(setting, step);
  const { product, cast, days } = setting;
  const { allocation, exemptions, settlements, settlementSteps } = product;
  const actor = await cast.as(step.by);
  const { id } = await contractNumbered(product, step.contract);
  const version = (await settlements.settlement(actor, id)).settlement?.version ?? null;
  switch (step.type) {
    case 'exemption':
      await exemptions.propose(actor, id, step.grounds);
      return;
    case 'exemption-decision': {
      const waiting = (await exemptions.exemptions(actor, id)).exemptions.find(({ state }) => state === 'PROPOSED');
      if (!waiting) throw new WrongDemo([`no exemption of ${step.contract} waits`]);
      const { approve, reason } = step;
      await allocation.decideExemption(actor, id, waiting.id, { approve, reason });
      return;
    }
    case 'settlement-proposed': {
      const { outcome, factorBp, reason } = step;
      await settlementSteps.propose(actor, id, { version, outcome, factorBp, reason });
      return;
    }
    case 'settlement-answered': {
      const { agrees, text } = step;
      await settlementSteps.answer(actor, id, { version, agrees, text });
      return;
    }
    case 'settlement-remedy':
      await settlementSteps.grantRemedy(actor, id, { version, until: days.of(step.until), reason: step.reason });
      return;
    case 'settlement-final':
      await allocation.finishSettlement(actor, id, version ?? 0);
  }
}

/** A contract manager enters a contract: with its obligation, or with an exemption that a second person decides on. */
async function enterContract({ product, manifest, cast }: Setting, step: StepOf<'contract'>): Promise<void> {
  const { principal, supplier, obligation, exemption, deviationReason, tailored } = step;
  if ((obligation === undefined) === (exemption === undefined)) {
    throw new WrongDemo([`${step.number}: write either an obligation or an exemption`]);
  }
  const { number, title, awardedOn, startsOn, endsOn, cpv, valueCents, wageShareBp } = step;
  const { tenderReference, extensionOptions } = step;
  await product.contractDesk.enter(await cast.as(step.by), {
    number,
    reference: null,
    principalCode: principal,
    supplier: supplierOfGroup(manifest, supplier),
    title,
    awardedOn,
    startsOn,
    endsOn,
    cpv,
    valueCents,
    wageShareBp,
    tenderReference,
    extensionOptions,
    unitId: null,
    categoryCode: null,
    frameworkId: null,
    regime: tailored ? 'TAILORED' : 'STANDARD',
    carries: obligation
      ? { obligation: { terms: obligation, ruleCode: null, deviationReason } }
      : { exemption: exemption ?? { reason: 'OTHER', text: null } },
  });
}
