import { api } from '../api/client';
import { day, quarter } from '../format';
import { quartersBefore, quarterOf } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Link, LinkButton } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { byKey, Paged } from '../ui/paged';
import { Page } from '../ui/page';
import { Table } from '../ui/table';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import { ReportBadges, reportTitle } from './report-parts';

const texts = words({
  nl: {
    title: 'Rapportages',
    intro:
      'Elk kwartaal meldt een leverancier per plan wat er is gedaan. Een rapportage komt binnen dertig dagen na het kwartaal.',
    add: 'Maak een rapportage',
    none: 'Er is nog geen rapportage',
    noneHere: 'Met deze keuze is er geen rapportage',
    noneDo: 'Kies een plan en een kwartaal en vul in wat er is gedaan.',
    noneHereDo: 'Kies iets anders.',
    report: 'Rapportage',
    plan: 'Plan',
    supplier: 'Leverancier',
    due: 'Uiterste dag',
    state: 'Status',
    quarter: 'Kwartaal',
    all: 'Alle',
    lateOnly: 'Alleen te laat',
    late: 'Te laat',
  },
  en: {
    title: 'Reports',
    intro:
      'Each quarter a supplier reports by plan what was done. A report is due within thirty days after the quarter.',
    add: 'Make a report',
    none: 'There is no report yet',
    noneHere: 'There is no report with this choice',
    noneDo: 'Choose a plan and a quarter and enter what was done.',
    noneHereDo: 'Choose something else.',
    report: 'Report',
    plan: 'Plan',
    supplier: 'Supplier',
    due: 'Last day',
    state: 'State',
    quarter: 'Quarter',
    all: 'All',
    lateOnly: 'Only late ones',
    late: 'Late',
  },
});

const STATES = ['DRAFT', 'CHECKED', 'SUBMITTED'] as const;

/** The reports in sight, those that are due last first. */
export function ReportList() {
  const t = useWords(texts);
  const language = useLanguage();
  const { can, face } = useSession();
  const [filters, change] = useAddressFilters(['plan', 'kwartaal', 'status', 'telaat'] as const);
  const reports = api.useInfiniteQuery(
    'get',
    '/reports',
    {
      params: {
        query: {
          limit: 25,
          planId: filters.plan,
          quarter: filters.kwartaal,
          state: STATES.find((state) => state === filters.status),
          late: filters.telaat ? true : undefined,
        },
      },
    },
    byKey,
  );
  const narrowed = Object.keys(filters).length > 0;
  const quarters = [quarterOf(today()), ...quartersBefore(today(), 11)];
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={
        can('reports.write') && (
          <LinkButton weight="primary" to="/rapportages/nieuw">
            {t.add}
          </LinkButton>
        )
      }
    >
      <Filters>
        <Filter
          label={t.quarter}
          value={filters.kwartaal ?? ''}
          all={t.all}
          onChange={(kwartaal) => change({ kwartaal })}
          options={quarters.map((value) => ({ value, label: quarter(language, value) }))}
        />
        <Filter
          label={t.state}
          value={filters.status ?? ''}
          all={t.all}
          onChange={(status) => change({ status })}
          options={STATES.map((value) => ({ value, label: sayLabel(language, 'reportState', value) }))}
        />
        <Filter
          label={t.late}
          value={filters.telaat ?? ''}
          all={t.all}
          onChange={(telaat) => change({ telaat })}
          options={[{ value: 'ja', label: t.lateOnly }]}
        />
      </Filters>
      <Paged
        of={reports}
        empty={
          <Empty title={narrowed ? t.noneHere : t.none}>
            <p>{narrowed ? t.noneHereDo : can('reports.write') ? t.noneDo : ''}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.title}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'report',
                head: t.report,
                names: true,
                cell: (report) => <Link to={`/rapportages/${report.id}`}>{reportTitle(language, report)}</Link>,
              },
              {
                key: 'plan',
                head: t.plan,
                cell: ({ planId, planName }) => <Link to={`/plannen/${planId}`}>{planName}</Link>,
              },
              ...(face === 'SUPPLIER_GROUP'
                ? []
                : [
                    {
                      key: 'supplier',
                      head: t.supplier,
                      cell: ({ supplierName }: { supplierName: string }) => supplierName,
                    },
                  ]),
              { key: 'due', head: t.due, cell: ({ dueOn }) => day(language, dueOn) },
              {
                key: 'state',
                head: t.state,
                cell: (report) => (
                  <span className="row">
                    <ReportBadges report={report} />
                  </span>
                ),
              },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
