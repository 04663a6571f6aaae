import '../style/monitoring.css';
import { useState } from 'react';
import { api, type Answer } from '../api/client';
import { day, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { Link } from '../ui/buttons';
import { Badge, Empty, Loaded } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page, Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { MonitoringTabs } from './monitoring-tabs';
import { silenceWords } from './silence-words';

type Silence = Answer<'SilenceAnswer'>;

const SIDES = ['SUPPLIER', 'PRINCIPAL', 'NETWORK'] as const;

/** Who was mailed about late work and did nothing, the longest silent first, and what one can do about it. */
export function Silences() {
  const t = useWords(silenceWords);
  const language = useLanguage();
  const { face } = useSession();
  const [filters, change] = useAddressFilters(['kant']);
  const side = SIDES.find((one) => one === filters.kant);
  // A ministry hears of suppliers only.
  const hasSides = face !== 'PRINCIPAL';
  const query = { limit: 50, side };
  const silences = api.useInfiniteQuery('get', '/silences', { params: { query } }, byKey);
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <MonitoringTabs />
      {hasSides && (
        <Filters>
          <Filter
            label={t.side}
            value={side ?? ''}
            all={t.allSides}
            options={SIDES.map((value) => ({ value, label: labels[language].side[value] }))}
            onChange={(value) => change({ kant: value })}
          />
        </Filters>
      )}
      <Paged
        of={silences}
        empty={
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <>
            <SilentOnes items={items} />
            <WhatToDo />
          </>
        )}
      </Paged>
    </Page>
  );
}

/** What an organisation is called; the network has no name of its own in the list. */
const nameOf = ({ name, principalCode, side }: Silence, sides: Readonly<Record<Silence['side'], string>>) =>
  name ?? principalCode ?? sides[side];

function SilentOnes({ items }: { readonly items: readonly Silence[] }) {
  const t = useWords(silenceWords);
  const language = useLanguage();
  const sides = labels[language].side;
  return (
    <Table
      caption={t.caption}
      captionHidden
      rows={items}
      rowKey={({ side, supplierGroupId, principalCode }) => `${side}${supplierGroupId}${principalCode}`}
      narrow="stacked"
      columns={[
        {
          key: 'name',
          head: t.who,
          names: true,
          cell: (item) => (
            <>
              {item.supplierGroupId ? (
                <Link to={`/leveranciers/${item.supplierGroupId}`}>{nameOf(item, sides)}</Link>
              ) : (
                nameOf(item, sides)
              )}
              {item.people.length > 0 && (
                <span className="cell-note">{t.mailed(item.people.map(({ name }) => name).join(', '))}</span>
              )}
            </>
          ),
        },
        {
          key: 'days',
          head: t.silent,
          number: true,
          cell: ({ days, since }) => (
            <>
              <Badge tone={days >= LONG_DAYS ? 'bad' : 'notice'}>{t.days(whole(language, days), days === 1)}</Badge>
              <span className="cell-note">{t.since(day(language, since))}</span>
            </>
          ),
        },
        { key: 'items', head: t.items, number: true, cell: ({ workItems }) => whole(language, workItems) },
        {
          key: 'risk',
          head: t.risk,
          number: true,
          cell: ({ atRiskCents }) => (
            <>
              {wholeEuros(language, atRiskCents)}
              <Bar part={atRiskCents} most={Math.max(...items.map((item) => item.atRiskCents))} />
            </>
          ),
        },
        {
          key: 'plans',
          head: t.plans,
          cell: ({ supplierGroupId, ...item }) =>
            supplierGroupId && (
              <PlansOf supplierGroupId={supplierGroupId} name={nameOf({ supplierGroupId, ...item }, sides)} />
            ),
        },
      ]}
    />
  );
}

/** How much it is about, beside the most in the list; the amount above it says the same. */
function Bar({ part, most }: { readonly part: number; readonly most: number }) {
  return (
    <svg className="silence-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect x={100 - (100 * part) / (most || 1)} y={0} width={(100 * part) / (most || 1)} height={6} />
    </svg>
  );
}

/** From here on a silence stands out: by then the whole desk was mailed, and the next role heard of it. */
const LONG_DAYS = 28;

/** The plans of a supplier, read when somebody asks for them. */
function PlansOf({ supplierGroupId, name }: { readonly supplierGroupId: string; readonly name: string }) {
  const t = useWords(silenceWords);
  const [open, setOpen] = useState(false);
  const query = { supplierGroupId, limit: 100 };
  const plans = api.useQuery('get', '/plans', { params: { query } }, { enabled: open });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={t.plansOf(name)}>{t.showPlans}</summary>
      {open && (
        <Loaded of={plans} lines={1}>
          {({ items }) => {
            const current = items.filter(({ state }) => state !== 'ENDED');
            return current.length === 0 ? (
              <p>{t.noPlans}</p>
            ) : (
              <ul className="plain-list">
                {current.map((plan) => (
                  <li key={plan.id}>
                    <Link to={`/plannen/${plan.id}`}>{plan.name}</Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      )}
    </details>
  );
}

function WhatToDo() {
  const t = useWords(silenceWords);
  const { can } = useSession();
  return (
    <Section title={t.todo} framed>
      <ol className="steps">
        <li>{t.call}</li>
        {can('due-dates.extend') && <li>{t.extend}</li>}
        {can('reports.on-behalf') && <li>{t.onBehalf}</li>}
        {can('deviations.make') && (
          <li>
            {t.deviate} <Link to="/herinneringen/nieuw">{t.deviateLink}</Link>
          </li>
        )}
      </ol>
    </Section>
  );
}
