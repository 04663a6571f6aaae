import { useQuery } from '@tanstack/react-query';
import { api, client } from '../api/client';
import { readAll } from '../api/read-all';
import { whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Empty, Loaded } from '../ui/feedback';
import { Page } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { bundlingWords } from './bundling-words';
import { scatteredGroups, type Scattered } from './scattered';

interface Row extends Scattered {
  readonly name: string;
  /** All that is open, in a plan or not, and how many plans; unknown to who reads no ranking. */
  readonly open: number | undefined;
  readonly plans: number | undefined;
}

/** All suppliers with something to bundle, the most scattered on top; for the network those with nothing loose as well. */
function useRows() {
  const { can } = useSession();
  const ranking = api.useQuery(
    'get',
    '/supplier-rankings',
    { params: { query: { order: 'OPEN', limit: 100 } } },
    { enabled: can('rankings.read') },
  );
  const loose = useQuery({
    queryKey: ['scattered-obligations'],
    queryFn: async () => {
      const query = { state: 'OPEN', inPlan: false, limit: 100 } as const;
      const [contracts, groups] = await Promise.all([
        readAll((after) => client.GET('/contracts', { params: { query: { ...query, after } } })),
        readAll((after) => client.GET('/supplier-groups', { params: { query: { limit: 100, after } } })),
      ]);
      return { groups: scatteredGroups(contracts), names: new Map(groups.map(({ id, name }) => [id, name])) };
    },
  });
  if (!loose.data || (can('rankings.read') && !ranking.data)) {
    return { data: undefined, error: loose.error ?? ranking.error, refetch: () => loose.refetch() };
  }
  const { groups, names } = loose.data;
  const ranked = new Map(ranking.data?.items.map((item) => [item.supplierGroupId, item]));
  const without = [...ranked.keys()].filter((id) => !groups.some(({ supplierGroupId }) => supplierGroupId === id));
  const nothing = { loose: 0, principals: [], amountCents: 0, medianCents: null };
  const data = [...groups, ...without.map((supplierGroupId) => ({ supplierGroupId, ...nothing }))].map(
    (group): Row => ({
      ...group,
      name: names.get(group.supplierGroupId) ?? ranked.get(group.supplierGroupId)?.name ?? group.supplierGroupId,
      open: ranked.get(group.supplierGroupId)?.obligations,
      plans: ranked.get(group.supplierGroupId)?.planCount,
    }),
  );
  return { data, error: null, refetch: () => loose.refetch() };
}

/** First step of bundling: a supplier whose obligations are scattered. */
export function SupplierChoice() {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const { face, can } = useSession();
  const rows = useRows();
  const columns: Column<Row>[] = [
    {
      key: 'supplier',
      head: t.supplier,
      names: true,
      cell: ({ supplierGroupId, name }) => <Link to={`/bundelen/${supplierGroupId}`}>{name}</Link>,
    },
    { key: 'loose', head: t.loose, number: true, cell: ({ loose }) => whole(language, loose) },
    ...(face === 'NETWORK' || face === 'OVERSIGHT'
      ? [{ key: 'principals', head: t.principals, cell: ({ principals }: Row) => principals.join(', ') }]
      : []),
    {
      key: 'amount',
      head: t.amount,
      number: true,
      cell: ({ loose, amountCents }) => (loose === 0 ? null : wholeEuros(language, amountCents)),
    },
    {
      key: 'median',
      head: t.median,
      number: true,
      cell: ({ medianCents }) => (medianCents === null ? null : wholeEuros(language, medianCents)),
    },
    ...(can('rankings.read')
      ? [
          { key: 'open', head: t.open, number: true, cell: ({ open }: Row) => whole(language, open) },
          { key: 'plans', head: t.plans, number: true, cell: ({ plans }: Row) => whole(language, plans) },
        ]
      : []),
  ];
  return (
    <Page title={t.title} intro={<p>{face === 'PRINCIPAL' ? t.introMinistry : t.introNetwork}</p>}>
      <Loaded of={rows} lines={10}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t.nothing}>
              <p>{t.nothingWhy}</p>
            </Empty>
          ) : (
            <>
              <Table
                caption={t.listCaption}
                captionHidden
                rows={found}
                rowKey={({ supplierGroupId }) => supplierGroupId}
                columns={columns}
              />
              <p className="soft">{t.medianMeans}</p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
