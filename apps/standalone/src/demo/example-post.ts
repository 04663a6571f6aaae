import type { DemoMailsService } from '@sr/monitoring';
import { DemoMailbox } from '@sr/monitoring/http';
import { Delivery, MailCatcher, SmtpMailer, type CaughtMail, type PlatformOptions } from '@sr/platform';
import { SENDER } from './mail-round';

/** The post of the example: mails leave as they would, over SMTP, and are caught and kept to be looked at. */
export class ExamplePost extends DemoMailbox {
  private kept: DemoMailsService | null = null;

  private constructor(private readonly catcher: MailCatcher) {
    super();
  }

  static async open(): Promise<ExamplePost> {
    const catcher = new MailCatcher({ keep: 10 });
    await catcher.start();
    return new ExamplePost(catcher);
  }

  /** Keeps what comes from here on in the database. */
  keepIn(kept: DemoMailsService): void {
    this.kept = kept;
    // A mail that cannot be kept is missing in the picture, and nothing else is.
    this.catcher.onMail((mail) => void kept.keep(mail).catch(() => undefined));
  }

  /** How mail leaves to here. */
  mail(publicUrl: string): NonNullable<PlatformOptions['mail']> {
    const mailer = new SmtpMailer({ url: this.catcher.url, ...SENDER, returnPath: null });
    return { mailer, delivery: new Delivery(publicUrl, SENDER.replyTo) };
  }

  async mails(): Promise<readonly CaughtMail[]> {
    return (await this.kept?.all()) ?? [];
  }

  close(): Promise<void> {
    return this.catcher.close();
  }
}
