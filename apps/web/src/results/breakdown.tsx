import { useSearchParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { decimal, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Button, Link } from '../ui/buttons';
import { Badge, Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { resultsWords } from './results-words';
import { BREAKDOWNS, NARROWING, rowAddress, type Breakdown } from './row-address';

type Row = Answer<'BreakdownRow'>;

/** What the figures of a year are made of, by the reader's choice, as far down as the reader may see. */
export function BreakdownSection({ year, knownOn }: { readonly year: number; readonly knownOn: string | undefined }) {
  const t = useWords(resultsWords);
  const language = useLanguage();
  const [filters, change] = useAddressFilters(['by', ...NARROWING]);
  const by: Breakdown = BREAKDOWNS.find((known) => known === filters.by) ?? 'PRINCIPAL';
  const narrowed = NARROWING.filter((name) => filters[name]);
  const { principalCode, supplierKvkNumber, categoryCode } = filters;
  // A region or target group cannot be narrowed without telling of few people.
  const offered =
    narrowed.length > 0 ? BREAKDOWNS.filter((name) => name !== 'REGION' && name !== 'TARGET_GROUP') : BREAKDOWNS;
  const rows = api.useInfiniteQuery(
    'get',
    '/impact-reports/{year}/breakdowns',
    { params: { path: { year }, query: { by, knownOn, principalCode, supplierKvkNumber, categoryCode, limit: 50 } } },
    byKey,
  );
  return (
    <Section title={t.breakdown} intro={<p className="screen-only">{t.breakdownIntro}</p>} id="breakdown">
      <Filters label={t.by}>
        <Filter
          label={t.by}
          value={by}
          options={offered.map((value) => ({ value, label: labels[language].breakdownBy[value] }))}
          onChange={(value) => change({ by: value })}
        />
      </Filters>
      {narrowed.length > 0 && (
        <div className="row">
          <Narrowed />
          <Button
            weight="subtle"
            onClick={() => change({ by: '', principalCode: '', supplierKvkNumber: '', categoryCode: '' })}
          >
            {t.widen}
          </Button>
        </div>
      )}
      <Paged
        of={rows}
        lines={10}
        empty={
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <>
            <RealisedBars rows={items} year={year} by={by} />
            <BreakdownTable rows={items} total={rows.data?.pages[0]?.total} year={year} by={by} />
          </>
        )}
      </Paged>
    </Section>
  );
}

/** Which part of the report is shown, by name. */
function Narrowed() {
  const t = useWords(resultsWords);
  const [{ principalCode, supplierKvkNumber, categoryCode }] = useAddressFilters(NARROWING);
  const principals = api.useQuery('get', '/principals', {}, { enabled: principalCode !== undefined });
  const categories = api.useQuery('get', '/procurement-categories', {}, { enabled: categoryCode !== undefined });
  const principal = principals.data?.items.find(({ code }) => code === principalCode)?.name ?? principalCode;
  const category =
    categoryCode === 'NONE'
      ? t.noCategory
      : (categories.data?.items.find(({ code }) => code === categoryCode)?.name ?? categoryCode);
  return [principal, category, supplierKvkNumber && `KvK ${supplierKvkNumber}`]
    .filter((name) => name !== undefined && name !== '')
    .map((name) => <Badge key={name}>{t.within(name ?? '')}</Badge>);
}

/** What a row is called: reserved keys have words of ours. */
function useRowName(by: Breakdown): (row: Row) => string {
  const t = useWords(resultsWords);
  return ({ key, name }) => {
    if (key === 'NONE') return by === 'REGION' ? t.noRegion : t.noCategory;
    if (key === 'PURCHASE') return t.purchases;
    if (key === 'ACTIVITY') return t.activities;
    return name;
  };
}

function BreakdownTable({
  rows,
  total,
  year,
  by,
}: {
  readonly rows: readonly Row[];
  readonly total: Answer<'BreakdownFigures'> | undefined;
  readonly year: number;
  readonly by: Breakdown;
}) {
  const t = useWords(resultsWords);
  const language = useLanguage();
  const nameOf = useRowName(by);
  const [present] = useSearchParams();
  const names = labels[language].figure;
  const euro = (cents: number | null | undefined) => wholeEuros(language, cents);
  const jobs = (text: string | null | undefined) => (text === '< 5' ? '< 5' : decimal(language, text));
  return (
    <Table
      caption={labels[language].breakdownBy[by]}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      totalName={t.total}
      columns={[
        {
          key: 'name',
          head: t.row,
          names: true,
          cell: (row) => {
            const to = rowAddress(by, row, year, present);
            return to ? <Link to={to}>{nameOf(row)}</Link> : nameOf(row);
          },
        },
        {
          key: 'imposed',
          head: names.imposedCents,
          number: true,
          cell: ({ imposedCents }) => euro(imposedCents),
          total: euro(total?.imposedCents),
        },
        {
          key: 'annualised',
          head: names.annualisedCents,
          number: true,
          cell: ({ annualisedCents }) => euro(annualisedCents),
          total: euro(total?.annualisedCents),
        },
        {
          key: 'realised',
          head: names.realisedCents,
          number: true,
          cell: ({ realisedCents }) => euro(realisedCents),
          total: euro(total?.realisedCents),
        },
        {
          key: 'outstanding',
          head: names.outstandingCents,
          number: true,
          cell: ({ outstandingCents }) => euro(outstandingCents),
          total: euro(total?.outstandingCents),
        },
        {
          key: 'persons',
          head: t.persons,
          number: true,
          cell: ({ personsShown }) => personsShown ?? '–',
          total: total?.personsShown ?? '–',
        },
        { key: 'jobs', head: names.jobs, number: true, cell: ({ jobs: text }) => jobs(text), total: jobs(total?.jobs) },
      ]}
    />
  );
}

const WIDTH = 900;
const ROW = 30;
const NAMES = 250;
const SHOWN = 12;

/** The same rows as bars, largest first; the table below has all of them. */
function RealisedBars({
  rows,
  year,
  by,
}: {
  readonly rows: readonly Row[];
  readonly year: number;
  readonly by: Breakdown;
}) {
  const t = useWords(resultsWords);
  const language = useLanguage();
  const nameOf = useRowName(by);
  const bars = rows
    .filter(({ realisedCents }) => realisedCents !== null)
    .toSorted((a, b) => (b.realisedCents ?? 0) - (a.realisedCents ?? 0))
    .slice(0, SHOWN);
  if (bars.length === 0) return null;
  const largest = Math.max(...bars.flatMap((row) => [row.realisedCents ?? 0, row.annualisedCents ?? 0]), 1);
  const room = WIDTH - NAMES - 110;
  const at = (cents: number) => NAMES + (cents / largest) * room;
  const short = (name: string) => (name.length > 34 ? `${name.slice(0, 33)}…` : name);
  return (
    <figure className="chart screen-only results-picture">
      <svg
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        role="img"
        aria-label={`${t.picture(year)}. ${t.pictureDescription}`}
      >
        {bars.map((row, index) => (
          <g key={row.key} transform={`translate(0 ${index * ROW})`}>
            <text x={NAMES - 10} y={19} textAnchor="end">
              {short(nameOf(row))}
            </text>
            <rect
              className="results-bar"
              x={NAMES}
              y={5}
              width={Math.max(at(row.realisedCents ?? 0) - NAMES, 2)}
              height={20}
              rx={3}
            />
            {row.annualisedCents !== null && (
              <line className="results-pace" x1={at(row.annualisedCents)} x2={at(row.annualisedCents)} y1={2} y2={28} />
            )}
            <text x={Math.max(at(row.realisedCents ?? 0), at(row.annualisedCents ?? 0)) + 8} y={19}>
              {wholeEuros(language, row.realisedCents)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="soft">{t.pictureDescription}</figcaption>
    </figure>
  );
}
