import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api, type Answer } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useNotice } from '../ui/feedback';
import { SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { labels } from '../words/labels';
import { peopleWords } from './people-words';
import { PersonFields, type PersonForm } from './person-fields';

type Organisation = Answer<'PersonAnswer'>['organisation'];
interface InviteForm extends PersonForm {
  kind: Organisation['kind'] | '';
  principalCode: string;
  supplierGroupId: string;
}

const KINDS = ['PRINCIPAL', 'SUPPLIER_GROUP', 'NETWORK', 'OVERSIGHT'] as const;

/** Inviting a colleague; the network also invites people of other organisations. */
export function InvitePerson() {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const { person, face } = useSession();
  const notice = useNotice();
  const navigate = useNavigate();
  const network = face === 'NETWORK';
  const invite = api.useMutation('post', '/people');
  const principals = api.useQuery('get', '/principals', {}, { enabled: network });
  const groups = api.useQuery('get', '/supplier-groups', { params: { query: { limit: 100 } } }, { enabled: network });
  const form = useForm<InviteForm>({
    defaultValues: {
      name: '',
      email: '',
      roles: [],
      categories: [],
      kind: network ? '' : face,
      principalCode: '',
      supplierGroupId: '',
    },
  });
  const [kind, roles] = useWatch({ control: form.control, name: ['kind', 'roles'] });

  const organisation = ({ kind: chosen, principalCode, supplierGroupId }: InviteForm): Organisation => {
    if (!network) return person.organisation;
    if (chosen === 'PRINCIPAL') return { kind: chosen, principalCode };
    if (chosen === 'SUPPLIER_GROUP') return { kind: chosen, supplierGroupId };
    return { kind: chosen === 'OVERSIGHT' ? chosen : 'NETWORK' };
  };

  const send = async (values: InviteForm) => {
    const { name, email, categories } = values;
    const body = {
      name: name.trim(),
      email: email.trim(),
      organisation: organisation(values),
      roles: values.roles,
      categories,
    };
    await invite.mutateAsync({ body: values.roles.includes('CATEGORY_MANAGER') ? body : { ...body, categories: [] } });
    notice({ text: t.invited(name) });
    await navigate('/mensen');
  };

  const supplier = face === 'SUPPLIER_GROUP';
  return (
    <Page
      title={supplier ? t.inviteColleague : t.invite}
      path={[{ to: '/mensen', label: supplier ? t.colleagues : t.people }]}
      intro={<p>{t.inviteIntro}</p>}
    >
      <Form
        form={form}
        onSubmit={send}
        submit={supplier ? t.inviteColleague : t.invite}
        fieldOf={(pointer) =>
          pointer.startsWith('/roles') ? 'roles' : pointer.startsWith('/categories') ? 'categories' : undefined
        }
      >
        {network && (
          <SelectField
            name="kind"
            label={t.kind}
            options={KINDS.map((value) => ({ value, label: labels[language].organisationKind[value] }))}
          />
        )}
        {network && kind === 'PRINCIPAL' && (
          <SelectField
            name="principalCode"
            label={t.principal}
            options={principals.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
          />
        )}
        {network && kind === 'SUPPLIER_GROUP' && (
          <SelectField
            name="supplierGroupId"
            label={t.supplierGroup}
            options={groups.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        )}
        <TextField name="email" label={t.email} type="email" maxLength={200} />
        {kind !== '' && <PersonFields kind={kind} roles={roles} />}
      </Form>
    </Page>
  );
}
