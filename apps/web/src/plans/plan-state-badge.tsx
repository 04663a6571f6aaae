import { useLanguage } from '../shell/language';
import { Badge } from '../ui/feedback';
import { labels } from '../words/labels';

const TONE = { DRAFT: 'neutral', SUBMITTED: 'notice', RETURNED: 'bad', APPROVED: 'good', ENDED: 'quiet' } as const;

/** How far a plan is. */
export function PlanStateBadge({ state }: { readonly state: keyof typeof TONE }) {
  return <Badge tone={TONE[state]}>{labels[useLanguage()].planState[state]}</Badge>;
}
