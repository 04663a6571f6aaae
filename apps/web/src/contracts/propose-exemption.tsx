import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { ExemptionFields } from './exemption-fields';
import { exemptionOf } from './obligation-entry';
import { useContract } from './use-contract';

const texts = words({
  nl: {
    title: 'Stel een vrijstelling voor',
    intro: 'Een collega beslist erover. Tot dan blijft alles zoals het is.',
    send: 'Stel de vrijstelling voor',
    back: 'Annuleer',
    done: 'De vrijstelling is voorgesteld. Een collega met de rol contractmanager beslist erover.',
  },
  en: {
    title: 'Propose an exemption',
    intro: 'A colleague decides on it. Until then everything stays as it is.',
    send: 'Propose the exemption',
    back: 'Cancel',
    done: 'The exemption was proposed. A colleague who is contract manager decides on it.',
  },
});

/** Why this contract should carry no obligation; a second person decides. */
export function ProposeExemption() {
  const t = useWords(texts);
  const { id } = useContract();
  const say = useNotice();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { exemptionReason: '', exemptionText: '' } });
  const propose = api.useMutation('post', '/contracts/{contractId}/exemptions');
  const base = `/contracten/${id}/verplichting`;
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <Form
        form={form}
        submit={t.send}
        fieldOf={(pointer) =>
          pointer === '/reason' ? 'exemptionReason' : pointer === '/text' ? 'exemptionText' : undefined
        }
        more={
          <LinkButton weight="subtle" to={base}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async (typed) => {
          await propose.mutateAsync({ params: { path: { contractId: id } }, body: exemptionOf(typed) });
          say({ text: t.done });
          await navigate(base);
        }}
      >
        <ExemptionFields />
      </Form>
    </Section>
  );
}
