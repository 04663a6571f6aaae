import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { EMPTY_OBLIGATION, obligationFieldOf, obligationOf, type TypedObligation } from './obligation-entry';
import { ObligationFields, useFollowFault } from './obligation-fields';
import { RulePanel, useProposal } from './rule-panel';
import { useContract } from './use-contract';

const texts = words({
  nl: {
    title: 'Leg de verplichting vast',
    send: 'Leg de verplichting vast',
    back: 'Annuleer',
    done: 'De verplichting is vastgelegd. De netwerkorganisatie kan haar nu voorstellen voor een plan.',
  },
  en: {
    title: 'Establish the obligation',
    send: 'Establish the obligation',
    back: 'Cancel',
    done: 'The obligation was established. The network organisation can now propose it for a plan.',
  },
});

/** The obligation of a contract whose exemption was refused, with what the rule says of it. */
export function Establish() {
  const t = useWords(texts);
  const contract = useContract();
  const say = useNotice();
  const navigate = useNavigate();
  const followFault = useFollowFault();
  const form = useForm<TypedObligation>({ defaultValues: EMPTY_OBLIGATION });
  const ruleCode = useWatch({ control: form.control, name: 'ruleCode' }) || null;
  const { id, awardedOn, startsOn, endsOn, cpv, valueCents, wageShareBp } = contract;
  const proposal = useProposal({ awardedOn, startsOn, endsOn, cpv, valueCents, wageShareBp, ruleCode });
  const establish = api.useMutation('post', '/contracts/{contractId}/obligation');
  const base = `/contracten/${id}/verplichting`;

  const send = async (typed: TypedObligation) => {
    const obligation = obligationOf(typed, proposal.data);
    if (obligation === null) return form.setError('choice', { type: 'rule', message: followFault(proposal.data) });
    await establish.mutateAsync({ params: { path: { contractId: id } }, body: { obligation } });
    say({ text: t.done });
    return navigate(base);
  };

  return (
    <Section title={t.title}>
      <div className="register">
        <Form
          form={form}
          submit={t.send}
          fieldOf={obligationFieldOf}
          onSubmit={send}
          more={
            <LinkButton weight="subtle" to={base}>
              {t.back}
            </LinkButton>
          }
        >
          <div className="register-grid">
            <div className="rule-side">
              <RulePanel proposal={proposal} awardedOn={awardedOn} />
            </div>
            <div className="register-part">
              <ObligationFields proposal={proposal.data} exempt={false} />
            </div>
          </div>
        </Form>
      </div>
    </Section>
  );
}
