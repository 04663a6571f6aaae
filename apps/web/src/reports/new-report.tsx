import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { quarter } from '../format';
import { quartersBefore, quarterOf } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Empty, Loaded } from '../ui/feedback';
import { CheckboxField, SelectField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { usePlanChoices } from '../api/plan-choices';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Maak een rapportage',
    reports: 'Rapportages',
    intro: 'Kies het plan en het kwartaal. Is er al een rapportage, dan opent die.',
    plan: 'Plan',
    quarter: 'Kwartaal',
    more: 'Dit is een aanvulling op een rapportage die al is ingediend',
    open: 'Open de rapportage',
    none: 'U hebt nog geen plan',
    noneDo: 'Een rapportage hoort bij een leveranciersplan. Zodra er een plan is, kunt u rapporteren.',
  },
  en: {
    title: 'Make a report',
    reports: 'Reports',
    intro: 'Choose the plan and the quarter. If there is a report already, it opens.',
    plan: 'Plan',
    quarter: 'Quarter',
    more: 'This adds to a report that was submitted already',
    open: 'Open the report',
    none: 'You have no plan yet',
    noneDo: 'A report belongs to a supplier plan. As soon as there is a plan, you can report.',
  },
});

/** Which report: a plan, a supplier and a quarter. The address can choose them: `?planId=…&supplierKvkNumber=…&quarter=2026-Q3`. */
export function NewReport() {
  const t = useWords(texts);
  const choices = usePlanChoices();
  return (
    <Page title={t.title} path={[{ to: '/rapportages', label: t.reports }]} intro={<p>{t.intro}</p>}>
      <Loaded of={choices}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t.none}>
              <p>{t.noneDo}</p>
            </Empty>
          ) : (
            <Choose choices={found} />
          )
        }
      </Loaded>
    </Page>
  );
}

type Body = Answer<'OpenReportBody'>;

function Choose({ choices }: { readonly choices: readonly { readonly value: string; readonly label: string }[] }) {
  const t = useWords(texts);
  const language = useLanguage();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const open = api.useMutation('post', '/reports');
  const asked = `${params.get('planId')} ${params.get('supplierKvkNumber')}`;
  const only = choices.length === 1 ? choices[0]?.value : undefined;
  const [last = ''] = quartersBefore(today(), 1);
  const form = useForm({
    defaultValues: {
      plan: choices.find(({ value }) => value === asked)?.value ?? only ?? '',
      quarter: params.get('quarter') ?? last,
      more: params.get('supplementary') === 'true',
    },
  });
  return (
    <Form
      form={form}
      submit={t.open}
      fieldOf={(pointer) => (pointer === '/quarter' ? 'quarter' : pointer === '/supplementary' ? 'more' : 'plan')}
      onSubmit={async ({ plan, quarter: of, more }) => {
        const [planId = '', supplierKvkNumber = ''] = plan.split(' ');
        const body: Body = { planId, supplierKvkNumber, quarter: of, supplementary: more };
        const { id } = await open.mutateAsync({ body });
        await navigate(`/rapportages/${id}`, { replace: true });
      }}
    >
      <SelectField name="plan" label={t.plan} options={choices} />
      <SelectField
        name="quarter"
        label={t.quarter}
        options={[quarterOf(today()), ...quartersBefore(today(), 11)].map((value) => ({
          value,
          label: quarter(language, value),
        }))}
      />
      <CheckboxField name="more" label={t.more} />
    </Form>
  );
}
