import '../style/value-tables.css';
import { useNavigate } from 'react-router';
import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { Link } from '../ui/buttons';
import { Loaded, useNotice } from '../ui/feedback';
import { Page } from '../ui/page';
import { entryWords } from './entry-words';
import { emptyTable, readTable, typedTable, type TableForm } from './table-entry';
import { TableFormView } from './table-form';
import { TableState } from './table-state';
import { tableWords } from './table-words';
import { useVersions } from './use-comparison';

/** What stands in the address for beginning with nothing. */
const NOTHING = 'leeg';

/** Proposing a version: first of which it is a copy, then what becomes different. Both steps have an address. */
export function NewTable() {
  const t = useWords(entryWords);
  const shared = useWords(tableWords);
  const { can } = useSession();
  const [{ van }] = useAddressFilters(['van']);
  if (!can('value-tables.propose')) return <MissingPage />;
  return (
    <Page title={t.newTitle} path={[{ to: '/waardetabellen', label: shared.tables }]} intro={<p>{t.newIntro}</p>}>
      {!van ? <ChooseSource /> : van === NOTHING ? <Write start={emptyTable()} van={NOTHING} /> : <Copy van={van} />}
    </Page>
  );
}

/** What was refused or withdrawn is no beginning. */
const isCopied = ({ state }: Answer<'ValueTableSummaryAnswer'>) => state === 'APPROVED' || state === 'PROPOSED';

function ChooseSource() {
  const t = useWords(entryWords);
  const versions = useVersions();
  return (
    <Loaded of={versions}>
      {({ items }) => (
        <>
          <h2 className="utrecht-heading-2">{t.from}</h2>
          <ul className="copy-choices">
            {items.filter(isCopied).map((version) => (
              <li key={version.code}>
                <Link to={`?van=${version.code}`}>{version.name}</Link> <TableState {...version} />
                <span className="cell-note">{version.code}</span>
              </li>
            ))}
            <li>
              <Link to={`?van=${NOTHING}`}>{t.empty}</Link>
            </li>
          </ul>
        </>
      )}
    </Loaded>
  );
}

function Copy({ van }: { readonly van: string }) {
  const table = api.useQuery('get', '/value-tables/{valueTableCode}', { params: { path: { valueTableCode: van } } });
  return (
    <Loaded of={table} lines={12}>
      {(found) => <Write key={van} start={copyOf(found)} van={van} name={found.name} />}
    </Loaded>
  );
}

/** A copy has no code and no first day of its own yet. */
function copyOf(table: Answer<'ValueTableAnswer'>): TableForm {
  return { ...typedTable(table), code: '', validFrom: '', version: 0 };
}

function Write({ start, van, name }: { readonly start: TableForm; readonly van: string; readonly name?: string }) {
  const t = useWords(entryWords);
  const say = useNotice();
  const navigate = useNavigate();
  const { person } = useSession();
  const propose = api.useMutation('post', '/value-tables');
  const send = async (form: TableForm) => {
    const { code } = await propose.mutateAsync({ body: { code: form.code.trim(), ...readTable(form) } });
    say({ text: t.sent });
    await navigate(`/waardetabellen/${code}`);
  };
  return (
    <TableFormView
      draftKey={`value-table-draft.${person.id}.${van}`}
      start={start}
      isNew
      onSend={send}
      cancelTo="/waardetabellen"
    >
      <p>
        {name ? t.copyOf(name) : t.fromNothing} <Link to="/waardetabellen/nieuw">{t.otherCopy}</Link>
      </p>
    </TableFormView>
  );
}
