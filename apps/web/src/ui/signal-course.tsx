import { api } from '../api/client';
import { day, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { words } from '../words/words';
import { Section } from './page';
import { byKey, Paged } from './paged';
import { SignalBadge } from './signal-badge';
import { Table } from './table';

const texts = words({
  nl: {
    title: 'Hoe het signaal veranderde',
    intro: 'Elke ochtend kijken we of het nog op koers ligt. Dit zijn de dagen waarop dat anders werd.',
    when: 'Vanaf',
    signal: 'Signaal',
    before: 'Daarvoor',
    first: 'nog geen signaal',
    risk: 'Verwacht tekort',
  },
  en: {
    title: 'How the signal changed',
    intro: 'Every morning we look whether it is still on course. These are the days on which that became different.',
    when: 'Since',
    signal: 'Signal',
    before: 'Before that',
    first: 'no signal yet',
    risk: 'Expected shortfall',
  },
});

/** The days on which the signal of a plan or a contract became another; nothing when it never did. */
export function SignalCourse(subject: { readonly planId: string } | { readonly contractId: string }) {
  const { can } = useSession();
  return can('forecasts.read') ? <Changes subject={subject} /> : null;
}

function Changes({ subject }: { readonly subject: { readonly planId?: string; readonly contractId?: string } }) {
  const t = useWords(texts);
  const language = useLanguage();
  const query = { limit: 10, ...subject };
  const changes = api.useInfiniteQuery('get', '/signal-changes', { params: { query } }, byKey);
  return (
    <Paged of={changes} lines={1} empty={null}>
      {(items) => (
        <Section title={t.title} intro={<p>{t.intro}</p>}>
          <Table
            caption={t.title}
            captionHidden
            rows={items}
            rowKey={({ id }) => String(id)}
            columns={[
              { key: 'when', head: t.when, names: true, cell: ({ changedOn }) => day(language, changedOn) },
              { key: 'signal', head: t.signal, cell: ({ after }) => <SignalBadge signal={after} /> },
              {
                key: 'before',
                head: t.before,
                cell: ({ before }) =>
                  before ? <SignalBadge signal={before} /> : <span className="soft">{t.first}</span>,
              },
              { key: 'risk', head: t.risk, number: true, cell: ({ atRiskCents }) => wholeEuros(language, atRiskCents) },
            ]}
          />
        </Section>
      )}
    </Paged>
  );
}
