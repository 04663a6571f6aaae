import { useForm, useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { ConfirmButton } from '../ui/dialog';
import { Badge, useNotice } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Facts } from '../ui/figures';
import { Form } from '../ui/form';
import { Page, Section } from '../ui/page';
import { labels } from '../words/labels';
import { useOrganisationName } from './organisation-name';
import { peopleWords } from './people-words';
import { PersonFields, type PersonForm } from './person-fields';
import { StaleAddress } from './stale-addresses';

type Person = Answer<'PersonAnswer'>;
type RoleName = keyof (typeof labels)['nl']['role'];

/** One person: what the person does, and for who may, changing it or taking the access away. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const person = api.useQuery('get', '/people/{personId}', { params: { path: { personId } } });
  return <LoadedPage of={person}>{(found) => <PersonDetails person={found} />}</LoadedPage>;
}

function PersonDetails({ person }: { readonly person: Person }) {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const { can, face, person: me } = useSession();
  const nameOf = useOrganisationName();
  const notice = useNotice();
  const navigate = useNavigate();
  const remove = api.useMutation('post', '/people/{personId}/removals');
  const mine = face === 'NETWORK' || nameOf(person.organisation) === nameOf(me.organisation);
  const changeable = can('people.write') && mine && !person.endedOn;
  return (
    <Page
      title={person.name}
      path={[{ to: '/mensen', label: face === 'SUPPLIER_GROUP' ? t.colleagues : t.people }]}
      state={
        person.endedOn ? (
          <Badge tone="quiet">{t.ended(day(language, person.endedOn))}</Badge>
        ) : (
          <Badge tone="good">{t.active}</Badge>
        )
      }
    >
      <StaleAddress personId={person.id} />
      <Facts
        items={[
          { name: t.organisation, value: nameOf(person.organisation) },
          { name: t.email, value: person.email },
          { name: t.rolesShort, value: person.roles.map((role) => labels[language].role[role as RoleName]).join(', ') },
        ]}
      />
      {changeable ? (
        <>
          <Section title={t.change}>
            <ChangeForm key={person.version} person={person} />
          </Section>
          {person.id !== me.id && (
            <div>
              <ConfirmButton
                label={t.remove}
                weight="danger"
                title={t.removeTitle(person.name)}
                confirm={t.remove}
                onConfirm={async () => {
                  await remove.mutateAsync({ params: { path: { personId: person.id } } });
                  notice({ text: t.removed(person.name) });
                  await navigate('/mensen');
                }}
              >
                <p>{t.removeWhat}</p>
              </ConfirmButton>
            </div>
          )}
        </>
      ) : (
        !person.endedOn && <p className="soft">{t.readOnly}</p>
      )}
    </Page>
  );
}

function ChangeForm({ person }: { readonly person: Person }) {
  const t = useWords(peopleWords);
  const notice = useNotice();
  const change = api.useMutation('patch', '/people/{personId}');
  const { name, email, roles, categories } = person;
  const form = useForm<PersonForm>({ defaultValues: { name, email, roles: [...roles], categories: [...categories] } });
  const chosen = useWatch({ control: form.control, name: 'roles' });
  const send = async (values: PersonForm) => {
    await change.mutateAsync({
      params: { path: { personId: person.id } },
      body: {
        version: person.version,
        name: values.name.trim(),
        roles: values.roles,
        categories: values.roles.includes('CATEGORY_MANAGER') ? values.categories : [],
      },
    });
    notice({ text: t.saved });
  };
  return (
    <Form
      form={form}
      onSubmit={send}
      submit={t.save}
      fieldOf={(pointer) =>
        pointer.startsWith('/roles') ? 'roles' : pointer.startsWith('/categories') ? 'categories' : undefined
      }
    >
      <PersonFields kind={person.organisation.kind} roles={chosen} />
    </Form>
  );
}
