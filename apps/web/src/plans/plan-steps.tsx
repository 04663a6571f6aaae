import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, type Weight } from '../ui/buttons';
import { ConfirmButton, Dialog } from '../ui/dialog';
import { useNotice } from '../ui/feedback';
import { TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import type { Plan } from './use-plan';
import { planWords } from './plan-words';

/** What the reader can do with the plan as a whole now. */
export function PlanSteps({ plan }: { readonly plan: Plan }) {
  const t = useWords(planWords);
  const { can, face, person } = useSession();
  const notice = useNotice();
  const params = { path: { planId: plan.id } };
  const approve = api.useMutation('post', '/plans/{planId}/approvals');
  const sendBack = api.useMutation('post', '/plans/{planId}/returns');
  const amend = api.useMutation('post', '/plans/{planId}/amendments');
  const end = api.useMutation('post', '/plans/{planId}/ends');
  const submit = api.useMutation('post', '/plans/{planId}/submissions');
  const { version, state, verifiedBy } = plan;
  // The network decides on its own plans, a ministry on those it verifies itself.
  const { organisation } = person;
  const mine =
    verifiedBy === null
      ? face === 'NETWORK'
      : organisation.kind === 'PRINCIPAL' && organisation.principalCode === verifiedBy;
  return (
    <>
      {state === 'SUBMITTED' && mine && can('plans.approve') && (
        <>
          <ConfirmButton
            label={t.approve}
            weight="primary"
            title={t.approveTitle}
            confirm={t.approve}
            onConfirm={async () => {
              await approve.mutateAsync({ params, body: { version } });
              notice({ text: t.approved });
            }}
          >
            <p>{t.approveWhat}</p>
          </ConfirmButton>
          <StepWithReason
            label={t.return}
            title={t.returnTitle}
            question={t.returnReason}
            hint={t.returnHint}
            done={t.returned}
            act={(reason) => sendBack.mutateAsync({ params, body: { version, reason } })}
          />
        </>
      )}
      {(state === 'DRAFT' || state === 'RETURNED') && can('plans.submit') && (
        <ConfirmButton
          label={t.submit}
          weight="primary"
          title={t.submitTitle}
          confirm={t.submit}
          onConfirm={async () => {
            await submit.mutateAsync({ params, body: { version } });
            notice({ text: t.submitted });
          }}
        >
          <p>{t.submitWhat}</p>
        </ConfirmButton>
      )}
      {state === 'APPROVED' && mine && can('plans.approve') && (
        <StepWithReason
          label={t.amend}
          title={t.amendTitle}
          question={t.amendReason}
          hint={t.returnHint}
          done={t.amended}
          act={(reason) => amend.mutateAsync({ params, body: { version, reason } })}
        />
      )}
      {state !== 'ENDED' && mine && can('plans.make') && (
        <StepWithReason
          label={t.end}
          weight="danger"
          title={t.endTitle}
          intro={t.endWhat}
          question={t.endReason}
          done={t.ended}
          act={(reason) => end.mutateAsync({ params, body: { version, reason } })}
        />
      )}
    </>
  );
}

interface StepProps {
  readonly label: string;
  readonly weight?: Weight;
  readonly title: string;
  readonly intro?: string;
  readonly question: string;
  readonly hint?: string;
  readonly done: string;
  readonly act: (reason: string) => Promise<unknown>;
}

/** A step that is explained to the other side. */
function StepWithReason({ label, weight, title, intro, question, hint, done, act }: StepProps) {
  const [open, setOpen] = useState(false);
  const notice = useNotice();
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <>
      <Button weight={weight} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          {intro && <p>{intro}</p>}
          <Form
            form={form}
            submit={label}
            onSubmit={async ({ reason }) => {
              await act(reason.trim());
              setOpen(false);
              notice({ text: done });
            }}
          >
            <TextArea name="reason" label={question} hint={hint} maxLength={1000} />
          </Form>
        </Dialog>
      )}
    </>
  );
}
