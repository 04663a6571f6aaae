import { Outlet } from 'react-router';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { referenceWords } from './reference-words';

/** The lists by which the product works, one a tab. */
export function ReferencePage() {
  const t = useWords(referenceWords);
  const { can } = useSession();
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Tabs
        label={t.lists}
        tabs={[
          { to: '/stamgegevens', label: t.rules },
          { to: '/stamgegevens/categorieen', label: t.categories },
          { to: '/stamgegevens/regios', label: t.regions },
          { to: '/stamgegevens/bewijs', label: t.evidence },
          ...(can('organisations.read') ? [{ to: '/stamgegevens/ministeries', label: t.ministries }] : []),
        ]}
      />
      <Outlet />
    </Page>
  );
}
