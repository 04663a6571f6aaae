import '../style/placements.css';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { usePlanChoices, type PlanChoice } from '../api/plan-choices';
import { readDay } from '../read-input';
import { useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';
import { Empty, Loaded, useNotice } from '../ui/feedback';
import { DateField, SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { words } from '../words/words';
import {
  BlockField,
  BonusesField,
  CandidateField,
  FormField,
  RegionField,
  RegisterField,
  useRegions,
  useValueTable,
} from './placement-fields';
import { fieldWords } from './placement-words';
import { proposeRef } from './propose-ref';
import { ValuePreview } from './value-preview';

const texts = words({
  nl: {
    title: 'Nieuwe plaatsing',
    list: 'Plaatsingen',
    intro: 'Meld een kandidaat aan die aan het werk gaat. De uren rapporteert u later, per kwartaal.',
    save: 'Meld de plaatsing aan',
    cancel: 'Annuleer',
    done: (ref: string) => `Plaatsing ${ref} is aangemeld. Geef nu op welk bewijs u hebt gezien.`,
    none: 'U hebt nog geen plan',
    noneDo: 'Een plaatsing hoort bij een leveranciersplan. Zodra er een plan is, kunt u kandidaten aanmelden.',
    plans: 'Naar uw plannen',
  },
  en: {
    title: 'New placement',
    list: 'Placements',
    intro: 'Register a candidate who starts work. You report the hours later, by quarter.',
    save: 'Register the placement',
    cancel: 'Cancel',
    done: (ref: string) => `Placement ${ref} was registered. Now say which evidence you saw.`,
    none: 'You have no plan yet',
    noneDo: 'A placement belongs to a supplier plan. As soon as there is a plan, you can register candidates.',
    plans: 'To your plans',
  },
});

/** A candidate who starts work. The address can choose the plan: `?plan=…`. */
export function NewPlacement() {
  const t = useWords(texts);
  const choices = usePlanChoices();
  const regions = useRegions();
  const latest = api.useQuery('get', '/placements', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} path={[{ to: '/plaatsingen', label: t.list }]} intro={<p>{t.intro}</p>}>
      <Loaded of={choices} lines={12}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t.none}>
              <p>{t.noneDo}</p>
              <LinkButton to="/plannen">{t.plans}</LinkButton>
            </Empty>
          ) : (
            <Loaded of={latest} lines={12}>
              {({ items }) => (
                <Loaded of={regions} lines={12}>
                  {(known) => <Fields choices={found} latest={items} regions={known} />}
                </Loaded>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What was registered before, the latest first: it tells what this one will probably be like. */
interface Before {
  readonly ref: string;
  readonly planId: string;
  readonly region: string | null;
}

interface FieldsProps {
  readonly choices: readonly PlanChoice[];
  readonly latest: readonly Before[];
  readonly regions: readonly { readonly code: string }[];
}

function Fields({ choices, latest, regions }: FieldsProps) {
  const t = useWords(texts);
  const f = useWords(fieldWords);
  const say = useNotice();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const register = api.useMutation('post', '/placements');
  const asked = params.get('plan') ?? latest[0]?.planId;
  const form = useForm({
    defaultValues: {
      plan: (choices.find(({ planId }) => planId === asked) ?? choices[0])?.value ?? '',
      candidate: '',
      startsOn: '',
      block: '',
      bonuses: [] as string[],
      employmentForm: 'FORMAL' as 'FORMAL' | 'HIRED_IN' | 'INTERNSHIP' | 'TRIAL',
      registerIndicated: '' as '' | 'YES' | 'NO' | 'UNKNOWN',
      region: latest.map(({ region }) => region).find((code) => regions.some((known) => known.code === code)) ?? '',
      ref: proposeRef(latest.map(({ ref }) => ref)),
    },
  });
  const [plan, block, bonuses, employmentForm] = useWatch({
    control: form.control,
    name: ['plan', 'block', 'bonuses', 'employmentForm'],
  });
  const choice = choices.find(({ value }) => value === plan);
  const table = useValueTable(choice?.valueTable).data;
  return (
    <Form
      form={form}
      submit={t.save}
      more={
        <LinkButton weight="subtle" to="/plaatsingen">
          {t.cancel}
        </LinkButton>
      }
      fieldOf={(pointer) => (['/planId', '/supplierKvkNumber'].includes(pointer) ? 'plan' : undefined)}
      onSubmit={async ({ plan: chosen, startsOn, registerIndicated, region, ref, candidate, ...values }) => {
        const [planId = '', supplierKvkNumber = ''] = chosen.split(' ');
        const { id } = await register.mutateAsync({
          body: {
            ...values,
            ref: ref.trim(),
            candidate: candidate.trim(),
            planId,
            supplierKvkNumber,
            startsOn: readDay(startsOn) ?? '',
            registerIndicated: registerIndicated || 'UNKNOWN',
            region: region || null,
          },
        });
        say({ text: t.done(ref) });
        await navigate(`/plaatsingen/${id}`, { replace: true });
      }}
    >
      <SelectField name="plan" label={f.plan} options={choices} />
      <CandidateField />
      <DateField name="startsOn" label={f.startsOn} />
      <BlockField table={table} />
      <BonusesField table={table} />
      <FormField />
      <ValuePreview
        planId={choice?.planId ?? ''}
        table={table}
        block={block}
        bonuses={bonuses}
        employmentForm={employmentForm}
      />
      <RegisterField />
      <RegionField />
      <TextField name="ref" label={f.ref} width="medium" maxLength={60} />
    </Form>
  );
}
