import type { MilestoneFacts, MilestoneKind } from './milestone';
import { finalReportItems, runningItems, type FinalReportFacts, type RunningFacts } from './running-items';
import type { WorkItemKind } from './work-item';

/** A thousand days: half of it is over after 2 July 2026, the five hundred and first day. */
const CONTRACT: RunningFacts = {
  id: 'c1',
  number: 'IENW-1',
  title: 'Catering',
  principalCode: 'IenW',
  supplierGroupId: 'g1',
  supplierName: 'De Lepel BV',
  planId: 'p1',
  planName: 'De Lepel',
  supplierContacts: ['lead'],
  clientContacts: ['client'],
  awardedOn: '2024-12-01',
  startsOn: '2025-02-17',
  endsOn: '2027-11-13',
  state: 'OPEN',
  inPlan: true,
  proposed: false,
  member: true,
  inNetworkPlan: true,
  amountCents: 10_000_000,
  allocatedCents: 10_000_000,
  extensionDays: [],
  around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true },
};
const held = (kind: MilestoneKind, heldOn: string, id = 'c1'): MilestoneFacts => ({
  kind,
  subject: { type: 'CONTRACT', id },
  heldOn,
});
const itemsOf = (kind: WorkItemKind, change: Partial<RunningFacts>, today: string, milestones: MilestoneFacts[] = []) =>
  runningItems({ ...CONTRACT, ...change }, milestones, today).filter((item) => item.kind === kind);

describe('the first contact', () => {
  const WITHOUT = { planId: null, planName: null, inPlan: false, inNetworkPlan: false, allocatedCents: 0 };

  it('is for the network to make, within a week of the award', () => {
    expect(itemsOf('CONTACT_TO_MAKE', WITHOUT, '2024-12-01')).toMatchObject([
      {
        subject: { type: 'CONTRACT', id: 'c1', name: 'Catering' },
        since: '2024-12-01',
        dueOn: '2024-12-08',
        cents: 10_000_000,
        waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'] },
        around: CONTRACT.around,
      },
    ]);
  });

  it('is for the principal to make that takes no part in the network', () => {
    expect(itemsOf('CONTACT_TO_MAKE', { ...WITHOUT, member: false }, '2024-12-01')).toMatchObject([
      { waitsFor: { side: 'PRINCIPAL', principalCode: 'IenW', roles: ['CONTRACT_MANAGER'] } },
    ]);
  });

  it.each<[string, Partial<RunningFacts>, MilestoneFacts[], string, number]>([
    ['of a goal without euros as well', { amountCents: null }, [], '2024-12-01', 1],
    ['not when it is in a plan', { inPlan: true }, [], '2024-12-01', 0],
    ['not while a plan is proposed', { proposed: true }, [], '2024-12-01', 0],
    ['not when it was made', {}, [held('FIRST_CONTACT', '2024-12-03')], '2024-12-04', 0],
    ['also when it was made on another contract', {}, [held('FIRST_CONTACT', '2024-12-03', 'c2')], '2024-12-04', 1],
    ['also when another talk was held', {}, [held('MID_TERM_TALK', '2024-12-03')], '2024-12-04', 1],
    ['also when one was held before the award', {}, [held('FIRST_CONTACT', '2024-11-30')], '2024-12-04', 1],
    ['on the last day of the term', {}, [], '2027-11-13', 1],
    ['not after the term', {}, [], '2027-11-14', 0],
  ])('%s', (_name, change, milestones, today, count) => {
    expect(itemsOf('CONTACT_TO_MAKE', { ...WITHOUT, ...change }, today, milestones)).toHaveLength(count);
  });
});

describe('half of the term with under 40% filled', () => {
  const BEHIND = { allocatedCents: 3_999_999 };

  it('is for the manager and the coordinator to talk about, within a month', () => {
    expect(itemsOf('MID_TERM_BEHIND', BEHIND, '2026-07-02')).toMatchObject([
      {
        since: '2026-07-02',
        dueOn: '2026-08-02',
        cents: 6_000_001,
        waitsFor: { side: 'PRINCIPAL', roles: ['CONTRACT_MANAGER'] },
      },
      { waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'], named: ['client'] } },
    ]);
  });

  it.each<[string, Partial<RunningFacts>, MilestoneFacts[], string, number]>([
    ['not on the day that makes the half', {}, [], '2026-07-01', 0],
    ['not with 40% filled', { allocatedCents: 4_000_000 }, [], '2026-07-02', 0],
    ['for the manager alone outside plans of the network', { inNetworkPlan: false }, [], '2026-07-02', 1],
    ['until the talk is held', {}, [held('MID_TERM_TALK', '2026-07-20')], '2026-07-20', 0],
    ['not when it was held a month ahead', {}, [held('MID_TERM_TALK', '2026-06-01')], '2026-07-20', 0],
    ['also when one was held before that', {}, [held('MID_TERM_TALK', '2026-05-31')], '2026-07-20', 2],
    ['until the last day of the term', {}, [], '2027-11-13', 2],
    ['not after the term', {}, [], '2027-11-14', 0],
    ['not of a goal without euros', { amountCents: null, allocatedCents: 0 }, [], '2026-07-02', 0],
    ['from the second day of three on', { startsOn: '2026-07-01', endsOn: '2026-07-03' }, [], '2026-07-02', 2],
    ['not on the first day of three', { startsOn: '2026-07-01', endsOn: '2026-07-03' }, [], '2026-07-01', 0],
  ])('%s', (_name, change, milestones, today, count) => {
    expect(itemsOf('MID_TERM_BEHIND', { ...BEHIND, ...change }, today, milestones)).toHaveLength(count);
  });
});

describe('the end of a term with something left', () => {
  const SHORT = { allocatedCents: 6_000_000 };

  it('is for all three sides, a year ahead, with what is left and what that asks of a month', () => {
    const items = itemsOf('CONTRACT_ENDING', SHORT, '2026-11-13');
    expect(items.map(({ waitsFor: { side, named } }) => [side, named])).toEqual([
      ['SUPPLIER', ['lead']],
      ['PRINCIPAL', []],
      ['NETWORK', ['client']],
    ]);
    // 365 days are left: 40.000 euro / 365 x 30,4375.
    expect(items[0]).toMatchObject({ since: '2026-11-13', dueOn: '2027-11-13', cents: 4_000_000, paceCents: 333_562 });
  });

  it.each<[string, Partial<RunningFacts>, string, number]>([
    ['not earlier', {}, '2026-11-12', 0],
    ['not when nothing is left', { allocatedCents: 10_000_000 }, '2026-11-13', 0],
    ['for two sides outside plans of the network', { inNetworkPlan: false }, '2026-11-13', 2],
    ['not of a goal without euros', { amountCents: null }, '2026-11-13', 0],
    ['not before a short term begins', { startsOn: '2027-06-01' }, '2027-05-31', 0],
    ['from the first day of a short term', { startsOn: '2027-06-01' }, '2027-06-01', 3],
    ['not after the term', {}, '2027-11-14', 0],
  ])('%s', (_name, change, today, count) => {
    expect(itemsOf('CONTRACT_ENDING', { ...SHORT, ...change }, today)).toHaveLength(count);
  });

  it('asks no pace of the last day, and counts a short term from its first', () => {
    expect(itemsOf('CONTRACT_ENDING', SHORT, '2027-11-13')[0]?.paceCents).toBeNull();
    expect(itemsOf('CONTRACT_ENDING', SHORT, '2027-11-12')[0]?.paceCents).toBe(121_750_000);
    expect(itemsOf('CONTRACT_ENDING', { ...SHORT, startsOn: '2027-06-01' }, '2027-06-01')[0]?.since).toBe('2027-06-01');
  });
});

describe('an extension to decide on', () => {
  const OPTION = { extensionDays: ['2027-06-30'] };

  it('is for the manager, from four months ahead to the day', () => {
    expect(itemsOf('EXTENSION_TO_DECIDE', OPTION, '2027-02-28')).toMatchObject([
      { since: '2027-02-28', dueOn: '2027-06-30', waitsFor: { side: 'PRINCIPAL', roles: ['CONTRACT_MANAGER'] } },
    ]);
  });

  it.each<[string, MilestoneFacts[], string, number]>([
    ['not earlier', [], '2027-02-27', 0],
    ['on the day itself', [], '2027-06-30', 1],
    ['not after it', [], '2027-07-01', 0],
    ['until it is decided', [held('EXTENSION', '2027-02-28')], '2027-03-01', 0],
    ['also when an earlier one was decided', [held('EXTENSION', '2027-02-27')], '2027-03-01', 1],
  ])('%s', (_name, milestones, today, count) => {
    expect(itemsOf('EXTENSION_TO_DECIDE', OPTION, today, milestones)).toHaveLength(count);
  });

  it('is of the first of several', () => {
    const items = itemsOf('EXTENSION_TO_DECIDE', { extensionDays: ['2027-07-31', '2027-06-30'] }, '2027-05-01');
    expect(items.map(({ dueOn }) => dueOn)).toEqual(['2027-06-30']);
  });
});

describe('a final report', () => {
  const OVER: FinalReportFacts = { ...CONTRACT, endsOn: '2026-09-30', unreported: ['2026-04-01', '2026-07-01'] };

  it('is for the supplier, a month after the term', () => {
    expect(finalReportItems(OVER, '2026-10-01')).toMatchObject([
      {
        kind: 'FINAL_REPORT',
        since: '2026-10-01',
        dueOn: '2026-10-30',
        count: 2,
        waitsFor: { side: 'SUPPLIER', roles: ['SUPPLIER_COORDINATOR'], named: ['lead'] },
      },
    ]);
  });

  it.each<[string, Partial<FinalReportFacts>, string, number]>([
    ['not on the last day', {}, '2026-09-30', 0],
    ['not once it is assessed', { state: 'FINAL_ASSESSMENT' }, '2026-10-01', 0],
    ['not when all was reported', { unreported: [] }, '2026-10-01', 0],
    ['not of quarters after the term', { unreported: ['2026-10-01'] }, '2027-01-01', 0],
  ])('%s', (_name, change, today, count) => {
    expect(finalReportItems({ ...OVER, ...change }, today)).toHaveLength(count);
  });
});
