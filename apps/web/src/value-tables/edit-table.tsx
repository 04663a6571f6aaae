import '../style/value-tables.css';
import { useNavigate, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Alert, useNotice } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { entryWords } from './entry-words';
import { readTable, typedTable, type TableForm } from './table-entry';
import { TableFormView } from './table-form';
import { tableWords } from './table-words';

/** Another content of one's own proposal, as long as nobody decided. */
export function EditTable() {
  const { code = '' } = useParams();
  const { can } = useSession();
  const params = { path: { valueTableCode: code } };
  const table = api.useQuery('get', '/value-tables/{valueTableCode}', { params });
  if (!can('value-tables.propose')) return <MissingPage />;
  return <LoadedPage of={table}>{(found) => <Found table={found} refetch={table.refetch} />}</LoadedPage>;
}

function Found({ table, refetch }: { readonly table: Answer<'ValueTableAnswer'>; readonly refetch: () => unknown }) {
  const t = useWords(entryWords);
  const shared = useWords(tableWords);
  const say = useNotice();
  const navigate = useNavigate();
  const { person } = useSession();
  const edit = api.useMutation('put', '/value-tables/{valueTableCode}');
  const { code, name, state, isOwnProposal } = table;
  const back = `/waardetabellen/${code}`;
  const send = async (form: TableForm) => {
    const body = { ...readTable(form), version: form.version };
    try {
      await edit.mutateAsync({ params: { path: { valueTableCode: code } }, body });
    } catch (error) {
      // What is saved now, so that the form can offer it; what was typed stays.
      await refetch();
      throw error;
    }
    say({ text: t.saved });
    await navigate(back);
  };
  const changeable = isOwnProposal && state === 'PROPOSED';
  return (
    <Page
      title={t.editTitle}
      path={[
        { to: '/waardetabellen', label: shared.tables },
        { to: back, label: name },
      ]}
      intro={changeable && <p>{t.editIntro}</p>}
    >
      {changeable ? (
        <TableFormView
          draftKey={`value-table-edit.${person.id}.${code}`}
          start={typedTable(table)}
          isNew={false}
          onSend={send}
          cancelTo={back}
        />
      ) : (
        <Alert kind="warning" title={t.notYours}>
          <p>{t.notYoursWhy}</p>
          <Link to={back}>{t.toTable}</Link>
        </Alert>
      )}
    </Page>
  );
}
