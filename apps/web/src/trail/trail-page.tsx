import { useLanguage, useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Filter, Filters } from '../ui/filters';
import { Page } from '../ui/page';
import { TrailList } from '../ui/trail-list';
import { labels } from '../words/labels';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Logboek',
    intro: 'Wie wat deed en wanneer. Niemand kan hier iets wijzigen of weghalen.',
    subject: 'Waarover',
    action: 'Wat',
    all: 'Alles',
  },
  en: {
    title: 'Audit trail',
    intro: 'Who did what and when. Nobody can change or remove anything here.',
    subject: 'About',
    action: 'What',
    all: 'Everything',
  },
});

type Subject = keyof (typeof labels)['nl']['auditSubject'];

/** All that was done in the reader's sight. */
export function TrailPage() {
  const t = useWords(texts);
  const language = useLanguage();
  const [filters, change] = useAddressFilters(['subject', 'action']);
  const { auditSubject, auditAction } = labels[language];
  const subjects = Object.keys(auditSubject) as Subject[];
  const subject = subjects.find((known) => known === filters.subject);
  const options = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Filters>
        <Filter
          label={t.subject}
          value={subject ?? ''}
          all={t.all}
          options={options(auditSubject)}
          onChange={(value) => change({ subject: value })}
        />
        <Filter
          label={t.action}
          value={filters.action ?? ''}
          all={t.all}
          options={options(auditAction)}
          onChange={(value) => change({ action: value })}
        />
      </Filters>
      <TrailList subject={subject} action={filters.action} />
    </Page>
  );
}
