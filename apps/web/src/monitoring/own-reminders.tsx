import { useWords } from '../shell/language';
import { Page } from '../ui/page';
import { ReminderList } from '../ui/reminder-list';
import { words } from '../words/words';
import { MonitoringTabs } from './monitoring-tabs';

const texts = words({
  nl: {
    title: 'Mijn berichten',
    intro: 'Waarover wij u mailden, en of het intussen is gedaan. U krijgt hoogstens één mail per werkdag.',
  },
  en: {
    title: 'My messages',
    intro: 'What we mailed you about, and whether it was done since. You get at most one mail each working day.',
  },
});

/** What was sent to the reader. */
export function OwnReminders() {
  const t = useWords(texts);
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <MonitoringTabs />
      <ReminderList />
    </Page>
  );
}
