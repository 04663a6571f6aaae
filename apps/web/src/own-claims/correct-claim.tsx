import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { linesOf, withCorrection } from '../report-lines/lines';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, LinkButton, type Weight } from '../ui/buttons';
import { Alert, ProblemAlert } from '../ui/feedback';
import { words } from '../words/words';
import { correctionOf } from './corrections';

type Claim = Answer<'ClaimAnswer'>;

const texts = words({
  nl: {
    correct: 'Verbeter en dien opnieuw in',
    again: (number: number) => `Deze bijdrage is opnieuw ingediend als bijdrage ${number}.`,
    see: (number: number) => `Bekijk bijdrage ${number}`,
  },
  en: {
    correct: 'Correct and submit again',
    again: (number: number) => `This was submitted again as contribution ${number}.`,
    see: (number: number) => `See contribution ${number}`,
  },
});

const PARTS = { placements: '', purchases: '/inkoop', activities: '/activiteiten' } as const;

/** The claims of the same plan, supplier and quarter: among them is what came in the place of a refused one. */
export function useCorrection(
  claim: Pick<
    Claim,
    'id' | 'number' | 'status' | 'block' | 'placementId' | 'from' | 'to' | 'supplierKvkNumber' | 'planId' | 'quarter'
  >,
) {
  const { planId, supplierKvkNumber, quarter } = claim;
  const { data } = api.useQuery('get', '/claims', {
    params: { query: { limit: 100, planId, supplierKvkNumber, quarter } },
  });
  return { isKnown: data !== undefined, correction: data && correctionOf(claim, data.items) };
}

/**
 * The one way to put a refused claim right: a supplementary report of the same quarter (the one that was begun, if
 * there is one) with the line as it was claimed, to be changed and submitted again.
 */
export function CorrectClaim({ claim, weight = 'primary' }: { readonly claim: Claim; readonly weight?: Weight }) {
  const t = useWords(texts);
  const { can } = useSession();
  const navigate = useNavigate();
  const { isKnown, correction } = useCorrection(claim);
  const open = api.useMutation('post', '/reports');
  const write = api.useMutation('put', '/reports/{reportId}/lines');
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setError(null);
    try {
      const { planId, supplierKvkNumber, quarter } = claim;
      const report = await open.mutateAsync({ body: { planId, supplierKvkNumber, quarter, supplementary: true } });
      const { lines, place } = withCorrection(linesOf(report), claim, await sourceOf(claim));
      if (lines.placements.length + lines.purchases.length + lines.activities.length > (report.lines?.length ?? 0)) {
        await write.mutateAsync({
          params: { path: { reportId: report.id } },
          body: { ...lines, version: report.version },
        });
      }
      await navigate(`/rapportages/${report.id}${PARTS[place.part]}?bijdrage=${claim.id}&regel=${place.line}`);
    } catch (thrown) {
      setError(thrown);
    }
  };
  if (!isKnown) return null;
  if (correction)
    return (
      <Alert kind="ok">
        <p>{t.again(correction.number)}</p>
        <LinkButton to={`/bijdragen/${correction.id}`}>{t.see(correction.number)}</LinkButton>
      </Alert>
    );
  if (!can('reports.write')) return null;
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <div>
        <Button weight={weight} busy={open.isPending || write.isPending} onClick={() => void act()}>
          {t.correct}
        </Button>
      </div>
    </>
  );
}

/** The line of the report that made the claim, which has its hours month by month. */
async function sourceOf({ id, reportId }: Claim) {
  if (reportId === null) return undefined;
  const { data } = await client.GET('/reports/{reportId}', { params: { path: { reportId } } });
  return data?.lines?.find(({ claimId }) => claimId === id);
}
