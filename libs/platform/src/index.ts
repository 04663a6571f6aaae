export { recordChanges, type Change } from './audit/audit';
export { readTrail, type TrailFilter, type TrailLine } from './audit/audit-trail';
export { Clock, SettableClock, SystemClock } from './clock/clock';
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
export { withEverythingInSight } from './database/everything-in-sight';
export { Db, type Reader, type Tx } from './database/db';
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
export { PageQuery, keyAfter, pageOf, rowsToRead, type KeyPart, type Page } from './http/page';
export { ProblemFilter, problemOfServer } from './http/problem.filter';
export { ReadInputPipe } from './http/read-input.pipe';
export { CodeParam, CurrentActor, IdParam, YearParam, signInFirst, type RequestOfActor } from './http/request';
export { appendEvent, type OutboxEvent } from './outbox/outbox';
export { PlatformModule, type PlatformOptions } from './platform.module';
export { readProperty, writeProperty } from './properties/properties';
