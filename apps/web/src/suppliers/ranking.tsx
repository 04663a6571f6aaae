import { api } from '../api/client';
import { Standings } from '../pool/standings';
import { useLanguage, useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Loaded } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page } from '../ui/page';
import { labels } from '../words/labels';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Leveranciers',
    intro: 'Wie het meest open heeft staan, en hoe het daarmee gaat.',
    order: 'Bovenaan',
    count: 'Hoeveel',
    top: (count: number) => `De eerste ${count}`,
  },
  en: {
    title: 'Suppliers',
    intro: 'Who has most to fill, and how it goes.',
    order: 'On top',
    count: 'How many',
    top: (count: number) => `The first ${count}`,
  },
});

const ORDERS = ['OPEN', 'BEHIND', 'AT_RISK'] as const;
const COUNTS = [10, 25, 100] as const;

/** The top ten, and more where somebody asks. */
export function SupplierRanking() {
  const t = useWords(texts);
  const language = useLanguage();
  const [filters, change] = useAddressFilters(['order', 'limit']);
  const order = ORDERS.find((known) => known === filters.order) ?? 'OPEN';
  const limit = COUNTS.find((known) => String(known) === filters.limit) ?? 10;
  const ranking = api.useQuery('get', '/supplier-rankings', { params: { query: { order, limit } } });
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Filters>
        <Filter
          label={t.order}
          value={order}
          options={ORDERS.map((name) => ({ value: name, label: labels[language].rankingOrder[name] }))}
          onChange={(value) => change({ order: value })}
        />
        <Filter
          label={t.count}
          value={String(limit)}
          options={COUNTS.map((count) => ({ value: String(count), label: t.top(count) }))}
          onChange={(value) => change({ limit: value })}
        />
      </Filters>
      <Loaded of={ranking} lines={12}>
        {({ items }) => <Standings items={items} />}
      </Loaded>
    </Page>
  );
}
