import { coursePoints } from './course-points';

const quarter = (startsOn: string, endsOn: string, realisedToDateCents: number, annualisedToDateCents: number) => ({
  startsOn,
  endsOn,
  realisedToDateCents,
  annualisedToDateCents,
});
const year = [
  quarter('2026-01-01', '2026-03-31', 100, 200),
  quarter('2026-04-01', '2026-06-30', 300, 400),
  quarter('2026-07-01', '2026-09-30', 300, 600),
  quarter('2026-10-01', '2026-12-31', 300, 800),
];

describe('the course of a year', () => {
  it('rises from nothing to what is known, on one scale', () => {
    const { pace, realised, scale } = coursePoints(year, '2026-12-31', 400, 80);
    expect(scale).toEqual([0, 200, 400, 600, 800]);
    expect(pace).toEqual([
      [0, 80],
      [100, 60],
      [200, 40],
      [300, 20],
      [400, 0],
    ]);
    expect(realised.at(-1)).toEqual([400, 50]);
  });

  it('stops where today is, and goes on with the pace', () => {
    const { pace, realised } = coursePoints(year, '2026-05-20', 400, 80);
    expect(realised).toHaveLength(3);
    // The fiftieth of the 91 days of the second quarter.
    expect(realised.at(-1)?.[0]).toBeCloseTo(100 + (50 / 91) * 100);
    expect(pace).toHaveLength(5);
  });

  it('draws a year without anything as a line at the bottom', () => {
    const nothing = year.map(({ startsOn, endsOn }) => quarter(startsOn, endsOn, 0, 0));
    expect(coursePoints(nothing, '2026-12-31', 400, 80).realised.every(([, y]) => y === 80)).toBe(true);
  });
});
