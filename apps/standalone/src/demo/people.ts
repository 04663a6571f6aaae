import type { Organisation } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import type { Product } from '../product/product';
import { WrongDemo, type Manifest } from './manifest';
import { DEMO, type PlayedNames } from './portfolio';

/** The people of the example, known by their address. */
export class Cast {
  private readonly actors = new Map<string, Actor>();

  constructor(
    private readonly product: Product,
    /** Ids by address. */
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  /** The id of the person with an address; throws `WrongDemo`. */
  idOf(email: string): string {
    return idOf(this.ids, email, 'person with address');
  }

  /** Somebody as who is signed in: with its own scope, as over HTTP, so that it sees what it would see. */
  async as(email: string): Promise<Actor> {
    const known = this.actors.get(email);
    if (known) return known;
    const { sessions } = this.product;
    const { token } = await sessions.open(this.idOf(email));
    const session = await sessions.resolve(token);
    await sessions.close(token);
    if (!session) throw new WrongDemo([`${email} cannot sign in`]);
    this.actors.set(email, session.actor);
    return session.actor;
  }
}

/** Brings the people of the example in, on the clock's day, as accounts that anybody may choose. */
export async function invitePeople(product: Product, manifest: Manifest, { groups }: PlayedNames): Promise<Cast> {
  const ids = new Map<string, string>();
  for (const { organisation, ...person } of manifest.people) {
    const invitation = { ...person, organisation: organisationOf(organisation, groups) };
    ids.set(person.email, (await product.people.invite(DEMO, invitation, true)).id);
  }
  const cast = new Cast(product, ids);
  await product.sessions.chooseShowcase(cast.idOf(manifest.showcase));
  return cast;
}

function organisationOf(
  organisation: Manifest['people'][number]['organisation'],
  groups: ReadonlyMap<string, string>,
): Organisation {
  if (organisation.kind !== 'SUPPLIER_GROUP') return organisation;
  return { kind: 'SUPPLIER_GROUP', supplierGroupId: idOf(groups, organisation.code, 'supplier group') };
}

/** The id of a name; throws `WrongDemo` when there is nothing with that name. */
export function idOf(ids: ReadonlyMap<string, string>, name: string, what: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new WrongDemo([`there is no ${what} ${name}`]);
  return id;
}
