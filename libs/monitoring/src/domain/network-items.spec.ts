import { THE_NETWORK, figuresOf, type MilestoneFacts } from './milestone';
import { networkItems } from './network-items';

const told = (since: string | null, milestones: MilestoneFacts[], today: string) =>
  networkItems({ since, milestones }, today);

describe('the figures of the year that is over', () => {
  it('are for the coordinator, by the end of February', () => {
    expect(told(null, [], '2027-01-01')).toMatchObject([
      {
        kind: 'YEAR_FIGURES',
        subject: { type: 'NETWORK', id: '2026', name: '2026' },
        since: '2027-01-01',
        dueOn: '2027-02-28',
        waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'] },
        around: { supplierGroupId: null, principalCodes: [], network: true },
      },
    ]);
    expect(told(null, [], '2028-02-01')[0]?.dueOn).toBe('2028-02-29');
  });

  const delivered = (year: number): MilestoneFacts => ({
    kind: 'YEAR_FIGURES',
    subject: figuresOf(year),
    heldOn: '2027-01-20',
  });
  it.each<[string, MilestoneFacts[], string, number]>([
    ['on the last day', [], '2027-04-30', 1],
    ['not after April', [], '2027-05-01', 0],
    ['not once they are delivered', [delivered(2026)], '2027-01-21', 0],
    ['also when those of another year are', [delivered(2025)], '2027-01-21', 1],
  ])('%s', (_name, milestones, today, count) => {
    expect(told(null, milestones, today)).toHaveLength(count);
  });
});

describe('the evaluation of the pilot', () => {
  it('is for the coordinator, from eleven months after the first day', () => {
    expect(told('2025-07-01', [], '2026-06-01')).toMatchObject([
      {
        kind: 'PILOT_TO_EVALUATE',
        subject: { type: 'NETWORK', id: 'network' },
        since: '2026-06-01',
        dueOn: '2026-07-01',
        waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'] },
      },
    ]);
  });

  const evaluated: MilestoneFacts = { kind: 'EVALUATION', subject: THE_NETWORK, heldOn: '2026-08-01' };
  it.each<[string, string | null, MilestoneFacts[], string, number]>([
    ['not earlier', '2025-07-01', [], '2026-05-31', 0],
    ['two years after the first day', '2025-07-01', [], '2027-07-01', 1],
    ['not later', '2025-07-01', [], '2027-07-02', 0],
    ['not once it is held', '2025-07-01', [evaluated], '2026-08-02', 0],
    ['also when one was held too early', '2025-07-01', [{ ...evaluated, heldOn: '2026-05-31' }], '2026-08-02', 1],
    ['not before there is a network', null, [], '2026-06-01', 0],
  ])('%s', (_name, since, milestones, today, count) => {
    expect(told(since, milestones, today)).toHaveLength(count);
  });
});
