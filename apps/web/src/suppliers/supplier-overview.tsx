import { useQueries } from '@tanstack/react-query';
import { api, type Answer } from '../api/client';
import { percentOf, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Empty, Loaded, Skeleton } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { OpenWork } from '../ui/open-work';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { SignalBadge } from '../ui/signal-badge';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { useSupplier } from './supplier';
import { supplierWords } from './supplier-words';

type Plan = Answer<'PlanSummaryAnswer'>;

/** How a supplier goes, in ten seconds: its figures, its plans and who waits for whom. */
export function SupplierOverview() {
  const t = useWords(supplierWords);
  const { can } = useSession();
  const { id, standing } = useSupplier();
  const plans = api.useInfiniteQuery('get', '/plans', { params: { query: { supplierGroupId: id, limit: 25 } } }, byKey);
  return (
    <>
      {can('rankings.read') &&
        (standing === undefined ? (
          <Skeleton lines={3} />
        ) : standing === null ? (
          <p>{t.nothingOpen}</p>
        ) : (
          <Figures standing={standing} />
        ))}
      <Section title={t.plans}>
        <Paged
          of={plans}
          lines={4}
          empty={
            <Empty title={t.noPlans}>
              <p>{t.noPlansWhy}</p>
            </Empty>
          }
        >
          {(items) => <Plans plans={items} />}
        </Paged>
      </Section>
      {plans.data && <Waiting plans={plans.data.pages.flatMap(({ items }) => items)} />}
    </>
  );
}

function Figures({ standing }: { readonly standing: Answer<'RankedSupplierGroup'> }) {
  const t = useWords(supplierWords);
  const language = useLanguage();
  const { openCents, allocatedCents, behindCents, atRiskCents, daysOfSilence, obligations, principals } = standing;
  const part = percentOf(language, allocatedCents, openCents);
  return (
    <KeyFigures>
      <KeyFigure
        label={t.open}
        value={wholeEuros(language, openCents)}
        note={t.openNote(whole(language, obligations), whole(language, principals))}
      />
      <KeyFigure label={t.filled} value={wholeEuros(language, allocatedCents)} note={part && t.filledNote(part)} />
      <KeyFigure label={t.behind} value={wholeEuros(language, behindCents)} note={behindCents > 0 && t.behindNote} />
      <KeyFigure label={t.risk} value={wholeEuros(language, atRiskCents)} note={atRiskCents > 0 && t.riskNote} />
      <KeyFigure
        label={t.silence}
        value={daysOfSilence === null ? t.noPlan : t.days(whole(language, daysOfSilence))}
        note={daysOfSilence === null ? t.noPlanNote : t.silenceNote}
      />
    </KeyFigures>
  );
}

function Plans({ plans }: { readonly plans: readonly Plan[] }) {
  const t = useWords(supplierWords);
  const language = useLanguage();
  const { can } = useSession();
  const forecasts = useQueries({
    queries: plans
      .filter(({ kind, state }) => can('forecasts.read') && kind === 'BUNDLE' && state !== 'ENDED')
      .map(({ id }) => api.queryOptions('get', '/plans/{planId}/forecast', { params: { path: { planId: id } } })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [[data.plan.planId, data] as const] : []))),
  });
  const euro = (cents: number | undefined) => cents !== undefined && wholeEuros(language, cents);
  return (
    <Table
      caption={t.plansCaption}
      captionHidden
      rows={plans}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'plan',
          head: t.plan,
          names: true,
          cell: ({ id, name, kind }) => (
            <>
              <Link to={`/plannen/${id}`}>{name}</Link>
              {kind === 'FORM_FREE' && <span className="cell-note">{t.formFree}</span>}
            </>
          ),
        },
        { key: 'state', head: t.state, cell: ({ state }) => labels[language].planState[state] },
        {
          key: 'signal',
          head: t.signal,
          cell: ({ id }) => forecasts.has(id) && <SignalBadge signal={forecasts.get(id)?.signal ?? null} />,
        },
        { key: 'left', head: t.left, number: true, cell: ({ id }) => euro(forecasts.get(id)?.remainingCents) },
        { key: 'verified', head: t.verified, number: true, cell: ({ id }) => euro(forecasts.get(id)?.allocatedCents) },
        {
          key: 'claimed',
          head: t.claimed,
          number: true,
          cell: ({ id }) => euro(forecasts.get(id)?.claimedNotVerifiedCents),
        },
        { key: 'behind', head: t.behind, number: true, cell: ({ id }) => euro(forecasts.get(id)?.behindCents) },
        { key: 'short', head: t.shortfall, number: true, cell: ({ id }) => euro(forecasts.get(id)?.shortfallCents) },
        {
          key: 'silence',
          head: t.silence,
          number: true,
          cell: ({ id }) => {
            const days = forecasts.get(id)?.plan.daysOfSilence;
            return days !== undefined && t.days(whole(language, days));
          },
        },
      ]}
    />
  );
}

/** How many open items of one plan are read; a plan has a few. */
const ITEMS = 50;

/** What is open in all plans together, soonest due first. */
function Waiting({ plans }: { readonly plans: readonly Plan[] }) {
  const t = useWords(supplierWords);
  const { name } = useSupplier();
  const work = useQueries({
    queries: plans
      .filter(({ state }) => state !== 'ENDED')
      .map(({ id }) =>
        api.queryOptions('get', '/plans/{planId}/work-items', {
          params: { path: { planId: id }, query: { limit: ITEMS } },
        }),
      ),
    combine: (answers) => ({
      error: answers.find(({ error }) => error)?.error ?? null,
      refetch: () => answers.forEach(({ refetch }) => void refetch()),
      data: answers.every(({ data }) => data !== undefined)
        ? answers
            .flatMap(({ data }) => data?.items ?? [])
            .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
        : undefined,
    }),
  });
  return (
    <Section title={t.waiting} intro={<p>{t.waitingIntro}</p>}>
      <Loaded of={work} lines={6}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t.nobody}>
              <p>{t.nobodyWhy}</p>
            </Empty>
          ) : (
            <OpenWork caption={t.waiting} items={items} supplierName={name} plans />
          )
        }
      </Loaded>
    </Section>
  );
}
