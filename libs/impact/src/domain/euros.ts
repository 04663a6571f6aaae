import type { Cents } from '@sr/kernel';

/** An amount as people read it, e.g. EUR 240,000.00. */
export function euros(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}EUR ${whole}.${digits.slice(-2)}`;
}
