import type { Answer } from '../api/client';
import { useLanguage } from '../shell/language';
import { Badge } from '../ui/feedback';
import { labels } from '../words/labels';

type State = Answer<'ContractAnswer'>['state'];
const TONE = {
  EXEMPTION_PROPOSED: 'notice',
  EXEMPT: 'quiet',
  OBLIGATION_MISSING: 'bad',
  OPEN: 'neutral',
  FINAL_ASSESSMENT: 'notice',
  REMEDY: 'notice',
  SETTLED: 'quiet',
} as const;

/** Where a contract stands, in a word. */
export function StateBadge({ state }: { readonly state: State }) {
  const language = useLanguage();
  return <Badge tone={TONE[state]}>{labels[language].contractState[state]}</Badge>;
}
