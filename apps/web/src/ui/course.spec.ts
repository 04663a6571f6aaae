import { coursePlaces } from './course';

const COURSE = {
  amountCents: 24_000_000,
  allocatedCents: 6_000_000,
  forecastCents: 12_000_000,
  planToDateCents: 9_000_000,
};

describe('the places of a course', () => {
  it('are parts of the amount', () => {
    expect(coursePlaces(COURSE)).toEqual({ filled: 250, expected: 500, today: 375 });
  });

  it('never stand outside of the bar', () => {
    const over = { ...COURSE, forecastCents: 30_000_000, planToDateCents: 24_000_000 };
    expect(coursePlaces(over)).toEqual({ filled: 250, expected: 1000, today: 1000 });
  });

  it('expect no less than there is', () => {
    expect(coursePlaces({ ...COURSE, forecastCents: 5_999_999 }).expected).toBe(250);
  });

  it('stand at the beginning when there is no amount', () => {
    const none = { amountCents: 0, allocatedCents: 0, forecastCents: 0, planToDateCents: 0 };
    expect(coursePlaces(none)).toEqual({ filled: 0, expected: 0, today: 0 });
  });
});
