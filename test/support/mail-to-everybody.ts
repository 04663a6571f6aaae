import { DemoMailbox } from '@sr/monitoring/http';
import type { CaughtMail } from '@sr/platform';
import { PERSON_NAMES, addressOf } from './world-people';

/** The mailbox of a demo that sent one mail, to everybody of the world; who reads it learns nothing of who else got it. */
export class MailToEverybody extends DemoMailbox {
  mails(): Promise<readonly CaughtMail[]> {
    return Promise.resolve([
      {
        number: 1,
        at: new Date('2026-11-23T06:00:00Z'),
        day: '2026-11-23',
        from: 'terug@example.nl',
        to: PERSON_NAMES.map(addressOf),
        toName: 'Iedereen',
        subject: 'Er wacht iets op u',
        text: 'Er wacht iets op u.',
        html: '<p>Er wacht iets op u.</p>',
        calendar: null,
        messageId: '<1@example.nl>',
        headers: {},
      },
    ]);
  }
}
