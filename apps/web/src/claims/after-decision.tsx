import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { day, euros, hours } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button } from '../ui/buttons';
import { Dialog } from '../ui/dialog';
import { useNotice } from '../ui/feedback';
import { Facts } from '../ui/figures';
import { TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { claimWords } from './claim-words';

/** What was decided on a claim and why; an acceptance can be reversed, with a reason. */
export function AfterDecision({ claim }: { readonly claim: Answer<'ClaimAnswer'> }) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const { can } = useSession();
  const by = (moment: string | null, name: string | null) =>
    moment && t.decidedOn(day(language, moment.slice(0, 10)), name ?? t.somebody);
  const facts: { name: string; value: string | null }[] = [
    { name: t.outcome, value: by(claim.decidedAt, claim.decidedBy) },
    { name: t.paidHours, value: claim.acceptedCentihours === null ? null : hours(language, claim.acceptedCentihours) },
    {
      name: t.invoice,
      value: claim.acceptedInvoiceCents === null ? null : euros(language, claim.acceptedInvoiceCents),
    },
    { name: t.decisionReason, value: claim.decisionReason },
    { name: t.reversalReason, value: claim.reversalReason },
  ];
  return (
    <Section title={t.outcome} framed>
      <Facts items={facts.flatMap(({ name, value }) => (value ? [{ name, value }] : []))} />
      {claim.status === 'ACCEPTED' && can('claims.decide') && <Reverse claim={claim} />}
    </Section>
  );
}

function Reverse({ claim }: { readonly claim: Answer<'ClaimAnswer'> }) {
  const t = useWords(claimWords);
  const notice = useNotice();
  const [open, setOpen] = useState(false);
  const reverse = api.useMutation('post', '/claims/{claimId}/reversals');
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <div>
      <Button weight="danger" onClick={() => setOpen(true)}>
        {t.reverse}
      </Button>
      {open && (
        <Dialog title={t.reverseTitle} onClose={() => setOpen(false)}>
          <p>{t.reverseWhat}</p>
          <Form
            form={form}
            submit={t.reverse}
            onSubmit={async ({ reason }) => {
              await reverse.mutateAsync({ params: { path: { claimId: claim.id } }, body: { reason: reason.trim() } });
              setOpen(false);
              notice({ text: t.reversed(String(claim.number)) });
            }}
          >
            <TextArea name="reason" label={t.reverseReason} hint={t.reasonHint} maxLength={1000} />
          </Form>
        </Dialog>
      )}
    </div>
  );
}
