import type { Cents, LocalDate } from '@sr/kernel';
import type { StoredSignal } from './signal';
import { ofNetwork, ofPrincipal, ofSupplier, workItem, type Around, type WorkItem } from './work-item';

/** A plan with what is told of it in every item about it. */
export interface PlanFacts {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly supplierGroupId: string;
  readonly supplierName: string | null;
  /** The principal that verifies it; null is the network. */
  readonly verifiedBy: string | null;
  /** Who is named on each side, by id: the lead first. */
  readonly clientContacts: readonly string[];
  readonly supplierContacts: readonly string[];
  readonly madeOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly around: Around;
}

/** A plan whose plan of action is not approved: whose approval it waits for (null: the network's), and who handed it in. */
export interface UnfinishedFacts extends PlanFacts {
  readonly approver: string | null;
  /** The day on which it was last handed in, sent back or amended. */
  readonly stepOn: LocalDate | null;
  readonly submittedBy: string | null;
}

/** What waits on a plan of action. */
export function planItems(plan: UnfinishedFacts): WorkItem[] {
  const subject = { type: 'PLAN', id: plan.id, name: plan.name } as const;
  const { supplierName, madeOn: since, dueOn, around } = plan;
  const known = { planId: plan.id, planName: plan.name, supplierName, around, dueOn };
  const supplier = ofSupplier(plan.supplierGroupId, ['SUPPLIER_COORDINATOR'], { named: plan.supplierContacts });
  switch (plan.state) {
    case 'DRAFT':
      return [workItem('PLAN_TO_WRITE', subject, supplier, { ...known, since })];
    case 'RETURNED':
      return [workItem('PLAN_RETURNED', subject, supplier, { ...known, since: plan.stepOn })];
    case 'SUBMITTED': {
      const narrowed = { named: plan.clientContacts, except: plan.submittedBy };
      const party =
        plan.approver === null
          ? ofNetwork('NETWORK_COORDINATOR', narrowed)
          : ofPrincipal(plan.approver, 'CONTRACT_MANAGER', narrowed);
      return [
        workItem('PLAN_TO_APPROVE', subject, party, {
          ...known,
          since: plan.stepOn,
          principalCode: plan.approver,
        }),
      ];
    }
    default:
      return [];
  }
}

/** A plan that is not expected to be filled, for its supplier and for who follows it on the other side. */
export function signalItems({ signal, since, remainingCents }: StoredSignal, plan: PlanFacts): WorkItem[] {
  if (signal !== 'AT_RISK' || plan.state === 'ENDED') return [];
  const { id, name, supplierName, supplierGroupId, supplierContacts, clientContacts: named, verifiedBy, around } = plan;
  const subject = { type: 'PLAN', id, name } as const;
  const known = { planId: id, planName: name, supplierName, around, since, cents: remainingCents };
  return [
    ofSupplier(supplierGroupId, ['SUPPLIER_COORDINATOR'], { named: supplierContacts }),
    verifiedBy === null
      ? ofNetwork('NETWORK_COORDINATOR', { named })
      : ofPrincipal(verifiedBy, 'CONTRACT_MANAGER', { named }),
  ].map((party) => workItem('GOING_WRONG', subject, party, known));
}

/** A proposal that waits, with the obligation that it is about. */
export interface ProposalFacts {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly title: string;
  readonly principalCode: string;
  /** Null of a goal without euros. */
  readonly amountCents: Cents | null;
  readonly proposedOn: LocalDate;
  /** Around the contract that is asked for, not around the plan: others have no part in the answer. */
  readonly around: Around;
}

/** The question to a principal that waits for its answer; it is wanted while the plan of action is not approved. */
export function proposalItem(proposal: ProposalFacts, plan: PlanFacts): WorkItem {
  const { contractId, contractNumber, title, principalCode, amountCents: cents, proposedOn: since } = proposal;
  return workItem(
    'PROPOSAL_TO_ANSWER',
    { type: 'CONTRACT', id: contractId, name: title },
    ofPrincipal(principalCode, 'CONTRACT_MANAGER'),
    {
      planId: plan.id,
      planName: plan.name,
      supplierName: plan.supplierName,
      contractId,
      contractNumber,
      principalCode,
      cents,
      since,
      dueOn: plan.state === 'APPROVED' ? null : plan.dueOn,
      around: proposal.around,
    },
  );
}

/** A version of a value table that somebody proposed. */
export interface TableFacts {
  readonly code: string;
  readonly name: string;
  readonly proposedBy: string;
  readonly proposedOn: LocalDate;
}

/** A value table that waits for a second person. */
export function tableItem({ code, name, proposedBy, proposedOn: since }: TableFacts): WorkItem {
  const party = ofNetwork('TABLE_STEWARD', { except: proposedBy });
  const around = { supplierGroupId: null, principalCodes: [], network: true };
  return workItem('VALUE_TABLE_TO_APPROVE', { type: 'VALUE_TABLE', id: code, name }, party, { since, around });
}
