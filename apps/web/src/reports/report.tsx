import '../style/reports.css';
import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Alert } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { OnBehalfNotice } from '../ui/on-behalf-notice';
import { Page, Section } from '../ui/page';
import { words } from '../words/words';
import { MoreTime } from './more-time';
import { useWritesOnBehalf } from './on-behalf';
import { ReportBadges, reportTitle } from './report-parts';
import { SentReport } from './sent-report';
import { WrittenReport } from './written-report';

const texts = words({
  nl: {
    reports: 'Rapportages',
    intro: (supplier: string, plan: string) => `${supplier}, plan ${plan}.`,
    due: (on: string) => `Uiterlijk indienen op ${on}.`,
    dueWas: (on: string) => `De uiterste dag was ${on}.`,
    extended: (to: string, by: string, reason: string) =>
      `Uitstel tot en met ${to}, gegeven door ${by}, omdat: ${reason}`,
    moreTime: 'Geef de leverancier uitstel',
    somebody: 'iemand',
    hidden: 'Deze rapportage is nog niet ingediend',
    hiddenWhy: 'De leverancier werkt eraan. U ziet de inhoud zodra de rapportage is ingediend.',
    official: 'Deze rapportage is nog niet ingediend',
    officialWhy: 'Een ambtenaar werkt eraan. U ziet de inhoud zodra de rapportage is ingediend.',
    own: 'Bent u van de leverancier? Dan kunt u zelf nog rapporteren:',
    makeOwn: 'Maak een rapportage',
  },
  en: {
    reports: 'Reports',
    intro: (supplier: string, plan: string) => `${supplier}, plan ${plan}.`,
    due: (on: string) => `Submit by ${on} at the latest.`,
    dueWas: (on: string) => `The last day was ${on}.`,
    extended: (to: string, by: string, reason: string) => `More time until ${to}, given by ${by}, because: ${reason}`,
    moreTime: 'Give the supplier more time',
    somebody: 'somebody',
    hidden: 'This report was not submitted yet',
    hiddenWhy: 'The supplier works on it. You see what is in it as soon as it is submitted.',
    official: 'This report was not submitted yet',
    officialWhy: 'An official works on it. You see what is in it as soon as it is submitted.',
    own: 'Are you of the supplier? Then you can still report yourself:',
    makeOwn: 'Make a report',
  },
});

/** One report: to be written by its supplier until it is submitted, to be read after that. */
export function ReportPage() {
  const { reportId = '' } = useParams();
  const report = api.useQuery('get', '/reports/{reportId}', { params: { path: { reportId } } });
  return <LoadedPage of={report}>{(found) => <Report key={reportId} report={found} />}</LoadedPage>;
}

function Report({ report }: { readonly report: Answer<'ReportAnswer'> }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const { supplierName, planName, dueOn, daysLate, state, sequence, extensions, onBehalf } = report;
  const writes = useWritesOnBehalf(onBehalf);
  const due = daysLate > 0 ? t.dueWas(day(language, dueOn)) : t.due(day(language, dueOn));
  const frame = {
    title: reportTitle(language, report),
    path: [{ to: '/rapportages', label: t.reports }],
    state: <ReportBadges report={report} />,
    intro: (
      <>
        <p>
          {t.intro(supplierName, planName)} {state !== 'SUBMITTED' && sequence === 1 && due}
        </p>
        {onBehalf && <OnBehalfNotice onBehalf={onBehalf} writing={writes && state !== 'SUBMITTED'} />}
        {extensions.map(({ to, extendedBy, reason }) => (
          <p key={to}>{t.extended(day(language, to), extendedBy ?? t.somebody, reason)}</p>
        ))}
      </>
    ),
  };
  if (state === 'SUBMITTED') return <SentReport report={report} frame={frame} />;
  if (writes) return <WrittenReport report={report} frame={frame} />;
  if (onBehalf)
    return (
      <Page {...frame}>
        <Alert title={t.official}>
          <p>{t.officialWhy}</p>
          {can('reports.write') && (
            <p>
              {t.own} <Link to={newReportAt(report)}>{t.makeOwn}</Link>
            </p>
          )}
        </Alert>
      </Page>
    );
  if (report.lines === null || !can('reports.write'))
    return (
      <Page {...frame}>
        <Alert title={t.hidden}>
          <p>{t.hiddenWhy}</p>
        </Alert>
        {can('due-dates.extend') && (
          <Section title={t.moreTime} framed>
            <MoreTime of={report} />
          </Section>
        )}
      </Page>
    );
  return <WrittenReport report={report} frame={frame} />;
}

/** Where a supplier opens a report of its own for the same quarter. */
const newReportAt = ({ planId, supplierKvkNumber, quarter }: Answer<'ReportAnswer'>) =>
  `/rapportages/nieuw?${new URLSearchParams({ planId, supplierKvkNumber, quarter })}`;
