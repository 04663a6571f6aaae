import type { CaughtMail } from '@sr/platform';

/** The mails that the product sent, where nobody gets them: in the demo, to look at. */
export abstract class DemoMailbox {
  /** Those that are kept, the oldest first. */
  abstract mails(): Promise<readonly CaughtMail[]>;
}
