import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

const URL_MESSAGE = 'write an address like postgres://user:password@host:5432/database';

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
}

const NAMES = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATA_FOLDER', 'PORT', 'HOST', 'PUBLIC_URL', 'DEMO'] as const;
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
