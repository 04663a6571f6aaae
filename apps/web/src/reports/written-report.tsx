import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { Navigate, Outlet, useBlocker, useLocation, useSearchParams } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { usePlacementsOf } from '../api/placements-of';
import { monthsOf, runsIn } from '../quarters';
import { useWords } from '../shell/language';
import { SESSION_KEY, useSession } from '../shell/session';
import { Button, ButtonGroup } from '../ui/buttons';
import { Dialog } from '../ui/dialog';
import { ProblemAlert, Skeleton } from '../ui/feedback';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { words } from '../words/words';
import { CorrectionNote } from './correction-note';
import { ReportDraft } from './draft';
import { DraftProvider, useDraftSetting, type DraftSetting, type PlacementRow } from './draft-context';
import { NextStep } from './next-step';
import { SaveBar } from './save-bar';

type Report = Answer<'ReportAnswer'>;

const texts = words({
  nl: {
    parts: 'Onderdelen van de rapportage',
    hours: 'Uren',
    purchases: 'Sociale inkoop',
    activities: 'Activiteiten',
    leaving: 'Niet alles is opgeslagen',
    leavingWhy: 'Wat u typte, is nog niet bewaard. Als u weggaat, is het weg.',
    stay: 'Blijf op deze pagina',
    leave: 'Ga weg zonder op te slaan',
  },
  en: {
    parts: 'Parts of the report',
    hours: 'Hours',
    purchases: 'Social purchases',
    activities: 'Activities',
    leaving: 'Not everything is saved',
    leavingWhy: 'What you typed is not kept yet. If you leave, it is gone.',
    stay: 'Stay on this page',
    leave: 'Leave without saving',
  },
});

type Frame = Omit<ComponentProps<typeof Page>, 'children'>;

/** A report that is written: read what it is held against, then its parts. */
export function WrittenReport({ report, frame }: { readonly report: Report; readonly frame: Frame }) {
  const { planId, supplierKvkNumber } = report;
  const { can } = useSession();
  const hours = can('placements.read');
  const placements = usePlacementsOf(planId, supplierKvkNumber, hours);
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } });
  const code = plan.data?.valueTable ?? '';
  const table = api.useQuery(
    'get',
    '/value-tables/{valueTableCode}',
    { params: { path: { valueTableCode: code } } },
    { enabled: code !== '', staleTime: Infinity },
  );
  const error = placements.error ?? plan.error ?? table.error;
  const rows = hours ? placements.data : NO_ROWS;
  if (rows && plan.data && table.data)
    return <Editor report={report} frame={frame} placements={rows} plan={plan.data} table={table.data} hours={hours} />;
  return (
    <Page {...frame}>
      {error ? (
        <ProblemAlert
          error={error}
          retry={() => void Promise.all([placements, plan, table].map((one) => one.refetch()))}
        />
      ) : (
        <Skeleton lines={12} />
      )}
    </Page>
  );
}

/** The rows for who is told of no placements. */
const NO_ROWS: readonly PlacementRow[] = [];

interface EditorProps {
  /** Who writes on behalf of a supplier for a ministry is told of no placements, and reports no hours. */
  readonly hours: boolean;
  readonly report: Report;
  readonly frame: Frame;
  readonly placements: readonly PlacementRow[];
  readonly plan: Answer<'PlanAnswer'>;
  readonly table: Answer<'ValueTableAnswer'>;
}

function Editor({ report, frame, placements, plan, table, hours }: EditorProps) {
  const t = useWords(texts);
  const { pathname } = useLocation();
  const months = useMemo(() => monthsOf(report.quarter), [report.quarter]);
  // As text, so that saving, which gives a new report each time, does not draw the whole grid again.
  const withLine = (report.lines ?? [])
    .map(({ placementId }) => placementId ?? '')
    .sort()
    .join();
  const rows = useMemo(() => rowsOf(withLine, placements, months), [withLine, placements, months]);
  const draft = useReportDraft(report, rows);
  const [params] = useSearchParams();
  const setting = useMemo<DraftSetting>(
    () => ({
      draft,
      rows,
      months,
      table,
      names: Object.fromEntries([...table.blocks, ...table.bonuses].map(({ code, label }) => [code, label])),
      contracts: plan.members
        .filter(({ supplierKvkNumber }) => supplierKvkNumber === report.supplierKvkNumber)
        .map(({ number, title }) => ({ value: number, label: `${number} ${title}` })),
    }),
    [draft, rows, months, table, plan, report.supplierKvkNumber],
  );
  const at = `/rapportages/${report.id}`;
  const corrects = params.get('bijdrage');
  if (!hours && pathname === at) return <Navigate to={`${at}/inkoop`} replace />;
  return (
    <DraftProvider value={setting}>
      <Page {...frame}>
        {corrects && <CorrectionNote claimId={corrects} />}
        <NextStep report={report} />
        <SaveBar />
        <Tabs
          label={t.parts}
          tabs={[
            ...(hours ? [{ to: at, label: t.hours }] : []),
            { to: `${at}/inkoop`, label: t.purchases },
            { to: `${at}/activiteiten`, label: t.activities },
          ]}
        />
        <Outlet />
        <LeaveGuard at={at} />
      </Page>
    </DraftProvider>
  );
}

/** The placements that run in the quarter, and those that have a line although they do not, by reference. */
function rowsOf(withLine: string, placements: readonly PlacementRow[], months: readonly string[]): PlacementRow[] {
  const ids = new Set(withLine.split(','));
  return placements
    .filter((placement) => ids.has(placement.id) || months.some((month) => runsIn(placement, month)))
    .sort((a, b) => a.ref.localeCompare(b.ref, 'nl', { numeric: true }));
}

/** The draft of this report, for as long as the page is open; what others write meanwhile is taken over when nothing is typed. */
function useReportDraft(report: Report, rows: readonly PlacementRow[]): ReportDraft {
  const queryClient = useQueryClient();
  const [draft] = useState(
    () =>
      new ReportDraft(report, async (body) => {
        const path = { reportId: report.id };
        const { data, error } = report.onBehalf
          ? await client.PUT('/reports-on-behalf/{reportId}/lines', { params: { path }, body })
          : await client.PUT('/reports/{reportId}/lines', { params: { path }, body });
        if (data) {
          const { queryKey } = api.queryOptions('get', '/reports/{reportId}', { params: { path } });
          queryClient.setQueryData(queryKey, data);
        }
        // The page waits, with what was typed, until this person is signed in again.
        if (error?.status === 401) queryClient.setQueryData(SESSION_KEY, null);
        return { data, error };
      }),
  );
  useEffect(() => draft.setOrder(rows.map(({ id }) => id)), [draft, rows]);
  useEffect(() => {
    if (report.version > draft.answer.version && !draft.isUnsaved) draft.adopt(report);
  }, [report, draft]);
  useEffect(() => {
    // Back on line, or back after signing in again: what could not be kept then is sent now.
    const again = () => {
      if (draft.saveState.kind === 'failed') void draft.save();
    };
    again();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      draft.close();
    };
  }, [draft]);
  return draft;
}

/** Saves before somebody goes to another page, and asks when that does not succeed. */
function LeaveGuard({ at }: { readonly at: string }) {
  const t = useWords(texts);
  const { draft } = useDraftSetting();
  const blocker = useBlocker(
    ({ nextLocation: { pathname } }) =>
      draft.isUnsaved && pathname !== at && !pathname.startsWith(`${at}/`) && pathname !== '/aanmelden',
  );
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void draft.save().then((isKept) => (isKept ? blocker.proceed() : setAsks(true)));
  }, [blocker, draft]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (draft.isUnsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [draft]);
  if (!asks || blocker.state !== 'blocked') return null;
  const answer = (act: () => void) => () => {
    setAsks(false);
    act();
  };
  return (
    <Dialog title={t.leaving} onClose={answer(blocker.reset)}>
      <p>{t.leavingWhy}</p>
      <ButtonGroup>
        <Button weight="primary" onClick={answer(blocker.reset)}>
          {t.stay}
        </Button>
        <Button weight="danger" onClick={answer(blocker.proceed)}>
          {t.leave}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
