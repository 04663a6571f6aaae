import { isBlock, readPaste, type Grid } from './paste';

const grid = (over: Partial<Grid> = {}): Grid => ({
  rows: [
    { id: 'a', ref: 'P-11', candidate: 'K-1' },
    { id: 'b', ref: 'P-12', candidate: 'K-2' },
    { id: 'c', ref: 'P-13', candidate: 'K-3' },
  ],
  months: ['2026-01', '2026-02', '2026-03'],
  at: { row: 0, column: 0 },
  takes: () => true,
  ...over,
});
const cells = (result: ReturnType<typeof readPaste>) =>
  result.accepted.map(({ rowId, month, text }) => `${rowId} ${month.slice(5)} ${text}`);

describe('pasting hours from a spreadsheet', () => {
  it('is one cell without tabs or lines, also with the line end that spreadsheets add', () => {
    expect(isBlock('152,25\r\n')).toBe(false);
    expect(isBlock('152\t148')).toBe(true);
    expect(isBlock('152\n148')).toBe(true);
  });

  it('goes right and down from the cell with the focus', () => {
    const result = readPaste('152,25\t1.234,5\r\n8\t0\r\n', grid({ at: { row: 1, column: 1 } }));
    expect(result.refused).toEqual([{ row: 'P-12', month: '2026-03', text: '1.234,5', why: 'TOO_MANY' }]);
    expect(cells(result)).toEqual(['b 02 152,25', 'c 02 8', 'c 03 0']);
  });

  it('names each cell that it refuses and keeps the others', () => {
    const result = readPaste('152\tabc\t1,234.50\n-8\t\t160', grid());
    expect(cells(result)).toEqual(['a 01 152', 'b 03 160']);
    expect(result.refused).toEqual([
      { row: 'P-11', month: '2026-02', text: 'abc', why: 'NOT_HOURS' },
      { row: 'P-11', month: '2026-03', text: '1,234.50', why: 'NOT_HOURS' },
      { row: 'P-12', month: '2026-01', text: '-8', why: 'NOT_HOURS' },
    ]);
  });

  it('finds rows by their references, in another order and with an unknown one', () => {
    const result = readPaste('p-13\t10\t20\t30\nP-99\t1\t2\t3\nP-11\t40\t\t50', grid({ at: { row: 2, column: 1 } }));
    expect(cells(result)).toEqual(['c 01 10', 'c 02 20', 'c 03 30', 'a 01 40', 'a 03 50']);
    expect(result.refused).toEqual([{ row: 'P-99', month: null, text: '', why: 'NO_PLACEMENT' }]);
  });

  it('reads names of months above the columns and leaves other columns alone', () => {
    const block = 'Kandidaat\tKenmerk\tmrt-26\tjanuari\tTotaal\nK-1\tP-12\t30\t10\t40\n';
    expect(cells(readPaste(block, grid()))).toEqual(['b 03 30', 'b 01 10']);
  });

  it('finds rows by their candidates where there are no references', () => {
    expect(cells(readPaste('K-3\t7\nK-2\t8', grid()))).toEqual(['c 01 7', 'b 01 8']);
  });

  it('does not find rows by a candidate with two placements', () => {
    const rows = [
      { id: 'a', ref: 'P-11', candidate: 'K-1' },
      { id: 'b', ref: 'P-12', candidate: 'K-1' },
    ];
    expect(readPaste('K-1\t7', grid({ rows })).accepted.map(({ month }) => month)).toEqual(['2026-02']);
  });

  it('says what falls below the last row or beside the last month', () => {
    const result = readPaste('1\t2\n3\t4', grid({ at: { row: 2, column: 2 } }));
    expect(cells(result)).toEqual(['c 03 1']);
    expect(result.refused.map(({ row, why }) => `${row} ${why}`)).toEqual(['P-13 NO_MONTH', '2 NO_PLACEMENT']);
  });

  it('refuses hours in a month in which the placement does not run', () => {
    const takes = (_: string, month: string) => month !== '2026-01';
    const result = readPaste('5\t6', grid({ takes }));
    expect(cells(result)).toEqual(['a 02 6']);
    expect(result.refused).toEqual([{ row: 'P-11', month: '2026-01', text: '5', why: 'NOT_RUNNING' }]);
  });

  it('reads cells in quotes', () => {
    expect(cells(readPaste('"P-11"\t"152,5"', grid()))).toEqual(['a 01 152,50']);
  });
});
