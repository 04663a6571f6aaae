import {
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { euros, hours, monthName } from '../format';
import { runsIn } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { ReportDraft } from './draft';
import { useDraft, useDraftSetting, type PlacementRow } from './draft-context';
import { stepOf } from './grid-keys';
import { GridRow } from './grid-row';
import { gridWords } from './hours-grid-words';
import { isBlock, readPaste, type PasteResult } from './paste';
import { PasteReport } from './paste-report';

/** Where a cell stands in the grid, as its `data-cell` says: row and column, counted from 0. */
const placeOf = (cell: HTMLInputElement) => (cell.dataset.cell ?? '').split(':').map(Number) as [number, number];
const cellOf = (target: EventTarget) =>
  target instanceof HTMLInputElement && target.dataset.cell !== undefined ? target : null;

/** Selects the text that React is about to write. A browser focuses what it selects, so not when a next key has left it. */
const selectWhenDrawn = (cell: HTMLInputElement) =>
  requestAnimationFrame(() => cell === document.activeElement && cell.select());

/** The hours of a quarter: a row for each placement, a column for each month, as in a spreadsheet. */
export function HoursGrid({ rows }: { readonly rows: readonly PlacementRow[] }) {
  const t = useWords(gridWords);
  const language = useLanguage();
  const { draft, months } = useDraftSetting();
  const table = useRef<HTMLTableElement>(null);
  const before = useRef('');
  const [pasted, setPasted] = useState<{ readonly result: PasteResult; readonly undo: () => void } | null>(null);
  const takes = useMemo(() => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    return (id: string, month: string) => {
      const row = byId.get(id);
      return row !== undefined && runsIn(row, month);
    };
  }, [rows]);

  const goTo = (from: HTMLInputElement, by: { rows: number; columns: number }) => {
    let [row, column] = placeOf(from);
    // Over cells in which the placement does not run, to the next that can be typed in.
    while (row >= 0 && row < rows.length && column >= 0 && column < months.length) {
      row += by.rows;
      column += by.columns;
      const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`);
      if (cell) return cell.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      write(cell, before.current);
      return selectWhenDrawn(cell);
    }
    if (event.key === 'F2') return cell.setSelectionRange(cell.value.length, cell.value.length);
    const box = { length: cell.value.length, from: cell.selectionStart ?? 0, to: cell.selectionEnd ?? 0 };
    const step = stepOf(event.key, event.shiftKey, box);
    if (!step) return;
    event.preventDefault();
    goTo(cell, step);
  };
  const write = (cell: HTMLInputElement, text: string) => {
    const [row, column] = placeOf(cell);
    const placement = rows[row];
    const month = months[column];
    if (placement && month) draft.type(placement.id, month, text);
  };
  const onFocus = (event: FocusEvent) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    before.current = cell.value;
    cell.select();
  };
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    // A first click selects the cell, as in a spreadsheet; a second one puts the caret in its text.
    if (!cell || cell === document.activeElement) return;
    event.preventDefault();
    cell.focus();
  };
  const onPaste = (event: ClipboardEvent) => {
    const cell = cellOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!cell || !isBlock(text)) return;
    event.preventDefault();
    const [row, column] = placeOf(cell);
    const result = readPaste(text, { rows, months, at: { row, column }, takes });
    setPasted({ result, undo: draft.paste(result.accepted) });
    selectWhenDrawn(cell);
  };

  return (
    <div className="stack">
      <p className="soft">{t.how}</p>
      {pasted && <PasteReport {...pasted} onClose={() => setPasted(null)} />}
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#after-grid">
        {t.skip}
      </a>
      {/* One listener for all cells: each of the hundreds would otherwise have its own. The cells are what is operated. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        ref={table}
        className="hours-grid"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onMouseDown={onMouseDown}
        onPaste={onPaste}
      >
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="grid-name">
              {t.placement}
            </th>
            {months.map((month) => (
              <th key={month} scope="col" id={`month-${month}`} className="number">
                {monthName(language, month)}
              </th>
            ))}
            <th scope="col" className="number">
              {t.total}
            </th>
            <th scope="col" className="number">
              {t.value}
            </th>
          </tr>
        </thead>
        {rows.map((row, index) => (
          <GridRow key={row.id} row={row} index={index} />
        ))}
        <Totals />
      </table>
      <div id="after-grid" tabIndex={-1} />
    </div>
  );
}

function Totals() {
  const t = useWords(gridWords);
  const language = useLanguage();
  const { months } = useDraftSetting();
  const draft = useDraft(ReportDraft.TOTAL);
  const value = (draft.answer.lines ?? [])
    .filter(({ kind }) => kind === 'PLACEMENT')
    .reduce((sum, line) => sum + (line.valueCents ?? 0), 0);
  return (
    <tfoot>
      <tr>
        <th scope="row" className="grid-name">
          {t.totals}
        </th>
        {months.map((month) => (
          <td key={month} className="number" data-label={monthName(language, month)}>
            {hours(language, draft.totalCentihours(month))}
          </td>
        ))}
        <td className="number" data-label={t.total}>
          {hours(language, draft.totalCentihours())}
        </td>
        <td className="number" data-label={t.value}>
          {euros(language, value)}
        </td>
      </tr>
    </tfoot>
  );
}
