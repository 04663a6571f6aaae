import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, ValidateBy, validateSync } from 'class-validator';
import { whyNotMailSetting, type FreeDays, type MailSetting, type QueueStore } from '@sr/platform';

const URL_MESSAGE = 'write an address like postgres://user:password@host:5432/database';

/** A setting that who sends mail can read: the same check, so that none that is taken here stops it later. */
const IsMailSetting = (setting: MailSetting): PropertyDecorator =>
  ValidateBy({
    name: 'mailSetting',
    validator: {
      validate: (value: string) => whyNotMailSetting(setting, value) === null,
      defaultMessage: (of) => whyNotMailSetting(setting, String(of?.value)) ?? '',
    },
  });

/** What the product reads from its environment: parsed once, at the start, and handed on. */
export class Env {
  /** The application's database role: it owns no table. Secret. Without it, `npm start` brings its own PostgreSQL. */
  @IsOptional()
  @IsUrl(
    { protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false, require_valid_protocol: true },
    { message: URL_MESSAGE },
  )
  @Matches(/^[^:]+:\/\/[^/]+\/[^/?]+/, { message: URL_MESSAGE })
  readonly DATABASE_URL?: string;

  /** The owner of the tables: only for migrations. Secret. */
  @IsOptional()
  @IsUrl(
    { protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false, require_valid_protocol: true },
    { message: URL_MESSAGE },
  )
  @Matches(/^[^:]+:\/\/[^/]+\/[^/?]+/, { message: URL_MESSAGE })
  readonly DATABASE_OWNER_URL?: string;

  /** Where `npm start` keeps its own database, seen from the project's folder. */
  @Matches(/\S/, { message: 'write the path of a folder' })
  readonly DATA_FOLDER: string = '.data';

  /** The port on which the product is served. */
  @Type(() => Number)
  @IsInt({ message: 'write a whole number' })
  @Min(1, { message: 'write a port from 1 to 65535' })
  @Max(65535, { message: 'write a port from 1 to 65535' })
  readonly PORT: number = 3000;

  /** The address to listen on: this machine only, or every network. */
  @IsIn(['127.0.0.1', '0.0.0.0', '::1', '::'], { message: 'write 127.0.0.1, 0.0.0.0, ::1 or ::' })
  readonly HOST: string = '127.0.0.1';

  /** The address by which people reach the product, when another server stands before it. With https, cookies need TLS. */
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false, require_valid_protocol: true },
    { message: 'write an address like https://social-return.example.nl' },
  )
  readonly PUBLIC_URL?: string;

  /** Whether people sign in by choosing an account of the example, without proof; only on a database that it made. */
  @IsIn(['on', 'off'], { message: 'write on or off' })
  readonly DEMO: 'on' | 'off' = 'off';

  /** Where a hole in the security can be reported; shown at /.well-known/security.txt. */
  @IsOptional()
  @Matches(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]+\S*|tel:\+[0-9-]+)$/, {
    message: 'write an address that begins with mailto:, https:// or tel:+',
  })
  readonly SECURITY_CONTACT?: string;

  /** Where the queues of jobs are kept instead of in the database. Secret. */
  @IsOptional()
  @Matches(/^rediss?:\/\/([^\s@/]*@)?[^\s@/:]+(:\d{1,5})?(\/\d{1,2})?$/, {
    message: 'write an address like redis://user:password@host:6379/0',
  })
  readonly REDIS_URL?: string;

  /** The server that takes the product's mail. Secret. */
  @IsOptional()
  @IsMailSetting('url')
  readonly SMTP_URL?: string;

  /** Who the mails come from. */
  @IsOptional()
  @IsMailSetting('from')
  readonly MAIL_FROM?: string;

  /** Where an answer to a mail goes; without it nobody reads answers, and mails do not invite to them. */
  @IsOptional()
  @IsMailSetting('replyTo')
  readonly MAIL_REPLY_TO?: string;

  /** At most so many mails a second are handed to the mail server, by all workers together. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'write a whole number' })
  @Min(1, { message: 'write a number from 1 to 1000' })
  @Max(1000, { message: 'write a number from 1 to 1000' })
  readonly MAILS_PER_SECOND?: number;

  /** The days beside the public holidays on which nobody is written to, with a comma between them. */
  @IsOptional()
  @Matches(/^(goede-vrijdag|bevrijdingsdag)(,(goede-vrijdag|bevrijdingsdag))*$/, {
    message: 'write goede-vrijdag, bevrijdingsdag, or both with a comma between them',
  })
  readonly FREE_DAYS?: string;

  /** Where reports go of mails that could not be delivered; the number of the mail is put before the @. */
  @IsOptional()
  @IsMailSetting('returnPath')
  readonly MAIL_RETURN_PATH?: string;

  /** The port on which the worker takes those reports, as the mail server hands them on. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'write a whole number' })
  @Min(1, { message: 'write a port from 1 to 65535' })
  @Max(65535, { message: 'write a port from 1 to 65535' })
  readonly BOUNCE_PORT?: number;

  /** The port on which a worker says whether it can work; without it, it does not say. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'write a whole number' })
  @Min(1, { message: 'write a port from 1 to 65535' })
  @Max(65535, { message: 'write a port from 1 to 65535' })
  readonly HEALTH_PORT?: number;
}

/** The names of all variables, as the README lists them. */
export const NAMES = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATA_FOLDER',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DEMO',
  'SECURITY_CONTACT',
  'REDIS_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'MAIL_RETURN_PATH',
  'MAIL_REPLY_TO',
  'MAILS_PER_SECOND',
  'FREE_DAYS',
  'BOUNCE_PORT',
  'HEALTH_PORT',
] as const;
type Name = (typeof NAMES)[number];

/** A wrong environment: one line for each wrong variable. The values stay out of it, since some are secret. */
export class WrongEnvironment extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'WrongEnvironment';
  }
}

/**
 * Reads the environment. An empty variable counts as not set.
 * @param required the variables that this process cannot do without
 * @throws WrongEnvironment with a line for every wrong or missing variable
 */
export function readEnv(required: readonly Name[] = [], variables: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(NAMES.flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])));
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const missing = required.filter((name) => !(name in given)).map((name) => `${name}: is required`);
  const wrong = validateSync(env, { stopAtFirstError: true }).map(
    (error) => `${error.property}: ${Object.values(error.constraints ?? {})[0] ?? 'is wrong'}`,
  );
  if (missing.length + wrong.length > 0) throw new WrongEnvironment([...missing, ...wrong]);
  return Object.freeze(env);
}

/** Where a file is that a person named: npm runs a script in the project's folder, and the person may be elsewhere. */
export function namedFile(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** Whether the product is reached over TLS, so that cookies can ask for it. */
export const isReachedOverTls = ({ PUBLIC_URL }: Env): boolean => PUBLIC_URL?.startsWith('https://') === true;

/** What security.txt says, or null when nobody said where to report to. */
export function securityTxtOf(env: Env): { contact: string; publicUrl: string | null } | null {
  const { SECURITY_CONTACT: contact, PUBLIC_URL: publicUrl } = env;
  return contact === undefined ? null : { contact, publicUrl: isReachedOverTls(env) ? (publicUrl ?? null) : null };
}

/** Where the queues are: in Redis when that is given, else in the database. */
export const queueStoreOf = ({ REDIS_URL }: Env, databaseUrl: string): QueueStore =>
  REDIS_URL === undefined ? { kind: 'POSTGRES', url: databaseUrl } : { kind: 'REDIS', url: REDIS_URL };

/** The days that this house has chosen to be free. */
export const freeDaysOf = ({ FREE_DAYS = '' }: Env): FreeDays => ({
  goodFriday: FREE_DAYS.includes('goede-vrijdag'),
  liberationDay: FREE_DAYS.includes('bevrijdingsdag'),
});
