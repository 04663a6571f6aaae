import { useForm } from 'react-hook-form';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { words } from '../words/words';
import { Dialog } from './dialog';
import { useNotice } from './feedback';
import { TextArea } from './fields';
import { Form } from './form';

const texts = words({
  nl: {
    title: 'Trek dit gesprek in',
    what: 'Het blijft in de lijst staan, met uw reden. Werk dat hierdoor klaar was, staat daarna weer open.',
    reason: 'Waarom klopt het niet?',
    send: 'Trek in',
    done: 'Ingetrokken. Het werk staat weer open.',
  },
  en: {
    title: 'Take this talk back',
    what: 'It stays in the list, with your reason. Work that was done by it then waits again.',
    reason: 'What is wrong with it?',
    send: 'Take back',
    done: 'Taken back. The work waits again.',
  },
});

/** A window in which somebody takes back that a talk was held: it was another talk, contract or day. */
export function WithdrawMilestone({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords(texts);
  const say = useNotice();
  const withdraw = api.useMutation('post', '/milestones/{milestoneId}/withdrawals');
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.what}</p>
      <Form
        form={form}
        submit={t.send}
        onSubmit={async ({ reason }) => {
          await withdraw.mutateAsync({ params: { path: { milestoneId: id } }, body: { reason: reason.trim() } });
          say({ text: t.done });
          onClose();
        }}
      >
        <TextArea name="reason" label={t.reason} maxLength={500} />
      </Form>
    </Dialog>
  );
}
