export { recordChanges, type Change } from './audit/audit';
export { Clock, SettableClock, SystemClock } from './clock/clock';
export { day, flag, integer, json, moment, SnakeCase, text, texts, toExact, uuid } from './database/columns';
export { refuseOn } from './database/constraints';
export { Db, type Reader, type Tx } from './database/db';
export { ProblemFilter } from './http/problem.filter';
export { appendEvent, type OutboxEvent } from './outbox/outbox';
export { PlatformModule, type PlatformOptions } from './platform.module';
export { readProperty, writeProperty } from './properties/properties';
