import '../style/value-tables.css';
import { api } from '../api/client';
import { shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { Link, LinkButton } from '../ui/buttons';
import { Alert, Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { TableState } from './table-state';
import { tableWords } from './table-words';

const texts = words({
  nl: {
    intro:
      'Een waardetabel zegt wat een bijdrage waard is. De bedragen zijn fictief: niemand betaalt ze. Elk plan houdt de versie waarmee het begon.',
    propose: 'Stel een nieuwe versie voor',
    compare: 'Vergelijk twee versies',
    state: 'Status',
    allStates: 'Alle versies',
    caption: 'Versies van waardetabellen',
    name: 'Versie',
    used: 'In gebruik',
    usedSince: (date: string) => `Sinds ${date}`,
    unused: 'Nog niet',
    waiting: 'Wacht op uw besluit',
    waitingOther: 'Wacht op een besluit van een collega',
    none: 'Geen versies met deze status',
    noneWhy: 'Kies een andere status om meer versies te zien.',
  },
  en: {
    intro:
      'A value table says what a contribution is worth. The amounts are fictive: nobody pays them. Every plan keeps the version it began with.',
    propose: 'Propose a new version',
    compare: 'Compare two versions',
    state: 'State',
    allStates: 'All versions',
    caption: 'Versions of value tables',
    name: 'Version',
    used: 'In use',
    usedSince: (date: string) => `Since ${date}`,
    unused: 'Not yet',
    waiting: 'Waits for your decision',
    waitingOther: 'Waits for the decision of a colleague',
    none: 'No versions with this state',
    noneWhy: 'Choose another state to see more versions.',
  },
});

const STATES = ['PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN'] as const;

/** The versions of value tables, with those that wait for a decision on top. */
export function TableList() {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const language = useLanguage();
  const { can } = useSession();
  const [filters, change] = useAddressFilters(['status']);
  const state = STATES.find((name) => name === filters.status);
  const tables = api.useInfiniteQuery('get', '/value-tables', { params: { query: { limit: 25, state } } }, byKey);
  return (
    <Page
      title={shared.tables}
      intro={<p>{t.intro}</p>}
      actions={
        <>
          <LinkButton to="/waardetabellen/vergelijken">{t.compare}</LinkButton>
          {can('value-tables.propose') && (
            <LinkButton weight="primary" to="/waardetabellen/nieuw">
              {t.propose}
            </LinkButton>
          )}
        </>
      }
    >
      {can('value-tables.approve') && <Waiting />}
      <Filters>
        <Filter
          label={t.state}
          value={state ?? ''}
          all={t.allStates}
          options={STATES.map((name) => ({ value: name, label: labels[language].valueTableState[name] }))}
          onChange={(value) => change({ status: value })}
        />
      </Filters>
      <Paged
        of={tables}
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
                head: t.name,
                names: true,
                cell: ({ code, name }) => (
                  <>
                    <Link to={`/waardetabellen/${code}`}>{name}</Link>
                    <span className="cell-note">{code}</span>
                  </>
                ),
              },
              { key: 'state', head: t.state, cell: (table) => <TableState {...table} /> },
              {
                key: 'from',
                head: shared.validFrom,
                cell: ({ validFrom }) => (validFrom ? shortDay(language, validFrom) : shared.validUnknown),
              },
              { key: 'source', head: shared.source, cell: ({ source }) => source?.publisher ?? shared.ownSource },
              {
                key: 'used',
                head: t.used,
                cell: ({ firstUsedAt }) =>
                  firstUsedAt ? t.usedSince(shortDay(language, firstUsedAt.slice(0, 10))) : t.unused,
              },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}

/** Proposals that nobody decided on yet: of a colleague, for the reader to decide; and the reader's own. */
function Waiting() {
  const t = useWords(texts);
  const query = { limit: 100, state: 'PROPOSED' } as const;
  const proposals = api.useQuery('get', '/value-tables', { params: { query } });
  const items = proposals.data?.items ?? [];
  return [false, true].map((own) => {
    const waiting = items.filter(({ isOwnProposal }) => isOwnProposal === own);
    if (waiting.length === 0) return null;
    return (
      <Alert key={String(own)} kind={own ? 'info' : 'warning'} title={own ? t.waitingOther : t.waiting}>
        <ul className="plain-list">
          {waiting.map(({ code, name }) => (
            <li key={code}>
              <Link to={`/waardetabellen/${code}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </Alert>
    );
  });
}
