import type { ComponentProps } from 'react';
import { useNavigate } from 'react-router';
import { api, type Answer } from '../api/client';
import { euros, hours, moment, monthName, shortDay } from '../format';
import { monthsOf } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, Link } from '../ui/buttons';
import { Alert } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { Page, Section } from '../ui/page';
import { ClaimBadge } from '../ui/state-badges';
import { Table, type Column } from '../ui/table';
import { words } from '../words/words';

type Line = Answer<'ReportLineAnswer'>;

const texts = words({
  nl: {
    sent: (by: string, at: string) => `Ingediend door ${by}, ${at}.`,
    somebody: 'iemand',
    nothing: 'In dit kwartaal was er niets te melden',
    lines: 'Bijdragen',
    hoursFigure: 'Uren',
    value: 'Waarde',
    hours: 'Uren per plaatsing',
    purchases: 'Sociale inkoop',
    activities: 'Activiteiten',
    placement: 'Plaatsing',
    total: 'Totaal',
    what: 'Wat',
    day: 'Dag',
    period: 'Periode',
    invoice: 'Factuur',
    answer: 'Antwoord',
    claim: (number: number) => `Bijdrage ${number}`,
    more: 'Maak een aanvullende rapportage',
    moreWhy: 'Bent u iets vergeten? Maak dan een aanvullende rapportage over hetzelfde kwartaal.',
  },
  en: {
    sent: (by: string, at: string) => `Submitted by ${by}, ${at}.`,
    somebody: 'somebody',
    nothing: 'There was nothing to report in this quarter',
    lines: 'Contributions',
    hoursFigure: 'Hours',
    value: 'Value',
    hours: 'Hours by placement',
    purchases: 'Social purchases',
    activities: 'Activities',
    placement: 'Placement',
    total: 'Total',
    what: 'What',
    day: 'Day',
    period: 'Period',
    invoice: 'Invoice',
    answer: 'Answer',
    claim: (number: number) => `Contribution ${number}`,
    more: 'Make a supplementary report',
    moreWhy: 'Did you forget something? Then make a supplementary report for the same quarter.',
  },
});

/** A report as it was submitted: what it said, and what was answered on each line. */
export function SentReport({
  report,
  frame,
}: {
  readonly report: Answer<'ReportAnswer'>;
  readonly frame: Omit<ComponentProps<typeof Page>, 'children'>;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const lines = report.lines ?? [];
  const of = (kind: Line['kind']) => lines.filter((line) => line.kind === kind);
  const months = monthsOf(report.quarter);
  const ending: Column<Line>[] = [
    { key: 'value', head: t.value, number: true, cell: ({ valueCents }) => euros(language, valueCents) },
    {
      key: 'answer',
      head: t.answer,
      cell: ({ claimId, claimNumber, claimStatus }) => (
        <>
          {claimStatus && <ClaimBadge status={claimStatus} />}{' '}
          {claimId && can('claims.read') && <Link to={`/bijdragen/${claimId}`}>{t.claim(claimNumber ?? 0)}</Link>}
        </>
      ),
    },
  ];
  const what: Column<Line> = {
    key: 'what',
    head: t.what,
    names: true,
    cell: ({ description, blockLabel, block, realised }) =>
      [description ?? blockLabel ?? block, realised?.name].filter(Boolean).join(', '),
  };
  const period = ({ from, to }: Line) => `${shortDay(language, from)} – ${shortDay(language, to)}`;
  return (
    <Page {...frame}>
      <p>{t.sent(report.submittedBy ?? t.somebody, moment(language, report.submittedAt))}</p>
      {report.nothingToReport ? (
        <Alert title={t.nothing} />
      ) : (
        <KeyFigures>
          <KeyFigure label={t.lines} value={lines.length} />
          <KeyFigure
            label={t.hoursFigure}
            value={hours(
              language,
              lines.reduce((sum, { centihours }) => sum + (centihours ?? 0), 0),
            )}
          />
          <KeyFigure label={t.value} value={euros(language, report.valueCents)} />
        </KeyFigures>
      )}
      {of('PLACEMENT').length > 0 && (
        <Section title={t.hours}>
          <Table
            caption={t.hours}
            captionHidden
            rowKey={({ at }) => at}
            rows={of('PLACEMENT')}
            columns={[
              {
                key: 'placement',
                head: t.placement,
                names: true,
                cell: ({ placementId, placementRef, candidate }) => (
                  <>
                    <Link to={`/plaatsingen/${placementId}`}>{placementRef}</Link> {candidate}
                  </>
                ),
              },
              ...months.map((month) => ({
                key: month,
                head: monthName(language, month),
                number: true,
                cell: (line: Line) => hours(language, line.months.find((one) => one.month === month)?.paidCentihours),
              })),
              { key: 'total', head: t.total, number: true, cell: ({ centihours }) => hours(language, centihours) },
              ...ending,
            ]}
          />
        </Section>
      )}
      {of('PURCHASE').length > 0 && (
        <Section title={t.purchases}>
          <Table
            caption={t.purchases}
            captionHidden
            rowKey={({ at }) => at}
            rows={of('PURCHASE')}
            columns={[
              what,
              { key: 'period', head: t.period, cell: period },
              {
                key: 'invoice',
                head: t.invoice,
                number: true,
                cell: ({ invoiceCents }) => euros(language, invoiceCents),
              },
              ...ending,
            ]}
          />
        </Section>
      )}
      {of('ACTIVITY').length > 0 && (
        <Section title={t.activities}>
          <Table
            caption={t.activities}
            captionHidden
            rowKey={({ at }) => at}
            rows={of('ACTIVITY')}
            columns={[
              what,
              { key: 'day', head: t.day, cell: ({ from }) => shortDay(language, from) },
              {
                key: 'hours',
                head: t.hoursFigure,
                number: true,
                cell: ({ centihours }) => hours(language, centihours),
              },
              ...ending,
            ]}
          />
        </Section>
      )}
      {can('reports.write') && <Supplement report={report} />}
    </Page>
  );
}

/** What was forgotten goes into another report of the same quarter. */
function Supplement({ report }: { readonly report: Answer<'ReportAnswer'> }) {
  const t = useWords(texts);
  const navigate = useNavigate();
  const open = api.useMutation('post', '/reports');
  const { planId, supplierKvkNumber, quarter } = report;
  const act = async () => {
    const { id } = await open.mutateAsync({ body: { planId, supplierKvkNumber, quarter, supplementary: true } });
    await navigate(`/rapportages/${id}`);
  };
  return (
    <div className="row">
      <span className="soft">{t.moreWhy}</span>
      <Button busy={open.isPending} onClick={() => void act()}>
        {t.more}
      </Button>
    </div>
  );
}
