import type { LocalDate } from '@sr/kernel';

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in the Netherlands on which a moment lies. */
export const dayOf = (moment: Date): LocalDate => AMSTERDAM.format(moment);

/** The only source of the time. Pure rules receive the day as a parameter. */
export abstract class Clock {
  /** The moment that is recorded with a change. */
  abstract now(): Date;

  /** The day in the Netherlands. */
  today(): LocalDate {
    return dayOf(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it is set: for playing a history, and for tests. */
export class SettableClock extends Clock {
  private moment = new Date(0);

  /** Sets the clock to the middle of `day`, which is the same day in Amsterdam in summer and winter. */
  set(day: LocalDate): void {
    this.moment = new Date(`${day}T11:00:00Z`);
  }

  now(): Date {
    return this.moment;
  }
}
