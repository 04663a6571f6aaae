import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, ButtonGroup } from '../ui/buttons';
import { ProblemAlert, useNotice } from '../ui/feedback';
import { TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { VerdictBadge } from '../ui/state-badges';
import { claimWords } from './claim-words';

type Evidence = Answer<'EvidenceAnswer'>;

/** The evidence of a claim: what the supplier has seen, never the paper itself, and the verdict on it. */
export function EvidenceList({ claim }: { readonly claim: Answer<'ClaimAnswer'> }) {
  const t = useWords(claimWords);
  const types = api.useQuery('get', '/evidence-types');
  const nameOf = (code: string) => types.data?.items.find((type) => type.code === code)?.name ?? code;
  return (
    <Section title={t.evidence} framed>
      {claim.evidence.length === 0 ? (
        <p>{t.noEvidence}</p>
      ) : (
        <ul className="evidence-list">
          {claim.evidence.map((evidence) => (
            <EvidenceItem key={evidence.id} claimId={claim.id} evidence={evidence} name={nameOf(evidence.type)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function EvidenceItem({
  claimId,
  evidence,
  name,
}: {
  readonly claimId: string;
  readonly evidence: Evidence;
  readonly name: string;
}) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const { can } = useSession();
  const notice = useNotice();
  const [refusing, setRefusing] = useState(false);
  const judge = api.useMutation('post', '/claims/{claimId}/evidence/{evidenceId}/verdicts');
  const form = useForm({ defaultValues: { reason: '' } });
  const give = async (verdict: 'SUFFICIENT' | 'INSUFFICIENT', reason?: string) => {
    await judge.mutateAsync({
      params: { path: { claimId, evidenceId: evidence.id } },
      body: { verdict, ...(reason && { reason }) },
    });
    setRefusing(false);
    notice({ text: t.judged });
  };
  return (
    <li>
      <div className="row">
        <strong>{name}</strong>
        <span className="soft">{t.seen(day(language, evidence.seenOn))}</span>
        {evidence.verdict && <VerdictBadge verdict={evidence.verdict} />}
      </div>
      {evidence.verdictReason && <p>{evidence.verdictReason}</p>}
      {!evidence.verdict && can('claims.decide') && !refusing && (
        <ButtonGroup>
          <Button busy={judge.isPending} onClick={() => void give('SUFFICIENT').catch(() => undefined)}>
            {t.sufficient}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button weight="subtle" onClick={() => setRefusing(true)}>
            {t.insufficient}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </ButtonGroup>
      )}
      {judge.error && !refusing && <ProblemAlert error={judge.error} />}
      {refusing && (
        <Form form={form} submit={t.judgeIt} onSubmit={({ reason }) => give('INSUFFICIENT', reason.trim())}>
          <TextArea name="reason" label={t.whyInsufficient} rows={3} maxLength={1000} />
        </Form>
      )}
    </li>
  );
}
