import {
  amount,
  fullDay,
  inWords,
  longDay,
  quarterName,
  quarterOfYear,
  roundAmount,
  shortDay,
  whole,
  wholeAmount,
} from './days';

const TODAY = '2026-07-20';

describe('days in words', () => {
  it('says weekday and date as people do', () => {
    expect(longDay('nl', '2026-07-30', TODAY)).toBe('donderdag 30 juli');
    expect(longDay('en', '2026-07-30', TODAY)).toBe('Thursday 30 July');
    expect(fullDay('nl', '2026-03-01')).toBe('zondag 1 maart 2026');
    expect(fullDay('en', '2026-03-01')).toBe('Sunday 1 March 2026');
  });

  it('tells the year of another year only', () => {
    expect(longDay('nl', '2027-01-02', TODAY)).toBe('zaterdag 2 januari 2027');
    expect(shortDay('nl', '2026-12-31', TODAY)).toBe('31 december');
    expect(shortDay('en', '2025-12-31', TODAY)).toBe('31 December 2025');
  });

  it('knows the day after the clock went forward, and a leap day', () => {
    expect(longDay('nl', '2026-03-30', TODAY)).toBe('maandag 30 maart');
    expect(longDay('nl', '2028-02-29', '2028-01-01')).toBe('dinsdag 29 februari');
  });

  it.each([
    ['2026-01-01', 'eerste kwartaal', 'first quarter'],
    ['2026-04-01', 'tweede kwartaal', 'second quarter'],
    ['2026-07-01', 'derde kwartaal', 'third quarter'],
    ['2025-10-01', 'vierde kwartaal 2025', 'fourth quarter of 2025'],
  ])('names the quarter of %s', (quarter, nl, en) => {
    expect(quarterName('nl', quarter, TODAY)).toBe(nl);
    expect(quarterName('en', quarter, TODAY)).toBe(en);
  });
});

it('writes amounts exactly, without cents when there are none', () => {
  expect(amount('nl', 123_456)).toBe('€\u00a01.234,56');
  expect(amount('nl', 123_400)).toBe('€\u00a01.234');
  expect(amount('nl', -5)).toBe('€\u00a0-0,05');
  expect(amount('en', 900_719_925_474_099)).toBe('€9,007,199,254,740.99');
  expect(wholeAmount('nl', 955_556)).toBe('€\u00a09.556');
});

it('writes small numbers in words', () => {
  expect([0, 1, 12, 13].map((count) => inWords('nl', count))).toEqual(['nul', 'één', 'twaalf', '13']);
  expect(inWords('en', 2)).toBe('two');
  expect(whole('nl', 10_000)).toBe('10.000');
});

it('rounds an amount to what people say', () => {
  const said = [955_556, 702_345, 95_155, 12_345_678, 4_200].map((cents) => roundAmount('en', cents));
  expect(said).toEqual(['€9,600', '€7,000', '€950', '€120,000', '€42']);
});

it('names the year of a quarter that lies far back, also when it is this year', () => {
  expect(quarterOfYear('nl', '2026-01-01')).toBe('eerste kwartaal 2026');
});
