import type { Answer } from '../api/client';
import { useLanguage } from '../shell/language';
import { labels } from '../words/labels';
import { Badge } from './feedback';

// The states that more than one area shows; one that a single area shows has its badge there.

const CLAIM_TONE = { CLAIMED: 'notice', ACCEPTED: 'good', REJECTED: 'bad', REVERSED: 'bad' } as const;
const PROPOSAL_TONE = { PROPOSED: 'notice', AGREED: 'good', DECLINED: 'quiet', WITHDRAWN: 'quiet' } as const;
const VERDICT_TONE = { SUFFICIENT: 'good', INSUFFICIENT: 'bad' } as const;

/** What was answered on a claim. */
export function ClaimBadge({ status }: Pick<Answer<'ClaimSummary'>, 'status'>) {
  return <Badge tone={CLAIM_TONE[status]}>{labels[useLanguage()].claimStatus[status]}</Badge>;
}

/** Where a proposal to join a plan stands. */
export function ProposalBadge({ state }: Pick<Answer<'PlanProposalAnswer'>, 'state'>) {
  return <Badge tone={PROPOSAL_TONE[state]}>{labels[useLanguage()].proposalState[state]}</Badge>;
}

/** What whoever verifies thinks of a piece of evidence. */
export function VerdictBadge({ verdict }: { readonly verdict: keyof typeof VERDICT_TONE }) {
  return <Badge tone={VERDICT_TONE[verdict]}>{labels[useLanguage()].evidenceVerdict[verdict]}</Badge>;
}
