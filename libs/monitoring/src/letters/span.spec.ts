import { ahead, span } from './span';

describe('a time as people say it', () => {
  it.each([
    [1, '1 dag', '1 day'],
    [4, '4 dagen', '4 days'],
    [14, '14 dagen', '14 days'],
    [15, '2 weken', '2 weeks'],
    [18, 'ruim 2 weken', 'over 2 weeks'],
    [20, 'bijna 3 weken', 'almost 3 weeks'],
    [22, '3 weken', '3 weeks'],
    [59, 'ruim 8 weken', 'over 8 weeks'],
    [60, 'bijna 2 maanden', 'almost 2 months'],
    [142, 'ruim 4 maanden', 'over 4 months'],
    [183, 'een half jaar', 'half a year'],
    [205, 'ruim een half jaar', 'over half a year'],
    [295, 'ruim 9 maanden', 'over 9 months'],
    [360, 'bijna een jaar', 'almost a year'],
    [387, 'ruim een jaar', 'over a year'],
    [570, 'anderhalf jaar', 'a year and a half'],
    [620, 'ruim anderhalf jaar', 'over a year and a half'],
    [720, 'bijna 2 jaar', 'almost 2 years'],
    [850, 'ruim 2 jaar', 'over 2 years'],
    [3_700, '10 jaar', '10 years'],
  ])('%i days', (days, nl, en) => {
    expect(span('nl', days)).toBe(nl);
    expect(span('en', days)).toBe(en);
  });

  it('never has a number of days that nobody counts', () => {
    for (let days = 15; days < 4_000; days += 1) {
      expect(span('nl', days)).toMatch(
        /^(ruim |bijna )?(een (half )?jaar|anderhalf jaar|\d{1,2} (weken|maanden|jaar))$/,
      );
    }
  });

  it('counts what is to come in days, and then in weeks', () => {
    expect([1, 14, 21, 30].map((days) => ahead('nl', days))).toEqual([
      '1 dag',
      '14 dagen',
      '3 weken',
      'ongeveer 4 weken',
    ]);
    expect(ahead('en', 30)).toBe('about 4 weeks');
  });
});
