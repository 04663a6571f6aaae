import { addDays, quarterStart, type LocalDate } from '@sr/kernel';
import type { PlanFacts } from './plan-items';
import {
  REPORTERS,
  ofNetwork,
  ofPrincipal,
  ofSupplier,
  workItem,
  type Party,
  type Subject,
  type WorkItem,
  type WorkItemKind,
} from './work-item';

/** The supplier that something is of. */
export interface OfSupplier {
  readonly supplierKvkNumber: string;
  readonly supplierName: string | null;
}

/** A report that was begun and is not submitted. */
export interface DraftFacts extends OfSupplier {
  readonly id: string;
  readonly number: number;
  readonly quarter: LocalDate;
  /** 1 for the report of the quarter; later ones add to it and are never late. */
  readonly sequence: number;
  readonly state: 'DRAFT' | 'CHECKED';
  readonly dueOn: LocalDate;
  readonly hasLines: boolean;
  readonly lastEditedBy: string;
}

/**
 * What waits on a report that is not submitted. With lines and after its quarter a draft waits for the colleagues of who
 * changed it last, to be checked; and for that person, to be finished.
 * @param activePeople how many take part for the supplier group: one alone has nobody to check
 */
export function draftItems(
  report: DraftFacts,
  plan: PlanFacts,
  { activePeople, today }: { readonly activePeople: number; readonly today: LocalDate },
): WorkItem[] {
  const isOver = quarterStart(report.quarter) < quarterStart(today);
  const item = (kind: WorkItemKind, party: Party): WorkItem => {
    const subject: Subject = { type: 'REPORT', id: report.id, name: null };
    // What is added to a quarter later is never late, and nobody is asked for it.
    const isFirst = report.sequence === 1;
    const days = {
      since: isFirst && isOver ? nextQuarter(report.quarter) : null,
      dueOn: isFirst ? report.dueOn : null,
    };
    const told = {
      ...ofReport(plan, report),
      reportId: report.id,
      reportNumber: report.number,
      quarter: report.quarter,
    };
    return workItem(kind, subject, party, { ...told, ...days });
  };
  if (report.state === 'CHECKED') return [item('REPORT_TO_SUBMIT', supplierOf(plan, ['SUPPLIER_COORDINATOR']))];
  if (!report.hasLines || !isOver || activePeople < 2) return [item('REPORT_TO_MAKE', supplierOf(plan))];
  const { lastEditedBy } = report;
  return [
    item('REPORT_TO_MAKE', { ...supplierOf(plan), named: [lastEditedBy], only: lastEditedBy }),
    item('REPORT_TO_CHECK', { ...supplierOf(plan), except: lastEditedBy }),
  ];
}

/** A quarter of which nothing was submitted in a plan. */
export interface UnreportedFacts extends OfSupplier {
  readonly quarter: LocalDate;
  readonly dueOn: LocalDate;
  readonly begun: boolean;
}

/** What a quarter without a report asks: of the supplier to open it, and of who verifies to ask after it once it is late. */
export function unreportedItems(missing: UnreportedFacts, plan: PlanFacts, today: LocalDate): WorkItem[] {
  const { quarter, dueOn, begun } = missing;
  const known = { ...ofReport(plan, missing), quarter, dueOn };
  const since = nextQuarter(quarter);
  return [
    ...(begun ? [] : [workItem('REPORT_TO_OPEN', subjectOf(plan), supplierOf(plan), { ...known, since })]),
    ...(dueOn < today ? [workItem('REPORT_LATE', subjectOf(plan), followerOf(plan), known)] : []),
  ];
}

/** The first day after a quarter: no quarter is longer than a hundred days, and no two are shorter. */
const nextQuarter = (quarter: LocalDate): LocalDate => quarterStart(addDays(quarter, 100));

/** What waits in a plan for a decision. */
export interface WaitingFacts {
  readonly count: number;
  readonly withWarnings: number;
  readonly dueOn: LocalDate;
}

/** The claims of a plan that wait for who verifies it. */
export function waitingItem({ count, withWarnings, dueOn }: WaitingFacts, plan: PlanFacts): WorkItem {
  const { supplierName } = plan;
  const party = plan.verifiedBy === null ? ofNetwork('VERIFIER') : ofPrincipal(plan.verifiedBy, 'VERIFIER');
  const { id: planId, name: planName, around } = plan;
  const known = { planId, planName, around, supplierName, principalCode: plan.verifiedBy, dueOn };
  return workItem('CLAIMS_TO_DECIDE', subjectOf(plan), party, { ...known, count, countWithWarnings: withWarnings });
}

/** Claims that were refused or taken back and did not come again. */
export interface RefusedFacts extends OfSupplier {
  readonly quarter: LocalDate;
  readonly reportId: string | null;
  readonly reportNumber: number | null;
  readonly count: number;
  readonly since: LocalDate;
}

/** The claims of a quarter that the supplier can put right. */
export function refusedItem(refused: RefusedFacts, plan: PlanFacts): WorkItem {
  const { quarter, reportId, reportNumber, count, since } = refused;
  const subject: Subject = reportId === null ? subjectOf(plan) : { type: 'REPORT', id: reportId, name: null };
  const known = { ...ofReport(plan, refused), quarter, reportId, reportNumber, count, since };
  return workItem('CLAIMS_TO_CORRECT', subject, supplierOf(plan), known);
}

/** A count below this is of few people, and not shown outside the verifying team. */
const FEWEST_SHOWN = 5;

/**
 * What a reader hears who does not see the reports and claims of a plan: how many reports are to come, that claims wait
 * (and how many, when they are not few), and nothing else. That a report is late is told to the principal that verifies.
 * @param own the principals for which the reader works
 */
export function itemsForOutsiders(
  { missing, waiting }: { readonly missing: readonly UnreportedFacts[]; readonly waiting: readonly WaitingFacts[] },
  plan: PlanFacts,
  { own, today }: { readonly own: readonly string[]; readonly today: LocalDate },
): WorkItem[] {
  const { id: planId, name: planName, supplierName, around } = plan;
  const dueOn = missing.map((one) => one.dueOn).sort()[0];
  const known = { planId, planName, supplierName, around, dueOn: dueOn ?? null, count: missing.length };
  const late = missing
    .flatMap((one) => unreportedItems(one, plan, today))
    .filter(({ kind, waitsFor }) => kind === 'REPORT_LATE' && own.includes(waitsFor.principalCode ?? ''));
  return [
    ...(missing.length === 0 ? [] : [workItem('REPORTS_TO_COME', subjectOf(plan), supplierOf(plan), known)]),
    ...late,
    ...waiting.map((one) => withoutFew(waitingItem(one, plan))),
  ];
}

/** An item on claims as who does not verify them hears of it: without a count of few, and without their warnings. */
export function withoutFew(item: WorkItem): WorkItem {
  return { ...item, count: (item.count ?? 0) >= FEWEST_SHOWN ? item.count : null, countWithWarnings: null };
}

const subjectOf = ({ id, name }: PlanFacts): Subject => ({ type: 'PLAN', id, name });

/** What is told of a plan in an item on what a supplier does in it. */
export const ofReport = (
  { id: planId, name: planName, around }: PlanFacts,
  { supplierKvkNumber, supplierName }: OfSupplier,
) => ({ planId, planName, around, supplierKvkNumber, supplierName });

export const supplierOf = ({ supplierGroupId, supplierContacts: named }: PlanFacts, roles = REPORTERS): Party =>
  ofSupplier(supplierGroupId, roles, { named });

/** Who asks after a report: the network, or the principal that verifies the plan. */
const followerOf = ({ verifiedBy, clientContacts: named }: PlanFacts): Party =>
  verifiedBy === null
    ? ofNetwork('NETWORK_COORDINATOR', { named })
    : ofPrincipal(verifiedBy, 'CONTRACT_MANAGER', { named });
