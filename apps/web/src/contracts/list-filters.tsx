import { api } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { Button } from '../ui/buttons';
import { DayFilter, Filter, Filters, SearchFilter } from '../ui/filters';
import { labels } from '../words/labels';
import { contractListWords } from './contract-list-words';

const NAMES = [
  'search',
  'principalCode',
  'categoryCode',
  'supplierGroupId',
  'state',
  'obligationKind',
  'inPlan',
  'endsFrom',
  'endsTo',
  'sort',
] as const;
const MORE = ['principalCode', 'categoryCode', 'supplierGroupId', 'obligationKind', 'inPlan', 'endsFrom', 'endsTo'];
const SORTS = ['number.asc', 'endsOn.asc', 'amountCents.desc', 'awardedOn.desc', 'title.asc'] as const;
type State = keyof (typeof labels)['nl']['contractState'];
type Kind = 'PERCENTAGE' | 'FIXED' | 'FORM_FREE';
const KINDS: readonly Kind[] = ['PERCENTAGE', 'FIXED', 'FORM_FREE'];

/** What the address asks of the list of contracts, as the API takes it; what is no known value asks nothing. */
export function useListQuestion() {
  const [filters, change] = useAddressFilters(NAMES);
  const sorted = SORTS.find((known) => known === filters.sort) ?? 'number.asc';
  const [sort, order] = sorted.split('.') as [
    'number' | 'title' | 'awardedOn' | 'endsOn' | 'amountCents',
    'asc' | 'desc',
  ];
  const states = Object.keys(labels.nl.contractState) as State[];
  const { search, principalCode, categoryCode, supplierGroupId, endsFrom, endsTo } = filters;
  const question = {
    search: search?.trim() || undefined,
    principalCode,
    categoryCode,
    supplierGroupId,
    endsFrom,
    endsTo,
    state: states.find((known) => known === filters.state),
    obligationKind: KINDS.find((known) => known === filters.obligationKind),
    inPlan: filters.inPlan === undefined ? undefined : filters.inPlan === 'true',
    sort,
    order,
  };
  const narrowed = NAMES.some((name) => name !== 'sort' && filters[name] !== undefined);
  return { filters, change, question, sorted, narrowed };
}

/** The filters above the list of contracts. The three that are used most are in sight, the others one click away. */
export function ListFilters({ asked }: { readonly asked: ReturnType<typeof useListQuestion> }) {
  const t = useWords(contractListWords);
  const language = useLanguage();
  const { has } = useSession();
  const { filters, change, sorted, narrowed } = asked;
  const ownMinistryOnly = has('CONTRACT_MANAGER') || has('MINISTRY_READER');
  const principals = api.useQuery('get', '/principals', {}, { enabled: !ownMinistryOnly });
  const categories = api.useQuery('get', '/procurement-categories');
  const groups = api.useQuery('get', '/supplier-groups', { params: { query: { limit: 100 } } });
  const label = labels[language];
  return (
    <Filters>
      <SearchFilter
        label={t.search}
        value={filters.search ?? ''}
        onChange={(search) => change({ search }, { typing: true })}
      />
      <Filter
        label={t.state}
        value={filters.state ?? ''}
        all={t.allStates}
        options={Object.entries(label.contractState).map(([value, name]) => ({ value, label: name }))}
        onChange={(state) => change({ state })}
      />
      <Filter
        label={t.sort}
        value={sorted}
        options={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
        onChange={(sort) => change({ sort })}
      />
      <details className="more-filters" open={MORE.some((name) => filters[name as (typeof NAMES)[number]])}>
        <summary>{t.more}</summary>
        <div className="more-filters-fields">
          {!ownMinistryOnly && (
            <Filter
              label={t.principal}
              value={filters.principalCode ?? ''}
              all={t.allPrincipals}
              options={(principals.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(principalCode) => change({ principalCode })}
            />
          )}
          <Filter
            label={t.supplier}
            value={filters.supplierGroupId ?? ''}
            all={t.allSuppliers}
            options={(groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(supplierGroupId) => change({ supplierGroupId })}
          />
          <Filter
            label={t.category}
            value={filters.categoryCode ?? ''}
            all={t.allCategories}
            options={[
              { value: 'NONE', label: t.noCategory },
              ...(categories.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={(categoryCode) => change({ categoryCode })}
          />
          <Filter
            label={t.kind}
            value={filters.obligationKind ?? ''}
            all={t.allKinds}
            options={KINDS.map((value) => ({ value, label: label.obligationKind[value] }))}
            onChange={(obligationKind) => change({ obligationKind })}
          />
          <Filter
            label={t.inPlan}
            value={filters.inPlan ?? ''}
            all={t.either}
            options={[
              { value: 'true', label: t.yes },
              { value: 'false', label: t.no },
            ]}
            onChange={(inPlan) => change({ inPlan })}
          />
          <DayFilter label={t.endsFrom} value={filters.endsFrom ?? ''} onChange={(endsFrom) => change({ endsFrom })} />
          <DayFilter label={t.endsTo} value={filters.endsTo ?? ''} onChange={(endsTo) => change({ endsTo })} />
        </div>
      </details>
      {narrowed && (
        <Button weight="subtle" onClick={() => change(Object.fromEntries(NAMES.map((name) => [name, ''])))}>
          {t.clear}
        </Button>
      )}
    </Filters>
  );
}
