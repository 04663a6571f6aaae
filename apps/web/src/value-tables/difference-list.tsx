import type { Answer } from '../api/client';
import { day, euros, percentOfBp, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Alert } from '../ui/feedback';
import { Table } from '../ui/table';
import { words } from '../words/words';
import { differencesOf, type Difference, type Whole } from './differences';
import { tableWords } from './table-words';

const texts = words({
  nl: {
    alike: 'Deze twee versies zijn gelijk',
    alikeWhy: 'Alle bedragen, toeslagen en andere gegevens zijn hetzelfde. Alleen de code verschilt.',
    caption: (left: string, right: string) => `Verschillen tussen ${left} en ${right}`,
    what: 'Wat',
    parts: { BLOCK: 'Bouwblok', BONUS: 'Toeslag', TABLE: 'De tabel zelf', NOT_VALUED: 'Niet gewaardeerd' },
    difference: 'Verschil',
    none: 'Staat er niet in',
    nothing: 'Niet ingevuld',
    only: (code: string) => `Alleen in ${code}`,
    higher: (amount: string) => `${amount} hoger`,
    lower: (amount: string) => `${amount} lager`,
    limitGone: 'Geen maximum meer',
    limitNew: 'Nu wel een maximum',
    changed: 'Anders',
    aYear: (amount: string) => `${amount} per jaar`,
    aDay: (amount: string) => `hoogstens ${amount} per dag`,
    anHour: (amount: string) => `${amount} per uur`,
    ofInvoice: (part: string) => `${part} van de factuur`,
    atMost: (months: string) => `hoogstens ${months}`,
    noLimit: 'geen maximum',
    job: 'telt als baan',
    noJob: 'telt niet als baan',
    fields: {
      name: 'Naam',
      label: 'Omschrijving',
      kind: 'Soort',
      example: 'Is een voorbeeld',
      printed: 'Staat er in de bron',
      reason: 'Waarom niet',
      'source.publisher': 'Bron: uitgever',
      'source.url': 'Bron: adres',
      'source.published': 'Bron: gepubliceerd',
      'source.note': 'Bron: toelichting',
    },
  },
  en: {
    alike: 'These two versions are alike',
    alikeWhy: 'All amounts, bonuses and other data are the same. Only the code differs.',
    caption: (left: string, right: string) => `Differences between ${left} and ${right}`,
    what: 'What',
    parts: { BLOCK: 'Building block', BONUS: 'Bonus', TABLE: 'The table itself', NOT_VALUED: 'Not valued' },
    difference: 'Difference',
    none: 'Is not in it',
    nothing: 'Left empty',
    only: (code: string) => `Only in ${code}`,
    higher: (amount: string) => `${amount} higher`,
    lower: (amount: string) => `${amount} lower`,
    limitGone: 'No limit any more',
    limitNew: 'Has a limit now',
    changed: 'Different',
    aYear: (amount: string) => `${amount} per year`,
    aDay: (amount: string) => `at most ${amount} per day`,
    anHour: (amount: string) => `${amount} per hour`,
    ofInvoice: (part: string) => `${part} of the invoice`,
    atMost: (months: string) => `at most ${months}`,
    noLimit: 'no limit',
    job: 'counts as a job',
    noJob: 'does not count as a job',
    fields: {
      name: 'Name',
      label: 'Description',
      kind: 'Kind',
      example: 'Is an example',
      printed: 'What the source says',
      reason: 'Why not',
      'source.publisher': 'Source: publisher',
      'source.url': 'Source: address',
      'source.published': 'Source: published',
      'source.note': 'Source: note',
    },
  },
});

/** Everything in which two versions differ, in words; that they are alike when they are. */
export function DifferenceList({ comparison }: { readonly comparison: Answer<'ValueTableComparisonAnswer'> }) {
  const t = useWords(texts);
  const say = useDifferenceWords();
  const { left, right } = comparison;
  const rows = differencesOf(comparison);
  if (rows.length === 0) {
    return (
      <Alert kind="ok" title={t.alike}>
        <p>{t.alikeWhy}</p>
      </Alert>
    );
  }
  return (
    <div className="differences">
      <Table
        caption={t.caption(left.code, right.code)}
        captionHidden
        narrow="stacked"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            head: t.what,
            names: true,
            cell: ({ part, name, field }) => (
              <>
                {name || t.parts[part]}
                <span className="cell-note">
                  {[name && t.parts[part], field && say.field(field)].filter(Boolean).join(': ')}
                </span>
              </>
            ),
          },
          { key: 'left', head: left.code, cell: (row) => say.side(row, row.left) },
          { key: 'right', head: right.code, cell: (row) => <Changed by={row}>{say.side(row, row.right)}</Changed> },
          { key: 'difference', head: t.difference, cell: (row) => say.change(row, left.code, right.code) },
        ]}
      />
    </div>
  );
}

/** A new amount stands out. */
function Changed({ by, children }: { readonly by: Difference; readonly children: string }) {
  return typeof by.right === 'number' ? <strong>{children}</strong> : children;
}

/** How rows and fields of a value table are said, for a comparison. */
export function useDifferenceWords() {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const language = useLanguage();
  const money = (cents: number | null) => euros(language, cents);
  const months = (count: number) => shared.months(whole(language, count));

  const row = (of: Whole): string => {
    if ('printed' in of) return of.printed;
    if (!('kind' in of)) return t.aYear(money(of.annualValueCents));
    switch (of.kind) {
      case 'PLACEMENT':
        return [
          t.aYear(money(of.annualValueCents)),
          of.limitMonths === null ? t.noLimit : t.atMost(months(of.limitMonths)),
          of.countsAsJob ? t.job : t.noJob,
        ].join(', ');
      case 'PURCHASE':
        return t.ofInvoice(percentOfBp(language, of.rateBp));
      case 'ACTIVITY':
        return [
          t.anHour(money(of.hourRateCents)),
          of.dayCapCents === null ? t.noLimit : t.aDay(money(of.dayCapCents)),
        ].join(', ');
    }
  };

  const value = (field: string, of: unknown): string => {
    if (typeof of === 'boolean') return of ? shared.yes : shared.no;
    if (of === null) return field === 'limitMonths' || field === 'dayCapCents' ? shared.noLimit : t.nothing;
    if (typeof of !== 'number') return field === 'validFrom' ? day(language, of as string) : (of as string);
    if (/Cents$/.test(field)) return money(of);
    if (/Bp$/.test(field)) return percentOfBp(language, of);
    return field === 'limitMonths' ? months(of) : shared.normHours(whole(language, of));
  };

  const names: Readonly<Record<string, string>> = {
    annualValueCents: shared.yearly,
    limitMonths: shared.limit,
    countsAsJob: shared.job,
    rateBp: shared.part,
    hourRateCents: shared.perHourValue,
    dayCapCents: shared.dayCap,
    validFrom: shared.validFrom,
    normHoursPerWeek: shared.norm,
    ...t.fields,
  };

  const change = ({ field, left, right }: Difference, leftCode: string, rightCode: string): string => {
    if (field === null) return t.only(left === null ? rightCode : leftCode);
    if (typeof left === 'number' && typeof right === 'number') {
      const by = value(field, Math.abs(right - left));
      return right > left ? t.higher(by) : t.lower(by);
    }
    if (field === 'limitMonths' || field === 'dayCapCents') return right === null ? t.limitGone : t.limitNew;
    return t.changed;
  };

  return {
    field: (field: string) => names[field] ?? field,
    side: ({ field }: Difference, of: unknown) =>
      field !== null ? value(field, of) : of === null ? t.none : row(of as Whole),
    change,
    row,
  };
}
