import { Injectable } from '@nestjs/common';
import { THE_PRODUCT } from '@sr/kernel';
import { Db, type CaughtMail } from '@sr/platform';
import { demoMails, keepDemoMail } from '../persistence/demo-mail.store';

/** The mails of the example, which go to nobody: kept, so that they are there after a new start too. */
@Injectable()
export class DemoMailsService {
  constructor(private readonly db: Db) {}

  /** Keeps a mail; of more than 500 the oldest go. */
  async keep(mail: CaughtMail): Promise<void> {
    await this.db.write(THE_PRODUCT, (tx) => keepDemoMail(tx, mail));
  }

  /** Those that are kept, the oldest first. */
  all(): Promise<CaughtMail[]> {
    return this.db.read(THE_PRODUCT, demoMails);
  }
}
