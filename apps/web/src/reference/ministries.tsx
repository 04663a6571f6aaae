import { api } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { Loaded } from '../ui/feedback';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { DatedTable } from './dated-table';
import { referenceWords } from './reference-words';

const texts = words({
  nl: { kind: 'Soort', intro: 'Ministeries splitsen en gaan samen. Een contract houdt het ministerie van zijn tijd.' },
  en: { kind: 'Kind', intro: 'Ministries split and merge. A contract keeps the ministry of its time.' },
});

/** Ministries and other principals through time. */
export function Ministries() {
  const t = useWords(texts);
  const shared = useWords(referenceWords);
  const language = useLanguage();
  const principals = api.useQuery('get', '/principals');
  return (
    <>
      <p className="section-intro">{t.intro}</p>
      <Loaded of={principals}>
        {({ items }) => (
          <DatedTable
            caption={shared.ministries}
            rows={items}
            more={[{ key: 'kind', head: t.kind, cell: ({ kind }) => labels[language].principalKind[kind] }]}
          />
        )}
      </Loaded>
    </>
  );
}
