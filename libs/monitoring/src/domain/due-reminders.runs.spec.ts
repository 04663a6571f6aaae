import { addDays, addMonths, type LocalDate } from '@sr/kernel';
import fc from 'fast-check';
import { dutchDays } from '../../../../test/support/dutch-days';
import { dueReminders, sentOf, type Reminder } from './due-reminders';
import type { Audience, Deviation, Moment, Step } from './moment';
import { ReminderRules } from './rules';
import { ofSupplier, workItem, type WorkItem } from './work-item';

// Two years, day by day, with whatever days missed: what must hold of every such history.

const BEGIN = '2026-01-01';
const DAYS = 730;
const OLD_DAYS = 31;

const day = fc.integer({ min: -200, max: DAYS }).map((days) => addDays(BEGIN, days));
const audience = fc.constantFrom<Audience>('WAITER', 'EVERYBODY_WAITING', 'CONTRACT_MANAGER', 'NETWORK_COORDINATOR');
const steps = fc
  .array(
    fc.record({
      anchor: fc.constantFrom('SINCE', 'DUE'),
      after: fc.record({ months: fc.integer({ min: -6, max: 6 }), days: fc.integer({ min: -40, max: 40 }) }),
      to: fc.uniqueArray(audience, { minLength: 1, maxLength: 2 }),
      again: fc.option(fc.record({ everyDays: fc.integer({ min: 1, max: 60 }), most: fc.integer({ min: 1, max: 4 }) })),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((one, i): Step => ({ ...one, code: `S${i}`, escalation: false })));

/** On which days it runs: as a list of how many days it runs, and how many it misses then. */
const runDays = fc
  .array(fc.record({ runs: fc.integer({ min: 1, max: 60 }), misses: fc.integer({ min: 0, max: 120 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((stretches) => {
    const days: LocalDate[] = [];
    let next = 0;
    for (const { runs, misses } of stretches) {
      for (let i = 0; i < runs && next + i < DAYS; i += 1) days.push(addDays(BEGIN, next + i));
      next += runs + misses;
    }
    return days.filter((one) => dutchDays.isWorkingDay(one));
  });

const momentOf = (own: readonly Step[]): Moment => ({
  code: 'M',
  kinds: ['PLAN_TO_WRITE'],
  from: '2000-01-01',
  until: null,
  source: 'test',
  steps: own,
});

const itemOf = (since: LocalDate, dueOn: LocalDate, network: boolean): WorkItem =>
  workItem('PLAN_TO_WRITE', { type: 'PLAN', id: 'p1', name: null }, ofSupplier('g1', ['SUPPLIER_COORDINATOR']), {
    planId: 'p1',
    since,
    dueOn,
    around: { supplierGroupId: 'g1', principalCodes: ['IenW', 'BZK'], network },
  });

interface Told {
  readonly on: LocalDate;
  readonly reminder: Reminder;
}

function history(rules: ReminderRules, days: readonly LocalDate[], itemOn: (on: LocalDate) => WorkItem): Told[] {
  const told: Told[] = [];
  for (const on of days) {
    const sent = sentOf(told.map(({ reminder }) => reminder));
    told.push(...dueReminders(on, [itemOn(on)], sent, rules).map((reminder) => ({ on, reminder })));
  }
  return told;
}

/** The sides that a step asks, in words that do not tell the desk from who is named in it. */
const sidesOf = ({ to }: Pick<Step, 'to'>, network: boolean): string[] =>
  to.flatMap((one) => {
    if (one === 'CONTRACT_MANAGER') return ['PRINCIPAL'];
    if (one === 'NETWORK_COORDINATOR') return [network ? 'NETWORK' : 'PRINCIPAL'];
    return ['SUPPLIER'];
  });

/** The nominal days of a step and the days on which its mail goes out, worked out once more. */
function timesOf(
  { anchor, after, again }: Step,
  { since, dueOn }: WorkItem,
): { dueOn: LocalDate; mailOn: LocalDate }[] {
  const from = (anchor === 'SINCE' ? since : dueOn) ?? '';
  const first = addDays(addMonths(from, after.months ?? 0), after.days ?? 0);
  return Array.from({ length: (again?.most ?? 0) + 1 }, (_, n) => {
    const nominal = addDays(first, n * (again?.everyDays ?? 0));
    let mailOn = nominal;
    while (!dutchDays.isWorkingDay(mailOn)) mailOn = addDays(mailOn, nominal < from ? -1 : 1);
    return { dueOn: nominal, mailOn };
  });
}

const idOf = ({ moment, step, key, dueOn }: Reminder): string => [moment, step, key, dueOn].join('|');

function expectNothingTwice(told: readonly Told[]): void {
  const ids = told.map(({ reminder }) => idOf(reminder));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const days = told.flatMap(({ on, reminder }) =>
    reminder.to.map(({ side, principalCode }) => [on, side, principalCode ?? ''].join(' ')),
  );
  expect(days.filter((one, i) => days.indexOf(one) !== i)).toEqual([]);
}

describe('of two years, whatever days were missed', () => {
  it('every step that was due was sent, or a newer one, or the next is near; and nothing twice', () => {
    fc.assert(
      fc.property(steps, day, day, fc.boolean(), runDays, (own, since, dueOn, network, days) => {
        const item = itemOf(since, dueOn, network);
        const told = history(new ReminderRules([momentOf(own)], [], dutchDays), days, () => item);
        expectNothingTwice(told);
        const times = own.flatMap((step) =>
          sidesOf(step, network).flatMap((side) => timesOf(step, item).map((time) => ({ ...time, side }))),
        );
        for (const { side, dueOn: nominal, mailOn } of times) {
          const ran = days.filter((one) => mailOn <= one);
          const missed = ran.filter((on) => {
            const isTold = told.some(
              (one) =>
                one.on <= on && nominal <= one.reminder.dueOn && one.reminder.to.some((party) => party.side === side),
            );
            const isNear = times.some(
              (next) => next.side === side && on < next.mailOn && next.mailOn <= addDays(on, OLD_DAYS),
            );
            return !isTold && !(mailOn < addDays(on, -OLD_DAYS) && isNear);
          });
          expect([side, nominal, mailOn, missed]).toEqual([side, nominal, mailOn, []]);
        }
        for (const { on, reminder } of told) {
          const due = times.filter((time) => time.dueOn === reminder.dueOn);
          expect(due.some(({ mailOn }) => mailOn <= on)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing comes twice, also when dates move, deviations come and go, and the clock jumps', () => {
    const deviation = fc
      .record({
        ofPlan: fc.boolean(),
        days: fc.option(fc.integer({ min: 1, max: 60 })),
        from: day,
        length: fc.integer({ min: 0, max: 200 }),
        grantedOn: day,
      })
      .map(({ ofPlan, days, from, length, grantedOn }) => ({
        grantedOn,
        deviation: {
          id: 'd',
          moment: 'M',
          planId: ofPlan ? 'p1' : null,
          principalCode: ofPlan ? null : 'IenW',
          change: days === null ? { kind: 'SILENT' } : { kind: 'LATER', days },
          reason: 'test',
          from,
          until: addDays(from, length),
        } satisfies Deviation,
      }));
    const moves = fc.array(fc.record({ on: day, dueOn: day }), { maxLength: 4 });
    fc.assert(
      fc.property(
        steps,
        day,
        moves,
        fc.array(deviation, { maxLength: 3 }),
        fc.array(runDays, { minLength: 1, maxLength: 2 }),
        (own, since, moved, granted, runs) => {
          const told: Told[] = [];
          for (const on of runs.flat()) {
            const deviations = granted.filter((one) => one.grantedOn <= on).map((one) => one.deviation);
            const dueOn = moved.filter((move) => move.on <= on).at(-1)?.dueOn ?? since;
            const item = {
              ...itemOf(since, dueOn, true),
              around: { ...itemOf(since, dueOn, true).around, principalCodes: ['IenW'] },
            };
            const rules = new ReminderRules([momentOf(own)], deviations, dutchDays);
            const sent = sentOf(told.map(({ reminder }) => reminder));
            const today = dueReminders(on, [item], sent, rules).map((reminder) => ({ on, reminder }));
            const silent = deviations.find((one) => one.planId !== null && one.from <= on && on <= one.until);
            if (deviations.length === 1 && silent?.change.kind === 'SILENT') expect(today).toEqual([]);
            expectNothingTwice(today);
            told.push(...today);
          }
          const ids = told.map(({ reminder }) => idOf(reminder));
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('many items', () => {
  const own: Step[] = [-42, -14, -3, 1, 14].map((days, i) => ({
    code: `S${i}`,
    anchor: i === 0 ? 'SINCE' : 'DUE',
    after: { days },
    to: i === 4 ? ['EVERYBODY_WAITING', 'CONTRACT_MANAGER'] : ['WAITER'],
    escalation: false,
    again: i === 0 ? { everyDays: 30, most: 4 } : null,
  }));
  const items = Array.from({ length: 100_000 }, (_, i) => ({
    ...itemOf(addDays(BEGIN, -(i % 700)), addDays(BEGIN, (i * 7) % 900), true),
    subject: { type: 'PLAN', id: `p${i}`, name: null } as const,
  }));
  /** In microseconds of this process: others share the machine. */
  const timed = <T>(work: () => T): [number, T] => {
    const start = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(start);
    return [user + system, result];
  };

  it('take well under a second, the first day and a day on which all was sent', () => {
    const [first, due] = timed(() =>
      dueReminders('2027-03-01', items, sentOf([]), new ReminderRules([momentOf(own)], [], dutchDays)),
    );
    expect(due.length).toBeGreaterThan(80_000);
    const sent = sentOf(due);
    const [again, none] = timed(() =>
      dueReminders('2027-03-01', items, sent, new ReminderRules([momentOf(own)], [], dutchDays)),
    );
    expect(none).toEqual([]);
    console.info(`100,000 items: ${first} µs the first day, ${again} µs when all was sent`);
    expect(Math.max(first, again)).toBeLessThan(10_000_000);
  });
});
