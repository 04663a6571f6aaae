import type { INestApplicationContext } from '@nestjs/common';
import { DigestsService } from '@sr/monitoring/jobs';
import { BounceReceiver, Delivery, SmtpMailer, type PlatformOptions } from '@sr/platform';
import type { Env } from '../../../config/env';

/** What is missing for mail to leave: a line for each variable, none when mail can leave or none is meant to. */
export function whyNotMail({ SMTP_URL, MAIL_FROM, PUBLIC_URL, BOUNCE_PORT, MAIL_RETURN_PATH }: Env): string[] {
  return [
    ...(SMTP_URL !== undefined && MAIL_FROM === undefined ? ['MAIL_FROM: is required with SMTP_URL'] : []),
    ...(SMTP_URL !== undefined && PUBLIC_URL === undefined
      ? ['PUBLIC_URL: is required with SMTP_URL, since mails lead to it']
      : []),
    ...(BOUNCE_PORT !== undefined && MAIL_RETURN_PATH === undefined
      ? ['MAIL_RETURN_PATH: is required with BOUNCE_PORT']
      : []),
  ];
}

/** How mail leaves; without a mail server it waits. */
export function mailOf(env: Env): Pick<PlatformOptions, 'mail'> {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl } = env;
  const [returnPath, replyTo, perSecond] = [
    env.MAIL_RETURN_PATH ?? null,
    env.MAIL_REPLY_TO ?? null,
    env.MAILS_PER_SECOND ?? null,
  ];
  if (url === undefined || from === undefined || publicUrl === undefined) return {};
  const mailer = new SmtpMailer({ url, from, returnPath, replyTo });
  return { mail: { mailer, delivery: new Delivery(publicUrl, replyTo, perSecond) } };
}

/** Takes reports of mails that could not be delivered, when that is set; what is answered stops it. */
export async function receiveBounces(
  app: INestApplicationContext,
  { BOUNCE_PORT: port, MAIL_RETURN_PATH: returnPath, HOST: host }: Env,
): Promise<() => Promise<void>> {
  if (port === undefined || returnPath === undefined) return () => Promise.resolve();
  const digests = app.get(DigestsService, { strict: false });
  const receiver = new BounceReceiver({ returnPath, host, isKnown: (id) => digests.canComeBack(id) });
  await receiver.start(port, (report) => digests.cameBack(report));
  return () => receiver.close();
}
