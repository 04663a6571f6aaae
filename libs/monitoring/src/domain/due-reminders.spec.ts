import type { LocalDate } from '@sr/kernel';
import { dutchDays } from '../../../../test/support/dutch-days';
import { dueReminders, keysOf, sentOf, type Reminder, type SentReminder } from './due-reminders';
import type { Deviation, Moment, Step, Term } from './moment';
import { ReminderRules } from './rules';
import { keyOf, ofNetwork, ofPrincipal, ofSupplier, workItem, type WorkItem } from './work-item';

const SUPPLIER = ofSupplier('g1', ['SUPPLIER_COORDINATOR'], { named: ['anna'] });
const AROUND = { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true };

const plan = (known: Partial<WorkItem>, waitsFor = SUPPLIER): WorkItem =>
  workItem('PLAN_TO_WRITE', { type: 'PLAN', id: 'p1', name: 'Plan' }, waitsFor, {
    planId: 'p1',
    around: AROUND,
    ...known,
  });

const step = (code: string, anchor: Step['anchor'], after: Term, more: Partial<Step> = {}): Step => ({
  code,
  anchor,
  after,
  to: ['WAITER'],
  escalation: false,
  again: null,
  ...more,
});

const moment = (steps: readonly Step[], more: Partial<Moment> = {}): Moment => ({
  code: 'PLAN',
  kinds: ['PLAN_TO_WRITE'],
  from: '2020-01-01',
  until: null,
  source: 'test',
  steps,
  ...more,
});

const rulesOf = (steps: readonly Step[], deviations: readonly Deviation[] = []): ReminderRules =>
  new ReminderRules([moment(steps)], deviations, dutchDays);

const NOTHING = sentOf([]);
const told = (reminders: readonly Reminder[]): string[] => reminders.map(({ step: code, dueOn }) => `${code} ${dueOn}`);

/** What is sent on each of these days, when what was sent before is remembered. */
function run(
  days: readonly LocalDate[],
  rules: ReminderRules,
  itemsOn: (day: LocalDate) => readonly WorkItem[],
): [LocalDate, string][] {
  const sent: SentReminder[] = [];
  return days.flatMap((day) => {
    const due = dueReminders(day, itemsOn(day), sentOf(sent), rules);
    sent.push(...due);
    return told(due).map((one): [LocalDate, string] => [day, one]);
  });
}

/** The first day from `from` on which a step is due. */
function firstDay(one: Step, item: WorkItem, from: LocalDate): [LocalDate, string] | undefined {
  const rules = rulesOf([one]);
  let day = from;
  for (let i = 0; i < 2500; i += 1) {
    const due = dueReminders(day, [item], NOTHING, rules);
    if (due[0]) return [day, due[0].dueOn];
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  }
  return undefined;
}

describe('the day on which a step is sent', () => {
  it.each<[string, LocalDate, Term, LocalDate, LocalDate]>([
    ['on a working day', '2026-11-23', { days: 3 }, '2026-11-26', '2026-11-26'],
    ['after a Saturday on Monday', '2026-11-18', { days: 3 }, '2026-11-21', '2026-11-23'],
    ['after a Sunday on Monday', '2026-11-19', { days: 3 }, '2026-11-22', '2026-11-23'],
    ['before a Saturday on Friday', '2026-11-24', { days: -3 }, '2026-11-21', '2026-11-20'],
    ['before a Sunday on Friday', '2026-11-25', { days: -3 }, '2026-11-22', '2026-11-20'],
    ['after Christmas on the Monday', '2026-12-22', { days: 3 }, '2026-12-25', '2026-12-28'],
    ['before Christmas the day before it', '2026-12-28', { days: -3 }, '2026-12-25', '2026-12-24'],
    ['before the second day of Christmas, a Saturday, too', '2027-01-09', { days: -14 }, '2026-12-26', '2026-12-24'],
    ['after New Year on the Monday', '2026-12-18', { days: 14 }, '2027-01-01', '2027-01-04'],
    ['on Goede Vrijdag', '2026-03-31', { days: 3 }, '2026-04-03', '2026-04-03'],
    ['after Easter on Tuesday', '2026-04-02', { days: 3 }, '2026-04-05', '2026-04-07'],
    ['before Easter Monday on Goede Vrijdag', '2026-04-20', { days: -14 }, '2026-04-06', '2026-04-03'],
    ['after Koningsdag the day after it', '2026-04-24', { days: 3 }, '2026-04-27', '2026-04-28'],
    ['before Koningsdag, a Monday, on Friday', '2026-04-30', { days: -3 }, '2026-04-27', '2026-04-24'],
    ['after Koningsdag on a Saturday on Monday', '2025-04-25', { days: 1 }, '2025-04-26', '2025-04-28'],
    ['after Hemelvaart on the Friday', '2026-05-13', { days: 1 }, '2026-05-14', '2026-05-15'],
    ['on the last day itself', '2026-11-24', { days: 0 }, '2026-11-24', '2026-11-24'],
    ['a month after 31 January', '2026-01-31', { months: 1 }, '2026-02-28', '2026-03-02'],
    ['a month after 31 January of a leap year', '2028-01-31', { months: 1 }, '2028-02-29', '2028-02-29'],
    ['a month after 30 April, not its last day', '2026-04-30', { months: 1 }, '2026-05-30', '2026-06-01'],
    ['twelve months after a leap day', '2028-02-29', { months: 12 }, '2029-02-28', '2029-02-28'],
    ['twelve months after 28 February of a leap year', '2024-02-28', { months: 12 }, '2025-02-28', '2025-02-28'],
    ['three months before 31 May', '2027-05-31', { months: -3 }, '2027-02-28', '2027-02-26'],
    ['twelve months before a leap day', '2028-02-29', { months: -12 }, '2027-02-28', '2027-02-26'],
    ['months first, then days', '2026-01-31', { months: 1, days: 1 }, '2026-03-01', '2026-03-02'],
    ['ten working days', '2026-11-20', { workingDays: 10 }, '2026-12-04', '2026-12-04'],
    ['ten working days over Christmas and New Year', '2026-12-18', { workingDays: 10 }, '2027-01-05', '2027-01-05'],
    ['two working days before a Monday', '2026-11-23', { workingDays: -2 }, '2026-11-19', '2026-11-19'],
    [
      'five working days before the Tuesday after Easter',
      '2026-04-07',
      { workingDays: -5 },
      '2026-03-30',
      '2026-03-30',
    ],
  ])('%s', (_name, anchor, after, dueOn, mailOn) => {
    const [since, due] = ['SINCE', 'DUE'].map((one) => step('S', one as Step['anchor'], after));
    const from = '2023-06-01';
    expect(since && firstDay(since, plan({ since: anchor }), from)).toEqual([mailOn, dueOn]);
    expect(due && firstDay(due, plan({ dueOn: anchor }), from)).toEqual([mailOn, dueOn]);
  });

  it('is a later one, when nothing ran on it: the day after Christmas for what was for the day before', () => {
    const rules = rulesOf([step('BEFORE', 'DUE', { days: -3 })]);
    const items = () => [plan({ dueOn: '2026-12-28' })];
    expect(run(['2026-12-23', '2026-12-28', '2026-12-29'], rules, items)).toEqual([
      ['2026-12-28', 'BEFORE 2026-12-25'],
    ]);
  });

  it('never comes without its anchor, and nothing comes for a kind without a moment', () => {
    const rules = rulesOf([step('S', 'SINCE', { days: 0 }), step('D', 'DUE', { days: 0 })]);
    expect(dueReminders('2026-11-24', [plan({})], NOTHING, rules)).toEqual([]);
    expect(told(dueReminders('2026-11-24', [plan({ since: '2026-11-23' })], NOTHING, rules))).toEqual(['S 2026-11-23']);
    const other = workItem('REPORT_LATE', { type: 'PLAN', id: 'p1', name: null }, SUPPLIER, { dueOn: '2026-11-01' });
    expect(dueReminders('2026-11-24', [other], NOTHING, rules)).toEqual([]);
  });
});

describe('days on which nothing ran', () => {
  const steps = [
    step('BEFORE_14', 'DUE', { days: -14 }),
    step('BEFORE_3', 'DUE', { days: -3 }),
    step('OVER', 'DUE', { days: 1 }),
    step('LATE', 'DUE', { days: 14 }),
  ];
  const rules = rulesOf(steps);
  const items = () => [plan({ dueOn: '2026-03-31' })];

  it.each<[string, LocalDate[], [LocalDate, string][]]>([
    [
      'none',
      ['2026-03-16', '2026-03-17', '2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-14', '2026-04-15'],
      [
        ['2026-03-17', 'BEFORE_14 2026-03-17'],
        ['2026-03-27', 'BEFORE_3 2026-03-28'],
        ['2026-04-01', 'OVER 2026-04-01'],
        ['2026-04-14', 'LATE 2026-04-14'],
      ],
    ],
    ['a day', ['2026-03-16', '2026-03-18', '2026-03-19'], [['2026-03-18', 'BEFORE_14 2026-03-17']]],
    [
      'a week: the older one is covered',
      ['2026-03-26', '2026-04-02', '2026-04-03'],
      [
        ['2026-03-26', 'BEFORE_14 2026-03-17'],
        ['2026-04-02', 'OVER 2026-04-01'],
      ],
    ],
    ['three months: the newest only', ['2026-03-02', '2026-06-10', '2026-06-11'], [['2026-06-10', 'LATE 2026-04-14']]],
    ['ten years', ['2036-03-03', '2036-03-04'], [['2036-03-03', 'LATE 2026-04-14']]],
    ['and the same day twice', ['2026-04-01', '2026-04-01'], [['2026-04-01', 'OVER 2026-04-01']]],
    [
      'and the clock put back: nothing twice, and nothing that a newer one covered',
      ['2026-04-15', '2026-03-18', '2026-03-30', '2026-04-02', '2026-04-16'],
      [['2026-04-15', 'LATE 2026-04-14']],
    ],
    [
      'and the clock put back: what was not sent comes on its day',
      ['2026-03-18', '2026-03-16', '2026-03-18', '2026-03-30'],
      [
        ['2026-03-18', 'BEFORE_14 2026-03-17'],
        ['2026-03-30', 'BEFORE_3 2026-03-28'],
      ],
    ],
  ])('%s', (_name, days, expected) => {
    expect(run(days, rules, items)).toEqual(expected);
  });
});

describe('an old step that is not long before the next', () => {
  const rules = rulesOf([step('YEAR', 'DUE', { months: -12 }), step('HALF', 'DUE', { months: -6 })]);
  const items = () => [plan({ dueOn: '2027-06-30' })];

  it.each<[string, LocalDate[], [LocalDate, string][]]>([
    ['is sent when the next is more than 31 days away', ['2026-11-27'], [['2026-11-27', 'YEAR 2026-06-30']]],
    ['waits for the next within 31 days', ['2026-11-30', '2026-12-29'], []],
    ['which then comes', ['2026-11-30', '2026-12-30'], [['2026-12-30', 'HALF 2026-12-30']]],
    ['is sent as long as it is not older than 31 days', ['2026-07-31'], [['2026-07-31', 'YEAR 2026-06-30']]],
  ])('%s', (_name, days, expected) => {
    expect(run(days, rules, items)).toEqual(expected);
  });

  it('is sent when it is not old, however near the next is', () => {
    const near = rulesOf([step('A', 'DUE', { days: -14 }), step('B', 'DUE', { days: -3 })]);
    expect(run(['2027-06-24'], near, items)).toEqual([['2027-06-24', 'A 2027-06-16']]);
  });
});

describe('a date that moves', () => {
  const rules = rulesOf([step('SOON', 'DUE', { days: -7 }), step('OVER', 'DUE', { days: 1 })]);

  it('has reminders by the new day, also of a step that was sent by the old one', () => {
    const itemsOn = (day: LocalDate) => [plan({ dueOn: day < '2026-11-25' ? '2026-11-24' : '2026-12-18' })];
    const days = ['2026-11-17', '2026-11-24', '2026-11-25', '2026-12-10', '2026-12-11', '2026-12-21'];
    expect(run(days, rules, itemsOn)).toEqual([
      ['2026-11-17', 'SOON 2026-11-17'],
      ['2026-12-11', 'SOON 2026-12-11'],
      ['2026-12-21', 'OVER 2026-12-19'],
    ]);
  });

  it('has nothing more of a day that it had before', () => {
    const itemsOn = (day: LocalDate) => [plan({ dueOn: day < '2026-11-18' ? '2026-12-18' : '2026-11-24' })];
    expect(run(['2026-11-17', '2026-11-18', '2026-12-11'], rules, itemsOn)).toEqual([
      ['2026-11-18', 'SOON 2026-11-17'],
      ['2026-12-11', 'OVER 2026-11-25'],
    ]);
  });
});

describe('a step that comes again', () => {
  const rules = rulesOf([step('WEEK', 'SINCE', { days: 7 }, { again: { everyDays: 14, most: 2 } })]);
  const items = () => [plan({ since: '2026-10-01' })];

  it('comes so many times, and no more', () => {
    const days = ['2026-10-08', '2026-10-21', '2026-10-22', '2026-11-05', '2026-11-19', '2026-12-03'];
    expect(run(days, rules, items)).toEqual([
      ['2026-10-08', 'WEEK 2026-10-08'],
      ['2026-10-22', 'WEEK 2026-10-22'],
      ['2026-11-05', 'WEEK 2026-11-05'],
    ]);
  });

  it('comes once for all the times that were missed', () => {
    expect(run(['2026-12-03', '2026-12-04'], rules, items)).toEqual([['2026-12-03', 'WEEK 2026-11-05']]);
  });
});

describe('to whom a step goes', () => {
  const steps = [
    step('FIRST', 'DUE', { days: 1 }),
    step('DESK', 'DUE', { days: 7 }, { to: ['EVERYBODY_WAITING'] }),
    step('NETWORK', 'DUE', { days: 14 }, { to: ['NETWORK_COORDINATOR'], escalation: true }),
    step('MANAGERS', 'DUE', { days: 28 }, { to: ['CONTRACT_MANAGER'], escalation: true }),
  ];
  const rules = rulesOf(steps);
  const partiesOn = (day: LocalDate, item: WorkItem) =>
    dueReminders(day, [item], NOTHING, rules).flatMap(({ step: code, to, escalation }) =>
      to.map(({ side, principalCode, roles, named }) =>
        [code, escalation, side, principalCode, roles.join(), named.join()].filter(Boolean).join(' '),
      ),
    );

  it('is who is named, then the whole desk, then the next roles; each its own newest', () => {
    const item = plan({ dueOn: '2026-11-02' });
    expect(partiesOn('2026-11-03', item)).toEqual(['FIRST SUPPLIER SUPPLIER_COORDINATOR anna']);
    expect(partiesOn('2026-11-09', item)).toEqual(['DESK SUPPLIER SUPPLIER_COORDINATOR']);
    expect(partiesOn('2026-11-30', item)).toEqual([
      'MANAGERS true PRINCIPAL IenW CONTRACT_MANAGER',
      'NETWORK true NETWORK NETWORK_COORDINATOR',
      'DESK SUPPLIER SUPPLIER_COORDINATOR',
    ]);
  });

  it('is every principal that it is about', () => {
    const item = plan({ dueOn: '2026-11-02', around: { ...AROUND, principalCodes: ['IenW', 'BZK'] } });
    expect(partiesOn('2026-11-30', item).slice(0, 2)).toEqual([
      'MANAGERS true PRINCIPAL IenW CONTRACT_MANAGER',
      'MANAGERS true PRINCIPAL BZK CONTRACT_MANAGER',
    ]);
  });

  it('is the contract manager where the network has no part, once for both', () => {
    const item = plan({ dueOn: '2026-11-02', around: { ...AROUND, network: false } });
    expect(partiesOn('2026-11-16', item)[0]).toBe('NETWORK true PRINCIPAL IenW CONTRACT_MANAGER');
    expect(partiesOn('2026-11-30', item)).toEqual([
      'MANAGERS true PRINCIPAL IenW CONTRACT_MANAGER',
      'DESK SUPPLIER SUPPLIER_COORDINATOR',
    ]);
  });

  it('is the whole desk of a role for which it waits already', () => {
    const named = { named: ['bram'] };
    const item = plan({ dueOn: '2026-11-02' }, ofPrincipal('IenW', 'CONTRACT_MANAGER', named));
    expect(partiesOn('2026-11-30', item)).toEqual([
      'MANAGERS true PRINCIPAL IenW CONTRACT_MANAGER',
      'NETWORK true NETWORK NETWORK_COORDINATOR',
    ]);
    const ofTheNetwork = plan({ dueOn: '2026-11-02' }, ofNetwork('NETWORK_COORDINATOR', named));
    expect(partiesOn('2026-11-16', ofTheNetwork)).toEqual(['NETWORK true NETWORK NETWORK_COORDINATOR']);
  });

  it('is nobody who may not know of it', () => {
    const both = step('S', 'DUE', { days: 0 }, { to: ['WAITER', 'CONTRACT_MANAGER'] });
    const toAll = new ReminderRules([moment([both], { kinds: ['PLACEMENT_ENDING'] })], [], dutchDays);
    const item = { ...plan({ dueOn: '2026-11-02' }), kind: 'PLACEMENT_ENDING' } as const;
    expect(dueReminders('2026-11-02', [item], NOTHING, toAll).map(({ to }) => to)).toEqual([[SUPPLIER]]);
  });

  it('is not who has a copy because it escalated: that comes from the original', () => {
    expect(partiesOn('2026-11-30', { ...plan({ dueOn: '2026-11-02' }), escalated: true })).toEqual([]);
  });
});

describe('a deviation', () => {
  const steps = [
    step('SOON', 'DUE', { days: -7 }),
    step('OVER', 'DUE', { days: 1 }),
    step('LATE', 'DUE', { days: 14 }),
  ];
  const deviation = (more: Partial<Deviation>): Deviation => ({
    id: 'd1',
    moment: 'PLAN',
    principalCode: null,
    planId: null,
    change: { kind: 'SILENT' },
    reason: 'test',
    from: '2026-11-01',
    until: '2026-11-30',
    ...more,
  });
  const OF_PLAN = { planId: 'p1' };
  const OF_PRINCIPAL = { principalCode: 'IenW' };
  const later = (days: number) => ({ change: { kind: 'LATER', days } }) as const;
  // Due on Tuesday 24 November: steps on the 17th, the 25th and 8 December.
  const DAYS = [
    '2026-11-17',
    '2026-11-20',
    '2026-11-25',
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
    '2026-12-08',
    '2026-12-18',
  ];

  it.each<[string, Partial<Deviation>[], Partial<WorkItem>, string[]]>([
    ['none', [], {}, ['2026-11-17 SOON', '2026-11-25 OVER', '2026-12-08 LATE']],
    ['silent', [OF_PLAN], {}, ['2026-12-08 LATE']],
    ['silent, of the principal', [OF_PRINCIPAL], {}, ['2026-12-08 LATE']],
    ['silent for a shorter while', [{ ...OF_PLAN, until: '2026-11-17' }], {}, ['2026-11-25 OVER', '2026-12-08 LATE']],
    ['silent since the second', [{ ...OF_PLAN, from: '2026-11-18' }], {}, ['2026-11-17 SOON', '2026-12-08 LATE']],
    [
      'ended before',
      [{ ...OF_PLAN, until: '2026-11-16' }],
      {},
      ['2026-11-17 SOON', '2026-11-25 OVER', '2026-12-08 LATE'],
    ],
    [
      'later, by calendar days',
      [{ ...OF_PLAN, ...later(3) }],
      {},
      ['2026-11-20 SOON', '2026-11-30 OVER', '2026-12-08 LATE'],
    ],
    [
      'of another moment',
      [{ ...OF_PLAN, moment: 'OTHER' }],
      {},
      ['2026-11-17 SOON', '2026-11-25 OVER', '2026-12-08 LATE'],
    ],
    [
      'of another plan and another principal',
      [{ planId: 'p2' }, { principalCode: 'BZK' }],
      {},
      ['2026-11-17 SOON', '2026-11-25 OVER', '2026-12-08 LATE'],
    ],
    [
      'of both: that of the plan',
      [OF_PRINCIPAL, { ...OF_PLAN, ...later(3) }],
      {},
      ['2026-11-20 SOON', '2026-11-30 OVER', '2026-12-08 LATE'],
    ],
    ['of both: that of the plan, silent', [{ ...OF_PRINCIPAL, ...later(3) }, OF_PLAN], {}, ['2026-12-08 LATE']],
    [
      'of both, that of the plan ended: that of the principal',
      [
        { ...OF_PRINCIPAL, ...later(3) },
        { ...OF_PLAN, until: '2026-11-10' },
      ],
      {},
      ['2026-11-20 SOON', '2026-11-30 OVER', '2026-12-08 LATE'],
    ],
    [
      'of one of the principals in a plan that others share',
      [OF_PRINCIPAL],
      { around: { ...AROUND, principalCodes: ['IenW', 'BZK'] } },
      ['2026-11-17 SOON', '2026-11-25 OVER', '2026-12-08 LATE'],
    ],
    [
      'of the same, two: the one that began last',
      [OF_PLAN, { ...OF_PLAN, ...later(3), from: '2026-11-16' }],
      {},
      ['2026-11-20 SOON', '2026-11-30 OVER', '2026-12-08 LATE'],
    ],
  ])('%s', (_name, deviations, known, expected) => {
    const rules = rulesOf(steps, deviations.map(deviation));
    const sent = run(DAYS, rules, () => [plan({ dueOn: '2026-11-24', ...known })]);
    expect(sent.map(([day, one]) => `${day} ${one.split(' ')[0] ?? ''}`)).toEqual(expected);
  });

  it('that is silent sends nothing of what was missed before it either, until it is over', () => {
    const rules = rulesOf(steps.slice(0, 1), [deviation({ ...OF_PLAN, from: '2026-11-18' })]);
    expect(run(['2026-11-18', '2026-12-01'], rules, () => [plan({ dueOn: '2026-11-24' })])).toEqual([
      ['2026-12-01', 'SOON 2026-11-17'],
    ]);
  });

  it('that puts a step before something off keeps it before a weekend', () => {
    const rules = rulesOf(steps, [deviation({ ...OF_PLAN, ...later(4) })]);
    // The 17th and four days is a Saturday.
    expect(run(['2026-11-19', '2026-11-20'], rules, () => [plan({ dueOn: '2026-11-24' })])).toEqual([
      ['2026-11-20', 'SOON 2026-11-17'],
    ]);
  });

  it('that is granted when the step was sent sends it no second time', () => {
    const items = [plan({ dueOn: '2026-11-24' })];
    const sent = sentOf(dueReminders('2026-11-17', items, NOTHING, rulesOf(steps)));
    expect(dueReminders('2026-11-20', items, sent, rulesOf(steps, [deviation({ ...OF_PLAN, ...later(3) })]))).toEqual(
      [],
    );
  });
});

describe('versions of a moment', () => {
  const versions = (before: Term, after: Term, moreAfter: readonly Step[] = []) =>
    new ReminderRules(
      [
        moment([step('S', 'SINCE', before)], { until: '2026-10-31' }),
        moment([step('S', 'SINCE', after), ...moreAfter], { from: '2026-11-01' }),
      ],
      [],
      dutchDays,
    );
  const DAYS = ['2026-10-27', '2026-10-30', '2026-11-02', '2026-11-05', '2026-11-12', '2026-11-20'];

  it.each<[string, Term, Term, LocalDate, [LocalDate, string][]]>([
    ['the old one, on a day of it', { days: 7 }, { days: 14 }, '2026-10-20', [['2026-10-27', 'S 2026-10-27']]],
    ['the new one, on a day of it', { days: 7 }, { days: 14 }, '2026-10-29', [['2026-11-12', 'S 2026-11-12']]],
    [
      'the old one on its last day, and no second time',
      { days: 7 },
      { days: 14 },
      '2026-10-24',
      [['2026-11-02', 'S 2026-10-31']],
    ],
    [
      'the new one when it begins, of a day between them',
      { days: 14 },
      { days: 3 },
      '2026-10-26',
      [['2026-11-02', 'S 2026-10-29']],
    ],
  ])('%s', (_name, before, after, since, expected) => {
    expect(run(DAYS, versions(before, after), () => [plan({ since })])).toEqual(expected);
  });

  it('a new step that lies before what was sent is covered by it', () => {
    const rules = new ReminderRules(
      [
        moment([step('LATE', 'SINCE', { days: 20 })], { until: '2026-10-31' }),
        moment([step('NEW', 'SINCE', { days: 3 }), step('LATE', 'SINCE', { days: 20 })], { from: '2026-11-01' }),
      ],
      [],
      dutchDays,
    );
    expect(run(DAYS, rules, () => [plan({ since: '2026-10-07' })])).toEqual([['2026-10-27', 'LATE 2026-10-27']]);
  });

  it('a rule that ended sends nothing of days after it; what was missed of days in it comes', () => {
    const ended = new ReminderRules(
      [moment([step('S', 'SINCE', { days: 7 })], { until: '2026-10-31' })],
      [],
      dutchDays,
    );
    expect(run(DAYS, ended, () => [plan({ since: '2026-10-26' })])).toEqual([]);
    expect(run(['2026-11-20'], ended, () => [plan({ since: '2026-10-22' })])).toEqual([['2026-11-20', 'S 2026-10-29']]);
  });

  it('what was open before there was a rule comes once, when it begins', () => {
    const rules = new ReminderRules([moment([step('S', 'SINCE', { days: 7 })], { from: '2026-11-01' })], [], dutchDays);
    expect(run(DAYS, rules, () => [plan({ since: '2020-01-01' })])).toEqual([['2026-11-02', 'S 2020-01-08']]);
  });

  it('give one step of an item once on a day', () => {
    const again = step('S', 'SINCE', { days: 21 }, { again: { everyDays: 7, most: 2 } });
    const rules = new ReminderRules(
      [moment([step('S', 'SINCE', { days: 28 })], { until: '2026-10-31' }), moment([again], { from: '2026-11-01' })],
      [],
      dutchDays,
    );
    const days = rules.occurrencesOf(plan({ since: '2026-10-03' })).map(({ dueOn }) => dueOn);
    expect(days).toEqual(['2026-10-31', '2026-11-07']);
  });
});

describe('a report that was begun', () => {
  const known = {
    planId: 'p1',
    quarter: '2026-07-01',
    supplierKvkNumber: '12345678',
    dueOn: '2026-10-30',
    around: AROUND,
  };
  const toOpen = workItem('REPORT_TO_OPEN', { type: 'PLAN', id: 'p1', name: 'Plan' }, SUPPLIER, known);
  const toMake = workItem('REPORT_TO_MAKE', { type: 'REPORT', id: 'r1', name: null }, SUPPLIER, known);
  const rules = new ReminderRules(
    [
      moment([step('SOON', 'DUE', { days: -3 }), step('OVER', 'DUE', { days: 1 })], {
        kinds: ['REPORT_TO_OPEN', 'REPORT_TO_MAKE'],
      }),
    ],
    [],
    dutchDays,
  );

  it('is not asked for again because of that', () => {
    const itemsOn = (day: LocalDate) => [day < '2026-10-28' ? toOpen : toMake];
    expect(run(['2026-10-27', '2026-10-28', '2026-11-02'], rules, itemsOn)).toEqual([
      ['2026-10-27', 'SOON 2026-10-27'],
      ['2026-11-02', 'OVER 2026-10-31'],
    ]);
  });

  it('has the key of the item itself, and asks for what was sent under both', () => {
    expect(dueReminders('2026-10-28', [toMake], NOTHING, rules).map(({ key }) => key)).toEqual([keyOf(toMake)]);
    expect(keysOf([toMake, toOpen])).toEqual([keyOf(toMake), keyOf(toOpen)]);
  });
});
