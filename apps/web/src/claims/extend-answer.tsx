import { useForm } from 'react-hook-form';
import { api } from '../api/client';
import { readDay, typedDay } from '../read-input';
import { useWords } from '../shell/language';
import { useNotice } from '../ui/feedback';
import { DateField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { claimWords } from './claim-words';

/** More time for the answer to a claim, by who may give it and with a reason that both sides read. */
export function ExtendAnswer({ claimId, dueOn }: { readonly claimId: string; readonly dueOn: string }) {
  const t = useWords(claimWords);
  const notice = useNotice();
  const extend = api.useMutation('post', '/claims/{claimId}/extensions');
  const form = useForm({ defaultValues: { dueOn: typedDay(dueOn), reason: '' } });
  return (
    <details>
      <summary>{t.extend}</summary>
      <Form
        form={form}
        submit={t.extend}
        onSubmit={async (typed) => {
          const body = { dueOn: readDay(typed.dueOn) ?? typed.dueOn, reason: typed.reason.trim() };
          await extend.mutateAsync({ params: { path: { claimId } }, body });
          notice({ text: t.extended });
        }}
      >
        <DateField name="dueOn" label={t.newDate} />
        <TextField name="reason" label={t.extendReason} maxLength={1000} />
      </Form>
    </details>
  );
}
