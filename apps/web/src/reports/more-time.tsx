import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { readDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { useNotice } from '../ui/feedback';
import { DateField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { words } from '../words/words';

const texts = words({
  nl: {
    dueOn: 'Nieuwe uiterste dag',
    reason: 'Waarom',
    reasonHint: 'De leverancier leest dit.',
    send: 'Geef uitstel',
    done: (on: string) => `De rapportage mag nu tot en met ${on} komen.`,
  },
  en: {
    dueOn: 'New last day',
    reason: 'Why',
    reasonHint: 'The supplier reads this.',
    send: 'Give more time',
    done: (on: string) => `The report may now come until ${on}.`,
  },
});

/** More time for the report of a quarter that did not come yet. */
export function MoreTime({
  of: { planId, supplierKvkNumber, quarter },
  onDone,
}: {
  readonly of: Pick<Answer<'ReportSummary'>, 'planId' | 'supplierKvkNumber' | 'quarter'>;
  readonly onDone?: () => unknown;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { dueOn: '', reason: '' } });
  const extend = api.useMutation('post', '/plans/{planId}/report-extensions');
  return (
    <Form
      form={form}
      submit={t.send}
      onSubmit={async ({ dueOn: typed, reason }) => {
        const dueOn = readDay(typed) ?? '';
        const body = { supplierKvkNumber, quarter, dueOn, reason };
        await extend.mutateAsync({ params: { path: { planId } }, body });
        await queryClient.invalidateQueries();
        form.reset();
        say({ text: t.done(day(language, dueOn)) });
        await onDone?.();
      }}
    >
      <DateField name="dueOn" label={t.dueOn} />
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
    </Form>
  );
}
