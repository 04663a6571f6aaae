import '../style/placements.css';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';
import { Alert, Loaded, useNotice } from '../ui/feedback';
import { DateField, SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import {
  BlockField,
  BonusesField,
  FormField,
  RegionField,
  RegisterField,
  useValueTable,
  type ValueTable,
} from './placement-fields';
import { fieldWords } from './placement-words';
import { ValuePreview } from './value-preview';

type Placement = Answer<'PlacementFileAnswer'>;

const texts = words({
  nl: {
    list: 'Plaatsingen',
    title: 'Wijzig de plaatsing',
    save: 'Bewaar de wijziging',
    cancel: 'Annuleer',
    done: 'De plaatsing is gewijzigd.',
  },
  en: {
    list: 'Placements',
    title: 'Change the placement',
    save: 'Keep the change',
    cancel: 'Cancel',
    done: 'The placement was changed.',
  },
});

/** Changes what is known of a placement; what was claimed with stays. */
export function ChangePlacement() {
  const t = useWords(texts);
  const { placementId = '' } = useParams();
  const placement = api.useQuery('get', '/placements/{placementId}', { params: { path: { placementId } } });
  const planId = placement.data?.planId ?? '';
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } }, { enabled: planId !== '' });
  const table = useValueTable(plan.data?.valueTable);
  const claims = api.useQuery(
    'get',
    '/claims',
    { params: { query: { limit: 100, planId, kind: 'PLACEMENT' } } },
    { enabled: planId !== '' },
  );
  const isClaimed = claims.data?.items.some(
    (claim) => claim.placementId === placementId && ['CLAIMED', 'ACCEPTED'].includes(claim.status),
  );
  const path = [
    { to: '/plaatsingen', label: t.list },
    { to: `/plaatsingen/${placementId}`, label: placement.data?.ref ?? '…' },
  ];
  return (
    <Page title={t.title} path={path}>
      <Loaded of={placement}>
        {(found) => (
          <Loaded of={table}>
            {(known) => (
              <ChangeForm key={found.version} placement={found} table={known} isClaimed={isClaimed ?? false} />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

const REALISED_BY = ['OWN', 'SUBCONTRACTOR', 'NETWORK', 'SOCIAL_ENTERPRISE'] as const;

function ChangeForm({
  placement,
  table,
  isClaimed,
}: {
  readonly placement: Placement;
  readonly table: ValueTable;
  readonly isClaimed: boolean;
}) {
  const t = useWords(texts);
  const f = useWords(fieldWords);
  const language = useLanguage();
  const say = useNotice();
  const navigate = useNavigate();
  const change = api.useMutation('patch', '/placements/{placementId}');
  const { id, version, planId, realised, startsOn } = placement;
  const employer: '' | (typeof REALISED_BY)[number] = realised?.by ?? '';
  const form = useForm({
    defaultValues: {
      block: placement.block,
      bonuses: [...placement.bonuses],
      employmentForm: placement.employmentForm,
      startsOn: typedDay(startsOn),
      registerIndicated: placement.registerIndicated,
      region: placement.region ?? '',
      by: employer,
      other: realised?.name ?? '',
      kvk: realised?.kvkNumber ?? '',
    },
  });
  const [block, bonuses, employmentForm, by] = useWatch({
    control: form.control,
    name: ['block', 'bonuses', 'employmentForm', 'by'],
  });
  const to = `/plaatsingen/${id}`;
  return (
    <Form
      form={form}
      submit={t.save}
      more={
        <LinkButton weight="subtle" to={to}>
          {t.cancel}
        </LinkButton>
      }
      fieldOf={(pointer) =>
        pointer.startsWith('/realised')
          ? (({ kvkNumber: 'kvk', name: 'other' } as const)[pointer.slice(10)] ?? 'by')
          : undefined
      }
      onSubmit={async ({ registerIndicated, region, other, kvk, ...typed }) => {
        const fixed = {
          block: typed.block,
          bonuses: typed.bonuses,
          employmentForm: typed.employmentForm,
          startsOn: readDay(typed.startsOn) ?? '',
        };
        const party =
          typed.by === '' || typed.by === 'OWN'
            ? {}
            : { kvkNumber: kvk.replaceAll(' ', '') || null, name: other.trim() || null };
        const body = {
          version,
          ...(!isClaimed && fixed),
          registerIndicated,
          region: region || null,
          realised: typed.by === '' ? null : { by: typed.by, ...party },
        };
        await change.mutateAsync({ params: { path: { placementId: id } }, body });
        say({ text: t.done });
        await navigate(to, { replace: true });
      }}
    >
      {isClaimed ? (
        <Alert>
          <p>{f.claimed}</p>
        </Alert>
      ) : (
        <>
          <BlockField table={table} />
          <BonusesField table={table} />
          <FormField />
          <ValuePreview {...{ planId, table, block, bonuses, employmentForm }} />
          <DateField name="startsOn" label={f.startsOn} />
        </>
      )}
      <RegisterField />
      <RegionField />
      <SelectField
        name="by"
        label={f.by}
        optional
        options={REALISED_BY.map((value) => ({ value, label: sayLabel(language, 'realisedBy', value) }))}
      />
      {by !== '' && by !== 'OWN' && (
        <>
          <TextField name="other" label={f.other} hint={f.otherHint} maxLength={200} optional />
          <TextField
            name="kvk"
            label={f.kvk}
            width="short"
            inputMode="numeric"
            optional
            check={(text) => (/^\d{8}$/.test(text.replaceAll(' ', '')) ? undefined : f.kvkWrong)}
          />
        </>
      )}
    </Form>
  );
}
