import { Outlet, useOutletContext, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { SignalBadge } from '../ui/signal-badge';
import { Tabs } from '../ui/tabs';
import { supplierWords } from './supplier-words';

/** What the parts of a supplier's page share. */
export interface Supplier extends Answer<'SupplierGroupAnswer'> {
  /** How it goes; undefined while that is being read, null where nothing is open or the reader may not know. */
  readonly standing: Answer<'RankedSupplierGroup'> | null | undefined;
}

/** The supplier of the address, for the parts of its page. */
export const useSupplier = () => useOutletContext<Supplier>();

/** One supplier as who is responsible for its obligations sees it: its signal on top, its parts at addresses of their own. */
export function SupplierPage() {
  const t = useWords(supplierWords);
  const { can, face } = useSession();
  const { supplierGroupId = '' } = useParams();
  const group = api.useQuery('get', '/supplier-groups/{supplierGroupId}', { params: { path: { supplierGroupId } } });
  const ranked = can('rankings.read');
  const query = { order: 'OPEN', limit: 100 } as const;
  const ranking = api.useQuery('get', '/supplier-rankings', { params: { query } }, { enabled: ranked });
  const found = ranking.data?.items.find((item) => item.supplierGroupId === supplierGroupId) ?? null;
  const standing = ranked && ranking.isPending ? undefined : found;
  const at = (part: string) => `/leveranciers/${supplierGroupId}${part}`;
  // Officials know the people of suppliers only at the network and where everything is read.
  const people = can('people.read') && (face === 'NETWORK' || face === 'OVERSIGHT');
  return (
    <LoadedPage of={group} lines={12}>
      {(supplier) => (
        <Page
          title={supplier.name}
          path={ranked ? [{ to: '/leveranciers', label: t.suppliers }] : []}
          intro={<p>{t.kvk(supplier.suppliers.map(({ kvkNumber }) => kvkNumber).join(', '))}</p>}
          state={standing && <SignalBadge signal={standing.signal} />}
          actions={
            can('plans.make') && (
              <LinkButton weight="primary" to={`/bundelen/${supplierGroupId}`}>
                {t.bundle}
              </LinkButton>
            )
          }
        >
          <Tabs
            label={t.tabs}
            tabs={[
              { to: at(''), label: t.overview },
              { to: at('/contracten'), label: t.contracts },
              ...(can('statements.read') ? [{ to: at('/verloop'), label: t.statement }] : []),
              ...(people ? [{ to: at('/mensen'), label: t.people }] : []),
            ]}
          />
          <Outlet context={{ ...supplier, standing } satisfies Supplier} />
        </Page>
      )}
    </LoadedPage>
  );
}
