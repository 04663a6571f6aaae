import { divRound, type Centihours } from '@sr/kernel';

/**
 * One job for a whole year is 25.5 paid hours a week, 52 weeks: 1,326 hours.
 * Source: banenafspraak, Kamerstuk 34 352 nr. 255, notes 6 and 8.
 */
const JOB_YEAR_CENTIHOURS = 132_600n;

/** Job hours as jobs of a whole year, whenever they were worked: four decimals, rounded half up. */
export function jobYears(centihours: Centihours): string {
  const tenThousandths = divRound(BigInt(centihours) * 10_000n, JOB_YEAR_CENTIHOURS);
  const digits = tenThousandths.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** From this many people on a figure of jobs tells of nobody in particular. */
export const PEOPLE_SHOWN_FROM = 5;
/** What is shown of 1 to 4 people, and of their jobs, outside the team that verifies them. */
export const TOO_FEW = '< 5';

/** Job hours as job years, for somebody who may know of single people (`seesPeople`) or may not. */
export function shownJobYears(centihours: Centihours, people: number, seesPeople: boolean): string {
  return !seesPeople && people > 0 && people < PEOPLE_SHOWN_FROM ? TOO_FEW : jobYears(centihours);
}
