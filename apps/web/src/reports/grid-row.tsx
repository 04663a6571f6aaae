import { memo, useState } from 'react';
import { euros, hours, monthName } from '../format';
import { runsIn } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { Link } from '../ui/buttons';
import { classNames } from '../ui/class-names';
import { sayFault, sayWarning } from '../words/codes';
import { isOfLine, ReportDraft } from './draft';
import { useDraft, useDraftSetting, type PlacementRow } from './draft-context';
import { gridWords } from './hours-grid-words';
import { faultOf } from './paste';
import { ValueSteps } from '../ui/value-steps';

/** A placement: its hours, their total and value, and what is odd or wrong. Drawn again only when something of it changes. */
export const GridRow = memo(function GridRow({ row, index }: { readonly row: PlacementRow; readonly index: number }) {
  const t = useWords(gridWords);
  const language = useLanguage();
  const { months } = useDraftSetting();
  const draft = useDraft(ReportDraft.row(row.id));
  const [open, setOpen] = useState(false);
  const line = draft.line(row.id);
  const total = draft.rowCentihours(row.id);
  const isCounted = draft.isCounted(row.id);
  const value = total === null ? null : (line?.valueCents ?? null);
  return (
    <tbody id={`row-${row.id}`}>
      <tr>
        <th scope="row" className="grid-name" id={`name-${row.id}`}>
          {row.ref}
          <span className="grid-of">
            {row.candidate}, {row.blockLabel ?? row.block}
          </span>
        </th>
        {months.map((month, column) => (
          <Cell key={month} row={row} month={month} at={`${index}:${column}`} />
        ))}
        <td className="number" data-label={t.total}>
          {hours(language, total)}
        </td>
        <td className="number" data-label={t.value}>
          <button
            type="button"
            className={classNames('grid-value', !isCounted && 'is-old')}
            aria-expanded={open}
            aria-label={`${euros(language, value)}. ${isCounted ? '' : t.old} ${t.steps(row.ref)}`}
            onClick={() => setOpen(!open)}
          >
            {euros(language, value)}
          </button>
        </td>
      </tr>
      <Notes row={row} />
      {open && <More row={row} />}
    </tbody>
  );
});

const Cell = memo(function Cell({
  row,
  month,
  at,
}: {
  readonly row: PlacementRow;
  readonly month: string;
  readonly at: string;
}) {
  const t = useWords(gridWords);
  const language = useLanguage();
  const draft = useDraft(ReportDraft.cell(row.id, month));
  const text = draft.text(row.id, month);
  const label = monthName(language, month);
  if (text === '' && !runsIn(row, month)) {
    return (
      <td className="number grid-none" data-label={label}>
        <span title={t.notRunning}>–</span>
      </td>
    );
  }
  return (
    <td className="number" data-label={label}>
      <input
        data-cell={at}
        className="grid-cell"
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={`name-${row.id} month-${month}`}
        aria-invalid={(text !== '' && faultOf(text) !== null) || undefined}
        value={text}
        onChange={(event) => draft.type(row.id, month, event.target.value)}
      />
    </td>
  );
});

/** What cannot be read, what would be refused, and what is odd, beside the line. */
function Notes({ row }: { readonly row: PlacementRow }) {
  const t = useWords(gridWords);
  const language = useLanguage();
  const { months, names } = useDraftSetting();
  const draft = useDraft(ReportDraft.row(row.id));
  const wrong = months.flatMap((month) => {
    const text = draft.text(row.id, month);
    const fault = text === '' ? null : faultOf(text);
    if (fault === null) return [];
    return [(fault === 'TOO_MANY' ? t.tooMany : t.cell)(monthName(language, month), text)];
  });
  const faults = draft
    .faults(row.id)
    .filter(isOfLine)
    .map((fault) => sayFault(language, fault, names));
  const warnings = (draft.line(row.id)?.warnings ?? []).map((warning) => sayWarning(language, warning, names));
  if (wrong.length + faults.length + warnings.length === 0) return null;
  return (
    <tr className="grid-notes">
      <td colSpan={months.length + 3}>
        <ul>
          {[...wrong, ...new Set(faults)].map((text) => (
            <li key={text} className="grid-fault">
              {text}
            </li>
          ))}
          {warnings.map((text) => (
            <li key={text} className="grid-warning">
              {text}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function More({ row }: { readonly row: PlacementRow }) {
  const t = useWords(gridWords);
  const { months, names, contracts } = useDraftSetting();
  const draft = useDraft(ReportDraft.row(row.id));
  const id = `earmark-${row.id}`;
  return (
    <tr className="grid-notes">
      <td colSpan={months.length + 3}>
        <div className="grid-more">
          <ValueSteps title={t.rule} steps={draft.line(row.id)?.steps ?? []} names={names} />
          <div className="stack">
            <div>
              <label className="utrecht-form-label" htmlFor={id}>
                {t.earmark}
              </label>
              <select
                id={id}
                className="utrecht-select utrecht-select--html-select"
                value={draft.earmark(row.id)}
                onChange={(event) => draft.setEarmark(row.id, event.target.value)}
              >
                <option value="">{t.noEarmark}</option>
                {contracts.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            <Link to={`/plaatsingen/${row.id}`}>{t.evidence}</Link>
          </div>
        </div>
      </td>
    </tr>
  );
}
