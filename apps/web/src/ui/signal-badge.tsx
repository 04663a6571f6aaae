import { useLanguage } from '../shell/language';
import { labels } from '../words/labels';
import { Badge } from './feedback';

type Signal = 'ON_COURSE' | 'BEHIND' | 'AT_RISK';
const TONE = { ON_COURSE: 'good', BEHIND: 'notice', AT_RISK: 'bad' } as const;
const SIGN = { ON_COURSE: '●', BEHIND: '▲', AT_RISK: '■' } as const;

/** On course, behind or at risk: in a word, with a sign of its own, so that nobody has to tell colours apart. */
export function SignalBadge({ signal }: { readonly signal: Signal | null }) {
  const language = useLanguage();
  if (!signal) return null;
  return (
    <Badge tone={TONE[signal]}>
      <span aria-hidden="true">{SIGN[signal]} </span>
      {labels[language].signal[signal]}
    </Badge>
  );
}
