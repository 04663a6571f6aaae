import '../style/organisations.css';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page, Section } from '../ui/page';
import { words } from '../words/words';
import { organisationWords } from './organisation-words';
import { NO_SUPPLIER, readSuppliers, SupplierRows, type WithSuppliers } from './supplier-rows';

const texts = words({
  nl: {
    intro:
      'Bedrijven die bij elkaar horen, vormen één groep: hun verplichtingen kunnen in één plan. Een bedrijf dat alleen staat, is een groep van één.',
    name: 'Naam van de groep',
    codeHint: 'Hoofdletters, cijfers en streepjes, bijvoorbeeld DE-BONTE-BEZEM.',
    codeShape: 'Code: gebruik hoofdletters, cijfers en streepjes, en begin niet met een streepje.',
    back: 'Terug zonder opslaan',
    done: (name: string) => `${name} is gemaakt. U kunt nu contracten en mensen aan deze groep verbinden.`,
  },
  en: {
    intro:
      'Companies that belong together are one group: their obligations can be in one plan. A company on its own is a group of one.',
    name: 'Name of the group',
    codeHint: 'Capitals, digits and hyphens, such as DE-BONTE-BEZEM.',
    codeShape: 'Code: use capitals, digits and hyphens, and do not begin with a hyphen.',
    back: 'Back without saving',
    done: (name: string) => `${name} was made. You can now connect contracts and people to this group.`,
  },
});

const CODE = /^[A-Z0-9][A-Z0-9-]*$/;
const LIST = '/organisaties/leveranciersgroepen';

interface GroupForm extends WithSuppliers {
  code: string;
  name: string;
}

/** A new group with its suppliers. */
export function NewGroup() {
  const t = useWords(texts);
  const shared = useWords(organisationWords);
  const { can } = useSession();
  const say = useNotice();
  const navigate = useNavigate();
  const register = api.useMutation('post', '/supplier-groups');
  const form = useForm<GroupForm>({ defaultValues: { code: '', name: '', suppliers: [NO_SUPPLIER] } });
  if (!can('organisations.write')) return <MissingPage />;
  return (
    <Page
      title={shared.newGroup}
      path={[
        { to: '/organisaties', label: shared.title },
        { to: LIST, label: shared.groups },
      ]}
      intro={<p>{t.intro}</p>}
    >
      <Form
        form={form}
        submit={shared.newGroup}
        more={
          <LinkButton weight="subtle" to={LIST}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async (typed) => {
          const body = { code: typed.code.trim(), name: typed.name.trim(), suppliers: readSuppliers(typed) };
          const { id } = await register.mutateAsync({ body });
          say({ text: t.done(body.name) });
          await navigate(`${LIST}/${id}`);
        }}
      >
        <TextField name="name" label={t.name} maxLength={200} />
        <TextField
          name="code"
          label={shared.code}
          hint={t.codeHint}
          width="medium"
          maxLength={60}
          check={(text) => (CODE.test(text) ? undefined : t.codeShape)}
        />
        <Section title={shared.suppliers}>
          <SupplierRows />
        </Section>
      </Form>
    </Page>
  );
}
