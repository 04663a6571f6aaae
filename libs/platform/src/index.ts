export { recordChanges, type Change } from './audit/audit';
export { readTrail, type TrailFilter, type TrailLine } from './audit/audit-trail';
export { Clock, SettableClock, SystemClock, dayOf } from './clock/clock';
export { WorkingCalendar } from './clock/working-calendar';
export { addWorkingDays, isWorkingDay, type FreeDays } from './clock/working-days';
export {
  day,
  flag,
  integer,
  json,
  moment,
  SnakeCase,
  snakeToCamel,
  text,
  texts,
  toExact,
  uuid,
} from './database/columns';
export { refuseOn } from './database/constraints';
export { narrowedTo, withEverythingInSight } from './database/everything-in-sight';
export { Db, type Reader, type Tx } from './database/db';
export { MOST_LOOKED_AT, MoreThanOneLook, inOneLook } from './database/one-look';
export {
  AnyFields,
  Cents,
  Centihours,
  Choice,
  Day,
  DecimalText,
  Flag,
  Id,
  Ids,
  ListOf,
  ListOfKinds,
  Moment,
  Nested,
  OneOf,
  Text,
  Texts,
  Whole,
} from './http/fields';
export { AnswerOnceInterceptor } from './http/answer-once.interceptor';
export { PageQuery, keyAfter, pageOf, rowsToRead, type Page } from './http/page';
export { ProblemFilter, problemOfServer } from './http/problem.filter';
export { ReadInputPipe } from './http/read-input.pipe';
export { CodeParam, CurrentActor, IdParam, YearParam, signInFirst } from './http/request';
export { GiveUp, type FailedJob, type JobCounts, type JobSettings } from './jobs/job';
export { JobBoard, type WaitingEvents } from './jobs/job-board';
export { JobQueues } from './jobs/job-queues';
export { JobRegistry } from './jobs/job-registry';
export { JobRunner, type WorkerTimes } from './jobs/job-runner';
export { Together } from './jobs/together';
export type { QueueStore } from './jobs/queue-store';
export { appendEvent, appendEvents, passOverEvents } from './outbox/outbox';
export { Relay } from './outbox/relay';
export { PlatformModule, type PlatformOptions } from './platform.module';
export { readProperty, writeProperty } from './properties/properties';
export { BounceReceiver, type BounceReport } from './mail/bounce-receiver';
export { Delivery } from './mail/delivery';
export { MailPostponed, MailRefused, MailUncertain, Mailer, type Mail, type Sent } from './mail/mail';
export { MailCatcher, type CaughtMail } from './mail/mail-catcher';
export { SmtpMailer } from './mail/smtp-mailer';
export { whyNotMailSetting, type MailSetting } from './mail/smtp-settings';
