import { Outlet } from 'react-router';
import { useWords } from '../shell/language';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { operationsWords } from './operations-words';

/** What runs behind the screens: queues and failed jobs, the daily rounds, and mails that did not arrive. */
export function OperationsPage() {
  const t = useWords(operationsWords);
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Tabs
        label={t.tabs}
        tabs={[
          { to: '/beheer', label: t.queues },
          { to: '/beheer/rondes', label: t.sweeps },
          { to: '/beheer/mails', label: t.mails },
        ]}
      />
      <Outlet />
    </Page>
  );
}
