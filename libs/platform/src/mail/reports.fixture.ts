// Mails as other servers send them to the address for bounces: the fields and the order are theirs, the names are not.

const OURS = `From: Social return <noreply@sr.voorbeeld.nl>
To: Sam de Wit <sam@voorbeeld.nl>
Subject: Twee dingen voor deze week
Message-ID: <0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl>
Date: Mon, 1 Jun 2026 07:00:03 +0200
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Beste Sam,
`;

/** Postfix: the server of the addressee says at once that there is no such user. */
export const POSTFIX = `Return-Path: <>
Received: by mx.voorbeeld.nl (Postfix) id 4Xq1Lz3kYpz; Mon,  1 Jun 2026 07:00:05 +0200 (CEST)
Date: Mon,  1 Jun 2026 07:00:05 +0200 (CEST)
From: MAILER-DAEMON@mx.voorbeeld.nl (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: terug+0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4Xq1Lz3kYpy.1780290005/mx.voorbeeld.nl"
Content-Transfer-Encoding: 8bit
Message-Id: <4Xq1Lz4Qb9z@mx.voorbeeld.nl>

This is a MIME-encapsulated message.

--4Xq1Lz3kYpy.1780290005/mx.voorbeeld.nl
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

This is the mail system at host mx.voorbeeld.nl.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<sam@voorbeeld.nl>: host mail.voorbeeld.nl[192.0.2.7] said: 550 5.1.1
    <sam@voorbeeld.nl>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

--4Xq1Lz3kYpy.1780290005/mx.voorbeeld.nl
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.voorbeeld.nl
X-Postfix-Queue-ID: 4Xq1Lz3kYpy
X-Postfix-Sender: rfc822; terug+0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl
Arrival-Date: Mon,  1 Jun 2026 07:00:04 +0200 (CEST)

Final-Recipient: rfc822; sam@voorbeeld.nl
Original-Recipient: rfc822;sam@voorbeeld.nl
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.voorbeeld.nl
Diagnostic-Code: smtp; 550 5.1.1 <sam@voorbeeld.nl>: Recipient address
    rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)

--4Xq1Lz3kYpy.1780290005/mx.voorbeeld.nl
Content-Description: Undelivered Message
Content-Type: message/rfc822
Content-Transfer-Encoding: 8bit

${OURS}
--4Xq1Lz3kYpy.1780290005/mx.voorbeeld.nl--
`;

const DIAGNOSIS = /Diagnostic-Code: smtp;[^\n]*\n {4}[^\n]*\n/;

/** Postfix: still trying after four hours. */
export const POSTFIX_DELAYED = POSTFIX.replace('Action: failed\nStatus: 5.1.1', 'Action: delayed\nStatus: 4.4.1')
  .replace(DIAGNOSIS, 'Diagnostic-Code: X-Postfix; connect to mail.voorbeeld.nl[192.0.2.7]:25: Connection timed out\n')
  .replace('Undelivered Mail Returned to Sender', 'Delayed Mail (still being retried)');

/** Postfix: gave up after five days. */
export const POSTFIX_EXPIRED = POSTFIX_DELAYED.replace('Action: delayed', 'Action: failed');

/** Exchange Online: lines that end in spaces, quotes around the kind of report, HTML beside the text, headers alone returned. */
export const EXCHANGE = `From: "Microsoft Outlook"
 <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@voorbeeld.onmicrosoft.com>
To: <terug+0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl>
Date: Mon, 1 Jun 2026 05:00:06 +0000
Content-Type: multipart/report; report-type="delivery-status";
	boundary="8a6b1f8e-26e1-4a5d-a6ab-6f4d9f1de1c3"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-US
Message-ID: <dba1c2c3-0ff4-4c9f-9d8c-0e6ed1a3bb0c@voorbeeld.onmicrosoft.com>
In-Reply-To: <0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl>
Subject: Undeliverable: Twee dingen voor deze week
Auto-Submitted: auto-replied
MIME-Version: 1.0

--8a6b1f8e-26e1-4a5d-a6ab-6f4d9f1de1c3
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="f0c4c1a2-6a87-4c3e-b7f4-6cd1dc8c0b52"

--f0c4c1a2-6a87-4c3e-b7f4-6cd1dc8c0b52
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Your message to sam@voorbeeld.nl couldn't be delivered.

--f0c4c1a2-6a87-4c3e-b7f4-6cd1dc8c0b52
Content-Type: text/html; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

<html><body>Your message to sam@voorbeeld.nl couldn't be delivered.</body><=
/html>

--f0c4c1a2-6a87-4c3e-b7f4-6cd1dc8c0b52--

--8a6b1f8e-26e1-4a5d-a6ab-6f4d9f1de1c3
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR01MB0001.eurprd01.prod.exchangelabs.com
Received-From-MTA: dns;mx.voorbeeld.nl
Arrival-Date: Mon, 1 Jun 2026 05:00:05 +0000

Original-Recipient: rfc822;sam@voorbeeld.nl
Final-Recipient: rfc822;sam@voorbeeld.nl
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient sam@voorbeeld.nl not found by SMTP address lookup
X-Display-Name: sam@voorbeeld.nl

--8a6b1f8e-26e1-4a5d-a6ab-6f4d9f1de1c3
Content-Type: text/rfc822-headers

${OURS.slice(0, OURS.indexOf('\n\n'))}

--8a6b1f8e-26e1-4a5d-a6ab-6f4d9f1de1c3--
`;

/** Exchange Online: somebody is away. */
export const EXCHANGE_ABSENCE = `From: Sam de Wit <sam@voorbeeld.nl>
To: <terug+0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl>
Subject: Automatic reply: Twee dingen voor deze week
Date: Mon, 1 Jun 2026 05:00:06 +0000
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
In-Reply-To: <0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Ik ben er weer op 8 juni. Action: failed
`;

/** A person who answered to the wrong address, with our mail attached. */
export const PERSON = `From: Sam de Wit <sam@voorbeeld.nl>
To: <terug+0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11@sr.voorbeeld.nl>
Subject: Re: Twee dingen voor deze week
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Dit is al gedaan.

--b
Content-Type: message/rfc822

${OURS}
--b--
`;

/** The shortest report with these fields of addressees. */
export const report = (fields: string): string => `From: MAILER-DAEMON@voorbeeld.nl
Subject: Report
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; voorbeeld.nl

${fields}

--b--
`;
