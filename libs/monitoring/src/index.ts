export type { Party, Side, Subject, WorkItem, WorkItemKind, WorkRole } from './domain/work-item';
export { MomentsService } from './reminders/moments.service';
export { momentsOf } from './domain/check-moments';
export { renderPlain, type PlainMail } from './letters/render-plain';
export { DemoMailsService } from './digests/demo-mails.service';
export { MonitoringModule } from './monitoring.module';
export { WorkItemsService, type WorkItemView } from './work/work-items.service';
export { MONITORING_EVENTS, type MonitoringEvent } from './monitoring.events';
export { SweepService } from './reminders/sweep.service';
