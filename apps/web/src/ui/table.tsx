import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Column<Row> {
  /** A short name, unique in the table. */
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand to the right. */
  readonly number?: boolean;
  /** The cell that names the row; one a table. */
  readonly names?: boolean;
  /** What stands below this column in the last row. */
  readonly total?: ReactNode;
}

interface TableProps<Row> {
  /** What the table shows; read aloud first. */
  readonly caption: string;
  /** The caption is only for those who cannot see what stands around the table. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /**
   * On a narrow screen each row becomes a card with the heads as labels beside the cells, or above them for long texts
   * and fields (`stacked`); `scroll` keeps the table and scrolls in it.
   */
  readonly narrow?: 'cards' | 'stacked' | 'scroll';
  /** The name of the row of totals, where a column has one. */
  readonly totalName?: string;
}

/** A table of a list. An empty list has no table: see `Empty`. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  narrow = 'cards',
  totalName,
}: TableProps<Row>) {
  const totals = columns.some(({ total }) => total !== undefined);
  const body = (
    <table
      className={classNames(
        'utrecht-table table',
        narrow !== 'scroll' && 'table-cards',
        narrow === 'stacked' && 'table-stacked',
      )}
    >
      <caption className={captionHidden ? 'visually-hidden' : 'table-caption'}>{caption}</caption>
      <thead className="utrecht-table__header">
        <tr className="utrecht-table__row">
          {columns.map(({ key, head, number }) => (
            <th key={key} scope="col" className={classNames('utrecht-table__header-cell', number && 'number')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="utrecht-table__body">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="utrecht-table__row">
            {columns.map(({ key, head, cell, number, names }) => {
              const className = classNames('utrecht-table__cell', number && 'number', names && 'row-name');
              const label = typeof head === 'string' ? head : undefined;
              return names ? (
                <th key={key} scope="row" className={className} data-label={label}>
                  {cell(row)}
                </th>
              ) : (
                <td key={key} className={className} data-label={label}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr className="utrecht-table__row table-total">
            {columns.map(({ key, head, total, number, names }) =>
              names ? (
                <th key={key} scope="row" className="utrecht-table__cell row-name">
                  {totalName}
                </th>
              ) : (
                <td
                  key={key}
                  className={classNames('utrecht-table__cell', number && 'number')}
                  data-label={typeof head === 'string' ? head : undefined}
                >
                  {total}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
  // Whoever uses a keyboard has to be able to reach what scrolls.
  return narrow === 'scroll' ? (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      {body}
    </div>
  ) : (
    body
  );
}
