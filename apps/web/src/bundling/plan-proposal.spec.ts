import { proposeName, proposeTable, twoMonthsAfter } from './plan-proposal';

describe('what is filled in for a new plan', () => {
  it('counts on from the names that the supplier has', () => {
    expect(proposeName('DE-PONT', ['PONT-1', 'PONT-OCW', 'PONT-2'])).toBe('PONT-3');
    expect(proposeName('DE-PONT', ['PONT-OCW'])).toBe('DE-PONT-1');
    expect(proposeName('DE-PONT', [])).toBe('DE-PONT-1');
  });

  it('takes the table that the supplier is used to, else the latest that holds today', () => {
    const tables = [
      { code: 'OLD', validFrom: '2022-01-01' },
      { code: 'NEW', validFrom: '2023-07-01' },
      { code: 'COMING', validFrom: '2027-01-01' },
      { code: 'UNDATED', validFrom: null },
    ];
    expect(proposeTable(tables, ['OLD', 'NEW', 'OLD'], '2026-11-22')).toBe('OLD');
    expect(proposeTable(tables, ['WITHDRAWN'], '2026-11-22')).toBe('NEW');
    expect(proposeTable([{ code: 'UNDATED', validFrom: null }], [], '2026-11-22')).toBe('UNDATED');
    expect(proposeTable([], [], '2026-11-22')).toBeNull();
  });

  it.each([
    ['2026-11-22', '2027-01-22'],
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2026-01-01', '2026-03-01'],
  ])('is due two months after %s: %s', (today, due) => {
    expect(twoMonthsAfter(today)).toBe(due);
  });
});
