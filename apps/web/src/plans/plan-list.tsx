import { api } from '../api/client';
import { shortDay, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { Link } from '../ui/buttons';
import { Badge, Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { PlanStateBadge } from './plan-state-badge';
import { planWords } from './plan-words';

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ENDED'] as const;
const KINDS = ['BUNDLE', 'FORM_FREE'] as const;

/** The plans that the reader sees. */
export function PlanList() {
  const t = useWords(planWords);
  const language = useLanguage();
  const { face } = useSession();
  const [filters, change] = useAddressFilters(['state', 'kind']);
  const state = STATES.find((known) => known === filters.state);
  const kind = KINDS.find((known) => known === filters.kind);
  const plans = api.useInfiniteQuery('get', '/plans', { params: { query: { limit: 50, state, kind } } }, byKey);
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Filters>
        <Filter
          label={t.state}
          value={state ?? ''}
          all={t.allStates}
          options={STATES.map((value) => ({ value, label: labels[language].planState[value] }))}
          onChange={(value) => change({ state: value })}
        />
        <Filter
          label={t.kind}
          value={kind ?? ''}
          all={t.allKinds}
          options={KINDS.map((value) => ({ value, label: labels[language].planKind[value] }))}
          onChange={(value) => change({ kind: value })}
        />
      </Filters>
      <Paged
        of={plans}
        empty={
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.caption}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t.plan,
                names: true,
                cell: ({ id, name }) => <Link to={`/plannen/${id}`}>{name}</Link>,
              },
              ...(face === 'SUPPLIER_GROUP'
                ? []
                : [
                    {
                      key: 'supplier',
                      head: t.supplier,
                      cell: ({ supplierGroupName }: { supplierGroupName: string }) => supplierGroupName,
                    },
                  ]),
              { key: 'state', head: t.state, cell: ({ state: found }) => <PlanStateBadge state={found} /> },
              {
                key: 'obligations',
                head: t.obligations,
                number: true,
                cell: ({ obligations }) => whole(language, obligations),
              },
              {
                key: 'amount',
                head: t.amount,
                number: true,
                cell: ({ kind: found, amountCents }) =>
                  found === 'FORM_FREE' ? labels[language].planKind.FORM_FREE : wholeEuros(language, amountCents),
              },
              {
                key: 'due',
                head: t.due,
                cell: ({ dueOn, overdue }) => (
                  <>
                    {shortDay(language, dueOn)} {overdue && <Badge tone="bad">{t.overdue}</Badge>}
                  </>
                ),
              },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
