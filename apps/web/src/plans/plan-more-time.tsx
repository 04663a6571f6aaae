import { useForm } from 'react-hook-form';
import { api } from '../api/client';
import { day } from '../format';
import { readDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Alert, useNotice } from '../ui/feedback';
import { DateField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { words } from '../words/words';
import type { Plan } from './use-plan';

const texts = words({
  nl: {
    title: 'Geef uitstel voor het plan van aanpak',
    dueOn: 'Nieuwe uiterste dag',
    reason: 'Waarom geeft u uitstel?',
    reasonHint: 'De leverancier leest dit.',
    send: 'Geef uitstel',
    done: (on: string) => `Het plan van aanpak mag nu tot en met ${on} komen.`,
    extended: (to: string) => `Uitstel voor het plan van aanpak tot en met ${to}`,
    because: (by: string, reason: string) => `Gegeven door ${by}, omdat: ${reason}`,
    somebody: 'iemand',
  },
  en: {
    title: 'Give more time for the plan of action',
    dueOn: 'New last day',
    reason: 'Why do you give more time?',
    reasonHint: 'The supplier reads this.',
    send: 'Give more time',
    done: (on: string) => `The plan of action may now come until ${on}.`,
    extended: (to: string) => `More time for the plan of action, until ${to}`,
    because: (by: string, reason: string) => `Given by ${by}, because: ${reason}`,
    somebody: 'somebody',
  },
});

/** Whether the supplier still has to hand in its plan of action. */
const isDue = ({ state, dueOn }: Plan) => (state === 'DRAFT' || state === 'RETURNED') && dueOn !== null;

/** By when the plan of action is due since more time was given, and why; for as long as it is due. */
export function PlanExtensionNotice({ plan }: { readonly plan: Plan }) {
  const t = useWords(texts);
  const language = useLanguage();
  const last = plan.extensions.at(-1);
  if (!last || !isDue(plan)) return null;
  return (
    <Alert title={t.extended(day(language, last.to))}>
      <p>{t.because(last.extendedBy ?? t.somebody, last.reason)}</p>
    </Alert>
  );
}

/** More time for the plan of action, by who sees to the plan. */
export function PlanMoreTime({ plan }: { readonly plan: Plan }) {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const { can } = useSession();
  const form = useForm({ defaultValues: { dueOn: '', reason: '' } });
  const extend = api.useMutation('post', '/plans/{planId}/extensions');
  if (!can('due-dates.extend') || !isDue(plan)) return null;
  return (
    <Section title={t.title} framed>
      <Form
        form={form}
        submit={t.send}
        onSubmit={async ({ dueOn: typed, reason }) => {
          const dueOn = readDay(typed) ?? '';
          const body = { version: plan.version, dueOn, reason };
          await extend.mutateAsync({ params: { path: { planId: plan.id } }, body });
          say({ text: t.done(day(language, dueOn)) });
        }}
      >
        <DateField name="dueOn" label={t.dueOn} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
      </Form>
    </Section>
  );
}
