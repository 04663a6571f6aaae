import { columns, euros, jobs, percentage } from './format';

describe('figures for people', () => {
  it.each([
    [0, '0,00'],
    [5, '0,05'],
    [123_456_789, '1.234.567,89'],
    [-150, '-1,50'],
    [9_007_199_254_740_991, '90.071.992.547.409,91'],
  ])('%s cents is %s', (cents, written) => {
    expect(euros(cents)).toBe(written);
  });

  it('writes basis points as a percentage and jobs with a comma', () => {
    expect(percentage(978)).toBe('9,78%');
    expect(jobs('1234.5670')).toBe('1.234,5670');
  });

  it('lines figures up to the right', () => {
    expect(
      columns([
        ['Jaar', 'Banen'],
        ['2024', '1,5'],
      ]),
    ).toBe('  Jaar  Banen\n  2024    1,5');
  });
});
