import { useForm, useWatch } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { moment } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Alert, useNotice } from '../ui/feedback';
import { RadioField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { obligationWords } from './obligation-words';
import { RuleReasons } from './rule-says';

type ExemptionAnswer = Answer<'ExemptionAnswer'>;
type Obligation = Answer<'ObligationAnswer'>;

/** An exemption as it stands; while it waits, the second person decides here. */
export function Exemption({
  exemption,
  obligation,
}: {
  readonly exemption: ExemptionAnswer;
  readonly obligation: Obligation;
}) {
  const t = useWords(obligationWords);
  const language = useLanguage();
  const { can, person } = useSession();
  const { state, reason, text, proposedBy, proposedAt, decidedBy, decidedAt, decisionReason, ruleSays } = exemption;
  const own = proposedBy.id === person.id;
  const waits = state === 'PROPOSED';
  return (
    <>
      <Alert kind={waits ? 'warning' : 'info'} title={t.exemption[state]}>
        <p>
          {labels[language].exemptionReason[reason]}.{' '}
          {t.proposedBy(proposedBy.name ?? t.product, moment(language, proposedAt))}
        </p>
        {text && <p className="quote">{text}</p>}
        {decidedBy && decidedAt && <p>{t.decidedBy(decidedBy.name ?? t.product, moment(language, decidedAt))}</p>}
        {decisionReason && <p className="quote">{decisionReason}</p>}
        {waits && own && <p>{t.ownProposal}</p>}
        {waits && !own && !can('exemptions.approve') && <p>{t.waitsForOther}</p>}
      </Alert>
      {waits && ruleSays && (
        <Section title={t.grounds}>
          <RuleReasons proposal={ruleSays} />
        </Section>
      )}
      {waits && !own && can('exemptions.approve') && (
        <Decide exemption={exemption} carries={obligation.kind !== 'NONE'} contractId={obligation.contractId} />
      )}
    </>
  );
}

function Decide({
  exemption: { id: exemptionId },
  carries,
  contractId,
}: {
  readonly exemption: ExemptionAnswer;
  readonly carries: boolean;
  readonly contractId: string;
}) {
  const t = useWords(obligationWords);
  const say = useNotice();
  const form = useForm({ defaultValues: { verdict: '', reason: '' } });
  const decide = api.useMutation('post', '/contracts/{contractId}/exemptions/{exemptionId}/decisions');
  const refuses = useWatch({ control: form.control, name: 'verdict' }) === 'refuse';
  return (
    <Section title={t.decide} framed intro={<p>{carries ? t.decideWhat : t.decideNew}</p>}>
      <Form
        form={form}
        submit={t.send}
        onSubmit={async ({ verdict, reason }) => {
          const approve = verdict === 'approve';
          const body = { approve, ...(reason.trim() ? { reason: reason.trim() } : {}) };
          await decide.mutateAsync({ params: { path: { contractId, exemptionId } }, body });
          say({ text: approve ? t.approved : carries ? t.refused : t.refusedNew });
        }}
      >
        <RadioField
          name="verdict"
          label={t.verdict}
          options={[
            { value: 'approve', label: t.verdicts.approve },
            { value: 'refuse', label: t.verdicts.refuse },
          ]}
        />
        {refuses && <TextArea name="reason" label={t.refuseReason} hint={t.refuseHint} maxLength={1000} />}
      </Form>
    </Section>
  );
}
