import type { LocalDate } from '@sr/kernel';
import { dutchDays } from '../../../../test/support/dutch-days';
import type { Deviation, Moment, Step } from './moment';
import { directoryOf, type DirectoryEntry } from './recipients';
import { coveringOf, revisionsOf, type MadeReminder } from './revisions';
import { ReminderRules } from './rules';
import { keyOf, ofSupplier, workItem, type Party, type WorkItem } from './work-item';

const [LATE, TODAY] = ['2026-11-24', '2026-11-26'] as const;
const DESK = ofSupplier('g1', ['SUPPLIER_COORDINATOR']);
const named = (...who: string[]): Party => ({ ...DESK, named: who });
const plan = (waitsFor: Party, dueOn: LocalDate = '2026-11-23'): WorkItem =>
  workItem('PLAN_TO_WRITE', { type: 'PLAN', id: 'p1', name: 'Plan' }, waitsFor, {
    planId: 'p1',
    dueOn,
    around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true },
  });
const step = (code: string, days: number, to: Step['to'] = ['WAITER']): Step => ({
  ...{ code, anchor: 'DUE', after: { days }, to, again: null },
  escalation: to[0] === 'NETWORK_COORDINATOR',
});
const STEPS = [step('BEFORE', -14), step('LATE', 1), step('ON', 2, ['NETWORK_COORDINATOR'])];
const momentOf = (steps: readonly Step[]): Moment => ({
  ...{ code: 'PLAN', kinds: ['PLAN_TO_WRITE'], from: '2020-01-01', until: null, source: 'test' },
  steps,
});
const rulesOf = (deviations: readonly Deviation[] = []) => new ReminderRules([momentOf(STEPS)], deviations, dutchDays);
const person = (id: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  ...{
    id,
    roles: ['SUPPLIER_COORDINATOR'],
    side: 'SUPPLIER',
    principalCode: null,
    supplierGroupId: 'g1',
    categories: [],
  },
  reachable: true,
  ...more,
});
const EVA = person('eva', { side: 'NETWORK', supplierGroupId: null, roles: ['NETWORK_COORDINATOR'] });

type Heard = MadeReminder['recipients'][number];
const heard = (personId: string): Heard => ({ personId, heard: true, open: true });
const waits = (personId: string): Heard => ({ personId, heard: false, open: true });
const closed = (personId: string): Heard => ({ personId, heard: false, open: false });
const made = (recipients: readonly Heard[], more: Partial<MadeReminder> = {}): MadeReminder => ({
  ...{ id: '1', moment: 'PLAN', step: 'LATE', key: keyOf(plan(DESK)), dueOn: LATE, endedOn: null, recipients },
  ...more,
});

interface Given {
  readonly item?: WorkItem | null;
  readonly made: readonly MadeReminder[];
  readonly people: readonly DirectoryEntry[];
  readonly deviations?: readonly Deviation[];
}
/** What is revised, without the items. */
const revised = ({ item = plan(DESK), made: before, people, deviations = [] }: Given) =>
  revisionsOf(
    TODAY,
    { items: item === null ? [] : [item], made: before, due: [] },
    rulesOf(deviations),
    directoryOf(people),
  ).map(({ id, ends, returns, adds, drops }) => ({
    ...(returns ? { returns } : {}),
    id,
    ends,
    adds: adds.map(({ personId }) => personId),
    drops: [...drops],
  }));
const one = (more: object) => [{ id: '1', ends: false, adds: [], drops: [], ...more }];

describe('who is to hear of what was made', () => {
  it('stays as it is when everybody heard', () => {
    expect(revised({ made: [made([heard('anna')])], people: [person('anna')] })).toEqual([]);
  });

  it.each<[string, Omit<Given, 'made'>, Heard[], object]>([
    [
      'a colleague instead of who left unheard',
      { people: [person('bram')] },
      [waits('anna')],
      { adds: ['bram'], drops: ['anna'] },
    ],
    [
      'the next in line for the only one, who left unheard',
      { people: [EVA] },
      [waits('anna')],
      { adds: ['eva'], drops: ['anna'] },
    ],
    ['the next in line for the only one, who left', { people: [EVA] }, [heard('anna')], { adds: ['eva'] }],
    [
      'a colleague instead of who has another role now',
      { people: [person('anna', { roles: ['SUPPLIER_EMPLOYEE'] }), person('bram')] },
      [waits('anna')],
      { adds: ['bram'], drops: ['anna'] },
    ],
    [
      'the next in line while no mail reaches the only one',
      { people: [person('anna', { reachable: false }), EVA] },
      [waits('anna')],
      { adds: ['eva'], drops: ['anna'] },
    ],
    ['who is reached again', { people: [person('anna'), EVA] }, [closed('anna'), heard('eva')], { adds: ['anna'] }],
    ['who came since', { people: [person('anna'), person('bram')] }, [heard('anna')], { adds: ['bram'] }],
    [
      'who is named since',
      { people: [person('anna'), person('bram')], item: plan(named('bram')) },
      [heard('anna')],
      { adds: ['bram'] },
    ],
    ['somebody, where there was nobody', { people: [person('anna')] }, [], { adds: ['anna'] }],
  ])('is %s', (_name, given, recipients, expected) => {
    expect(revised({ ...given, made: [made(recipients)] })).toEqual(one(expected));
  });

  it.each<[string, Omit<Given, 'made'>, Heard[]]>([
    [
      'the next in line, where who cannot be reached now heard',
      { people: [person('anna', { reachable: false }), EVA] },
      [heard('anna')],
    ],
    [
      'who is named no more and heard',
      { people: [person('anna'), person('bram')], item: plan(named('bram')) },
      [heard('anna'), heard('bram')],
    ],
    ['anybody, when the work is done', { people: [person('bram')], item: null }, [waits('anna')]],
  ])('is not %s', (_name, given, recipients) => {
    expect(revised({ ...given, made: [made(recipients)] })).toEqual([]);
  });

  it('is the next in line for each organisation by itself', () => {
    const managers = step('LATE', 1, ['CONTRACT_MANAGER']);
    const around = { supplierGroupId: 'g1', principalCodes: ['IenW', 'BZK'], network: true };
    const manager = (id: string, principalCode: string, reachable = true) =>
      person(id, { roles: ['CONTRACT_MANAGER'], side: 'PRINCIPAL', principalCode, supplierGroupId: null, reachable });
    const [revision] = revisionsOf(
      TODAY,
      { items: [{ ...plan(DESK), around }], made: [made([heard('mia'), waits('bas')])], due: [] },
      new ReminderRules([momentOf([managers])], [], dutchDays),
      directoryOf([manager('mia', 'IenW'), manager('bas', 'BZK', false), EVA]),
    );
    expect(revision).toMatchObject({
      adds: [{ personId: 'eva', standsInFor: { side: 'PRINCIPAL', principalCode: 'BZK' } }],
      drops: ['bas'],
    });
  });

  it('is who heard before, when the item went and came back: it stands again', () => {
    const back = made([{ ...heard('anna'), open: false }], { endedOn: LATE });
    expect(revised({ made: [back], people: [person('anna')] })).toEqual(one({ returns: true }));
    expect(revised({ made: [back], people: [person('anna'), person('bram')] })).toEqual(
      one({ returns: true, adds: ['bram'] }),
    );
    expect(revised({ made: [made([closed('anna')], { endedOn: LATE })], people: [person('anna')] })).toEqual([]);
  });

  it('is told to who came since by the newest step only, and of each line by its own', () => {
    const before = made([heard('anna')], { id: '0', step: 'BEFORE', dueOn: '2026-11-09' });
    const on = made([], { id: '2', step: 'ON', dueOn: '2026-11-25' });
    expect(
      revised({ made: [before, made([heard('anna')]), on], people: [person('anna'), person('bram'), EVA] }),
    ).toEqual([
      { id: '2', ends: false, adds: ['eva'], drops: [] },
      { id: '1', ends: false, adds: ['bram'], drops: [] },
    ]);
  });
});

describe('what was made and is not due any more', () => {
  const put = (days: number): WorkItem => plan(DESK, days > 0 ? '2027-01-31' : '2026-11-23');
  const silent: Deviation = {
    ...{
      id: 'd',
      moment: 'PLAN',
      principalCode: 'IenW',
      planId: null,
      reason: 'r',
      from: '2026-11-25',
      until: '2026-12-31',
    },
    change: { kind: 'SILENT' },
  };

  it.each<[string, Omit<Given, 'made'>]>([
    ['because its day was put off', { people: [person('anna')], item: put(60) }],
    ['because nothing is sent these days', { people: [person('anna')], deviations: [silent] }],
  ])('ends unheard, %s', (_name, given) => {
    expect(revised({ ...given, made: [made([waits('anna')])] })).toEqual(one({ ends: true, drops: ['anna'] }));
    expect(revised({ ...given, made: [made([heard('anna')])] })).toEqual([]);
    expect(revised({ ...given, made: [made([heard('anna'), waits('bram')])] })).toEqual(one({ drops: ['bram'] }));
  });

  it('ends unheard when a clock that was ahead made it', () => {
    const ahead = made([waits('anna')], { id: '9', step: 'ON', dueOn: '2026-12-25' });
    expect(revised({ made: [ahead], people: [person('anna')] })).toEqual([
      { id: '9', ends: true, adds: [], drops: ['anna'] },
    ]);
  });
});

it('tells what nobody heard as it is now, and keeps what somebody heard as it was', () => {
  const now = { ...plan(DESK), cents: 5 };
  const items = (recipients: Heard[]) =>
    revisionsOf(
      TODAY,
      { items: [now], made: [made(recipients)], due: [] },
      rulesOf(),
      directoryOf([person('anna')]),
    ).map(({ item }) => item);
  expect(items([waits('anna')])).toEqual([now]);
  expect(items([heard('anna')])).toEqual([]);
});

describe('what covers', () => {
  it.each<[string, Partial<MadeReminder>, Heard[], boolean]>([
    ['what stands', {}, [waits('anna')], true],
    ['what ended and somebody heard', { endedOn: LATE }, [heard('anna')], true],
    ['what ended and nobody heard', { endedOn: LATE }, [closed('anna')], false],
    ['what a clock that was ahead made', { dueOn: '2027-11-24' }, [heard('anna')], false],
  ])('%s', (_name, more, recipients, covers) => {
    expect(coveringOf([made(recipients, more)], TODAY)).toHaveLength(covers ? 1 : 0);
  });
});
