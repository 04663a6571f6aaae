import type { Answer } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { Badge } from '../ui/feedback';
import { labels } from '../words/labels';
import { tableWords } from './table-words';

const TONE = { PROPOSED: 'notice', APPROVED: 'good', REFUSED: 'bad', WITHDRAWN: 'quiet' } as const;

/** How far a version is, and whether it is only an example, in words. */
export function TableState({ state, example }: Pick<Answer<'ValueTableSummaryAnswer'>, 'state' | 'example'>) {
  const t = useWords(tableWords);
  const language = useLanguage();
  return (
    <>
      <Badge tone={TONE[state]}>{labels[language].valueTableState[state]}</Badge>{' '}
      {example && <Badge tone="quiet">{t.example}</Badge>}
    </>
  );
}
