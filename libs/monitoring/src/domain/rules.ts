import { addDays, addMonths, type LocalDate } from '@sr/kernel';
import type { Deviation, Moment, Step, Term } from './moment';
import type { WorkItem, WorkItemKind } from './work-item';

/** On which days people work: given to the rules, which know no calendar. */
export interface WorkingDays {
  isWorkingDay(day: LocalDate): boolean;
  addWorkingDays(day: LocalDate, count: number): LocalDate;
}

/** A day on which a step is due for an item: one of each step, and one more of each time that it comes again. */
export interface Occurrence {
  readonly moment: string;
  readonly step: Step;
  /** Anchor, term and times again, as the rule says; what is sent is known by it, so a deviation sends nothing twice. */
  readonly dueOn: LocalDate;
  /** That day as somebody may have put it off; not before the rule itself. */
  readonly from: LocalDate;
  /** The first day of the rule: of this version of the moment. */
  readonly ruleFrom: LocalDate;
  /** The working day on which it is sent. */
  readonly mailOn: LocalDate;
  readonly again: number;
  /** A deviation says that it is not sent. */
  readonly silent: boolean;
}

/** A step as a version of its moment has it, and the days on which that version holds. */
interface Version {
  readonly step: Step;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** What was worked out, by the anchor's day: of each time that the step comes. */
  readonly known: Map<LocalDate, readonly Times[]>;
}

/** The days of an occurrence. */
type Times = Pick<Occurrence, 'dueOn' | 'from' | 'mailOn'>;

/** A step of a kind of items through the versions of its moment, the oldest first. */
interface Series {
  readonly moment: string;
  readonly versions: readonly Version[];
}

/** What the rules say of a kind, with the days that were worked out. */
interface OfKind {
  readonly series: readonly Series[];
  readonly looksAtSince: boolean;
  readonly looksAtDue: boolean;
  readonly known: Map<string, readonly Occurrence[]>;
}

/**
 * Moments and deviations, prepared for many items. Make them anew for each portion of a sweep: they remember every day that
 * they worked out.
 *
 * Of two versions of a moment the one counts that holds on the nominal day of a step. Where a step moved with the version,
 * so that its day is after the end of the old one and before the beginning of the new one, it is due when the new one
 * begins; so is what was due before there was any rule.
 *
 * Of deviations the one counts that holds on the nominal day of a step: of the plan, or else of the principal of which the
 * item is alone; a ministry does not put off what is asked in a plan that others share. Of several the one that began last.
 */
export class ReminderRules {
  private readonly kinds = new Map<WorkItemKind, OfKind>();
  private readonly deviations = new Map<string, Deviation[]>();
  private readonly workdays: RememberedDays;

  constructor(moments: readonly Moment[], deviations: readonly Deviation[], workingDays: WorkingDays) {
    this.workdays = new RememberedDays(workingDays);
    for (const kind of new Set(moments.flatMap(({ kinds }) => kinds))) this.kinds.set(kind, ofKind(kind, moments));
    for (const deviation of [...deviations].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))) {
      for (const owner of ownersOf(deviation)) {
        const own = this.deviations.get(owner);
        if (own) own.push(deviation);
        else this.deviations.set(owner, [deviation]);
      }
    }
  }

  /** Every day on which a step is due for an item, in the order of their nominal days. */
  occurrencesOf(item: WorkItem): readonly Occurrence[] {
    const kind = this.kinds.get(item.kind);
    if (kind === undefined) return [];
    const since = kind.looksAtSince ? item.since : null;
    const due = kind.looksAtDue ? item.dueOn : null;
    const days = `${since ?? ''}|${due ?? ''}`;
    let occurrences = kind.known.get(days);
    if (occurrences === undefined) {
      occurrences = kind.series
        .flatMap((series) => this.occurrencesIn(series, since, due))
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
      kind.known.set(days, occurrences);
    }
    return this.deviations.size === 0 ? occurrences : occurrences.map((one) => this.deviated(one, item));
  }

  /** Whether nothing is sent on a day of a moment for an item. */
  isSilent(moment: string, item: WorkItem, day: LocalDate): boolean {
    return this.deviations.size > 0 && this.deviationOn(moment, item, day)?.change.kind === 'SILENT';
  }

  private occurrencesIn({ moment, versions }: Series, since: LocalDate | null, due: LocalDate | null): Occurrence[] {
    const most = Math.max(...versions.map(({ step }) => step.again?.most ?? 0));
    const days = new Set<LocalDate>();
    return Array.from({ length: most + 1 }, (_, again) => again).flatMap((again) => {
      for (const version of versions) {
        const anchor = version.step.anchor === 'SINCE' ? since : due;
        const times = anchor === null ? undefined : this.timesOf(version, anchor)[again];
        if (times === undefined || (version.until !== null && times.dueOn > version.until)) continue;
        // A time of one version can fall on that of another: it is one reminder.
        if (days.has(times.dueOn)) return [];
        days.add(times.dueOn);
        return [{ moment, step: version.step, again, silent: false, ruleFrom: version.from, ...times }];
      }
      return [];
    });
  }

  private timesOf({ step, from, known }: Version, anchor: LocalDate): readonly Times[] {
    return remembered(known, anchor, () => {
      const first = this.workdays.after(anchor, step.after);
      return Array.from({ length: (step.again?.most ?? 0) + 1 }, (_, again) => {
        const dueOn = again === 0 ? first : addDays(first, again * (step.again?.everyDays ?? 0));
        return { dueOn, ...this.sending(dueOn, dueOn < anchor, from) };
      });
    });
  }

  /** What is before something goes out the working day before, any other the working day after. */
  private sending(day: LocalDate, isBefore: boolean, ruleFrom: LocalDate): Pick<Occurrence, 'from' | 'mailOn'> {
    if (day < ruleFrom) return { from: ruleFrom, mailOn: this.workdays.firstFrom(ruleFrom) };
    return { from: day, mailOn: isBefore ? this.workdays.lastUntil(day) : this.workdays.firstFrom(day) };
  }

  private deviated(occurrence: Occurrence, item: WorkItem): Occurrence {
    const { moment, dueOn, step, ruleFrom } = occurrence;
    const change = this.deviationOn(moment, item, dueOn)?.change;
    if (change === undefined) return occurrence;
    if (change.kind === 'SILENT') return { ...occurrence, silent: true };
    const anchor = step.anchor === 'SINCE' ? item.since : item.dueOn;
    const isBefore = anchor !== null && dueOn < anchor;
    return { ...occurrence, ...this.sending(addDays(dueOn, change.days), isBefore, ruleFrom) };
  }

  private deviationOn(moment: string, item: WorkItem, day: LocalDate): Deviation | undefined {
    const [only, ...others] = item.around.principalCodes;
    const owners = [
      ...(item.planId === null ? [] : [ownerKey(moment, 'PLAN', item.planId)]),
      ...(only === undefined || others.length > 0 ? [] : [ownerKey(moment, 'PRINCIPAL', only)]),
    ];
    for (const owner of owners) {
      const found = this.deviations.get(owner)?.find(({ from, until }) => from <= day && day <= until);
      if (found) return found;
    }
    return undefined;
  }
}

const ownerKey = (moment: string, kind: 'PLAN' | 'PRINCIPAL', id: string): string => `${moment}|${kind}|${id}`;

const ownersOf = ({ moment, planId, principalCode }: Deviation): string[] => [
  ...(planId === null ? [] : [ownerKey(moment, 'PLAN', planId)]),
  ...(principalCode === null ? [] : [ownerKey(moment, 'PRINCIPAL', principalCode)]),
];

function ofKind(kind: WorkItemKind, moments: readonly Moment[]): OfKind {
  const series = new Map<string, { moment: string; versions: Version[] }>();
  const inTime = [...moments].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const { code: moment, kinds, from, until, steps } of inTime) {
    if (!kinds.includes(kind)) continue;
    for (const step of steps) {
      const key = `${moment}|${step.code}`;
      const known = series.get(key) ?? { moment, versions: [] };
      known.versions.push({ step, from, until, known: new Map() });
      series.set(key, known);
    }
  }
  const steps = [...series.values()].flatMap(({ versions }) => versions.map(({ step }) => step));
  return {
    series: [...series.values()],
    looksAtSince: steps.some(({ anchor }) => anchor === 'SINCE'),
    looksAtDue: steps.some(({ anchor }) => anchor === 'DUE'),
    known: new Map(),
  };
}

/** Working days that were looked up, once each. */
class RememberedDays {
  private readonly first = new Map<LocalDate, LocalDate>();
  private readonly last = new Map<LocalDate, LocalDate>();

  constructor(private readonly days: WorkingDays) {}

  /** A term after a day: months first, then days, then working days. */
  after(day: LocalDate, { months = 0, days = 0, workingDays = 0 }: Term): LocalDate {
    const inMonths = months === 0 ? day : addMonths(day, months);
    const inDays = days === 0 ? inMonths : addDays(inMonths, days);
    return workingDays === 0 ? inDays : this.days.addWorkingDays(inDays, workingDays);
  }

  /** The day itself, or the first working day after it. */
  firstFrom(day: LocalDate): LocalDate {
    return remembered(this.first, day, () => (this.days.isWorkingDay(day) ? day : this.days.addWorkingDays(day, 1)));
  }

  /** The day itself, or the last working day before it. */
  lastUntil(day: LocalDate): LocalDate {
    return remembered(this.last, day, () => (this.days.isWorkingDay(day) ? day : this.days.addWorkingDays(day, -1)));
  }
}

function remembered<T>(known: Map<LocalDate, T>, day: LocalDate, find: () => T): T {
  const found = known.get(day) ?? find();
  known.set(day, found);
  return found;
}
