import type { CaughtMail, FailedJob, Page } from '@sr/platform';
import type { Moment } from '../domain/moment';
import type { MilestoneView } from '../work/milestones.service';
import type { DeviationView } from '../reminders/moments.service';
import type { StaleAddress, TroubledMail } from '../persistence/sent.store';
import type { Sweep } from '../persistence/sweep.store';
import type { RecipientView, SentReminderView, SilenceView } from '../reminders/reminders.service';
import type { DemoMailAnswer, DemoMailInList } from './demo-mails.dto';
import type { MailPage, StaleAddressPage } from './mails.dto';
import type { MilestoneAnswer, MilestonePage } from './milestones.dto';
import type { FailedJobPage } from './queues.dto';
import type { DeviationAnswer, DeviationPage, ReminderMomentAnswer } from './reminder-moments.dto';
import type { ReminderPage, ReminderRecipient } from './reminders.dto';
import type { SilencePage } from './silences.dto';
import type { SweepPage } from './sweeps.dto';

/** A page whose items are told otherwise. */
const pageWith = <From, To>(
  { items, next }: Page<From>,
  to: (item: From) => To,
): { items: To[]; next: string | null } => ({
  items: items.map(to),
  next,
});

export const toReminderPage = (page: Page<SentReminderView>): ReminderPage =>
  pageWith(page, ({ recipients, ...reminder }) => ({ ...reminder, recipients: recipients.map(toRecipient) }));

const toRecipient = ({ side, principalCode, standsIn, state, sentAt, person }: RecipientView): ReminderRecipient => ({
  side,
  principalCode,
  personId: person?.personId ?? null,
  name: person?.name ?? null,
  standsIn,
  mail: state === null ? null : { state, sentAt: sentAt?.toISOString() ?? null },
});

export const toMailPage = (page: Page<TroubledMail>): MailPage =>
  pageWith(page, ({ id, personName, day, state, attempts, reason, sentAt }) => ({
    id,
    personName,
    day,
    state,
    attempts,
    reason,
    sentAt: sentAt?.toISOString() ?? null,
  }));

export const toStaleAddressPage = (page: Page<StaleAddress>): StaleAddressPage =>
  pageWith(page, ({ organisationKind: kind, principalCode, supplierGroupId, since, ...one }) => ({
    ...one,
    organisation: { kind, principalCode, supplierGroupId },
    since: since.toISOString(),
  }));

export const toMoment = ({ steps, ...moment }: Moment): ReminderMomentAnswer => ({
  ...moment,
  steps: steps.map(({ after, ...step }) => ({
    ...step,
    after: { months: after.months ?? 0, days: after.days ?? 0, workingDays: after.workingDays ?? 0 },
  })),
});

export const toDeviation = ({ recordedAt, ...deviation }: DeviationView): DeviationAnswer => ({
  ...deviation,
  recordedAt: recordedAt.toISOString(),
});

export const toDeviationPage = (page: Page<DeviationView>): DeviationPage => pageWith(page, toDeviation);

export const toMilestone = ({
  subject,
  recordedAt,
  withdrawal,
  withdrawnByName: byName,
  ...milestone
}: MilestoneView): MilestoneAnswer => ({
  ...milestone,
  withdrawal: withdrawal && { reason: withdrawal.reason, byName, at: withdrawal.withdrawnAt.toISOString() },
  subjectType: subject.type,
  subjectId: subject.id,
  recordedAt: recordedAt.toISOString(),
});

export const toMilestonePage = (page: Page<MilestoneView>): MilestonePage => pageWith(page, toMilestone);

export const toSilencePage = (page: Page<SilenceView>): SilencePage =>
  pageWith(page, ({ side, principalCode, supplierGroupId, name, since, days, keys, atRiskCents, people }) => ({
    side,
    principalCode,
    supplierGroupId,
    name,
    since,
    days,
    workItems: keys.length,
    atRiskCents,
    people,
  }));

export const toSweepPage = (page: Page<Sweep>): SweepPage =>
  pageWith(page, ({ startedAt, finishedAt, items: workItems, digests: mails, ...sweep }) => ({
    ...sweep,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    workItems,
    mails,
  }));

export const toFailedJobPage = (page: Page<FailedJob>): FailedJobPage =>
  pageWith(page, ({ failedAt, ...job }) => ({ ...job, failedAt: failedAt.toISOString() }));

export const toDemoMailInList = ({ number, at, day, toName, subject }: CaughtMail): DemoMailInList => ({
  number,
  at: at.toISOString(),
  day,
  toName,
  subject,
});

export const toDemoMail = (mail: CaughtMail): DemoMailAnswer => ({
  ...toDemoMailInList(mail),
  text: mail.text,
  html: mail.html,
  calendar: mail.calendar,
});
