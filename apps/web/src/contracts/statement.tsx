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
import { useContract, type Contract } from './use-contract';

const texts = words({
  nl: {
    title: 'Wat er op deze verplichting is geboekt',
    intro:
      'Elke geaccepteerde bijdrage die voor dit contract meetelt, het nieuwste bovenaan. Van een bijdrage ziet u alleen het deel van dit contract.',
    year: 'Jaar van het werk',
    allYears: 'Alle jaren',
    none: 'Er is nog niets geboekt',
    noneWhy: 'Zodra een bijdrage van de leverancier is geaccepteerd, staat zij hier.',
    noneYear: 'In dit jaar is niets geboekt. Kies een ander jaar.',
  },
  en: {
    title: 'What was put on this obligation',
    intro:
      'Every accepted contribution that counts for this contract, the newest on top. Of a contribution you see only the part of this contract.',
    year: 'Year of the work',
    allYears: 'All years',
    none: 'Nothing was recorded yet',
    noneWhy: 'As soon as a contribution of the supplier is accepted, it is here.',
    noneYear: 'Nothing was recorded in this year. Choose another year.',
  },
});

/** The years in which there can be work for a contract: of its term, up to now, latest first. */
function yearsOf({ startsOn, endsOn }: Contract): string[] {
  const last = Math.min(Number(endsOn.slice(0, 4)), Number(today().slice(0, 4)));
  const first = Number(startsOn.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(last - index));
}

/** The statement of a contract: the lines of the ledger on its obligation. */
export function StatementTab() {
  const t = useWords(texts);
  const contract = useContract();
  const [filters, change] = useAddressFilters(['year']);
  const years = yearsOf(contract);
  const year = years.find((known) => known === filters.year);
  const lines = api.useInfiniteQuery(
    'get',
    '/contracts/{contractId}/statement',
    {
      params: {
        path: { contractId: contract.id },
        query: { limit: 50, order: 'NEWEST_FIRST', year: year === undefined ? undefined : Number(year) },
      },
    },
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
            <p>{year ? t.noneYear : t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => <StatementLines caption={t.title} items={items} />}
      </Paged>
    </Section>
  );
}
