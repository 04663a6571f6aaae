import { euros, percentOfBp, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import type { Answer } from '../api/client';
import { Section } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { words } from '../words/words';
import type { Block, Bonus, NotValued } from './differences';
import { hourValueCents } from './hour-value';
import { tableWords } from './table-words';

const texts = words({
  nl: {
    placementsIntro:
      'Iemand aan het werk. Gewaardeerd naar de betaalde uren: een heel jaar voltijd is de waarde per jaar. De waarde per uur is afgerond; gerekend wordt met alle uren samen.',
    purchasesIntro: 'Gekocht bij een sociaal bedrijf. Gewaardeerd naar de factuur zonder btw.',
    activitiesIntro: 'Gedaan voor mensen met een afstand tot de arbeidsmarkt. Gewaardeerd per uur.',
    bonusesIntro: 'Komt bij de waarde van een plaatsing, naar dezelfde uren.',
    notValuedIntro: 'Deze regels staan wel in de bron. Wij rekenen er niet mee, en zeggen waarom.',
    noCap: 'Geen maximum',
  },
  en: {
    placementsIntro:
      'Somebody at work. Valued by paid hours: a whole full-time year is the value per year. The value per hour is rounded; the calculation takes all hours together.',
    purchasesIntro: 'Bought from a social enterprise. Valued by the invoice without VAT.',
    activitiesIntro: 'Done for people with a distance to the labour market. Valued per hour.',
    bonusesIntro: 'Comes on top of the value of a placement, by the same hours.',
    notValuedIntro: 'These rows are in the source. We do not calculate with them, and say why.',
    noCap: 'No limit',
  },
});

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** What can be claimed by a version, kind by kind; then its bonuses and what it cannot value. */
export function TableContents({ table }: { readonly table: Answer<'ValueTableAnswer'> }) {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const language = useLanguage();
  const { blocks, bonuses, notValued, normHoursPerWeek } = table;
  const of = <Kind extends Block['kind']>(kind: Kind) =>
    blocks.filter((block): block is Of<Kind> => block.kind === kind);
  const money = (cents: number | null) => euros(language, cents);
  const name = <Row extends { readonly label: string; readonly code: string }>(): Column<Row> => ({
    key: 'label',
    head: shared.label,
    names: true,
    cell: ({ label, code }) => (
      <>
        {label}
        <span className="cell-note">{code}</span>
      </>
    ),
  });
  const yearly = <Row extends { readonly annualValueCents: number }>(): readonly Column<Row>[] => [
    { key: 'year', head: shared.yearly, number: true, cell: (row) => money(row.annualValueCents) },
    {
      key: 'hour',
      head: shared.perHour,
      number: true,
      cell: (row) => money(hourValueCents(row.annualValueCents, normHoursPerWeek)),
    },
  ];
  return (
    <>
      <Rows
        title={shared.placements}
        intro={t.placementsIntro}
        rows={of('PLACEMENT')}
        rowKey={({ code }) => code}
        columns={[
          name<Of<'PLACEMENT'>>(),
          ...yearly<Of<'PLACEMENT'>>(),
          {
            key: 'limit',
            head: shared.limit,
            number: true,
            cell: ({ limitMonths }) =>
              limitMonths === null ? shared.noLimit : shared.months(whole(language, limitMonths)),
          },
          { key: 'job', head: shared.job, cell: ({ countsAsJob }) => (countsAsJob ? shared.yes : shared.no) },
        ]}
      />
      <Rows
        title={shared.bonuses}
        intro={t.bonusesIntro}
        rows={bonuses}
        rowKey={({ code }) => code}
        columns={[name<Bonus>(), ...yearly<Bonus>()]}
      />
      <Rows
        title={shared.purchases}
        intro={t.purchasesIntro}
        rows={of('PURCHASE')}
        rowKey={({ code }) => code}
        columns={[
          name<Of<'PURCHASE'>>(),
          { key: 'part', head: shared.part, number: true, cell: ({ rateBp }) => percentOfBp(language, rateBp) },
        ]}
      />
      <Rows
        title={shared.activities}
        intro={t.activitiesIntro}
        rows={of('ACTIVITY')}
        rowKey={({ code }) => code}
        columns={[
          name<Of<'ACTIVITY'>>(),
          { key: 'hour', head: shared.perHourValue, number: true, cell: ({ hourRateCents }) => money(hourRateCents) },
          {
            key: 'cap',
            head: shared.dayCap,
            number: true,
            cell: ({ dayCapCents }) => (dayCapCents === null ? t.noCap : money(dayCapCents)),
          },
        ]}
      />
      <Rows<NotValued>
        narrow="stacked"
        title={shared.notValued}
        intro={t.notValuedIntro}
        rows={notValued}
        rowKey={({ label }) => label}
        columns={[
          { key: 'label', head: shared.label, names: true, cell: ({ label }) => label },
          { key: 'printed', head: shared.printed, cell: ({ printed }) => printed },
          { key: 'reason', head: shared.reason, cell: ({ reason }) => reason },
        ]}
      />
    </>
  );
}

/** A part of the version; nothing when it has no rows. */
function Rows<Row>({
  title,
  intro,
  ...table
}: {
  readonly title: string;
  readonly intro: string;
  readonly narrow?: 'stacked';
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}) {
  if (table.rows.length === 0) return null;
  return (
    <Section title={title} intro={<p>{intro}</p>}>
      <Table caption={title} captionHidden {...table} />
    </Section>
  );
}
