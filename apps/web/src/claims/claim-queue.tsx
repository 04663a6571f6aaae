import { useState, type ReactNode } from 'react';
import { api, type Answer } from '../api/client';
import { euros, hours, quarter as sayQuarter, shortDay, whole } from '../format';
import { quarterOf, quartersBefore } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Button, Link } from '../ui/buttons';
import { Badge, Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table, type Column } from '../ui/table';
import { sayWarning } from '../words/codes';
import { labels } from '../words/labels';
import { AcceptBatch } from './accept-batch';
import { claimWords } from './claim-words';

type Claim = Answer<'ClaimSummary'>;

const QUEUES = ['clean', 'odd', 'decided'] as const;
type Queue = (typeof QUEUES)[number];
/** How many quarters can be chosen from: two years. */
const QUARTERS = 8;
const KINDS = ['PLACEMENT', 'PURCHASE', 'ACTIVITY'] as const;
const DECIDED = ['ACCEPTED', 'REJECTED', 'REVERSED'] as const;

/** The claims that wait, clean ones apart from odd ones, and those that were decided. */
export function ClaimQueue() {
  const t = useWords(claimWords);
  const language = useLanguage();
  const { can } = useSession();
  const [filters, change] = useAddressFilters(['queue', 'planId', 'quarter', 'kind', 'status']);
  const queue = QUEUES.find((known) => known === filters.queue) ?? 'clean';
  const kind = KINDS.find((known) => known === filters.kind);
  const status = DECIDED.find((known) => known === filters.status) ?? 'ACCEPTED';
  const plans = api.useQuery('get', '/plans', { params: { query: { limit: 100 } } });
  const now = today();
  const quarters = [quarterOf(now), ...quartersBefore(now, QUARTERS - 1)];
  const quarter = quarters.find((known) => known === filters.quarter);
  const waiting = queue === 'decided' ? { status } : { status: 'CLAIMED' as const, hasWarnings: queue === 'odd' };
  const query = { limit: 100, planId: filters.planId, quarter, kind, ...waiting };
  const claims = api.useInfiniteQuery('get', '/claims', { params: { query } }, byKey);
  const queues = { clean: t.clean, odd: t.odd, decided: t.decided };
  const none = { clean: t.noneClean, odd: t.noneOdd, decided: t.noneDecided };
  const options = (names: readonly string[], say: (name: string) => string) =>
    names.map((value) => ({ value, label: say(value) }));
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Filters>
        <Filter
          label={t.queue}
          value={queue}
          options={options(QUEUES, (name) => queues[name as typeof queue])}
          onChange={(value) => change({ queue: value, status: '' })}
        />
        <Filter
          label={t.plan}
          value={filters.planId ?? ''}
          all={t.allPlans}
          options={
            plans.data?.items.map(({ id, name, supplierGroupName }) => ({
              value: id,
              label: `${name} · ${supplierGroupName}`,
            })) ?? []
          }
          onChange={(value) => change({ planId: value })}
        />
        <Filter
          label={t.kind}
          value={kind ?? ''}
          all={t.allKinds}
          options={options(KINDS, (name) => labels[language].claimKind[name as Claim['kind']])}
          onChange={(value) => change({ kind: value })}
        />
        <Filter
          label={t.quarter}
          value={quarter ?? ''}
          all={t.allQuarters}
          options={options(quarters, (name) => sayQuarter(language, name))}
          onChange={(value) => change({ quarter: value })}
        />
        {queue === 'decided' && (
          <Filter
            label={t.status}
            value={status}
            options={options(DECIDED, (name) => labels[language].claimStatus[name as Claim['status']])}
            onChange={(value) => change({ status: value })}
          />
        )}
      </Filters>
      <Paged
        of={claims}
        lines={12}
        empty={
          <Empty title={none[queue]}>
            <p>{queue === 'decided' ? t.noneDecidedWhy : t.noneWhy}</p>
            {queue !== 'decided' && (
              <Button onClick={() => change({ queue: queue === 'clean' ? 'odd' : 'clean' })}>
                {queue === 'clean' ? t.seeOdd : t.seeClean}
              </Button>
            )}
          </Empty>
        }
      >
        {(items) =>
          queue === 'clean' && can('claims.decide') ? (
            <CleanClaims key={JSON.stringify(query)} claims={items} />
          ) : (
            <ClaimTable claims={items} queue={queue} />
          )
        }
      </Paged>
    </Page>
  );
}

/** Claims without anything odd: chosen together, and accepted together after seeing where the value goes. */
function CleanClaims({ claims }: { readonly claims: readonly Claim[] }) {
  const t = useWords(claimWords);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const present = claims.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );
  return (
    <>
      <div className="row">
        <label className="choice">
          <input
            type="checkbox"
            className="choice-checkbox"
            checked={present.length === claims.length}
            onChange={({ target }) => setChosen(new Set(target.checked ? claims.map(({ id }) => id) : []))}
          />
          {t.selectAll}
        </label>
        <span role="status">{present.length > 0 && t.selected(present.length)}</span>
        {present.length > 0 && <AcceptBatch claims={present} onAccepted={() => setChosen(new Set())} />}
      </div>
      <ClaimTable
        claims={claims}
        queue="clean"
        choose={({ id, number }) => (
          <input
            type="checkbox"
            className="choice-checkbox row-choice"
            aria-label={t.select(String(number))}
            checked={chosen.has(id)}
            onChange={() => toggle(id)}
          />
        )}
      />
    </>
  );
}

function ClaimTable({
  claims,
  queue,
  choose,
}: {
  readonly claims: readonly Claim[];
  readonly queue: Queue;
  readonly choose?: (claim: Claim) => ReactNode;
}) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const columns: Column<Claim>[] = [
    {
      key: 'number',
      head: t.number,
      names: true,
      cell: (claim) => (
        <span className="row">
          {choose?.(claim)}
          <Link to={`/bijdragen/${claim.id}`}>{claim.number}</Link>
        </span>
      ),
    },
    { key: 'supplier', head: t.supplier, cell: ({ supplierName, planName }) => `${supplierName} · ${planName}` },
    {
      key: 'what',
      head: t.what,
      cell: ({ kind, blockLabel, block, candidate, quarter }) => (
        <>
          {labels[language].claimKind[kind]}, {sayQuarter(language, quarter)}
          <span className="cell-note">
            {[blockLabel ?? block, candidate && t.candidate(candidate)].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'claimed',
      head: t.claimed,
      number: true,
      cell: ({ centihours, invoiceCents }) =>
        centihours === null ? euros(language, invoiceCents) : t.hours(hours(language, centihours)),
    },
    { key: 'value', head: t.value, number: true, cell: ({ valueCents }) => euros(language, valueCents) },
    ...(queue === 'odd'
      ? [
          {
            key: 'odd',
            head: t.oddities,
            cell: ({ warnings }: Claim) => (
              <ul className="cell-list">
                {warnings.map((warning) => (
                  <li key={warning.code}>{sayWarning(language, warning)}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(queue === 'decided'
      ? []
      : [
          {
            key: 'due',
            head: t.due,
            cell: ({ answerDueOn, answerDaysLate }: Claim) =>
              answerDaysLate > 0 ? (
                <Badge tone="bad">{t.late(whole(language, answerDaysLate))}</Badge>
              ) : (
                shortDay(language, answerDueOn)
              ),
          },
        ]),
  ];
  return <Table caption={t.caption} captionHidden rows={claims} rowKey={({ id }) => id} columns={columns} />;
}
