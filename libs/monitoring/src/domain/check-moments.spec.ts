import { checkMoments, momentsOf } from './check-moments';
import type { Moment, Step } from './moment';

const step = (more: Partial<Step> = {}): Step => ({
  code: 'FIRST',
  anchor: 'DUE',
  after: { days: -7 },
  to: ['WAITER'],
  escalation: false,
  again: null,
  ...more,
});

const moment = (more: Partial<Moment> = {}): Moment => ({
  code: 'PLAN',
  kinds: ['PLAN_TO_WRITE'],
  from: '2024-01-01',
  until: null,
  source: 'Eigen keuze',
  steps: [step()],
  ...more,
});

const steps = (...own: Partial<Step>[]): Partial<Moment> => ({
  steps: own.map((one, i) => step({ code: `S${i}`, ...one })),
});

/** What a file may say and the types do not allow. */
const wrong = <T>(value: unknown): T => value as T;

describe('the faults of moments', () => {
  it.each<[string, Moment[]]>([
    ['one', [moment()]],
    ['versions that follow each other', [moment({ until: '2025-12-31' }), moment({ from: '2026-01-01' })]],
    ['two of other kinds', [moment(), moment({ code: 'OTHER', kinds: ['PLAN_RETURNED'] })]],
    [
      'a kind that goes to another moment',
      [moment({ until: '2025-12-31' }), moment({ code: 'OTHER', from: '2026-01-01' })],
    ],
    ['steps on the same day', [moment(steps({}, { to: ['CONTRACT_MANAGER'], escalation: true }))]],
    [
      'steps of both anchors, each in order',
      [moment(steps({}, { anchor: 'SINCE', after: { days: -30 } }, { after: { days: 1 } }))],
    ],
    ['an escalation to the whole desk', [moment(steps({ to: ['EVERYBODY_WAITING'], escalation: true }))]],
    ['a step that comes again', [moment(steps({ again: { everyDays: 30, most: 12 } }))]],
    ['the last day itself', [moment(steps({ after: {} }))]],
  ])('are none of %s', (_name, moments) => {
    expect(checkMoments(moments)).toEqual([]);
  });

  it.each<[Moment[], string]>([
    [[moment({ code: 'plan' })], 'plan of 2024-01-01: its code is not in capitals'],
    [[moment({ from: '2024-02-30' })], 'PLAN of 2024-02-30: it has a day that does not exist'],
    [[moment({ until: '2026-02-29' })], 'PLAN of 2024-01-01: it has a day that does not exist'],
    [[moment({ until: '2023-12-31' })], 'PLAN of 2024-01-01: it ends before it begins'],
    [[moment({ source: ' ' })], 'PLAN of 2024-01-01: it has no source'],
    [[moment({ kinds: [] })], 'PLAN of 2024-01-01: it is about no kind of work'],
    [[moment({ kinds: ['PLAN_TO_WRITE', 'PLAN_TO_WRITE'] })], 'PLAN of 2024-01-01: it names PLAN_TO_WRITE twice'],
    [[moment({ kinds: wrong(['PLAN_TO_READ']) })], 'PLAN of 2024-01-01: there is no kind of work PLAN_TO_READ'],
    [[moment({ steps: [] })], 'PLAN of 2024-01-01: it has no steps'],
    [[moment({ steps: [step(), step()] })], 'PLAN of 2024-01-01: it has two steps FIRST'],
    [[moment(steps({ code: 'first' }))], 'PLAN of 2024-01-01: step first: its code is not in capitals'],
    [[moment(steps({ anchor: wrong('END') }))], 'PLAN of 2024-01-01: step S0: there is no anchor END'],
    [[moment(steps({ after: { days: 1.5 } }))], 'PLAN of 2024-01-01: step S0: its term is not in whole numbers'],
    [[moment(steps({ after: { months: 1, days: -1 } }))], 'PLAN of 2024-01-01: step S0: its term goes forth and back'],
    [[moment(steps({ to: [] }))], 'PLAN of 2024-01-01: step S0: it goes to nobody'],
    [[moment(steps({ to: ['WAITER', 'WAITER'] }))], 'PLAN of 2024-01-01: step S0: it goes to WAITER twice'],
    [[moment(steps({ to: wrong(['BOSS']) }))], 'PLAN of 2024-01-01: step S0: there is no audience BOSS'],
    [
      [moment(steps({ escalation: true }))],
      'PLAN of 2024-01-01: step S0: it escalates to for whom the work waits already',
    ],
    [
      [moment(steps({ to: ['CONTRACT_MANAGER'] }))],
      'PLAN of 2024-01-01: step S0: it goes to CONTRACT_MANAGER, who has it on no list: that is an escalation',
    ],
    [
      [moment({ kinds: ['PLACEMENT_ENDING'], ...steps({ to: ['CONTRACT_MANAGER'], escalation: true }) })],
      'PLAN of 2024-01-01: step S0: CONTRACT_MANAGER may not know of PLACEMENT_ENDING',
    ],
    [
      [moment({ kinds: ['OBLIGATION_MISSING'], ...steps({ to: ['SUPPLIER_COORDINATOR'], escalation: true }) })],
      'PLAN of 2024-01-01: step S0: SUPPLIER_COORDINATOR may not know of OBLIGATION_MISSING',
    ],
    [
      [moment({ kinds: ['GOING_WRONG'], ...steps({ to: ['NETWORK_COORDINATOR'], escalation: true }) })],
      'PLAN of 2024-01-01: step S0: GOING_WRONG comes for each party by itself: from each of them it would come to NETWORK_COORDINATOR',
    ],
    [
      [moment(steps({ again: { everyDays: 0, most: 1 } }))],
      'PLAN of 2024-01-01: step S0: it comes again after no whole number of days',
    ],
    [
      [moment(steps({ again: { everyDays: 7, most: 13 } }))],
      'PLAN of 2024-01-01: step S0: it comes again no times, or more than 12',
    ],
    [
      [moment(steps({ after: { months: 1 } }, { after: { days: 28 } }))],
      'PLAN of 2024-01-01: step S1 stands after S0 and comes before it',
    ],
    [
      [moment(steps({ after: { days: 14 } }, { after: { workingDays: 9 } }))],
      'PLAN of 2024-01-01: step S1 stands after S0 and comes before it',
    ],
    [
      [moment(steps({ to: ['EVERYBODY_WAITING'] }, { after: { days: 1 } }))],
      'PLAN of 2024-01-01: step S1 goes to one person after S0 went to everybody',
    ],
    [[moment({ until: '2026-01-01' }), moment({ from: '2026-01-01' })], 'PLAN has two versions on 2026-01-01'],
    [[moment(), moment({ code: 'OTHER', from: '2026-01-01' })], 'PLAN_TO_WRITE is in PLAN and in OTHER on 2026-01-01'],
  ])('%#: %j', (moments, fault) => {
    expect(checkMoments(moments)).toEqual([fault]);
  });

  it('are all told, and a file that has them is not read', () => {
    const rows = [moment({ code: 'a' }), moment({ source: '' })];
    expect(checkMoments(rows)).toHaveLength(3);
    expect(() => momentsOf({ readOn: '2026-11-22', note: '', rows })).toThrow(
      /capitals[^]*no source[^]*is in a and in PLAN/,
    );
  });
});
