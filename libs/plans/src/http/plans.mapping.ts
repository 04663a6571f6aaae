import type { Obligation } from '@sr/contracts';
import type { Page } from '@sr/platform';
import { CONTACT_FIELDS } from '../domain/contacts';
import type { Contacts } from '../domain/plan';
import type { PlanLine } from '../domain/plan-line';
import type { PlanDraft, PlanEdit } from '../plan-changes.service';
import type { FragmentationReport } from '../plan-figures.service';
import type { LineView, PlanDetail, PlanMember, PlanSummary, ProposalView } from '../plan-views.service';
import type { PlanAnswer } from './plan.dto';
import type { FragmentationReportAnswer } from './plan-figures.dto';
import type { PlanProposalAnswer, PlanProposalPage } from './plan-proposals.dto';
import type {
  EditPlanBody,
  MakePlanBody,
  PlanContactFields,
  PlanLineAnswer,
  PlanLineFields,
  PlanMemberAnswer,
  PlanObligation,
  PlanPage,
  PlanPerson,
  PlanSummaryAnswer,
} from './plans.dto';

/** What is not begun counts for half, unless somebody says how sure it is. */
const CONFIDENCE_BP = 5000;

export function toDraft({
  name,
  kind,
  supplierGroupId,
  valueTable,
  contractIds,
  dueOn,
  ...body
}: MakePlanBody): PlanDraft {
  return { name, kind, supplierGroupId, valueTable, contractIds, dueOn, ...toContacts(body) };
}

export function toEdit({ version, name, dueOn, reason, ...body }: EditPlanBody): PlanEdit {
  return { version, name, dueOn, reason, ...toContacts(body) };
}

/** The contacts that the request says something about. */
function toContacts(body: PlanContactFields): Partial<Contacts> {
  return Object.fromEntries(
    CONTACT_FIELDS.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])),
  );
}

export function toLine({ block, from, to, ...line }: PlanLineFields): PlanLine {
  return {
    block,
    from,
    to,
    persons: line.persons ?? null,
    centihours: line.centihours ?? null,
    invoiceCents: line.invoiceCents ?? null,
    region: line.region ?? null,
    partner: line.partner ?? null,
    confidenceBp: line.confidenceBp ?? CONFIDENCE_BP,
  };
}

export function toPlanPage({ items, next }: Page<PlanSummary>): PlanPage {
  return { items: items.map(toSummary), next };
}

function toSummary(plan: PlanSummary): PlanSummaryAnswer {
  const { id, name, kind, state, supplierGroupId, supplierGroupName, valueTable, verifiedBy, dueOn, overdue } = plan;
  const person = (field: keyof Contacts): PlanPerson | null => {
    const personId = plan[field];
    return personId === null ? null : { personId, name: plan.contactNames[field] };
  };
  return {
    id,
    name,
    kind,
    state,
    supplierGroupId,
    supplierGroupName,
    valueTable,
    verifiedBy,
    clientLead: person('clientLeadId'),
    clientDeputy: person('clientDeputyId'),
    supplierLead: person('supplierLeadId'),
    supplierDeputy: person('supplierDeputyId'),
    dueOn,
    overdue,
    ...plan.seen,
    version: plan.version,
  };
}

export function toPlanAnswer(plan: PlanDetail): PlanAnswer {
  const { submittedByName, stateReason, edition, others, plannedCents, expectedCents } = plan;
  return {
    ...toSummary(plan),
    recordedAt: plan.recordedAt.toISOString(),
    submittedByName,
    stateReason,
    edition,
    members: plan.members.map(toMember),
    others,
    proposals: plan.proposals.map(toProposal),
    lines: plan.lines.map(toLineAnswer),
    extensions: plan.extensions.map(({ fromDay, toDay, reason, extendedByName, recordedAt }) => {
      return { from: fromDay, to: toDay, reason, extendedBy: extendedByName, extendedAt: recordedAt.toISOString() };
    }),
    plannedCents,
    expectedCents,
  };
}

const toMember = (member: PlanMember): PlanMemberAnswer => ({
  ...toObligation(member),
  joinedAt: member.joinedAt.toISOString(),
});

function toObligation(obligation: Obligation): PlanObligation {
  const { id, number, title, principalCode, supplierKvkNumber, amountCents, terms } = obligation;
  const goal = terms.kind === 'FORM_FREE' ? terms : null;
  return {
    contractId: id,
    number,
    title,
    principal: principalCode,
    supplierKvkNumber,
    amountCents: goal ? null : amountCents,
    goalUnit: goal?.goalUnit ?? null,
    goal: goal?.goal ?? null,
    startsOn: obligation.startsOn,
    endsOn: obligation.endsOn,
    settledOn: obligation.settledOn,
  };
}

const toLineAnswer = ({ warnings, ...line }: LineView): PlanLineAnswer => ({ ...line, warnings: [...warnings] });

export function toProposalPage({ items, next }: Page<ProposalView>): PlanProposalPage {
  return { items: items.map(toProposal), next };
}

function toProposal(proposal: ProposalView): PlanProposalAnswer {
  const { planId, planName, valueTable, presentPlanId, state, reason, agreedValueTable } = proposal;
  return {
    planId,
    planName,
    valueTable,
    obligation: toObligation(proposal.obligation),
    presentPlanId,
    state,
    proposedByName: proposal.proposedByName,
    proposedAt: proposal.proposedAt.toISOString(),
    answeredByName: proposal.answeredByName,
    answeredAt: proposal.answeredAt?.toISOString() ?? null,
    reason,
    agreedValueTable,
  };
}

export function toFragmentation({
  on,
  before,
  after,
  principals,
  unseen,
}: FragmentationReport): FragmentationReportAnswer {
  return {
    on,
    before,
    after,
    principals: principals.map(({ principalCode: principal, ...both }) => ({ principal, ...both })),
    unseen,
  };
}
