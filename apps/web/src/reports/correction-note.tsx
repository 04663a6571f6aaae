import { api } from '../api/client';
import { useWords } from '../shell/language';
import { Link } from '../ui/buttons';
import { Alert } from '../ui/feedback';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: (number: number) => `U verbetert bijdrage ${number}`,
    reason: 'Waarom de bijdrage niet is geaccepteerd:',
    next: 'De regel staat hieronder klaar. Pas aan wat niet klopte. Daarna kijkt een collega na en dient u opnieuw in.',
    claim: 'Bekijk de bijdrage',
  },
  en: {
    title: (number: number) => `You correct contribution ${number}`,
    reason: 'Why it was not accepted:',
    next: 'The line stands ready below. Change what was not right. Then a colleague checks and you submit again.',
    claim: 'See the contribution',
  },
});

/** Above a report in which a refused claim is put right: why it was refused, and what to do. */
export function CorrectionNote({ claimId }: { readonly claimId: string }) {
  const t = useWords(texts);
  const { data: claim } = api.useQuery('get', '/claims/{claimId}', { params: { path: { claimId } } });
  if (!claim) return null;
  return (
    <Alert kind="warning" title={t.title(claim.number)}>
      <p>
        {t.reason} <strong>{claim.reversalReason ?? claim.decisionReason}</strong>
      </p>
      <p>
        {t.next} <Link to={`/bijdragen/${claimId}`}>{t.claim}</Link>
      </p>
    </Alert>
  );
}
