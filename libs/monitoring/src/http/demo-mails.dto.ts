import { Day, ListOf, Moment, Text, Whole } from '@sr/platform';
import { PERSON_NAME } from './shared.dto';

const LONG = 2_000_000;

/** A mail to you. */
export class DemoMailInList {
  @Whole({ description: 'The number, in the order in which they were sent.', min: 1, example: 12 })
  readonly number!: number;

  @Moment({ description: 'When it was sent.' })
  readonly at!: string;

  @Day({ description: 'The day of the example on which it was sent.', example: '2026-11-23' })
  readonly day!: string;

  @Text({ description: 'To whom, as the mail says it.', ...PERSON_NAME })
  readonly toName!: string;

  @Text({ description: 'The subject.', max: 1000, example: 'Drie dingen wachten op u' })
  readonly subject!: string;
}

/** The mails to you. */
export class DemoMailList {
  @ListOf(() => DemoMailInList, { description: 'The newest first, the last hundred.', max: 100 })
  readonly items!: readonly DemoMailInList[];
}

/** A mail to you, with what is in it. */
export class DemoMailAnswer extends DemoMailInList {
  @Text({ description: 'As plain text.', max: LONG, example: 'Beste Nora,' })
  readonly text!: string;

  @Text({ description: 'As HTML, as mail programs show it. Show it in a frame without scripts.', max: LONG })
  readonly html!: string;

  @Text({
    description: 'The last days in it, as a calendar (iCalendar); null when it has none.',
    max: LONG,
    nullable: true,
  })
  readonly calendar!: string | null;
}
