import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Alert, Empty, useNotice } from '../ui/feedback';
import { SelectField } from '../ui/fields';
import { Form } from '../ui/form';
import { labels } from '../words/labels';
import { bundlingWords } from './bundling-words';
import { PlanStep, type Step } from './plan-step';

/** Third step of bundling: what was chosen joins a plan that there is. */
export function PresentPlan() {
  return <PlanStep>{(step) => <PresentPlanForm step={step} />}</PlanStep>;
}

function PresentPlanForm({ step }: { readonly step: Step }) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const notice = useNotice();
  const navigate = useNavigate();
  const { supplierGroupId, chosen, kind, plans } = step;
  const propose = api.useMutation('post', '/plans/{planId}/proposals');
  const form = useForm({ defaultValues: { planId: '' } });
  const planId = useWatch({ control: form.control, name: 'planId' });
  // A ministry that verifies its own plan sees to it by itself.
  const fitting = plans.filter((plan) => plan.state !== 'ENDED' && plan.kind === kind && plan.verifiedBy === null);
  if (fitting.length === 0) {
    return (
      <Empty title={t.noPlans}>
        <p>{t.noPlansWhy}</p>
      </Empty>
    );
  }
  const inIt = (id: string) => chosen.filter(({ plan }) => plan?.planId === id);
  const there = inIt(planId);
  return (
    <Form
      form={form}
      submit={t.add}
      onSubmit={async (typed) => {
        const contractIds = chosen
          .filter((one) => !inIt(typed.planId).includes(one))
          .map(({ contract }) => contract.id);
        const path = { planId: typed.planId };
        await propose.mutateAsync({ params: { path }, body: { contractIds } });
        notice({ text: t.sent });
        await navigate(`/bundelen/${supplierGroupId}/voorgesteld/${typed.planId}`);
      }}
    >
      <SelectField
        name="planId"
        label={t.which}
        options={fitting.map(({ id, name, state, obligations }) => ({
          value: id,
          label: t.planOption(name, labels[language].planState[state], whole(language, obligations)),
        }))}
        check={(id) => (inIt(id).length === chosen.length ? t.allThere : undefined)}
      />
      {there.length > 0 && there.length < chosen.length && (
        <Alert>
          <p>{t.alreadyThere(there.map(({ contract }) => contract.number).join(', '))}</p>
        </Alert>
      )}
      <p>{t.proposeHint}</p>
    </Form>
  );
}
