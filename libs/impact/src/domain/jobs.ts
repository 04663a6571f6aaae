import { divRound } from '@sr/kernel';

/**
 * One job is 25.5 paid hours a week, counted as 110.5 hours a month (25.5 * 52 / 12): 11,050 centihours.
 * Source: banenafspraak, Kamerstuk 34 352 nr. 255, notes 6 and 8.
 */
const JOB_CENTIHOURS_A_MONTH = 11_050n;

/** How many jobs a number of paid hours is over a period of `months`: four decimals, rounded half up. */
export function jobs(centihours: bigint, months: number): string {
  const tenThousandths = divRound(centihours * 10_000n, JOB_CENTIHOURS_A_MONTH * BigInt(months));
  const digits = tenThousandths.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
