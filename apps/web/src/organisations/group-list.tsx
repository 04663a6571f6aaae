import '../style/organisations.css';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Link } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Filters, SearchFilter } from '../ui/filters';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { useDebounced } from '../ui/use-debounced';
import { words } from '../words/words';
import { organisationWords } from './organisation-words';

const texts = words({
  nl: {
    search: 'Zoek op naam, code of KvK-nummer',
    none: 'Geen leveranciersgroep gevonden',
    noneWhy: 'Zoek op een ander deel van de naam, of maak een nieuwe groep.',
  },
  en: {
    search: 'Search by name, code or KvK number',
    none: 'No supplier group found',
    noneWhy: 'Search for another part of the name, or make a new group.',
  },
});

/** Groups of suppliers; what is searched for is in the address. */
export function GroupList() {
  const t = useWords(texts);
  const shared = useWords(organisationWords);
  const [{ zoek }, change] = useAddressFilters(['zoek']);
  const search = useDebounced(zoek?.trim()) || undefined;
  const groups = api.useInfiniteQuery('get', '/supplier-groups', { params: { query: { limit: 25, search } } }, byKey);
  return (
    <>
      <div className="group-search">
        <Filters>
          <SearchFilter
            label={t.search}
            value={zoek ?? ''}
            onChange={(text) => change({ zoek: text }, { typing: true })}
          />
        </Filters>
      </div>
      <Paged
        of={groups}
        empty={
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={shared.groups}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: shared.name,
                names: true,
                cell: ({ id, code, name }) => (
                  <>
                    <Link to={`/organisaties/leveranciersgroepen/${id}`}>{name}</Link>
                    <span className="cell-note">{code}</span>
                  </>
                ),
              },
              {
                key: 'suppliers',
                head: shared.suppliers,
                cell: ({ suppliers }) => (
                  <ul className="cell-list">
                    {suppliers.map(({ kvkNumber, name }) => (
                      <li key={kvkNumber}>
                        {name} ({kvkNumber})
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
      </Paged>
    </>
  );
}
