/** Where mails lead to and where answers to them go: what those who write mails have to know of how they are sent. */
export class Delivery {
  constructor(
    /** The address at which people reach the product. */
    readonly publicUrl: string,
    /** Where an answer to a mail goes; null when nobody reads answers. */
    readonly replyTo: string | null,
    /** At most so many mails a second leave; null is as fast as they can. */
    readonly perSecond: number | null = null,
  ) {}
}
