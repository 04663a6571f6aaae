import file from '../../../../config/reference/reminder-moments.json';
import { addWorkingDays, isWorkingDay } from '@sr/platform';
import { checkMoments, momentsOf } from '../domain/check-moments';
import { dueReminders, sentOf } from '../domain/due-reminders';
import type { Audience } from '../domain/moment';
import { ReminderRules } from '../domain/rules';
import { WORK_ITEM_KINDS, ofSupplier, workItem, type WorkItem } from '../domain/work-item';

const moments = momentsOf(file);

describe('the moments in config/reference', () => {
  it('have no faults, and each a source that says more than a word', () => {
    expect(checkMoments(moments)).toEqual([]);
    expect(moments.filter(({ source }) => source.length < 60)).toEqual([]);
  });

  it('are there for every kind of work but what others hear of a report that is asked of its supplier', () => {
    const kinds = moments.flatMap(({ kinds: own }) => own);
    expect(WORK_ITEM_KINDS.filter((kind) => !kinds.includes(kind))).toEqual(['REPORTS_TO_COME']);
  });

  it('ask nobody more than five times for the same', () => {
    const often = moments.flatMap(({ code, steps }) => {
      const sides = new Map<string, number>();
      for (const { to, again } of steps) {
        for (const audience of to) {
          const side: Audience = audience === 'WAITER' ? 'EVERYBODY_WAITING' : audience;
          sides.set(side, (sides.get(side) ?? 0) + 1 + (again?.most ?? 0));
        }
      }
      return [...sides].filter(([, times]) => times > 5).map(([side, times]) => `${code}: ${side} ${times} times`);
    });
    expect(often).toEqual([]);
  });

  const rules = new ReminderRules(moments, [], { isWorkingDay, addWorkingDays });

  /** On which days a supplier and the others hear of an item, when it runs every working day of a year. */
  function yearOf(item: WorkItem): string[] {
    const sent: string[] = [];
    const heard: string[] = [];
    for (let day = '2026-09-30'; day < '2027-10-01'; day = addWorkingDays(day, 1)) {
      for (const { moment, step, key, dueOn, to } of dueReminders(day, [item], new Set(sent), rules)) {
        sent.push(...sentOf([{ moment, step, key, dueOn }]));
        heard.push(...to.map(({ roles, named }) => `${day} ${step} ${named.join() || (roles[0] ?? '')}`));
      }
    }
    return heard;
  }

  const supplier = ofSupplier('g1', ['SUPPLIER_COORDINATOR'], { named: ['anna'] });
  const known = { planId: 'p1', around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true } };
  const plan = { type: 'PLAN', id: 'p1', name: null } as const;

  it('ask for a report when it is opened, twice before its last day, and twice after it', () => {
    const days = { quarter: '2026-07-01', since: '2026-10-01', dueOn: '2026-10-30' };
    expect(yearOf(workItem('REPORT_TO_OPEN', plan, supplier, { ...known, ...days }))).toEqual([
      '2026-10-01 OPENED anna',
      '2026-10-16 DAYS_14_BEFORE anna',
      '2026-10-27 DAYS_3_BEFORE SUPPLIER_COORDINATOR',
      '2026-11-02 OVER SUPPLIER_COORDINATOR',
      '2026-11-13 WEEK_2_LATE SUPPLIER_COORDINATOR',
    ]);
  });

  it('ask for a plan six weeks, two months and three months after the award, and tell the contract manager then', () => {
    const days = { since: '2026-10-01', dueOn: '2026-12-01' };
    expect(yearOf(workItem('PLAN_TO_WRITE', plan, supplier, { ...known, ...days }))).toEqual([
      '2026-11-13 WEEK_6 anna',
      '2026-12-02 OVER anna',
      '2026-12-15 WEEK_2_LATE_NETWORK NETWORK_COORDINATOR',
      '2026-12-15 WEEK_2_LATE SUPPLIER_COORDINATOR',
      '2027-01-04 MONTH_3_MANAGER CONTRACT_MANAGER',
      '2027-01-04 MONTH_3 SUPPLIER_COORDINATOR',
    ]);
  });

  it('tell what is left of a contract a year, half a year and three months before its end', () => {
    const item = workItem('CONTRACT_ENDING', { type: 'CONTRACT', id: 'c1', name: null }, supplier, {
      ...known,
      since: '2026-10-01',
      dueOn: '2027-09-30',
    });
    expect(yearOf(item)).toEqual([
      '2026-09-30 MONTHS_12_BEFORE anna',
      '2027-03-30 MONTHS_6_BEFORE anna',
      '2027-06-30 MONTHS_3_BEFORE anna',
    ]);
  });
});
