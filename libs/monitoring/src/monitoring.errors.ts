import type { Violation } from '@sr/kernel';

/** A deviation is of one principal or of one plan. */
export const subjectMissing = (): Violation => ({
  code: 'deviation.subject_missing',
  field: '/planId',
  message: 'Name a principal or a plan, and not both.',
});

/** What one deviates from is a moment that holds at some time from now on. */
export const momentUnknown = (): Violation => ({
  code: 'deviation.moment_unknown',
  field: '/moment',
  message: 'There is no such moment.',
});

/** Who sees to a plan decides when its people are reminded; a ministry of its own contracts. */
export const deviationNotYours = (field: string): Violation => ({
  code: 'deviation.not_yours',
  field,
  message: 'Somebody else sees to this: the principal for its own contracts, and who verifies the plan for a plan.',
});

/** Of one moment and subject one deviation holds at a time. */
export const deviationOverlaps = (from: string, until: string): Violation => ({
  code: 'deviation.overlaps',
  field: '/from',
  params: { from, until },
  message: `There is a deviation already from ${from} until ${until}; end that one first, or choose other days.`,
});

/** The deviation is not there, or not for whoever asks. */
export const deviationUnknown = (): Violation => ({
  code: 'deviation.unknown',
  message: 'There is no such deviation.',
});

/** What is over cannot be ended. */
export const deviationEnded = (until: string): Violation => ({
  code: 'deviation.ended',
  params: { until },
  message: `This deviation held until ${until}; it is over.`,
});

/** The subject is not there, or not for whoever asks. */
export const milestoneSubjectUnknown = (): Violation => ({
  code: 'milestone.subject_unknown',
  field: '/subjectId',
  message: 'There is nothing like this in your sight.',
});

/** A talk is written down by who holds it. */
export const milestoneNotYours = (): Violation => ({
  code: 'milestone.not_yours',
  field: '/subjectId',
  message: 'Somebody else writes this down: of a contract its principal or the network, of a placement its supplier.',
});

/** The milestone is not there, or not for whoever asks. */
export const milestoneUnknown = (): Violation => ({
  code: 'milestone.unknown',
  message: 'There is no such milestone.',
});

/** What somebody wrote down is taken back by the same side. */
export const milestoneOfOthers = (): Violation => ({
  code: 'milestone.of_others',
  message: 'Another organisation wrote this down; only that one takes it back.',
});

/** It was taken back before. */
export const milestoneWithdrawn = (): Violation => ({
  code: 'milestone.withdrawn_already',
  message: 'This was taken back already.',
});

/** Mail goes to this person already. */
export const mailNotHeldBack = (): Violation => ({
  code: 'person.mail_not_held_back',
  message: 'Mail to this person is not held back.',
});

/** Changes are asked of one plan or of one contract. */
export const signalSubjectMissing = (): Violation => ({
  code: 'signal-change.subject_missing',
  field: '/planId',
  message: 'Name a plan or a contract, and not both.',
});

/** No job with this id failed. */
export const failedJobUnknown = (): Violation => ({
  code: 'failed-job.unknown',
  message: 'There is no failed job with this name and id; it may have been tried again already.',
});

/** Mails are kept to look at only where the demo runs. */
export const noDemoMails = (): Violation => ({
  code: 'demo-mail.none',
  message: 'Mails are not kept to look at here.',
});

/** The mail is not kept any more, or it is another's. */
export const demoMailUnknown = (): Violation => ({
  code: 'demo-mail.unknown',
  message: 'There is no such mail to you.',
});

/** The work waits no more, or not for who asks: whoever did it. */
export const workItemDone = (): Violation => ({
  code: 'work-item.done',
  message: 'This does not wait for you, or not any more: the work is done, or somebody else is to do it.',
});
