import '../style/contracts.css';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { api, isProblem } from '../api/client';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Alert, useNotice } from '../ui/feedback';
import { Form } from '../ui/form';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { words } from '../words/words';
import { contractFieldOf, differences, editOf, typedDetails, type TypedDetails } from './contract-entry';
import { CategoryField, MoreFields, NameFields, SizeFields } from './details-fields';
import { registerWords } from './register-words';
import type { Contract } from './use-contract';

const texts = words({
  nl: {
    title: 'Wijzig de gegevens',
    intro: 'Nummer, opdrachtgever, leverancier en de looptijd liggen vast. De verplichting past u apart aan.',
    send: 'Bewaar de wijzigingen',
    back: 'Annuleer',
    done: 'De gegevens zijn gewijzigd. De verplichting blijft zoals zij was.',
    nothing: 'Er was niets gewijzigd.',
    stale: 'Een collega heeft dit contract intussen gewijzigd',
    staleFields: (fields: string) => `Gewijzigd door uw collega: ${fields}. Wat u typte staat er nog.`,
    staleNone: 'Wat u typte staat er nog.',
    again:
      'Controleer uw gegevens en bewaar ze opnieuw. Velden die u niet hebt gewijzigd, blijven zoals uw collega ze maakte.',
  },
  en: {
    title: 'Change the details',
    intro: 'Number, principal, supplier and term are fixed. The obligation is revised apart.',
    send: 'Keep the changes',
    back: 'Cancel',
    done: 'The details were changed. The obligation stays as it was.',
    nothing: 'Nothing was changed.',
    stale: 'A colleague changed this contract meanwhile',
    staleFields: (fields: string) => `Changed by your colleague: ${fields}. What you typed is still there.`,
    staleNone: 'What you typed is still there.',
    again: 'Check your answers and keep them again. Fields that you did not change stay as your colleague made them.',
  },
});

/** What describes a contract, to be changed by who may. */
export function EditContract() {
  const { contractId = '' } = useParams();
  const { can } = useSession();
  const contract = api.useQuery('get', '/contracts/{contractId}', { params: { path: { contractId } } });
  if (!can('contracts.write')) return <MissingPage />;
  return (
    <LoadedPage of={contract} lines={10}>
      {(found) => <Entry contract={found} reread={async () => (await contract.refetch()).data} />}
    </LoadedPage>
  );
}

function Entry({
  contract,
  reread,
}: {
  readonly contract: Contract;
  readonly reread: () => Promise<Contract | undefined>;
}) {
  const t = useWords(texts);
  const say = useNotice();
  const navigate = useNavigate();
  // What the form began with: only what differs from it is sent, and a newer version is not taken over unseen.
  const [before] = useState(contract);
  const [newer, setNewer] = useState<Contract | null>(null);
  const form = useForm<TypedDetails>({ defaultValues: typedDetails(contract) });
  const edit = api.useMutation('patch', '/contracts/{contractId}');
  const back = `/contracten/${contract.id}`;

  const send = async (typed: TypedDetails) => {
    const changes = editOf(before, typed);
    if (Object.keys(changes).length === 0) {
      say({ text: t.nothing });
      return navigate(back);
    }
    const body = { ...changes, version: (newer ?? before).version };
    try {
      await edit.mutateAsync({ params: { path: { contractId: contract.id } }, body });
    } catch (error) {
      if (isProblem(error) && error.code === 'contract.stale') setNewer((await reread()) ?? null);
      throw error;
    }
    say({ text: t.done });
    return navigate(back);
  };

  return (
    <Page title={t.title} path={[{ to: back, label: contract.title }]} intro={<p>{t.intro}</p>}>
      {newer && <Newer changed={differences(before, newer)} />}
      <Form
        form={form}
        submit={t.send}
        fieldOf={(pointer) => contractFieldOf(pointer) as keyof TypedDetails | undefined}
        onSubmit={send}
        more={
          <LinkButton weight="subtle" to={back}>
            {t.back}
          </LinkButton>
        }
      >
        <NameFields />
        <CategoryField />
        <SizeFields />
        <MoreFields principalCode={contract.principalCode} />
      </Form>
    </Page>
  );
}

/** What a colleague changed while this form was open. */
function Newer({ changed }: { readonly changed: readonly (keyof TypedDetails)[] }) {
  const t = useWords(texts);
  const names = useWords(registerWords);
  const label: Readonly<Record<keyof TypedDetails, string>> = {
    title: names.name,
    reference: names.reference,
    unitId: names.unit,
    categoryCode: names.category,
    tenderReference: names.tender,
    cpv: names.cpv,
    value: names.value,
    wageShare: names.wageShare,
    extensionOptions: names.extensions,
  };
  return (
    <Alert kind="warning" title={t.stale}>
      <p>{changed.length > 0 ? t.staleFields(changed.map((name) => label[name]).join(', ')) : t.staleNone}</p>
      <p>{t.again}</p>
    </Alert>
  );
}
