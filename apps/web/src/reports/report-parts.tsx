import type { Answer } from '../api/client';
import { quarter } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Badge } from '../ui/feedback';
import { sayLabel } from '../words/codes';
import { words, type Language } from '../words/words';

type Report = Answer<'ReportSummary'>;

const texts = words({
  nl: {
    report: (of: string) => `Rapportage ${of}`,
    more: (of: string) => `Aanvullende rapportage ${of}`,
    late: (days: number) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
    nothing: 'Niets te melden',
    onBehalf: 'Namens de leverancier',
  },
  en: {
    report: (of: string) => `Report ${of}`,
    more: (of: string) => `Supplementary report ${of}`,
    late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
    nothing: 'Nothing to report',
    onBehalf: 'On behalf of the supplier',
  },
});

/** What a report is called: by its quarter, and whether it adds to another. */
export const reportTitle = (
  language: Language,
  { quarter: of, sequence, onBehalf }: Pick<Report, 'quarter' | 'sequence' | 'onBehalf'>,
) => (sequence > 1 && !onBehalf ? texts[language].more : texts[language].report)(quarter(language, of));

const TONES = { DRAFT: 'notice', CHECKED: 'neutral', SUBMITTED: 'good' } as const;

/** How far a report is, and whether it is late. */
export function ReportBadges({ report }: { readonly report: Report }) {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <>
      <Badge tone={TONES[report.state]}>{sayLabel(language, 'reportState', report.state)}</Badge>
      {report.nothingToReport && <Badge tone="quiet">{t.nothing}</Badge>}
      {report.onBehalf && <Badge tone="notice">{t.onBehalf}</Badge>}
      {report.daysLate > 0 && <Badge tone="bad">{t.late(report.daysLate)}</Badge>}
    </>
  );
}
