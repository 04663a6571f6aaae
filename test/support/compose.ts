import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');

/** What tests look at of a service of docker-compose.yml. */
export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
}

export const composeText = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
export const compose = parse(composeText, { merge: true }) as Compose;

/** A service by its name; throws when there is none. */
export function composeService(name: string): Service {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

/** A variable in the file: its name, and what follows when it is not set (`-` a default, `?` a refusal). `$$` is a dollar. */
export const VARIABLE = /\$\$|\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g;

/** A text of the file as a container gets it, when `values` are set; throws with the words of a variable that has to be. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (_all, name: string | undefined, otherwise: string, what: string) => {
    if (name === undefined) return '$';
    const value = values[name] ?? (otherwise === '-' ? what : undefined);
    if (value === undefined) throw new Error(`${name}: ${what}`);
    return value;
  });
}
