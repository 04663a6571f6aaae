import '../style/organisations.css';
import { useForm } from 'react-hook-form';
import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Form } from '../ui/form';
import { Page, Section } from '../ui/page';
import { Table } from '../ui/table';
import { words } from '../words/words';
import { organisationWords } from './organisation-words';
import { NO_SUPPLIER, readSuppliers, SupplierRows, type WithSuppliers } from './supplier-rows';

const texts = words({
  nl: {
    caption: 'Leveranciers van deze groep',
    add: 'Voeg leveranciers toe',
    addIntro: 'Een leverancier hoort bij één groep. Een leverancier die er al in staat, blijft zoals die is.',
    added: 'De leveranciers zijn toegevoegd.',
    portfolio: 'Bekijk de contracten en plannen van deze leverancier',
  },
  en: {
    caption: 'Suppliers of this group',
    add: 'Add suppliers',
    addIntro: 'A supplier belongs to one group. A supplier that is in it already stays as it is.',
    added: 'The suppliers were added.',
    portfolio: 'See the contracts and plans of this supplier',
  },
});

/** One group: its suppliers, and adding more. */
export function GroupPage() {
  const { supplierGroupId = '' } = useParams();
  const group = api.useQuery('get', '/supplier-groups/{supplierGroupId}', { params: { path: { supplierGroupId } } });
  return <LoadedPage of={group}>{(found) => <Found group={found} />}</LoadedPage>;
}

function Found({ group }: { readonly group: Answer<'SupplierGroupAnswer'> }) {
  const t = useWords(texts);
  const shared = useWords(organisationWords);
  const { can } = useSession();
  return (
    <Page
      title={group.name}
      path={[
        { to: '/organisaties', label: shared.title },
        { to: '/organisaties/leveranciersgroepen', label: shared.groups },
      ]}
      intro={<p>{group.code}</p>}
    >
      {can('rankings.read') && (
        <p>
          <Link to={`/leveranciers/${group.id}`}>{t.portfolio}</Link>
        </p>
      )}
      <Section title={shared.suppliers}>
        <Table
          caption={t.caption}
          captionHidden
          rows={group.suppliers}
          rowKey={({ kvkNumber }) => kvkNumber}
          columns={[
            { key: 'name', head: shared.name, names: true, cell: ({ name }) => name },
            { key: 'kvk', head: shared.kvk, cell: ({ kvkNumber }) => kvkNumber },
          ]}
        />
      </Section>
      {can('organisations.write') && (
        <Section title={t.add} intro={<p>{t.addIntro}</p>}>
          <AddSuppliers supplierGroupId={group.id} />
        </Section>
      )}
    </Page>
  );
}

const NONE: WithSuppliers = { suppliers: [NO_SUPPLIER] };

function AddSuppliers({ supplierGroupId }: { readonly supplierGroupId: string }) {
  const t = useWords(texts);
  const say = useNotice();
  const add = api.useMutation('post', '/supplier-groups/{supplierGroupId}/suppliers');
  const form = useForm<WithSuppliers>({ defaultValues: NONE });
  return (
    <Form
      form={form}
      submit={t.add}
      onSubmit={async (typed) => {
        await add.mutateAsync({ params: { path: { supplierGroupId } }, body: { suppliers: readSuppliers(typed) } });
        form.reset(NONE);
        say({ text: t.added });
      }}
    >
      <SupplierRows />
    </Form>
  );
}
