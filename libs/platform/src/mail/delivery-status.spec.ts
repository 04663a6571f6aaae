import { readUndelivered } from './delivery-status';
import {
  EXCHANGE,
  EXCHANGE_ABSENCE,
  PERSON,
  POSTFIX,
  POSTFIX_DELAYED,
  POSTFIX_EXPIRED,
  report,
} from './reports.fixture';

const read = (text: string) => readUndelivered(Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8'));

describe('a report on a mail that did not arrive', () => {
  it('of Postfix: no such user', async () => {
    expect(await read(POSTFIX)).toEqual({
      permanent: true,
      address: true,
      reason:
        '550 5.1.1 <sam@voorbeeld.nl>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)',
    });
  });

  it('of Exchange Online: no such user, with its own number', async () => {
    expect(await read(EXCHANGE)).toEqual({
      permanent: true,
      address: true,
      reason: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient sam@voorbeeld.nl not found by SMTP address lookup',
    });
  });

  it('of a server that tried for days: not for good', async () => {
    expect(await read(POSTFIX_EXPIRED)).toEqual({
      permanent: false,
      address: false,
      reason: 'connect to mail.voorbeeld.nl[192.0.2.7]:25: Connection timed out',
    });
  });

  it.each<[what: string, fields: string, permanent: boolean, address: boolean, reason: string]>([
    ['refused as spam', 'Status: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Spam', true, false, '550 5.7.1 Spam'],
    [
      'a full mailbox',
      'Status: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Over quota',
      true,
      false,
      '552 5.2.2 Over quota',
    ],
    [
      'a vague status, clear words',
      'Status: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 Unknown',
      true,
      true,
      '550 5.1.1 Unknown',
    ],
    ['a status alone', 'Status: 5.1.1', true, true, 'failed with 5.1.1'],
    ['a status with a comment', 'Status: 5.1.1 (no such user)', true, true, 'failed with 5.1.1'],
    ['words alone', 'Diagnostic-Code: smtp; 550 No such user', true, true, '550 No such user'],
    ['a host that is not there', 'Status: 5.1.2\nDiagnostic-Code: X-Unix; no host', true, true, 'no host'],
    ['nothing but that it failed', 'Final-Recipient: rfc822; a@b.nl', false, false, 'failed'],
    ['other case and spaces', 'STATUS :  5.1.1\ndiagnostic-code:smtp;550 Nee', true, true, '550 Nee'],
    [
      'a folded line',
      'Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n\t<a@b.nl>\n  Unknown',
      true,
      true,
      '550 5.1.1 <a@b.nl> Unknown',
    ],
  ])('reads %s', async (_what, fields, permanent, address, reason) => {
    expect(await read(report(`Action: failed\n${fields}`))).toEqual({ permanent, address, reason });
  });

  it('tells of several addressees the one that failed for good', async () => {
    const text = report(
      'Action: delivered\nStatus: 2.0.0\n\nAction: failed\nStatus: 4.4.1\n\nAction: Failed\nStatus: 5.1.1',
    );
    expect(await read(text)).toMatchObject({ permanent: true, reason: 'failed with 5.1.1' });
  });

  it('keeps the reason on one line and within bounds', async () => {
    const text = report(`Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 \u0007\u202E${'x'.repeat(2_000)}`);
    const reason = (await read(text))?.reason ?? '';
    expect(reason).toHaveLength(500);
    expect(reason).toMatch(/^550 x+…$/);
  });
});

describe('what is no report on a mail that did not arrive', () => {
  it.each([
    ['a server that still tries', POSTFIX_DELAYED],
    ['a report that it did arrive', report('Action: delivered\nStatus: 2.0.0')],
    ['a report that it was passed on', report('Action: relayed\nStatus: 2.0.0')],
    ['somebody who is away', EXCHANGE_ABSENCE],
    ['an answer of a person', PERSON],
    ['a person who sends a report on', `From: a@b.nl\nContent-Type: text/plain\n\nAction: failed\nStatus: 5.1.1\n`],
    [
      'a report of another kind',
      report('Action: failed\nStatus: 5.1.1').replace('delivery-status; b', 'disposition-notification; b'),
    ],
    ['a report without its part', POSTFIX.replace('message/delivery-status', 'text/plain')],
    ['an empty report', report('')],
    ['nothing', ''],
    ['no mail', '\u0000\u0001\u0002'.repeat(1_000)],
    ['a mail that was cut off', POSTFIX.slice(0, POSTFIX.indexOf('Action:'))],
  ])('%s', async (_what, text) => {
    expect(await read(text)).toBeNull();
  });

  it('a mail of nothing but parts in parts cannot be read', async () => {
    const parts = Array.from({ length: 30 }, (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n`);
    await expect(read(`Content-Type: multipart/mixed; boundary=b0\n\n${parts.join('\n')}`)).rejects.toThrow();
  });
});
