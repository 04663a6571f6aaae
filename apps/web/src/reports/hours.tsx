import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Button, LinkButton } from '../ui/buttons';
import { Alert, Empty, ProblemAlert, useNotice } from '../ui/feedback';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { ReportDraft } from './draft';
import { useDraft, useDraftSetting } from './draft-context';
import { HoursGrid } from './hours-grid';
import { gridWords } from './hours-grid-words';

const texts = words({ nl: { title: 'Uren' }, en: { title: 'Hours' } });

/** The hours of placements. A supplementary report shows only the placements that it is about, unless asked. */
export function Hours() {
  const t = useWords(gridWords);
  const { title } = useWords(texts);
  const { draft, rows } = useDraftSetting();
  const [filters, change] = useAddressFilters(['rijen'] as const);
  const [params] = useSearchParams();
  const [withHours] = useState(() => new Set(draft.answer.lines?.map(({ placementId }) => placementId)));
  const { onBehalf, sequence } = draft.answer;
  const isNarrowed = sequence > 1 && !onBehalf && filters.rijen !== 'alle' && withHours.size > 0;
  const shown = useMemo(
    () => (isNarrowed ? rows.filter(({ id }) => withHours.has(id)) : rows),
    [isNarrowed, rows, withHours],
  );
  const line = params.get('regel');
  useEffect(() => {
    if (!line) return;
    document.getElementById(`row-${line}`)?.querySelector<HTMLInputElement>('[data-cell]')?.focus();
  }, [line]);
  if (rows.length === 0)
    return (
      <Empty title={t.none}>
        {!onBehalf && (
          <>
            <p>{t.noneDo}</p>
            <LinkButton to="/plaatsingen/nieuw">{t.newPlacement}</LinkButton>
          </>
        )}
      </Empty>
    );
  return (
    <Section title={title} actions={!onBehalf && <CopyLastPeriod />}>
      {isNarrowed && (
        <Alert>
          <p>{t.onlyLines}</p>
          <Button onClick={() => change({ rijen: 'alle' })}>{t.showAll}</Button>
        </Alert>
      )}
      <HoursGrid rows={shown} />
    </Section>
  );
}

/** Takes over the hours of the quarter before, for placements without hours here. */
function CopyLastPeriod() {
  const t = useWords(gridWords);
  const say = useNotice();
  const draft = useDraft(ReportDraft.STATE);
  const copy = api.useMutation('post', '/reports/{reportId}/copies');
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setError(null);
    // What cannot be read yet would be gone after copying; it stands in red.
    if (!(await draft.save())) return;
    try {
      const { id, version } = draft.answer;
      draft.adopt(await copy.mutateAsync({ params: { path: { reportId: id } }, body: { version } }));
      say({ text: t.copied });
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <>
      <Button busy={copy.isPending} onClick={() => void act()}>
        {t.copy}
      </Button>
      {error !== null && <ProblemAlert error={error} />}
    </>
  );
}
