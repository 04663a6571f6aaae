import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { LinkButton } from '../ui/buttons';
import { Loaded, useNotice } from '../ui/feedback';
import { DateField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { words } from '../words/words';

const texts = words({
  nl: {
    list: 'Plaatsingen',
    title: 'Beëindig de plaatsing',
    intro:
      'Na de laatste dag telt er niets meer mee. U kunt de laatste dag later nog wijzigen, tot de laatste dag waarover u uren indiende.',
    endsOn: 'Laatste werkdag',
    save: 'Leg de laatste dag vast',
    cancel: 'Annuleer',
    done: (on: string) => `De laatste dag is ${on}. Rapporteer de uren tot en met die dag.`,
  },
  en: {
    list: 'Placements',
    title: 'End the placement',
    intro:
      'Nothing counts after the last day. You can change the last day later, down to the last day of which you submitted hours.',
    endsOn: 'Last day of work',
    save: 'Keep the last day',
    cancel: 'Cancel',
    done: (on: string) => `The last day is ${on}. Report the hours up to that day.`,
  },
});

/** Says when a placement ends, or puts that right. */
export function EndPlacement() {
  const t = useWords(texts);
  const { placementId = '' } = useParams();
  const placement = api.useQuery('get', '/placements/{placementId}', { params: { path: { placementId } } });
  const path = [
    { to: '/plaatsingen', label: t.list },
    { to: `/plaatsingen/${placementId}`, label: placement.data?.ref ?? '…' },
  ];
  return (
    <Page title={t.title} path={path} intro={<p>{t.intro}</p>}>
      <Loaded of={placement}>{(found) => <EndForm key={found.version} placement={found} />}</Loaded>
    </Page>
  );
}

function EndForm({ placement }: { readonly placement: Answer<'PlacementFileAnswer'> }) {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const navigate = useNavigate();
  const end = api.useMutation('post', '/placements/{placementId}/ends');
  const form = useForm({ defaultValues: { endsOn: typedDay(placement.endsOn ?? today()) } });
  const to = `/plaatsingen/${placement.id}`;
  return (
    <Form
      form={form}
      submit={t.save}
      more={
        <LinkButton weight="subtle" to={to}>
          {t.cancel}
        </LinkButton>
      }
      onSubmit={async ({ endsOn }) => {
        const body = { version: placement.version, endsOn: readDay(endsOn) ?? '' };
        await end.mutateAsync({ params: { path: { placementId: placement.id } }, body });
        say({ text: t.done(day(language, body.endsOn)) });
        await navigate(to, { replace: true });
      }}
    >
      <DateField name="endsOn" label={t.endsOn} />
    </Form>
  );
}
