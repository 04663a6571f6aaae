import { Outlet, useLocation } from 'react-router';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { organisationWords } from './organisation-words';

const GROUPS = '/organisaties/leveranciersgroepen';

/** Principals and supplier groups, each list a tab. */
export function OrganisationsPage() {
  const t = useWords(organisationWords);
  const { can } = useSession();
  const { pathname } = useLocation();
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={
        can('organisations.write') && (
          <>
            <LinkButton to="/stamgegevens">{t.reference}</LinkButton>
            {pathname === GROUPS && (
              <LinkButton weight="primary" to={`${GROUPS}/nieuw`}>
                {t.newGroup}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Tabs
        label={t.tabs}
        tabs={[
          { to: '/organisaties', label: t.principals },
          { to: GROUPS, label: t.groups },
        ]}
      />
      <Outlet />
    </Page>
  );
}
