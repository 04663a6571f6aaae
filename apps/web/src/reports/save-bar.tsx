import { client } from '../api/client';
import { clock, euros, hours } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Button } from '../ui/buttons';
import { classNames } from '../ui/class-names';
import { Alert, ProblemAlert, useNotice } from '../ui/feedback';
import { sayProblem } from '../words/codes';
import { words } from '../words/words';
import { ReportDraft } from './draft';
import { useDraft } from './draft-context';

const texts = words({
  nl: {
    label: 'Opslaan en totaal',
    kept: 'Alles is opgeslagen',
    saved: (at: string) => `Opgeslagen ${at}`,
    waiting: 'Nog niet opgeslagen …',
    saving: 'Bezig met opslaan …',
    failed: (why: string) => `Niet opgeslagen: ${why}`,
    wrong: (count: number) => (count === 1 ? '1 cel is geen getal' : `${count} cellen zijn geen getal`),
    again: 'Probeer opnieuw',
    hours: (text: string) => `${text} uur`,
    value: (text: string) => `waarde ${text}`,
    stale: 'Een collega heeft deze rapportage intussen gewijzigd',
    staleWhy: 'Wat u typte, staat er nog. Kies wat u wilt bewaren.',
    mine: 'Neem de nieuwe versie en houd mijn cellen',
    theirs: 'Neem de nieuwe versie, zonder wat ik typte',
    taken: 'U werkt nu in de nieuwe versie.',
  },
  en: {
    label: 'Saving and total',
    kept: 'Everything is saved',
    saved: (at: string) => `Saved ${at}`,
    waiting: 'Not saved yet …',
    saving: 'Saving …',
    failed: (why: string) => `Not saved: ${why}`,
    wrong: (count: number) => (count === 1 ? '1 cell is no number' : `${count} cells are no number`),
    again: 'Try again',
    hours: (text: string) => `${text} hours`,
    value: (text: string) => `value ${text}`,
    stale: 'A colleague changed this report meanwhile',
    staleWhy: 'What you typed is still here. Choose what to keep.',
    mine: 'Take the new version and keep my cells',
    theirs: 'Take the new version, without what I typed',
    taken: 'You now work in the new version.',
  },
});

/** Whether what was typed is kept, and what the report comes to; stays in sight while scrolling. */
export function SaveBar() {
  const t = useWords(texts);
  const language = useLanguage();
  const draft = useDraft(ReportDraft.STATE);
  const { saveState } = draft;
  return (
    <>
      <section className="save-bar" aria-label={t.label}>
        <SaveText />
        {saveState.kind === 'failed' && <Button onClick={() => void draft.save()}>{t.again}</Button>}
        <Total />
      </section>
      {saveState.kind === 'stale' && <Stale />}
      {saveState.kind === 'failed' && sayProblem(language, saveState.problem).faults.length > 1 && (
        <ProblemAlert error={saveState.problem} />
      )}
    </>
  );
}

function SaveText() {
  const t = useWords(texts);
  const language = useLanguage();
  const draft = useDraft(ReportDraft.STATE);
  // A cell that turns wrong or right is typed in, which also moves the total.
  useDraft(ReportDraft.TOTAL);
  const { saveState, wrongCells } = draft;
  const text = () => {
    if (saveState.kind === 'failed' || saveState.kind === 'stale') {
      const [first] = sayProblem(language, saveState.problem).faults;
      return t.failed(first?.text ?? saveState.problem.detail);
    }
    if (wrongCells > 0) return t.failed(`${t.wrong(wrongCells)}.`);
    if (saveState.kind === 'saved') return saveState.at ? t.saved(clock(language, saveState.at)) : t.kept;
    return saveState.kind === 'saving' ? t.saving : t.waiting;
  };
  const isBad = saveState.kind === 'failed' || saveState.kind === 'stale' || wrongCells > 0;
  return (
    <p role="status" className={classNames('save-text', isBad && 'is-bad')}>
      {text()}
    </p>
  );
}

function Total() {
  const t = useWords(texts);
  const language = useLanguage();
  const draft = useDraft(ReportDraft.TOTAL);
  return (
    <p className="save-total">
      {t.hours(hours(language, draft.totalCentihours()))} · {t.value(euros(language, draft.answer.valueCents))}
    </p>
  );
}

/** Two people wrote at once: what was typed here stays, and the person chooses. */
function Stale() {
  const t = useWords(texts);
  const say = useNotice();
  const draft = useDraft(ReportDraft.STATE);
  const take = async (keep: boolean) => {
    const path = { reportId: draft.answer.id };
    const { data } = await client.GET('/reports/{reportId}', { params: { path } });
    if (!data) return;
    if (keep) await draft.keepMine(data);
    else draft.adopt(data);
    say({ text: t.taken });
  };
  return (
    <Alert kind="error" title={t.stale}>
      <p>{t.staleWhy}</p>
      <div className="row">
        <Button weight="primary" onClick={() => void take(true)}>
          {t.mine}
        </Button>
        <Button onClick={() => void take(false)}>{t.theirs}</Button>
      </div>
    </Alert>
  );
}
