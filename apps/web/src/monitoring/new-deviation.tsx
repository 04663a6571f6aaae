import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { readAll } from '../api/read-all';
import { readDay, readWhole, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { useNotice } from '../ui/feedback';
import { DateField, RadioField, SelectField, TextArea, WholeField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { words } from '../words/words';
import { momentWords, nameOfMoment } from './moment-words';

const texts = words({
  nl: {
    title: 'Herinneringen tijdelijk anders',
    intro: 'Alleen met een goede reden, en altijd met een einde. Het werk zelf blijft staan bij wie het moet doen.',
    moment: 'Over welk werk gaat het?',
    subject: 'Waarvoor geldt het?',
    subjectHint: 'Uw eigen ministerie, of een plan dat u beoordeelt.',
    subjectHintNetwork: 'Een plan dat de netwerkorganisatie beoordeelt.',
    principal: (code: string) => `Alles van ${code}`,
    plan: (name: string, supplier: string) => `Plan ${name} (${supplier})`,
    change: 'Wat wordt er anders?',
    later: 'De herinneringen komen later',
    silent: 'Er komen geen herinneringen',
    days: 'Hoeveel dagen later?',
    daysHint: 'Hoogstens 92 dagen.',
    from: 'Eerste dag',
    until: 'Laatste dag',
    untilHint: 'Hoogstens een jaar. Daarna komen de herinneringen vanzelf weer gewoon.',
    reason: 'Waarom?',
    reasonHint: 'Ook anderen die dit plan of deze contracten zien, kunnen dit lezen.',
    save: 'Leg dit vast',
    saved: 'Vastgelegd. Vanaf de eerste dag gaat het zo.',
  },
  en: {
    title: 'Reminders different for a while',
    intro: 'Only with a good reason, and always with an end. The work itself stays with who has to do it.',
    moment: 'About which work is it?',
    subject: 'For what does it hold?',
    subjectHint: 'Your own ministry, or a plan that you see to.',
    subjectHintNetwork: 'A plan that the network organisation sees to.',
    principal: (code: string) => `Everything of ${code}`,
    plan: (name: string, supplier: string) => `Plan ${name} (${supplier})`,
    change: 'What becomes different?',
    later: 'The reminders come later',
    silent: 'No reminders come',
    days: 'How many days later?',
    daysHint: '92 days at most.',
    from: 'First day',
    until: 'Last day',
    untilHint: 'A year at most. After that the reminders come as usual again.',
    reason: 'Why?',
    reasonHint: 'Others who see this plan or these contracts can read it too.',
    save: 'Write this down',
    saved: 'Written down. From the first day it goes like this.',
  },
});

interface DeviationForm {
  moment: string;
  subject: string;
  change: string;
  days: string;
  from: string;
  until: string;
  reason: string;
}

const PRINCIPAL = 'principal ';

/** The plans of which the reader decides when reminders come: those that the network, or the own ministry, sees to. */
function useOwnPlans(principalCode: string | null) {
  return useQuery({
    queryKey: ['plans-to-deviate', principalCode],
    staleTime: 10_000,
    queryFn: async () => {
      const plans = await readAll<Answer<'PlanSummaryAnswer'>>((after) =>
        client.GET('/plans', { params: { query: { limit: 100, after } } }),
      );
      return plans.filter(({ verifiedBy, state }) => verifiedBy === principalCode && state !== 'ENDED');
    },
  });
}

const FIELDS: Readonly<Record<string, keyof DeviationForm>> = {
  '/principalCode': 'subject',
  '/planId': 'subject',
  '/change/days': 'days',
};

/** Making reminders later, or holding them back, for a while: of the own ministry, or of a plan. */
export function NewDeviation() {
  const t = useWords(texts);
  const common = useWords(momentWords);
  const language = useLanguage();
  const say = useNotice();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { person } = useSession();
  const own = person.organisation.kind === 'PRINCIPAL' ? person.organisation.principalCode : null;
  const moments = api.useQuery('get', '/reminder-moments');
  const plans = useOwnPlans(own);
  const make = api.useMutation('post', '/reminder-deviations');
  const form = useForm<DeviationForm>({
    defaultValues: {
      moment: '',
      subject: params.get('plan') ?? '',
      change: '',
      days: '',
      from: typedDay(today()),
      until: '',
      reason: '',
    },
  });
  const change = useWatch({ control: form.control, name: 'change' });
  const send = async (values: DeviationForm) => {
    const { subject, reason } = values;
    await make.mutateAsync({
      body: {
        moment: values.moment,
        ...(subject.startsWith(PRINCIPAL) ? { principalCode: subject.slice(PRINCIPAL.length) } : { planId: subject }),
        change: values.change === 'LATER' ? { kind: 'LATER', days: readWhole(values.days) ?? 0 } : { kind: 'SILENT' },
        reason: reason.trim(),
        from: readDay(values.from) ?? '',
        until: readDay(values.until) ?? '',
      },
    });
    say({ text: t.saved });
    await navigate('/herinneringen');
  };
  return (
    <Page title={t.title} path={[{ to: '/herinneringen', label: common.title }]} intro={<p>{t.intro}</p>}>
      <Form form={form} onSubmit={send} submit={t.save} fieldOf={(pointer) => FIELDS[pointer]}>
        <SelectField
          name="moment"
          label={t.moment}
          options={distinct(moments.data?.items ?? []).map((moment) => ({
            value: moment.code,
            label: nameOfMoment(language, moment),
          }))}
        />
        <SelectField
          name="subject"
          label={t.subject}
          hint={own === null ? t.subjectHintNetwork : t.subjectHint}
          options={[
            ...(own === null ? [] : [{ value: PRINCIPAL + own, label: t.principal(own) }]),
            ...(plans.data ?? []).map(({ id, name, supplierGroupName }) => ({
              value: id,
              label: t.plan(name, supplierGroupName),
            })),
          ]}
        />
        <RadioField
          name="change"
          label={t.change}
          options={[
            { value: 'LATER', label: t.later },
            { value: 'SILENT', label: t.silent },
          ]}
        />
        {change === 'LATER' && <WholeField name="days" label={t.days} hint={t.daysHint} />}
        <DateField name="from" label={t.from} />
        <DateField name="until" label={t.until} hint={t.untilHint} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={2000} />
      </Form>
    </Page>
  );
}

/** A moment of which a later version is known already is still one moment. */
const distinct = (moments: readonly Answer<'ReminderMomentAnswer'>[]) => [
  ...new Map(moments.map((moment) => [moment.code, moment])).values(),
];
