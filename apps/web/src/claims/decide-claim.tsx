import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { euros } from '../format';
import { readCents, readCentihours, typedHundredths } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { Button, ButtonGroup } from '../ui/buttons';
import { ProblemAlert, useNotice } from '../ui/feedback';
import { HoursField, MoneyField, RadioField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { claimWords } from './claim-words';
import { Places } from './places';

interface DecisionForm {
  verdict: '' | 'ACCEPT' | 'CORRECT' | 'REJECT';
  figure: string;
  reason: string;
}

type Decision = Answer<'DecisionBody'>;

/** Deciding on one claim: choose, see what it does to whom, then do it. */
export function DecideClaim({ claim }: { readonly claim: Answer<'ClaimAnswer'> }) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const notice = useNotice();
  const navigate = useNavigate();
  const preview = api.useMutation('post', '/decision-previews');
  const decide = api.useMutation('post', '/decisions');
  const [asked, setAsked] = useState<Decision | null>(null);
  const byHours = claim.centihours !== null;
  const form = useForm<DecisionForm>({
    defaultValues: {
      verdict: '',
      figure: typedHundredths(byHours ? claim.centihours : claim.invoiceCents),
      reason: '',
    },
  });
  const verdict = useWatch({ control: form.control, name: 'verdict' });

  const aboveNothing = (read: (text: string) => number | null) => (text: string) =>
    read(text) === 0 ? t.nothingRight : undefined;

  const look = async ({ verdict: chosen, figure, reason }: DecisionForm) => {
    const correction = byHours ? { centihours: readCentihours(figure) ?? 0 } : { invoiceCents: readCents(figure) ?? 0 };
    const decision: Decision = {
      claimId: claim.id,
      verdict: chosen === 'REJECT' ? 'REJECT' : 'ACCEPT',
      ...(chosen === 'CORRECT' && { correction }),
      ...(chosen !== 'ACCEPT' && { reason: reason.trim() }),
    };
    await preview.mutateAsync({ body: { decisions: [decision] } });
    setAsked(decision);
  };

  const act = async () => {
    if (!asked) return;
    const { decisions } = await decide.mutateAsync({ body: { decisions: [asked] } });
    const [done] = decisions;
    const number = String(claim.number);
    notice({
      text:
        asked.verdict === 'REJECT' ? t.rejectedOne(number) : t.acceptedOne(number, euros(language, done?.valueCents)),
    });
    // On to the next claim of the same plan that waits; without one, back to the queue.
    const { data } = await client.GET('/claims', {
      params: { query: { status: 'CLAIMED', planId: claim.planId, limit: 1 } },
    });
    const next = data?.items[0];
    await navigate(next ? `/bijdragen/${next.id}` : `/bijdragen?planId=${claim.planId}`);
  };

  const [outcome] = preview.data?.decisions ?? [];
  return (
    <Section title={t.decide} framed>
      {asked ? (
        <>
          <h3 className="utrecht-heading-3">{t.previewed}</h3>
          {asked.verdict === 'REJECT' ? <p>{t.rejectedWhat}</p> : <Places places={outcome?.places ?? []} />}
          {asked.reason && (
            <p>
              {t.reason}: {asked.reason}
            </p>
          )}
          {decide.error && <ProblemAlert error={decide.error} />}
          <ButtonGroup>
            <Button weight="primary" busy={decide.isPending} onClick={() => void act().catch(() => undefined)}>
              {asked.verdict === 'REJECT' ? t.confirmReject : t.confirmAccept}
            </Button>
            <Button weight="subtle" onClick={() => setAsked(null)}>
              {t.change}
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <Form
          form={form}
          submit={t.preview}
          onSubmit={look}
          fieldOf={(pointer) =>
            pointer.endsWith('/reason') ? 'reason' : pointer.includes('/correction') ? 'figure' : 'verdict'
          }
        >
          <RadioField
            name="verdict"
            label={t.verdict}
            options={[
              { value: 'ACCEPT', label: t.accept },
              { value: 'CORRECT', label: t.correct },
              { value: 'REJECT', label: t.reject },
            ]}
          />
          {verdict === 'CORRECT' &&
            (byHours ? (
              <HoursField name="figure" label={t.rightHours} check={aboveNothing(readCentihours)} />
            ) : (
              <MoneyField name="figure" label={t.rightInvoice} check={aboveNothing(readCents)} />
            ))}
          {(verdict === 'CORRECT' || verdict === 'REJECT') && (
            <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
          )}
        </Form>
      )}
    </Section>
  );
}
