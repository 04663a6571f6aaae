import type { Audience } from './moment';
import { sightOf } from './sight';
import { ofNetwork, ofPrincipal, ofSupplier, type Party, type WorkItem } from './work-item';

/** Who is asked by a step: a party, and the line in which later steps come to the same. */
export interface Asked {
  readonly party: Party;
  /** Whether the item waits for it already, or comes to it because of this step. */
  readonly waits: boolean;
  readonly line: string;
}

/** The line of for whom the item waits, whether one person of them is asked or all. */
const WAITING = 'WAITING';

/**
 * Who is asked of an item by these audiences, each party once. A role for which the item waits already is asked as a whole
 * desk, so nobody is asked twice under two names. Where the network has no part, contract managers stand for it. Who may
 * not know of the item (`sight.ts`) is not asked.
 */
export function askedOf(audiences: readonly Audience[], item: WorkItem): Asked[] {
  const [only, ...more] = audiences;
  if (only === undefined) return [];
  if (more.length === 0) return asAsked(only, item);
  const asked = new Map<string, Asked>();
  for (const audience of audiences) {
    for (const one of asAsked(audience, item)) {
      // The whole desk has the one who is named in it.
      if (one.line !== WAITING || audience !== 'WAITER' || !asked.has(WAITING)) asked.set(one.line, one);
    }
  }
  return [...asked.values()];
}

function asAsked(audience: Audience, item: WorkItem): Asked[] {
  const { waitsFor } = item;
  if (audience === 'WAITER') return [{ party: waitsFor, waits: true, line: WAITING }];
  const desk: Asked = { party: { ...waitsFor, named: [] }, waits: true, line: WAITING };
  if (audience === 'EVERYBODY_WAITING') return [desk];
  return partiesAround(audience, item).map((party) => {
    const waits =
      party.side === waitsFor.side &&
      party.principalCode === waitsFor.principalCode &&
      party.supplierGroupId === waitsFor.supplierGroupId &&
      party.roles.every((role) => waitsFor.roles.includes(role));
    const line = `${party.roles.join()}|${party.principalCode ?? party.supplierGroupId ?? ''}`;
    return waits ? desk : { party, waits, line };
  });
}

function partiesAround(audience: Exclude<Audience, 'WAITER' | 'EVERYBODY_WAITING'>, item: WorkItem): Party[] {
  const { supplierGroupId, principalCodes, network } = item.around;
  const sight = sightOf(item);
  switch (audience) {
    case 'SUPPLIER_COORDINATOR':
      return supplierGroupId !== null && sight.forSupplier ? [ofSupplier(supplierGroupId, [audience])] : [];
    case 'NETWORK_COORDINATOR':
      return network ? (sight.network ? [ofNetwork(audience)] : []) : partiesAround('CONTRACT_MANAGER', item);
    case 'CONTRACT_MANAGER':
      return principalCodes
        .filter((code) => sight.principalCodes.includes(code))
        .map((code) => ofPrincipal(code, audience));
  }
}
