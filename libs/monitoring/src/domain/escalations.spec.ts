import type { LocalDate } from '@sr/kernel';
import { dutchDays } from '../../../../test/support/dutch-days';
import { dueReminders, sentOf } from './due-reminders';
import { asTold, escalations } from './escalations';
import type { Audience, Deviation, Moment } from './moment';
import { ReminderRules } from './rules';
import {
  keyOf,
  ofNetwork,
  ofPrincipal,
  ofSupplier,
  workItem,
  type Party,
  type WorkItem,
  type Worker,
} from './work-item';

const SUPPLIER = ofSupplier('g1', ['SUPPLIER_COORDINATOR'], { named: ['anna'], except: 'bram' });
const AROUND = { supplierGroupId: 'g1', principalCodes: ['IenW', 'BZK'], network: true };

const item = (more: Partial<WorkItem> = {}, kind: WorkItem['kind'] = 'PLAN_TO_WRITE'): WorkItem => ({
  ...workItem(kind, { type: 'PLAN', id: 'p1', name: 'Plan' }, SUPPLIER, {
    planId: 'p1',
    planName: 'Plan',
    around: AROUND,
    dueOn: '2026-11-01',
  }),
  ...more,
});

/** Seven days late everybody waiting; on Saturday the 14th the network, on the 28th, a Saturday too, the principals. */
const moment = (kind: WorkItem['kind'] = 'PLAN_TO_WRITE'): Moment => {
  const step = (code: string, days: number, to: Audience, again: Moment['steps'][number]['again'] = null) =>
    ({ code, anchor: 'DUE', after: { days }, to: [to], escalation: true, again }) as const;
  return {
    code: 'M',
    kinds: [kind],
    from: '2020-01-01',
    until: null,
    source: 'test',
    steps: [
      { ...step('FIRST', 1, 'WAITER'), escalation: false },
      step('DESK', 7, 'EVERYBODY_WAITING'),
      step('NETWORK', 13, 'NETWORK_COORDINATOR', { everyDays: 7, most: 3 }),
      step('MANAGERS', 27, 'CONTRACT_MANAGER'),
    ],
  };
};

const rulesOf = (kind?: WorkItem['kind'], deviations: readonly Deviation[] = []) =>
  new ReminderRules([moment(kind)], deviations, dutchDays);

const NETWORK = ofNetwork('NETWORK_COORDINATOR');
const managersOf = (code: string): Party => ofPrincipal(code, 'CONTRACT_MANAGER');
const partiesOn = (day: LocalDate, one: WorkItem, rules = rulesOf()): Party[] =>
  escalations([one], rules, day).map(({ waitsFor }) => waitsFor);

describe('what waits for the next role as well', () => {
  it.each<[string, LocalDate, Partial<WorkItem>, Party[]]>([
    ['nobody before the day', '2026-11-13', {}, []],
    ['the network from the nominal day, a Saturday', '2026-11-14', {}, [NETWORK]],
    ['the principals, a copy each', '2026-11-28', {}, [NETWORK, managersOf('IenW'), managersOf('BZK')]],
    [
      'the principals where the network has no part, once',
      '2026-11-28',
      { around: { ...AROUND, network: false } },
      [managersOf('IenW'), managersOf('BZK')],
    ],
    ['no principal of nothing', '2026-11-28', { around: { ...AROUND, principalCodes: [] } }, [NETWORK]],
    [
      'not the principal for which it waits',
      '2026-11-28',
      { waitsFor: managersOf('IenW') },
      [NETWORK, managersOf('BZK')],
    ],
    [
      'not the network for which it waits',
      '2026-11-28',
      { waitsFor: ofNetwork('NETWORK_COORDINATOR', { named: ['c'] }) },
      [managersOf('IenW'), managersOf('BZK')],
    ],
    ['the network beside its verifiers', '2026-11-14', { waitsFor: ofNetwork('VERIFIER') }, [NETWORK]],
    ['nobody without a day', '2026-12-31', { dueOn: null }, []],
    ['nobody of a copy', '2026-12-31', { escalated: true }, []],
  ])('%s', (_name, day, known, expected) => {
    expect(partiesOn(day, item(known))).toEqual(expected);
  });

  it('is the same item with a key of its own, which says that it escalated', () => {
    const [copy, ...others] = escalations([item()], rulesOf(), '2026-11-14');
    expect(others).toEqual([]);
    expect(copy).toEqual({ ...item(), waitsFor: NETWORK, escalated: true });
    expect(copy && keyOf(copy)).not.toBe(keyOf(item()));
  });

  it('is there before the mail goes out, and both go to the same', () => {
    expect(dueReminders('2026-11-14', [item()], sentOf([]), rulesOf()).some(({ step }) => step === 'NETWORK')).toBe(
      false,
    );
    const mailed = dueReminders('2026-11-30', [item()], sentOf([]), rulesOf());
    const next = mailed.flatMap(({ to, step }) => (step === 'DESK' ? [] : to));
    expect(next).toEqual(expect.arrayContaining(partiesOn('2026-11-30', item())));
    expect(next).toHaveLength(3);
  });

  it('is nobody who may not know of it', () => {
    const ofOne = { subject: { type: 'PLACEMENT', id: 'x', name: 'K-12' } } as const;
    const rules = rulesOf('PLACEMENT_ENDING');
    expect(partiesOn('2026-11-28', item(ofOne, 'PLACEMENT_ENDING'), rules)).toEqual([NETWORK]);
  });

  it.each([
    [4, null],
    [5, 5],
  ])('does not tell a principal that %d claims wait, when they are few', (count, told) => {
    const claims = item({ count, countWithWarnings: 1, waitsFor: ofNetwork('VERIFIER') }, 'CLAIMS_TO_DECIDE');
    const copies = escalations([claims], rulesOf('CLAIMS_TO_DECIDE'), '2026-11-28');
    expect(copies.map(({ waitsFor, ...copy }) => [waitsFor.side, copy.count, copy.countWithWarnings])).toEqual([
      ['NETWORK', count, 1],
      ['PRINCIPAL', told, null],
      ['PRINCIPAL', told, null],
    ]);
  });

  const deviation = (change: Deviation['change'], until: LocalDate): Deviation => ({
    id: 'd',
    moment: 'M',
    planId: 'p1',
    principalCode: null,
    change,
    reason: 'test',
    from: '2026-11-10',
    until,
  });

  it('is later, or nobody, where a deviation says so', () => {
    const later = rulesOf(undefined, [deviation({ kind: 'LATER', days: 3 }, '2026-11-20')]);
    expect(['2026-11-16', '2026-11-17'].map((day) => partiesOn(day, item(), later).length)).toEqual([0, 1]);
    // The step comes again on the 21st, when the silence is over.
    const silent = rulesOf(undefined, [deviation({ kind: 'SILENT' }, '2026-11-20')]);
    expect(['2026-11-20', '2026-11-21'].map((day) => partiesOn(day, item(), silent).length)).toEqual([0, 1]);
    const forEver = rulesOf(undefined, [deviation({ kind: 'SILENT' }, '2026-12-31')]);
    expect(partiesOn('2027-01-31', item(), forEver)).toEqual([]);
  });
});

describe('an item as it is told', () => {
  const worker = (more: Partial<Worker>): Worker => ({
    id: 'x',
    roles: [],
    side: null,
    principalCode: null,
    supplierGroupId: null,
    categories: [],
    ...more,
  });
  const verifier = worker({ side: 'NETWORK', roles: ['VERIFIER'] });
  const coordinator = worker({ side: 'NETWORK', roles: ['NETWORK_COORDINATOR'] });
  const manager = worker({ side: 'PRINCIPAL', principalCode: 'IenW', roles: ['CONTRACT_MANAGER'] });
  const few = { count: 2, countWithWarnings: 1, waitsFor: ofNetwork('VERIFIER') };

  it.each<[string, Worker, WorkItem['kind'], Partial<WorkItem>]>([
    [
      'all of it to who has to do it',
      verifier,
      'CLAIMS_TO_DECIDE',
      { count: 2, countWithWarnings: 1, escalated: false },
    ],
    ['all of it to the network', coordinator, 'CLAIMS_TO_DECIDE', { count: 2, countWithWarnings: 1, escalated: true }],
    [
      'no few claims to a principal',
      manager,
      'CLAIMS_TO_DECIDE',
      { count: null, countWithWarnings: null, escalated: true },
    ],
    ['other counts to a principal too', manager, 'FINAL_REPORT', { count: 2, countWithWarnings: 1, escalated: true }],
  ])('is %s', (_name, reader, kind, expected) => {
    expect(asTold(item(few, kind), reader)).toMatchObject(expected);
  });
});
