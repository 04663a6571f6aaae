import { useForm } from 'react-hook-form';
import { Navigate, useNavigate, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { words } from '../words/words';
import { tableWords } from './table-words';

const texts = words({
  nl: {
    title: 'Weiger deze versie',
    intro: (name: string) =>
      `Geen plan kan dan met “${name}” rekenen. Wie de versie voorstelde, leest uw reden en kan een nieuw voorstel doen.`,
    reason: 'Reden van de weigering',
    hint: 'Zeg wat er niet klopt en wat er wel moet staan.',
    send: 'Weiger deze versie',
    back: 'Terug zonder besluit',
    done: 'De versie is geweigerd. Uw reden staat erbij.',
  },
  en: {
    title: 'Refuse this version',
    intro: (name: string) =>
      `No plan can then calculate with “${name}”. Who proposed it reads your reason and can propose again.`,
    reason: 'Reason of the refusal',
    hint: 'Say what is not right and what it should be.',
    send: 'Refuse this version',
    back: 'Back without a decision',
    done: 'The version was refused. Your reason is with it.',
  },
});

/** The other decision on a proposal: no, with the reason. */
export function RefuseTable() {
  const { code = '' } = useParams();
  const { can } = useSession();
  const params = { path: { valueTableCode: code } };
  const table = api.useQuery('get', '/value-tables/{valueTableCode}', { params });
  if (!can('value-tables.approve')) return <MissingPage />;
  return (
    <LoadedPage of={table}>
      {(found) =>
        found.state === 'PROPOSED' && !found.isOwnProposal ? (
          <Found table={found} />
        ) : (
          // Decided meanwhile, or not for the reader to decide: the page of the version says which.
          <Navigate to={`/waardetabellen/${code}`} replace />
        )
      }
    </LoadedPage>
  );
}

function Found({ table }: { readonly table: Answer<'ValueTableAnswer'> }) {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const say = useNotice();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { reason: '' } });
  const refuse = api.useMutation('post', '/value-tables/{valueTableCode}/refusals');
  const { code, name, version } = table;
  const back = `/waardetabellen/${code}`;
  return (
    <Page
      title={t.title}
      path={[
        { to: '/waardetabellen', label: shared.tables },
        { to: back, label: name },
      ]}
      intro={<p>{t.intro(name)}</p>}
    >
      <Form
        form={form}
        submit={t.send}
        more={
          <LinkButton weight="subtle" to={back}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async ({ reason }) => {
          const body = { version, reason: reason.trim() };
          await refuse.mutateAsync({ params: { path: { valueTableCode: code } }, body });
          say({ text: t.done });
          await navigate(back);
        }}
      >
        <TextArea name="reason" label={t.reason} hint={t.hint} maxLength={1000} />
      </Form>
    </Page>
  );
}
