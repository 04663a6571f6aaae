import { Choice, Day, Id, ListOf, Moment, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { TROUBLED_STATES, type TroubledState } from '../persistence/sent.store';
import { NEXT, PERSON_NAME, PRINCIPAL_CODE } from './shared.dto';

/** Narrows the list of mails that did not arrive. */
export class MailsQuery extends PageQuery {
  @Choice(TROUBLED_STATES, { description: 'Only those in this state.', optional: true, example: 'BOUNCED' })
  readonly state?: TroubledState;
}

/** A mail that did not arrive, or may not have. */
export class MailAnswer {
  @Id({ description: 'The mail.' })
  readonly id!: string;

  @Text({ description: 'To whom it was written.', ...PERSON_NAME })
  readonly personName!: string;

  @Day({ description: 'The day of which it is.', example: '2026-01-23' })
  readonly day!: string;

  @Choice(TROUBLED_STATES, {
    description:
      'UNCERTAIN: it may have gone. REFUSED: the mail server will never take it. BOUNCED: it came back. FAILED: it could not be made.',
    example: 'REFUSED',
  })
  readonly state!: string;

  @Whole({ description: 'How often it was tried.', example: 1 })
  readonly attempts!: number;

  @Text({ description: 'What the mail server said, or our own fault.', max: 500, nullable: true })
  readonly reason!: string | null;

  @Moment({ description: 'When the mail server took it; null when it did not.', nullable: true })
  readonly sentAt!: string | null;
}

/** A page of mails that did not arrive. */
export class MailPage {
  @ListOf(() => MailAnswer, { description: 'Of the newest day first.', max: 100 })
  readonly items!: readonly MailAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** Where somebody works to whom mail is held back. */
export class StaleAddressOrganisation {
  @Choice(['PRINCIPAL', 'SUPPLIER_GROUP', 'NETWORK', 'OVERSIGHT'], {
    description: 'What kind of organisation it is.',
    example: 'PRINCIPAL',
  })
  readonly kind!: string;

  @Text({ description: 'The code of the principal.', ...PRINCIPAL_CODE, nullable: true })
  readonly principalCode!: string | null;

  @Id({ description: 'The supplier group.', nullable: true })
  readonly supplierGroupId!: string | null;
}

/** Somebody to whom mail cannot be delivered: others hear what was meant for this person. */
export class StaleAddressAnswer {
  @Id({ description: 'The person.' })
  readonly personId!: string;

  @Text({ description: 'The name.', ...PERSON_NAME })
  readonly name!: string;

  @Nested(() => StaleAddressOrganisation, { description: 'Where the person works.' })
  readonly organisation!: StaleAddressOrganisation;

  @Text({ description: 'The address that does not work.', max: 200, example: 'nora.dewit@example.nl' })
  readonly address!: string;

  @Text({ description: 'What the mail server said.', max: 500, example: '550 5.1.1 No such user' })
  readonly reason!: string;

  @Moment({ description: 'Since when mail is held back.' })
  readonly since!: string;
}

/** A page of people to whom mail cannot be delivered. */
export class StaleAddressPage {
  @ListOf(() => StaleAddressAnswer, { description: 'The newest first.', max: 100 })
  readonly items!: readonly StaleAddressAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
