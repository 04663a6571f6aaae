import { api } from '../api/client';
import { day, quarter } from '../format';
import { dueQuarterAt, type DueQuarter } from '../api/due-quarter';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Badge, Loaded } from '../ui/feedback';
import { Section } from '../ui/page';
import { Table } from '../ui/table';
import { words } from '../words/words';
import { usePlan } from './use-plan';

const texts = words({
  nl: {
    title: 'Rapportages die er nog niet zijn',
    intro: 'Over deze kwartalen is nog niets ingediend. Bel eerst de leverancier.',
    quarter: 'Kwartaal',
    supplier: 'Leverancier',
    due: 'Uiterste dag',
    extended: (to: string, reason: string) => `Uitstel tot en met ${to}, omdat: ${reason}`,
    late: (days: number) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
    begun: 'De leverancier is begonnen',
    what: 'Wat u kunt doen',
    moreTime: 'Geef uitstel',
    onBehalf: 'Rapporteer namens de leverancier',
    goOn: 'Ga verder namens de leverancier',
  },
  en: {
    title: 'Reports that are not there yet',
    intro: 'Nothing was submitted for these quarters yet. Call the supplier first.',
    quarter: 'Quarter',
    supplier: 'Supplier',
    due: 'Last day',
    extended: (to: string, reason: string) => `More time until ${to}, because: ${reason}`,
    late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
    begun: 'The supplier began',
    what: 'What you can do',
    moreTime: 'Give more time',
    onBehalf: 'Report on behalf of the supplier',
    goOn: 'Go on on behalf of the supplier',
  },
});

/** What a supplier should have reported, for who speaks to it: the network, or the ministry that verifies the plan itself. */
export function DueReports() {
  const { verifiedBy } = usePlan();
  const { can, face, person } = useSession();
  const { organisation } = person;
  const isOwn = organisation.kind === 'PRINCIPAL' && organisation.principalCode === verifiedBy;
  return can('reports.on-behalf') && (isOwn || (face === 'NETWORK' && verifiedBy === null)) ? <Due /> : null;
}

function Due() {
  const t = useWords(texts);
  const language = useLanguage();
  const { id: planId } = usePlan();
  const due = api.useQuery('get', '/plans/{planId}/due-reports', { params: { path: { planId } } });
  return (
    <Loaded of={due} lines={2}>
      {({ items }) =>
        items.length > 0 && (
          <Section title={t.title} intro={<p>{t.intro}</p>}>
            <Table
              caption={t.title}
              captionHidden
              rows={items.map((item): DueQuarter => ({ ...item, planId }))}
              rowKey={({ quarter: of, supplierKvkNumber }) => `${of} ${supplierKvkNumber}`}
              columns={[
                { key: 'quarter', head: t.quarter, names: true, cell: ({ quarter: of }) => quarter(language, of) },
                { key: 'supplier', head: t.supplier, cell: ({ supplierName }) => supplierName },
                {
                  key: 'due',
                  head: t.due,
                  cell: ({ dueOn, daysLate, begun, extensions }) => (
                    <>
                      {day(language, dueOn)} {daysLate > 0 && <Badge tone="bad">{t.late(daysLate)}</Badge>}{' '}
                      {begun && <Badge tone="quiet">{t.begun}</Badge>}
                      {extensions.map(({ to, reason }) => (
                        <p key={to} className="soft">
                          {t.extended(day(language, to), reason)}
                        </p>
                      ))}
                    </>
                  ),
                },
                { key: 'what', head: t.what, cell: (item) => <Ways of={item} /> },
              ]}
            />
          </Section>
        )
      }
    </Loaded>
  );
}

function Ways({ of }: { readonly of: DueQuarter }) {
  const t = useWords(texts);
  const { onBehalfReportId, daysLate } = of;
  return (
    <span className="row">
      <LinkButton to={dueQuarterAt('uitstel', of)}>{t.moreTime}</LinkButton>
      {onBehalfReportId ? (
        <LinkButton to={`/rapportages/${onBehalfReportId}`}>{t.goOn}</LinkButton>
      ) : (
        daysLate > 0 && <LinkButton to={dueQuarterAt('namens', of)}>{t.onBehalf}</LinkButton>
      )}
    </span>
  );
}
