/** What happens here that others may act on. */
export const MONITORING_EVENTS = [
  'monitoring.digest-queued',
  'monitoring.signal-changed',
  'monitoring.milestone-recorded',
  'monitoring.milestone-withdrawn',
] as const;
export type MonitoringEvent = (typeof MONITORING_EVENTS)[number];
