import { api, type Answer } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { Loaded } from '../ui/feedback';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { DatedTable } from './dated-table';
import { referenceWords } from './reference-words';

const texts = words({
  nl: { kinds: 'Bij', practice: 'Zo gaat het in de praktijk' },
  en: { kinds: 'For', practice: 'Common practice' },
});

type Labels = (typeof labels)['nl'];

/** What suppliers may declare as evidence, and for which kinds of contributions. */
export function EvidenceTypes() {
  const t = useWords(texts);
  const shared = useWords(referenceWords);
  const language = useLanguage();
  const types = api.useQuery('get', '/evidence-types');
  const named = (row: Answer<'EvidenceTypeAnswer'>) => ({
    ...row,
    // The one source that is no publication; the register has it in English.
    source: row.source === 'common practice' ? t.practice : row.source,
    name: labels[language].evidenceType[row.code as keyof Labels['evidenceType']] ?? row.name,
  });
  return (
    <Loaded of={types}>
      {({ items }) => (
        <DatedTable
          caption={shared.evidence}
          rows={items.map(named)}
          more={[
            {
              key: 'kinds',
              head: t.kinds,
              cell: ({ kinds }) =>
                kinds.map((kind) => labels[language].claimKind[kind as keyof Labels['claimKind']]).join(', '),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
