import type { MilestoneFacts, MilestoneKind } from './milestone';
import { endingItems, evidenceItems, limitItems } from './placement-items';
import type { PlanFacts } from './plan-items';

const PLAN: PlanFacts = {
  id: 'p1',
  name: 'De Lepel',
  state: 'APPROVED',
  supplierGroupId: 'g1',
  supplierName: 'De Lepel Groep',
  verifiedBy: null,
  clientContacts: ['client'],
  supplierContacts: ['lead'],
  madeOn: '2024-09-01',
  dueOn: null,
  around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true },
};
const SUPPLIER = { supplierKvkNumber: '68750110', supplierName: 'De Lepel BV' };
const held = (kind: MilestoneKind, id = 'w1', heldOn = '2026-11-20'): MilestoneFacts => ({
  kind,
  subject: { type: 'PLACEMENT', id },
  heldOn,
});
const PLACEMENT = { ...SUPPLIER, placementId: 'w1', ref: 'Plaatsing 1' };
const subject = { type: 'PLACEMENT', id: 'w1', name: 'Plaatsing 1' };

describe('a placement near its counting limit', () => {
  const near = { ...PLACEMENT, since: '2026-11-02' };

  it('is for the supplier to talk about', () => {
    expect(limitItems(near, PLAN, [])).toMatchObject([
      {
        kind: 'PLACEMENT_LIMIT_NEAR',
        subject,
        since: '2026-11-02',
        dueOn: null,
        waitsFor: { side: 'SUPPLIER' },
        ...SUPPLIER,
      },
    ]);
  });

  it('is not once the talk was held, on this placement', () => {
    expect(limitItems(near, PLAN, [held('RETENTION_TALK')])).toEqual([]);
    expect(limitItems(near, PLAN, [held('RETENTION_TALK', 'w2'), held('FOLLOW_UP')])).toHaveLength(1);
  });
});

describe('a placement that ends', () => {
  const ending = { ...PLACEMENT, endsOn: '2027-01-04' };

  it('is for the supplier to follow up, from six weeks ahead', () => {
    expect(endingItems(ending, PLAN, [], '2026-11-23')).toMatchObject([
      {
        kind: 'PLACEMENT_ENDING',
        subject,
        since: '2026-11-23',
        dueOn: '2027-01-04',
        waitsFor: { side: 'SUPPLIER', supplierGroupId: 'g1', named: ['lead'] },
        around: PLAN.around,
      },
    ]);
  });

  it.each<[string, MilestoneFacts[], string, number]>([
    ['not earlier', [], '2026-11-22', 0],
    ['on its last day', [], '2027-01-04', 1],
    ['not after it', [], '2027-01-05', 0],
    ['not once what follows was arranged', [held('FOLLOW_UP')], '2026-11-23', 0],
    ['also when another talk was held', [held('RETENTION_TALK')], '2026-11-23', 1],
    ['not when it was held in its last quarter', [held('FOLLOW_UP', 'w1', '2026-10-04')], '2026-11-23', 0],
    ['also when one was held before, of another end', [held('FOLLOW_UP', 'w1', '2026-10-03')], '2026-11-23', 1],
  ])('%s', (_name, milestones, today, count) => {
    expect(endingItems(ending, PLAN, milestones, today)).toHaveLength(count);
  });
});

describe('evidence that ends', () => {
  const evidence = {
    ...SUPPLIER,
    placementId: 'w1',
    claimId: null,
    name: 'Plaatsing 1',
    count: 2,
    validUntil: '2027-01-04',
  };

  it('is for the supplier to renew, of a placement', () => {
    expect(evidenceItems(evidence, PLAN, '2026-11-23')).toMatchObject([
      {
        kind: 'EVIDENCE_EXPIRING',
        subject,
        count: 2,
        since: '2026-11-23',
        dueOn: '2027-01-04',
        waitsFor: { side: 'SUPPLIER' },
      },
    ]);
  });

  it('and of a seller, by the claim that its certificate came with', () => {
    const certificate = { ...evidence, placementId: null, claimId: 'k1', name: 'Sociaal BV' };
    expect(evidenceItems(certificate, PLAN, '2026-11-23')).toMatchObject([
      { subject: { type: 'CLAIM', id: 'k1', name: 'Sociaal BV' } },
    ]);
  });

  it.each<[string, string, number]>([
    ['not more than six weeks ahead', '2026-11-22', 0],
    ['until 92 days after', '2027-04-06', 1],
    ['not later', '2027-04-07', 0],
  ])('%s', (_name, today, count) => {
    expect(evidenceItems(evidence, PLAN, today)).toHaveLength(count);
  });
});
