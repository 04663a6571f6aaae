import { useState } from 'react';
import { api, type Answer } from '../api/client';
import { day, moment } from '../format';
import { daysOfQuarter } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, Link } from '../ui/buttons';
import { ConfirmButton } from '../ui/dialog';
import { Alert, ProblemAlert, useNotice } from '../ui/feedback';
import { isOfLine, ReportDraft } from './draft';
import { useDraft } from './draft-context';
import { nextStepWords } from './next-step-words';

type Person = Answer<'PersonAnswer'>;

/** Who of the own organisation takes part, to name who can do what; undefined while that is read. */
function useColleagues(): readonly Person[] | undefined {
  const { person } = useSession();
  const { data } = api.useQuery('get', '/people', {
    params: { query: { limit: 100, organisationKind: 'SUPPLIER_GROUP' } },
  });
  return data?.items.filter(({ id, endedOn }) => endedOn === null && id !== person.id);
}

/** Where the report is on its way, and the one next step: who may do it, or why not I. */
export function NextStep({ report }: { readonly report: Answer<'ReportAnswer'> }) {
  const t = useWords(nextStepWords);
  const language = useLanguage();
  const { onBehalf } = report;
  // Nothing stands between writing on behalf of a supplier and submitting it.
  const at = onBehalf || (report.state === 'DRAFT' && !report.lines?.length) ? 0 : report.state === 'DRAFT' ? 1 : 2;
  const { lastEditedBy, lastEditedAt, checkedBy, checkedAt } = report;
  return (
    <section className="panel stack" aria-label={t.title}>
      <ol className="way">
        {(onBehalf ? t.stepsOnBehalf : t.steps).map((name, index) => (
          <li
            key={name}
            className={index < at ? 'is-done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {name}
            {index < at && <span className="visually-hidden"> ({t.done})</span>}
          </li>
        ))}
      </ol>
      <p className="soft">
        {checkedAt
          ? t.checkedBy(checkedBy ?? t.somebody, moment(language, checkedAt))
          : t.editedBy(lastEditedBy ?? t.somebody, moment(language, lastEditedAt))}
      </p>
      <Faults />
      {onBehalf ? <StepOnBehalf isEmpty={report.lines?.length === 0} /> : <Step report={report} />}
    </section>
  );
}

/** What stands in the way of submitting: what is wrong, or that the quarter is not over. */
function Faults() {
  const t = useWords(nextStepWords);
  const language = useLanguage();
  const { answer } = useDraft(ReportDraft.TOTAL);
  const count = answer.faults.filter(isOfLine).length;
  if (count > 0)
    return (
      <Alert kind="warning" title={t.faults(count)}>
        <p>{t.where}</p>
      </Alert>
    );
  if (answer.faults.length === 0) return null;
  return <Alert title={t.notOver(day(language, daysOfQuarter(answer.quarter).to))} />;
}

function Step({ report }: { readonly report: Answer<'ReportAnswer'> }) {
  const t = useWords(nextStepWords);
  const { person, can } = useSession();
  const colleagues = useColleagues();
  if (!colleagues) return null;
  const isEmpty = report.lines?.length === 0;
  const alone = colleagues.length === 0;
  if (report.state === 'CHECKED' || alone) {
    if (can('reports.submit'))
      return (
        <>
          {isEmpty && alone && <p>{t.emptyAlone}</p>}
          <Submit isEmpty={isEmpty} />
        </>
      );
    return <Who text={t.waitsFor} people={colleagues.filter(({ roles }) => roles.includes('SUPPLIER_COORDINATOR'))} />;
  }
  const own = report.lastEditedBy === person.name;
  return (
    <>
      {isEmpty && <p>{t.empty}</p>}
      {isEmpty && own && <p>{t.fill}</p>}
      {own ? (
        <>
          {!isEmpty && <p>{t.ownEdit}</p>}
          <Who text={t.canCheck} people={colleagues} />
        </>
      ) : (
        can('reports.check') && <Check isEmpty={isEmpty} />
      )}
    </>
  );
}

/** Nobody has to check what an official writes: the verifier is warned of each claim. */
function StepOnBehalf({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useWords(nextStepWords);
  return (
    <>
      {isEmpty && <p>{t.emptyOnBehalf}</p>}
      <Submit isEmpty={isEmpty} />
    </>
  );
}

function Who({ text, people }: { readonly text: string; readonly people: readonly Person[] }) {
  const t = useWords(nextStepWords);
  if (people.length === 0)
    return (
      <p>
        {t.noColleague} <Link to="/mensen">{t.colleagues}</Link>
      </p>
    );
  return (
    <p>
      {text} <strong>{people.map(({ name }) => name).join(', ')}</strong>.
    </p>
  );
}

function Check({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useWords(nextStepWords);
  const say = useNotice();
  const draft = useDraft(ReportDraft.STATE);
  const check = api.useMutation('post', '/reports/{reportId}/checks');
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setError(null);
    try {
      const { id, version } = draft.answer;
      draft.adopt(await check.mutateAsync({ params: { path: { reportId: id } }, body: { version } }));
      say({ text: t.checked });
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <div>
        <Button weight="primary" busy={check.isPending} onClick={() => void act()}>
          {isEmpty ? t.checkEmpty : t.check}
        </Button>
      </div>
    </>
  );
}

function Submit({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useWords(nextStepWords);
  const say = useNotice();
  const draft = useDraft(ReportDraft.STATE);
  const submit = api.useMutation('post', '/reports/{reportId}/submissions');
  const submitOnBehalf = api.useMutation('post', '/reports-on-behalf/{reportId}/submissions');
  const send = async () => {
    const isKept = await draft.save();
    if (!isKept) throw new Error('not saved');
    const { id, version, onBehalf } = draft.answer;
    const body = { version, nothingToReport: isEmpty };
    await (onBehalf ? submitOnBehalf : submit).mutateAsync({ params: { path: { reportId: id } }, body });
    say({ text: t.submitted });
  };
  if (draft.isUnsaved && draft.wrongCells > 0) return <p>{t.unsaved}</p>;
  return (
    <div>
      <ConfirmButton
        weight="primary"
        label={isEmpty ? t.submitNothing : t.submit}
        title={t.submitTitle}
        confirm={isEmpty ? t.submitNothing : t.submit}
        onConfirm={send}
      >
        <p>{isEmpty ? t.submitNothingWhat : t.submitWhat(draft.answer.lines?.length ?? 0)}</p>
      </ConfirmButton>
    </div>
  );
}
