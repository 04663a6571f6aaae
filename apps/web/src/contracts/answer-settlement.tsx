import { useForm, useWatch } from 'react-hook-form';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { useNotice } from '../ui/feedback';
import { RadioField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { settlementWords } from './settlement-words';
import { useStep, type Settlement } from './use-settlement';

/** For the supplier: whether it agrees with what the principal proposes; an objection has words. */
export function AnswerSettlement({ settlement: { contractId, version } }: { readonly settlement: Settlement }) {
  const t = useWords(settlementWords);
  const say = useNotice();
  const step = useStep(contractId);
  const form = useForm({ defaultValues: { agrees: '', text: '' } });
  const answer = api.useMutation('post', '/contracts/{contractId}/settlement-answers');
  const objects = useWatch({ control: form.control, name: 'agrees' }) === 'no';
  return (
    <section className="section framed">
      <h3 className="utrecht-heading-3">{t.answerTitle}</h3>
      <Form
        form={form}
        submit={t.answerSend}
        onSubmit={async ({ agrees, text }) => {
          if (version === null) return;
          const words = text.trim();
          const body = { version, agrees: agrees === 'yes', ...(words ? { text: words } : {}) };
          await step(() => answer.mutateAsync({ params: { path: { contractId } }, body }));
          say({ text: t.answerDone });
        }}
      >
        <RadioField
          name="agrees"
          label={t.answer}
          options={[
            { value: 'yes', label: t.answers.yes },
            { value: 'no', label: t.answers.no },
          ]}
        />
        <TextArea name="text" label={t.answerText} hint={t.answerHint} optional={!objects} rows={3} maxLength={2000} />
      </Form>
    </section>
  );
}
