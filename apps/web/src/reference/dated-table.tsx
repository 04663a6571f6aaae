import { shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Badge, Empty } from '../ui/feedback';
import { Table, type Column } from '../ui/table';
import { nowFirst, standingOn, type Term } from '../dated';
import { referenceWords } from './reference-words';

const TONE = { NOW: 'good', LATER: 'notice', PAST: 'quiet' } as const;

/** Since when something holds, or no longer, in words. */
export function Standing({ from, to }: Term) {
  const t = useWords(referenceWords);
  const language = useLanguage();
  const standing = standingOn(today(), { from, to });
  const day = (iso: string | null) => shortDay(language, iso);
  const text = {
    NOW: from ? (to ? t.between(day(from), day(to)) : t.since(day(from))) : to ? t.until(day(to)) : t.always,
    LATER: t.later(day(from)),
    PAST: t.past(day(to)),
  }[standing];
  return <Badge tone={TONE[standing]}>{text}</Badge>;
}

interface Dated {
  readonly code: string;
  readonly name: string;
  readonly existsFrom: string | null;
  readonly existsTo: string | null;
  readonly source: string;
  readonly successors?: readonly string[];
}

/** A list with dates and sources: what holds now is on top, and what ended says as what it went on. */
export function DatedTable<Row extends Dated>({
  caption,
  rows,
  more = [],
}: {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Columns between the name and the term. */
  readonly more?: readonly Column<Row>[];
}) {
  const t = useWords(referenceWords);
  if (rows.length === 0) return <Empty title={t.none} />;
  const sorted = nowFirst(rows, today(), ({ existsFrom, existsTo }) => ({ from: existsFrom, to: existsTo }));
  const nameOf = (code: string) => rows.find((row) => row.code === code)?.name ?? code;
  const successors = rows.some((row) => row.successors?.length);
  return (
    <Table
      caption={caption}
      captionHidden
      narrow="stacked"
      rows={sorted}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          head: t.name,
          names: true,
          cell: ({ code, name }) => (
            <>
              {name}
              <span className="cell-note">{code}</span>
            </>
          ),
        },
        ...more,
        { key: 'term', head: t.term, cell: ({ existsFrom, existsTo }) => <Standing from={existsFrom} to={existsTo} /> },
        ...(successors
          ? [
              {
                key: 'successors',
                head: t.successors,
                cell: (row: Row) => row.successors?.map(nameOf).join(', '),
              },
            ]
          : []),
        { key: 'source', head: t.source, cell: ({ source }) => <span className="soft">{source}</span> },
      ]}
    />
  );
}
