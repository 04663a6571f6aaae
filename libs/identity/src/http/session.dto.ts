import { Choice, Flag, Id, ListOf, Moment, Nested, Text, Texts } from '@sr/platform';
import { LANGUAGES, type Language } from '../domain/language';
import { PERMISSIONS, ROLES } from '../domain/permissions';
import { PersonAnswer } from './people.dto';

/** Signs in by choosing an account of the demo. */
export class OpenSessionBody {
  @Id({ description: 'The demo account to sign in as, from `GET /v1/demo-accounts`.' })
  readonly personId!: string;
}

/** Chooses the language in which the product writes to you. */
export class ChooseLanguageBody {
  @Choice(LANGUAGES, { description: 'nl is Dutch, en is English.', example: 'nl' })
  readonly language!: Language;
}

/** Somebody's session. */
export class SessionAnswer {
  @Text({ description: 'Send it in the header `X-CSRF-Token` with every request that changes something.', max: 100 })
  readonly csrfToken!: string;

  @Moment({ description: 'When the session ends by itself; only told when it is opened.', nullable: true })
  readonly endsAt!: string | null;

  @Texts({
    description: 'What you may do.',
    max: PERMISSIONS.length,
    each: { max: 40 },
    example: ['contracts.read', 'contracts.write'],
  })
  readonly permissions!: readonly string[];

  @Nested(() => PersonAnswer, { description: 'Who you are.' })
  readonly person!: PersonAnswer;
}

/** An account that the demo offers. */
export class DemoAccount {
  @Id({ description: 'Choose it with `POST /v1/session`.' })
  readonly personId!: string;

  @Text({ description: 'The (invented) name.', max: 100, example: 'Nora de Wit' })
  readonly name!: string;

  @Texts({ description: 'The roles.', max: ROLES.length, each: { max: 40 }, example: ['CONTRACT_MANAGER'] })
  readonly roles!: readonly string[];

  @Choice(['PRINCIPAL', 'SUPPLIER_GROUP', 'NETWORK', 'OVERSIGHT'], { description: 'Where the person works.' })
  readonly organisationKind!: string;

  @Text({
    description: 'The organisation: the code of a principal, or the name of a supplier group.',
    max: 200,
    nullable: true,
    example: 'IenW',
  })
  readonly organisation!: string | null;

  @Flag({
    description:
      'Whether it is the account that is opened for a stranger who just wants to look; true for at most one.',
    example: false,
  })
  readonly showcase!: boolean;
}

/** The accounts that the demo offers. */
export class DemoAccountList {
  @ListOf(() => DemoAccount, { description: 'By name.', max: 100 })
  readonly items!: readonly DemoAccount[];
}
