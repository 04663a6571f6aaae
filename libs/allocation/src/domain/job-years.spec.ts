import { TOO_FEW, jobYears, shownJobYears } from './job-years';

it.each([
  [0, '0.0000'],
  [132_600, '1.0000'],
  [66_300, '0.5000'],
  [7, '0.0001'],
  [6, '0.0000'],
  [13_260_000, '100.0000'],
])('%d centihours are %s job years', (centihours, jobs) => {
  expect(jobYears(centihours)).toBe(jobs);
});

it.each([
  [0, false, '1.0000'],
  [1, false, TOO_FEW],
  [4, false, TOO_FEW],
  [5, false, '1.0000'],
  [1, true, '1.0000'],
])('of %d people, to somebody who sees people (%p): %s', (people, seesPeople, shown) => {
  expect(shownJobYears(132_600, people, seesPeople)).toBe(shown);
});
