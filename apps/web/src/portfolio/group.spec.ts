import { groupByPlan, jobYearTenths, timePassedBp, totalOf, type Portfolio } from './group';

const contract = (id: string, endsOn: string) => ({ id, endsOn }) as Portfolio['contracts'][number];
const balance = (
  contractId: string,
  amountCents: number | null,
  allocatedCents: number | null,
  centihours: number | null,
) =>
  ({
    contractId,
    amountCents,
    allocatedCents,
    remainingCents: amountCents === null || allocatedCents === null ? null : amountCents - allocatedCents,
    centihours,
  }) as Portfolio['balances'][number];
const membership = (contractId: string, planId: string) =>
  ({ contractId, planId, planName: `Plan ${planId}`, planState: 'APPROVED' }) as Portfolio['memberships'][number];

const portfolio: Portfolio = {
  contracts: [
    contract('a', '2028-12-31'),
    contract('b', '2026-12-31'),
    contract('c', '2027-12-31'),
    contract('d', '2027-01-01'),
  ],
  balances: [balance('a', 1_000, 400, 50), balance('b', 500, 500, 20), balance('c', null, null, 30)],
  memberships: [membership('a', 'Z'), membership('b', 'Z'), membership('c', 'M')],
  planBalances: [{ planId: 'Z', claimedNotVerifiedCents: 77 } as Portfolio['planBalances'][number]],
};

describe('the contracts of a supplier', () => {
  it('stand by plan, what ends first first, those in no plan last', () => {
    const groups = groupByPlan(portfolio);
    expect(groups.map(({ plan, rows }) => [plan?.name ?? null, ...rows.map((row) => row.contract.id)])).toEqual([
      ['Plan M', 'c'],
      ['Plan Z', 'b', 'a'],
      [null, 'd'],
    ]);
  });

  it('add up by plan, and a form-free one has hours and no euros', () => {
    const [formFree, bundle, none] = groupByPlan(portfolio);
    expect(formFree?.sums).toEqual({ owed: null, verified: null, left: null, centihours: 30, claimed: null });
    expect(bundle?.sums).toEqual({ owed: 1_500, verified: 900, left: 600, centihours: 70, claimed: 77 });
    expect(none?.sums.owed).toBeNull();
  });

  it('add up together', () => {
    expect(totalOf(groupByPlan(portfolio))).toEqual({
      owed: 1_500,
      verified: 900,
      left: 600,
      centihours: 100,
      claimed: 77,
    });
  });

  it('counts a job of a year as 1,326 hours', () => {
    expect([132_600, 66_300, 0].map(jobYearTenths)).toEqual([10, 5, 0]);
  });
});

describe('how much of a term has passed', () => {
  it('counts both ends', () => {
    expect(timePassedBp('2026-01-01', '2026-01-10', '2026-01-05')).toBe(5_000);
    expect(timePassedBp('2026-01-01', '2026-01-10', '2026-01-10')).toBe(10_000);
  });

  it('is nothing before and all after', () => {
    expect(timePassedBp('2026-01-01', '2026-01-10', '2025-12-31')).toBe(0);
    expect(timePassedBp('2026-01-01', '2026-01-10', '2027-01-01')).toBe(10_000);
  });
});
