import type { LocalDate } from '@sr/kernel';
import { dayOf } from '../clock/clock';
import type { DailyJob } from './job-registry';

export const AMSTERDAM = 'Europe/Amsterdam';

/** The clocks of two machines may differ a little; a job that comes this much too early is not late for that. */
const EARLY_MS = 60_000;

const TIME_IN_AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: AMSTERDAM, hour: '2-digit', minute: '2-digit' });

/**
 * The daily jobs whose time has come on the day of `now`. Compared by what the clock on the wall shows: a time that the
 * night of the summer time skips has come when the clock shows a later one, and one that comes twice has come the first time.
 */
export function dailyJobsDue(dailies: readonly DailyJob[], now: Date): { name: string; day: LocalDate }[] {
  const soon = new Date(now.getTime() + EARLY_MS);
  const day = dayOf(soon);
  const time = TIME_IN_AMSTERDAM.format(soon);
  return dailies.filter(({ at }) => at <= time).map(({ name }) => ({ name, day }));
}

/** When to look whether a daily job is due: at the time of each, and every hour for what was missed. */
export function looksOf(dailies: readonly DailyJob[]): { id: string; pattern: string }[] {
  const times = [...new Set(dailies.map(({ at }) => at))].sort();
  const atTimes = times.map((at) => {
    const [hour, minute] = at.split(':').map(Number);
    return { id: `at-${at.replace(':', '')}`, pattern: `0 ${minute ?? 0} ${hour ?? 0} * * *` };
  });
  return times.length === 0 ? [] : [...atTimes, { id: 'hourly', pattern: '0 0 * * * *' }];
}
