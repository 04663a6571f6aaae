import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Tabs } from '../ui/tabs';
import { words } from '../words/words';

const texts = words({
  nl: {
    label: 'Onderdelen van de herinneringen',
    silences: 'Wie reageert niet',
    moments: 'Wanneer er een mail komt',
    mine: 'Mijn berichten',
  },
  en: {
    label: 'Parts of the reminders',
    silences: 'Who does not answer',
    moments: 'When a mail comes',
    mine: 'My messages',
  },
});

/** What there is to see about reminders; who is silent only for who may know. */
export function MonitoringTabs() {
  const t = useWords(texts);
  const { can } = useSession();
  return (
    <Tabs
      label={t.label}
      tabs={[
        ...(can('silences.read') ? [{ to: '/stilte', label: t.silences }] : []),
        { to: '/herinneringen', label: t.moments },
        { to: '/berichten', label: t.mine },
      ]}
    />
  );
}
