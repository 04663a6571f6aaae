import { api } from '../api/client';
import { useWords } from '../shell/language';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { StatementLines } from '../ui/statement-lines';
import { words } from '../words/words';
import { usePlan } from './use-plan';

const texts = words({
  nl: {
    title: 'Wat er in dit plan is geboekt',
    intro: 'Elke geaccepteerde bijdrage, verdeeld over de contracten, het nieuwste bovenaan.',
    year: 'Jaar van het werk',
    allYears: 'Alle jaren',
    none: 'Er is nog niets geboekt',
    noneWhy: 'Zodra een bijdrage is geaccepteerd, staat zij hier.',
  },
  en: {
    title: 'What was recorded in this plan',
    intro: 'Every accepted contribution, allocated to the contracts, the newest on top.',
    year: 'Year of the work',
    allYears: 'All years',
    none: 'Nothing was recorded yet',
    noneWhy: 'As soon as a contribution was accepted, it is here.',
  },
});

const YEARS = 6;

/** The ledger of the plan, as far as the reader may see. */
export function PlanStatement() {
  const t = useWords(texts);
  const { id } = usePlan();
  const [filters, change] = useAddressFilters(['year']);
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => String(now - back));
  const year = years.find((known) => known === filters.year);
  const query = { limit: 50, order: 'NEWEST_FIRST' as const, year: year === undefined ? undefined : Number(year) };
  const lines = api.useInfiniteQuery(
    'get',
    '/plans/{planId}/statement',
    { params: { path: { planId: id }, query } },
    byKey,
  );
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <Filters>
        <Filter
          label={t.year}
          value={year ?? ''}
          all={t.allYears}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(value) => change({ year: value })}
        />
      </Filters>
      <Paged
        of={lines}
        empty={
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => <StatementLines caption={t.title} items={items} contracts />}
      </Paged>
    </Section>
  );
}
