import type { CaughtMail, Reader, Tx } from '@sr/platform';
import { toExact } from '@sr/platform';

/** So many mails of the example are kept. */
const MOST = 500;

type Kept = Omit<CaughtMail, 'at' | 'number'> & { readonly at: string };

/** The mails of the example that are kept, the oldest first. */
export async function demoMails(reader: Reader): Promise<CaughtMail[]> {
  const rows = await reader.query<{ number: string; mail: Kept }>(
    `select number, mail from monitoring.demo_mail order by number desc limit ${MOST}`,
  );
  return rows.reverse().map(({ number, mail }) => ({ ...mail, number: toExact(number), at: new Date(mail.at) }));
}

/** Keeps a mail of the example; the oldest goes when there are too many. */
export async function keepDemoMail(tx: Tx, mail: CaughtMail): Promise<void> {
  await tx.query('insert into monitoring.demo_mail (mail) values ($1)', [JSON.stringify(mail)]);
  await tx.query(
    `delete from monitoring.demo_mail where number <= (select max(number) from monitoring.demo_mail) - ${MOST}`,
  );
}
