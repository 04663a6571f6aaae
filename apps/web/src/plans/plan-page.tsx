import { Outlet, useParams } from 'react-router';
import { api } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Alert, Badge } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { labels } from '../words/labels';
import { PlanExtensionNotice } from './plan-more-time';
import { PlanStateBadge } from './plan-state-badge';
import { PlanSteps } from './plan-steps';
import { planWords } from './plan-words';

/** One plan: its state and steps on top, its parts each at an address of its own. */
export function PlanPage() {
  const t = useWords(planWords);
  const language = useLanguage();
  const { can, face } = useSession();
  const { planId = '' } = useParams();
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } });
  const at = (part: string) => `/plannen/${planId}${part}`;
  return (
    <LoadedPage of={plan}>
      {(found) => (
        <Page
          title={found.name}
          path={[{ to: '/plannen', label: t.title }]}
          intro={<p>{found.supplierGroupName}</p>}
          state={
            <>
              <PlanStateBadge state={found.state} />
              <Badge tone="quiet">{labels[language].planKind[found.kind]}</Badge>
            </>
          }
          actions={<PlanSteps plan={found} />}
        >
          {found.stateReason && found.state !== 'APPROVED' && (
            <Alert kind={found.state === 'RETURNED' ? 'warning' : 'info'} title={t.reasonOfState}>
              <p>{found.stateReason}</p>
            </Alert>
          )}
          <PlanExtensionNotice plan={found} />
          <Tabs
            label={t.tabs}
            tabs={[
              { to: at(''), label: t.overview },
              { to: at('/maatregelen'), label: t.lines },
              { to: at('/verplichtingen'), label: t.members },
              ...(can('statements.read') ? [{ to: at('/verloop'), label: t.statement }] : []),
              { to: at('/berichten'), label: t.messages },
              ...(can('plans.make') || face === 'SUPPLIER_GROUP' ? [{ to: at('/gegevens'), label: t.details }] : []),
            ]}
          />
          <Outlet context={found} />
        </Page>
      )}
    </LoadedPage>
  );
}
