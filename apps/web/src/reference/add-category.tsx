import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { readDay } from '../read-input';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Alert, useNotice } from '../ui/feedback';
import { DateField, TextArea, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { referenceWords } from './reference-words';

const texts = words({
  nl: {
    notAllowed: 'U mag geen categorie toevoegen. Vraag een netwerkcoördinator.',
    code: 'Code',
    codeHint: 'Hoofdletters, cijfers en lage streepjes, bijvoorbeeld GROENVOORZIENING.',
    codeShape: 'Code: gebruik alleen hoofdletters, cijfers en lage streepjes (_).',
    from: 'Eerste dag',
    to: 'Laatste dag',
    source: 'Bron',
    sourceHint: 'Waar staat dat deze categorie bestaat? Bijvoorbeeld een besluit met datum of een webadres.',
    back: 'Terug zonder toevoegen',
    done: (name: string) => `${name} is toegevoegd. Contracten kunnen deze categorie nu kiezen.`,
  },
  en: {
    notAllowed: 'You may not add a category. Ask a network coordinator.',
    code: 'Code',
    codeHint: 'Capitals, digits and underscores, such as GROENVOORZIENING.',
    codeShape: 'Code: use only capitals, digits and underscores (_).',
    from: 'First day',
    to: 'Last day',
    source: 'Source',
    sourceHint: 'Where does it say that this category exists? Such as a decision with its date, or a web address.',
    back: 'Back without adding',
    done: (name: string) => `${name} was added. Contracts can choose this category now.`,
  },
});

const CODE = /^[A-Z0-9_]+$/;
const LIST = '/stamgegevens/categorieen';

/** Another category in which the government buys. */
export function AddCategory() {
  const t = useWords(texts);
  const shared = useWords(referenceWords);
  const { can } = useSession();
  const say = useNotice();
  const navigate = useNavigate();
  const add = api.useMutation('post', '/procurement-categories');
  const form = useForm({ defaultValues: { code: '', name: '', existsFrom: '', existsTo: '', source: '' } });
  if (!can('organisations.write')) return <Alert kind="warning">{t.notAllowed}</Alert>;
  return (
    <Section title={shared.add}>
      <Form
        form={form}
        submit={shared.add}
        more={
          <LinkButton weight="subtle" to={LIST}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async (typed) => {
          const body = {
            code: typed.code.trim(),
            name: typed.name.trim(),
            existsFrom: readDay(typed.existsFrom),
            existsTo: readDay(typed.existsTo),
            source: typed.source.trim(),
          };
          await add.mutateAsync({ body });
          say({ text: t.done(body.name) });
          await navigate(LIST);
        }}
      >
        <TextField name="name" label={shared.name} maxLength={200} />
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          width="medium"
          maxLength={40}
          check={(text) => (CODE.test(text) ? undefined : t.codeShape)}
        />
        <div className="field-pair">
          <DateField name="existsFrom" label={t.from} optional />
          <DateField name="existsTo" label={t.to} optional />
        </div>
        <TextArea name="source" label={t.source} hint={t.sourceHint} maxLength={2000} />
      </Form>
    </Section>
  );
}
