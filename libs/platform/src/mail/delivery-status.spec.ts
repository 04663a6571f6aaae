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
  it('of Postfix: no such user', () => {
    expect(read(POSTFIX)).toEqual({
      recipient: 'sam@voorbeeld.nl',
      status: '5.1.1',
      permanent: true,
      address: true,
      reason: '5.1.1 address not accepted',
    });
  });

  it('of Exchange Online: no such user, with its own number', () => {
    expect(read(EXCHANGE)).toEqual({
      recipient: 'sam@voorbeeld.nl',
      status: '5.1.10',
      permanent: true,
      address: true,
      reason: '5.1.10 address not accepted',
    });
  });

  it('of a server that tried for days: not for good', () => {
    expect(read(POSTFIX_EXPIRED)).toEqual({
      recipient: 'sam@voorbeeld.nl',
      status: '4.4.1',
      permanent: false,
      address: false,
      reason: '4.4.1 mail server not reached',
    });
  });

  it.each<[what: string, fields: string, permanent: boolean, address: boolean, reason: string]>([
    [
      'refused as spam',
      'Status: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Spam',
      true,
      false,
      '5.7.1 not allowed by a rule of the mail server',
    ],
    [
      'a full mailbox',
      'Status: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Over quota',
      true,
      false,
      '5.2.2 mailbox does not take mail',
    ],
    [
      'a vague status, clear words',
      'Status: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 Unknown',
      true,
      true,
      '5.1.1 address not accepted',
    ],
    ['a status alone', 'Status: 5.1.1', true, true, '5.1.1 address not accepted'],
    ['a status with a comment', 'Status: 5.1.1 (no such user)', true, true, '5.1.1 address not accepted'],
    ['words alone', 'Diagnostic-Code: smtp; 550 No such user', true, true, '550 address not accepted'],
    [
      'a host that is not there',
      'Status: 5.1.2\nDiagnostic-Code: X-Unix; no host',
      true,
      true,
      '5.1.2 address not accepted',
    ],
    ['a class that nobody knows', 'Status: 5.9.1', true, false, '5.9.1 not delivered'],
    ['nothing but that it failed', 'Final-Recipient: rfc822; a@b.nl', false, false, 'not delivered'],
    [
      'other case and spaces',
      'STATUS :  5.1.1\ndiagnostic-code:smtp;550 Nee',
      true,
      true,
      '5.1.1 address not accepted',
    ],
    [
      'a folded line',
      'Status: 5.0.0\nDiagnostic-Code: smtp;\n\t550 5.1.1\n\t<a@b.nl>\n  Unknown',
      true,
      true,
      '5.1.1 address not accepted',
    ],
  ])('reads %s', (_what, fields, permanent, address, reason) => {
    expect(read(report(`Action: failed\n${fields}`))).toMatchObject({ permanent, address, reason });
  });

  it('tells of several addressees the one that failed for good', () => {
    const text = report(
      'Action: delivered\nStatus: 2.0.0\n\nAction: failed\nStatus: 4.4.1\n\nAction: Failed\nStatus: 5.1.1',
    );
    expect(read(text)).toMatchObject({ permanent: true, status: '5.1.1' });
  });

  it.each([
    ['Final-Recipient: rfc822; Sam@Voorbeeld.NL', 'sam@voorbeeld.nl'],
    ['Final-Recipient: RFC822;<sam@voorbeeld.nl>', 'sam@voorbeeld.nl'],
    ['Final-Recipient: rfc822; elders@b.nl\nOriginal-Recipient: rfc822;sam@voorbeeld.nl', 'sam@voorbeeld.nl'],
    ['Final-Recipient: rfc822; sam@voorbeeld.nl\nOriginal-Recipient: rfc822;', 'sam@voorbeeld.nl'],
    ['Final-Recipient: x400; /S=sam/', null],
    ['Final-Recipient: rfc822; sam@voorbeeld.nl, omar@voorbeeld.nl', null],
    ['X-Actual-Recipient: rfc822; sam@voorbeeld.nl', null],
  ])('says to whom the mail was: %s', (fields, recipient) => {
    expect(read(report(`${fields}\nAction: failed\nStatus: 5.1.1`))?.recipient).toBe(recipient);
  });

  it('repeats no word of who sent it', () => {
    const text = report(
      ['Final-Recipient: rfc822; sam@voorbeeld.nl', 'Action: failed; Bel 0900-OPLICHTER', 'Status: 5.1.1 (Bel mij)']
        .concat('Diagnostic-Code: smtp; 550 5.1.1 Bel 0900-OPLICHTER', 'X-Reason: Bel 0900-OPLICHTER')
        .join('\n'),
    );
    expect(read(text)).toMatchObject({ status: '5.1.1', reason: '5.1.1 address not accepted' });
    expect(JSON.stringify(read(text))).not.toMatch(/bel|oplichter/i);
  });

  it.each<[string, string]>([
    ['parts', `${report('').replace('--b--', '')}${'--b\n\nx\n'.repeat(40_000)}`],
    ['empty lines', report(`Action: failed\n${'\n'.repeat(130_000)}Status: 5.1.1`)],
    ['groups', report('Action: failed\n\n'.repeat(15_000))],
    ['headers', `${'X: y\n'.repeat(50_000)}${POSTFIX}`],
    ['folds', POSTFIX.replace('\n\n', `\nX: y${'\n\t'.repeat(100_000)}\n\n`)],
    ['one long word', `${'a'.repeat(250_000)}${POSTFIX}`],
  ])('is read at once when it is junk of a quarter of a megabyte: %s', (_what, text) => {
    const raw = Buffer.from(text.slice(0, 256 * 1024));
    const begun = performance.now();
    readUndelivered(raw);
    expect(performance.now() - begun).toBeLessThan(150);
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
    [
      'a mail of nothing but parts in parts',
      `Content-Type: multipart/mixed; boundary=b0\n\n${Array.from({ length: 30 }, (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n`).join('\n')}`,
    ],
    ['a report without a boundary', POSTFIX.replace(/;\n\tboundary="[^"]+"/, '')],
    ['no mail', '\u0000\u0001\u0002'.repeat(1_000)],
    ['a mail that was cut off', POSTFIX.slice(0, POSTFIX.indexOf('Action:'))],
  ])('%s', (_what, text) => {
    expect(read(text)).toBeNull();
  });
});
