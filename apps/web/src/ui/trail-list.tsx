import { api } from '../api/client';
import { moment } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { Empty } from './feedback';
import { byKey, Paged } from './paged';
import { Table } from './table';

const texts = words({
  nl: {
    caption: 'Wat er is gedaan, het nieuwste bovenaan',
    when: 'Wanneer',
    who: 'Door wie',
    what: 'Wat',
    about: 'Waarover',
    why: 'Reden',
    product: 'Het systeem',
    none: 'Er is hier nog niets gedaan',
    noneWhy: 'Elke wijziging komt in het logboek te staan, met wie en wanneer.',
  },
  en: {
    caption: 'What was done, the newest on top',
    when: 'When',
    who: 'By whom',
    what: 'What',
    about: 'About',
    why: 'Reason',
    product: 'The system',
    none: 'Nothing was done here yet',
    noneWhy: 'Every change appears in the trail, with who and when.',
  },
});

type Subject = keyof (typeof labels)['nl']['auditSubject'];
type Action = keyof (typeof labels)['nl']['auditAction'];

interface TrailListProps {
  /** Only of this one thing; left out: of everything in sight. */
  readonly subject?: Subject;
  readonly subjectId?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The audit trail, of one thing or of all that the reader may know of. */
export function TrailList({ subject, subjectId, action, from, to }: TrailListProps) {
  const t = useWords(texts);
  const language = useLanguage();
  const query = { limit: 25, subject, subjectId, action, from, to };
  const lines = api.useInfiniteQuery('get', '/audit-trail', { params: { query } }, byKey);
  return (
    <Paged
      of={lines}
      empty={
        <Empty title={t.none}>
          <p>{t.noneWhy}</p>
        </Empty>
      }
    >
      {(items) => (
        <Table
          caption={t.caption}
          captionHidden
          rows={items}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'when', head: t.when, names: true, cell: ({ recordedAt }) => moment(language, recordedAt) },
            { key: 'who', head: t.who, cell: ({ actorName }) => actorName ?? t.product },
            {
              key: 'what',
              head: t.what,
              cell: (line) => labels[language].auditAction[line.action as Action] ?? line.action,
            },
            ...(subjectId === undefined
              ? [
                  {
                    key: 'about',
                    head: t.about,
                    cell: (line: { subject: Subject }) => labels[language].auditSubject[line.subject],
                  },
                ]
              : []),
            { key: 'why', head: t.why, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Paged>
  );
}
