import type { Violation } from '@sr/kernel';

/** A plan's name is unique in its supplier group. */
export const planNameTaken = (name: string, field = 'plan'): Violation => ({
  code: 'plan.name_taken',
  field,
  params: { plan: name },
  message: `This supplier group has a plan ${name} already.`,
});

/** A plan lists an obligation once. */
export const obligationRepeated = (field: string, number: string): Violation => ({
  code: 'plan.obligation_repeated',
  field,
  params: { number },
  message: `Contract ${number} is listed more than once.`,
});

/** A plan follows the suppliers of one group; the ledger of that group is held by one writer at a time. */
export const supplierOutsidePlan = (kvkNumber: string): Violation => ({
  code: 'plan.supplier_outside_group',
  field: 'supplier',
  params: { kvkNumber },
  message: `Supplier ${kvkNumber} is not of the supplier group of this plan.`,
});

/** The plan is not there, or not for whoever asks. */
export const planUnknown = (field = ''): Violation => ({
  code: 'plan.unknown',
  field,
  message: 'There is no such plan.',
});

/** The proposal is not there, or not for whoever asks. */
export const proposalUnknown = (): Violation => ({
  code: 'proposal.unknown',
  message: 'This contract was not proposed for this plan.',
});

/** What is put into a plan is an obligation of a contract that one can see. */
export const planContractUnknown = (field: string): Violation => ({
  code: 'plan.contract_unknown',
  field,
  message: 'There is no such contract with an obligation.',
});

/** A list names a contract once. */
export const planContractRepeated = (field: string): Violation => ({
  code: 'plan.contract_repeated',
  field,
  message: 'This contract is listed more than once.',
});

/** The group is not there, or not for whoever asks. */
export const supplierGroupUnknown = (field: string): Violation => ({
  code: 'plan.supplier_group_unknown',
  field,
  message: 'There is no such supplier group.',
});

/** A principal makes plans for its own contracts; the network proposes those of several. */
export const contractOfAnother = (field: string): Violation => ({
  code: 'plan.contract_of_another',
  field,
  message: 'You make a plan for contracts of your own; ask the network to propose those of others.',
});

/** A plan that a principal makes is about something. */
export const contractsMissing = (): Violation => ({
  code: 'plan.contracts_missing',
  field: '/contractIds',
  message: 'Name at least one contract of your own for the plan.',
});

/** No value table has this code. */
export const valueTableUnknown = (): Violation => ({
  code: 'value-table.unknown',
  field: '/valueTableCode',
  message: 'There is no value table with this code.',
});
