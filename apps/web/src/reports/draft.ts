import type { Answer, Problem } from '../api/client';
import { readCentihours, typedHundredths } from '../read-input';
import { linesOf, type ActivityLine, type PurchaseLine, type ReportBody } from '../report-lines/lines';
import { monthsOf } from '../quarters';
import { faultOf, type PastedCell } from './paste';

type Report = Answer<'ReportAnswer'>;
export type LineAnswer = Answer<'ReportLineAnswer'>;
export type ReportFault = Answer<'ReportFault'>;

/** The lines that are not hours of placements. */
interface OtherLines {
  readonly purchases: readonly PurchaseLine[];
  readonly activities: readonly ActivityLine[];
}

/** Writes the lines: the report as it then is, or why not. */
export type SendLines = (body: ReportBody) => Promise<{ readonly data?: Report; readonly error?: Problem }>;

/** Whether a fault is of its line alone. That the quarter is not over yet is of all lines at once, and nobody's fault. */
export const isOfLine = ({ code }: Pick<ReportFault, 'code'>) => code !== 'claim.in_the_future';

/** Whether what was typed is kept. `stale`: somebody else changed the report meanwhile. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'failed' | 'stale'; readonly problem: Problem };

/** What stands in a cell: as it was typed, and the hours that it means; null when it is empty or no number of hours. */
interface Cell {
  readonly text: string;
  readonly centihours: number | null;
}
const readCell = (text: string): Cell => ({
  text,
  centihours: text === '' || faultOf(text) !== null ? null : readCentihours(text),
});

/** How long somebody does not type before it is saved. */
const REST_MS = 700;

const cellKey = (placementId: string, month: string) => `${placementId} ${month}`;

/**
 * A report while it is written: the texts of all cells as they were typed, what the API answered of each line, and
 * whether it is saved. It saves by itself, one request at a time. What changes is told by topic, so that one key typed
 * in a grid of hundreds of rows redraws one cell and its row. Without React, so that it can be tested.
 */
export class ReportDraft {
  private report: Report;
  private cells = new Map<string, Cell>();
  private earmarks = new Map<string, string>();
  private purchaseLines: readonly PurchaseLine[] = [];
  private activityLines: readonly ActivityLine[] = [];
  private lineOf = new Map<string, LineAnswer>();
  private faultsOf = new Map<string, readonly ReportFault[]>();
  /** What was typed since it was sent last, by topic; and what is being sent. */
  private changed = new Set<string>();
  private underway: ReadonlySet<string> = new Set();
  private state: SaveState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly months: readonly string[];

  constructor(
    report: Report,
    private readonly send: SendLines,
    private readonly now = () => new Date(),
  ) {
    this.report = report;
    this.months = monthsOf(report.quarter);
    this.state = { kind: 'saved', at: null };
    this.take(report);
  }

  /** Which placements stand in the grid, in its order: the order in which their lines are written. */
  setOrder(placementIds: readonly string[]): void {
    this.order = placementIds;
  }
  private order: readonly string[] = [];

  /** Calls `listener` when the topic changes; a topic is one of the functions below. Answers how to stop. */
  on(topic: string, listener: () => void): () => void {
    const of = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, of.add(listener));
    return () => void of.delete(listener);
  }

  /** Goes up each time the topic changes: what a screen looks at to know that it has to draw again. */
  revision(topic: string): number {
    return this.revisions.get(topic) ?? 0;
  }
  private readonly revisions = new Map<string, number>();

  static readonly cell = cellKey;
  static readonly row = (placementId: string) => `row ${placementId}`;
  static readonly STATE = 'state';
  static readonly TOTAL = 'total';
  static readonly LINES = 'lines';

  /** What stands in a cell, as it was typed. */
  text(placementId: string, month: string): string {
    return this.cells.get(cellKey(placementId, month))?.text ?? '';
  }

  type(placementId: string, month: string, text: string): void {
    const key = cellKey(placementId, month);
    if (this.text(placementId, month) === text) return;
    this.cells.set(key, readCell(text));
    this.change(key);
    this.tell(key, ReportDraft.row(placementId), ReportDraft.TOTAL);
  }

  /** Types all these cells at once. Answers how to take it back, as far as the cells were not changed since. */
  paste(cells: readonly PastedCell[]): () => void {
    const before = cells.map(({ rowId, month }) => this.text(rowId, month));
    cells.forEach(({ rowId, month, text }) => this.type(rowId, month, text));
    return () =>
      cells.forEach(({ rowId, month, text }, index) => {
        if (this.text(rowId, month) === text) this.type(rowId, month, before[index] ?? '');
      });
  }

  /** The number of the contract that the hours of a placement count for first; empty for none. */
  earmark(placementId: string): string {
    return this.earmarks.get(placementId) ?? '';
  }

  setEarmark(placementId: string, number: string): void {
    this.earmarks.set(placementId, number);
    this.change(`earmark ${placementId}`);
    this.tell(ReportDraft.row(placementId));
  }

  get purchases(): readonly PurchaseLine[] {
    return this.purchaseLines;
  }
  get activities(): readonly ActivityLine[] {
    return this.activityLines;
  }

  /** Puts other purchases or activities in place and saves at once. What the API refuses is thrown, and not kept. */
  async replace(part: Partial<OtherLines>): Promise<void> {
    const before = { purchases: this.purchaseLines, activities: this.activityLines };
    this.setParts(part);
    this.changed.add(ReportDraft.LINES);
    await this.save();
    if (this.state.kind !== 'failed') return;
    const { problem } = this.state;
    this.setParts(before);
    this.changed.delete(ReportDraft.LINES);
    const [other] = this.changed;
    if (other === undefined) this.setState({ kind: 'saved', at: null });
    else this.change(other);
    throw problem;
  }

  /** What the API answered of the line of a placement when it was saved last. */
  line(placementId: string): LineAnswer | undefined {
    return this.lineOf.get(placementId);
  }
  /** The same of a purchase or activity, by its place, e.g. `/purchases/0`. */
  lineAt(at: string): LineAnswer | undefined {
    return this.report.lines?.find((line) => line.at === at);
  }
  /** What would be refused of a line, by the id of its placement or by its place. */
  faults(line: string): readonly ReportFault[] {
    return this.faultsOf.get(line) ?? NOTHING;
  }

  /** Whether the value of a row was worked out with what stands in it now. */
  isCounted(placementId: string): boolean {
    const keys = [`earmark ${placementId}`, ...this.months.map((month) => cellKey(placementId, month))];
    return !keys.some((key) => this.changed.has(key) || this.underway.has(key));
  }

  /** The hours of a row together, as far as its cells are numbers; null when all are empty. */
  rowCentihours(placementId: string): number | null {
    let total: number | null = null;
    for (const month of this.months) {
      const hours = this.cells.get(cellKey(placementId, month))?.centihours ?? null;
      if (hours !== null) total = (total ?? 0) + hours;
    }
    return total;
  }

  /** The hours of a month, or of all months, over all rows. */
  totalCentihours(month?: string): number {
    let total = 0;
    for (const [key, { centihours }] of this.cells)
      if (month === undefined || key.endsWith(month)) total += centihours ?? 0;
    return total;
  }

  /** How many cells cannot be read as hours; they are not saved. */
  get wrongCells(): number {
    let count = 0;
    for (const { text, centihours } of this.cells.values()) if (text !== '' && centihours === null) count += 1;
    return count;
  }

  /** The report as the API answered it last. */
  get answer(): Report {
    return this.report;
  }
  get saveState(): SaveState {
    return this.state;
  }
  /** Whether something typed is not kept yet. */
  get isUnsaved(): boolean {
    return this.changed.size > 0 || this.sending !== null || this.wrongCells > 0;
  }

  /** Saves what is typed now; answers whether all of it is kept. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    while (this.changed.size > 0) {
      this.sending = this.sendOnce();
      await this.sending;
      if (this.state.kind === 'failed' || this.state.kind === 'stale') return false;
    }
    return this.wrongCells === 0;
  }

  /** Takes over the report as it is now, e.g. after copying; what was typed and not saved goes. */
  adopt(report: Report): void {
    clearTimeout(this.timer);
    this.changed.clear();
    const topics = new Set([...this.cells.keys(), ...this.earmarks.keys()]);
    this.take(report);
    [...this.cells.keys()].forEach((key) => topics.add(key));
    this.setState({ kind: 'saved', at: null });
    this.tell(...topics, ReportDraft.LINES, ReportDraft.TOTAL, ...this.rowTopics());
  }

  /** Takes over what somebody else wrote meanwhile, except in the cells that were typed in here, and saves that. */
  async keepMine(report: Report): Promise<boolean> {
    // What cannot be read as hours was sent as nothing, so that it is not among the changes any more; it was typed here.
    const wrong = [...this.cells].flatMap(([key, { text, centihours }]) =>
      text !== '' && centihours === null ? [key] : [],
    );
    const mine = new Set([...this.changed, ...wrong]);
    const { cells, earmarks, purchaseLines, activityLines } = this;
    this.adopt(report);
    for (const key of mine) {
      if (key === ReportDraft.LINES) this.setParts({ purchases: purchaseLines, activities: activityLines });
      else if (key.startsWith('earmark ')) this.earmarks.set(key.slice(8), earmarks.get(key.slice(8)) ?? '');
      else this.cells.set(key, cells.get(key) ?? readCell(''));
      this.changed.add(key);
      this.tell(key);
    }
    this.tell(ReportDraft.TOTAL, ...this.rowTopics());
    return this.save();
  }

  /** No more saving by itself; for when the page closes. */
  close(): void {
    clearTimeout(this.timer);
  }

  private setParts({ purchases, activities }: Partial<OtherLines>): void {
    this.purchaseLines = purchases ?? this.purchaseLines;
    this.activityLines = activities ?? this.activityLines;
    this.tell(ReportDraft.LINES);
  }

  private change(key: string): void {
    this.changed.add(key);
    if (this.state.kind === 'saved' || this.state.kind === 'failed') this.setState({ kind: 'waiting' });
    clearTimeout(this.timer);
    // Over somebody else's version only what the person chooses is written.
    if (this.state.kind !== 'stale') this.timer = setTimeout(() => void this.save(), REST_MS);
  }

  private async sendOnce(): Promise<void> {
    const sent = [...this.changed];
    this.changed.clear();
    this.underway = new Set(sent);
    this.setState({ kind: 'saving' });
    const { data, error } = await this.send(this.body());
    this.underway = new Set();
    this.sending = null;
    if (data) {
      this.answered(data, sent);
      this.setState(this.changed.size > 0 ? { kind: 'waiting' } : { kind: 'saved', at: this.now() });
    } else {
      sent.forEach((key) => this.changed.add(key));
      const problem = error ?? { type: 'about:blank', status: 0, title: '', detail: '', code: 'web.unreachable' };
      this.setState({ kind: problem.code === 'report.stale' ? 'stale' : 'failed', problem });
    }
  }

  /** What is written: every row with a number in it, in the order of the grid, then the others. */
  private body(): ReportBody {
    const rows = new Set([...this.order, ...[...this.cells.keys()].map((key) => key.split(' ')[0] ?? '')]);
    const placements = [...rows].flatMap((placementId) => {
      const months = this.months.flatMap((month) => {
        const paidCentihours = this.hoursToWrite(cellKey(placementId, month));
        return paidCentihours === null ? [] : [{ month, paidCentihours }];
      });
      return months.length === 0 ? [] : [{ placementId, earmark: this.earmark(placementId) || null, months }];
    });
    const { version } = this.report;
    return { version, placements, purchases: [...this.purchaseLines], activities: [...this.activityLines] };
  }

  /** The hours of a cell; where its text cannot be read, those that were saved before: a slip takes nothing away. */
  private hoursToWrite(key: string): number | null {
    const cell = this.cells.get(key);
    if (cell?.centihours === null && cell.text.trim() !== '') return this.savedHours.get(key) ?? null;
    return cell?.centihours ?? null;
  }
  private savedHours: ReadonlyMap<string, number> = new Map();

  /** Everything of the report, in place of what was here. */
  private take(report: Report): void {
    const { placements, purchases, activities } = linesOf(report);
    this.cells = new Map(
      placements.flatMap(({ placementId, months }) =>
        months.map(({ month, paidCentihours }) => [
          cellKey(placementId, month),
          { text: typedHundredths(paidCentihours), centihours: paidCentihours },
        ]),
      ),
    );
    this.earmarks = new Map(placements.map(({ placementId, earmark }) => [placementId, earmark ?? '']));
    this.purchaseLines = purchases;
    this.activityLines = activities;
    this.keep(report);
  }

  private keep(report: Report): void {
    this.savedHours = new Map(
      linesOf(report).placements.flatMap(({ placementId, months }) =>
        months.map(({ month, paidCentihours }) => [cellKey(placementId, month), paidCentihours] as const),
      ),
    );
    this.report = report;
    this.lineOf = new Map((report.lines ?? []).map((line) => [line.placementId ?? line.at, line]));
    this.faultsOf = new Map();
    for (const fault of report.faults) {
      const line = this.lineAtPointer(fault.pointer);
      this.faultsOf.set(line, [...this.faults(line), fault]);
    }
  }

  /** The placement, or the place, of the line that a pointer such as `/placements/0/months` is about. */
  private lineAtPointer(pointer: string): string {
    const at = pointer.split('/').slice(0, 3).join('/');
    return this.lineAt(at)?.placementId ?? at;
  }

  /** Only rows of which something became different are drawn again. */
  private answered(report: Report, sent: readonly string[]): void {
    const before = { lines: this.lineOf, faults: this.faultsOf };
    this.keep(report);
    const rows = new Set([...before.lines, ...this.lineOf, ...before.faults, ...this.faultsOf].map(([id]) => id));
    const isSame = (id: string) =>
      JSON.stringify([before.lines.get(id), before.faults.get(id)]) ===
      JSON.stringify([this.lineOf.get(id), this.faultsOf.get(id)]);
    const changed = [...rows].filter((id) => !isSame(id));
    const rowsSent = sent.map((key) => key.replace(/^earmark /, '').split(' ')[0] ?? '');
    this.tell(...[...changed, ...rowsSent].map(ReportDraft.row), ReportDraft.LINES, ReportDraft.TOTAL);
  }

  private rowTopics(): string[] {
    return [...this.listeners.keys()].filter((topic) => topic.startsWith('row '));
  }

  private setState(state: SaveState): void {
    this.state = state;
    this.tell(ReportDraft.STATE);
  }

  private tell(...topics: readonly string[]): void {
    for (const topic of new Set(topics)) {
      this.revisions.set(topic, this.revision(topic) + 1);
      this.listeners.get(topic)?.forEach((listener) => listener());
    }
  }
}

const NOTHING: readonly ReportFault[] = [];
