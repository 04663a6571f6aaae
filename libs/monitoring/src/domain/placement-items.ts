import { addDays, type LocalDate } from '@sr/kernel';
import { wasHeld, type MilestoneFacts } from './milestone';
import type { PlanFacts } from './plan-items';
import { ofReport, supplierOf, type OfSupplier } from './report-items';
import { workItem, type Subject, type WorkItem } from './work-item';

/** Six weeks before the end of a placement what follows is arranged; so long before its end evidence is renewed. */
export const ENDING_DAYS = 42;
/** What follows a placement is talked about in its last quarter: an earlier talk was about another end. */
const FOLLOW_UP_DAYS = 92;
/** So long after its end evidence is asked for. */
export const EVIDENCE_ENDED_DAYS = 92;

/** A placement whose candidate has nearly used the counting limit. */
export interface LimitFacts extends OfSupplier {
  readonly placementId: string;
  readonly ref: string;
  readonly since: LocalDate | null;
}

/** Before the limit is reached there is time to talk about keeping the candidate. */
export function limitItems(placement: LimitFacts, plan: PlanFacts, milestones: readonly MilestoneFacts[]): WorkItem[] {
  const subject = placementOf(placement);
  if (wasHeld(milestones, 'RETENTION_TALK', subject)) return [];
  const known = { ...ofReport(plan, placement), since: placement.since };
  return [workItem('PLACEMENT_LIMIT_NEAR', subject, supplierOf(plan), known)];
}

/** A placement whose last day is near, of a candidate without a later one. */
export interface EndingFacts extends OfSupplier {
  readonly placementId: string;
  readonly ref: string;
  readonly endsOn: LocalDate;
}

/** The first day on which a talk is one about what follows a placement. */
export const followUpFrom = (endsOn: LocalDate): LocalDate => addDays(endsOn, -FOLLOW_UP_DAYS);

/** Before it ends there is time to find what follows. */
export function endingItems(
  placement: EndingFacts,
  plan: PlanFacts,
  milestones: readonly MilestoneFacts[],
  today: LocalDate,
): WorkItem[] {
  const [subject, dueOn] = [placementOf(placement), placement.endsOn];
  const since = addDays(dueOn, -ENDING_DAYS);
  if (today < since || today > dueOn || wasHeld(milestones, 'FOLLOW_UP', subject, followUpFrom(dueOn))) return [];
  return [workItem('PLACEMENT_ENDING', subject, supplierOf(plan), { ...ofReport(plan, placement), since, dueOn })];
}

/** Evidence that ends, of a running placement or of the seller of a purchase, without newer that holds longer. */
export interface EvidenceFacts extends OfSupplier {
  /** One of the two is there. */
  readonly placementId: string | null;
  readonly claimId: string | null;
  readonly name: string | null;
  readonly count: number;
  readonly validUntil: LocalDate;
}

/** Without valid evidence a verifier cannot accept what comes after it. */
export function evidenceItems(evidence: EvidenceFacts, plan: PlanFacts, today: LocalDate): WorkItem[] {
  const { placementId, claimId, name, count, validUntil: dueOn } = evidence;
  const since = addDays(dueOn, -ENDING_DAYS);
  if (today < since || today > addDays(dueOn, EVIDENCE_ENDED_DAYS)) return [];
  const subject: Subject =
    placementId === null ? { type: 'CLAIM', id: claimId ?? '', name } : { type: 'PLACEMENT', id: placementId, name };
  const known = { ...ofReport(plan, evidence), since, dueOn, count };
  return [workItem('EVIDENCE_EXPIRING', subject, supplierOf(plan), known)];
}

const placementOf = ({ placementId, ref }: { readonly placementId: string; readonly ref: string }) =>
  ({ type: 'PLACEMENT', id: placementId, name: ref }) as const;
