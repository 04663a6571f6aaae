import { randomUUID } from 'node:crypto';
import { apiOf, openPage, signInAs, type Api, type Page } from './browse';

/** The caterer of the example. */
export const CATERER = { kvkNumber: '68750110', coordinator: 'Lotte Lepel' };

interface Registered {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly supplier: { readonly supplierGroupId: string };
}

/** A page of somebody who is signed in. */
export async function pageOf(who: string, options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage(options);
  await signInAs(page, who);
  return page;
}

/** A new contract of IenW with the caterer, whose obligation is a fixed amount of EUR 40,000. */
export function registerContract(api: Api, more: object = {}): Promise<Registered> {
  const number = `W-${randomUUID().slice(0, 8)}`;
  return api.post<Registered>('/contracts', {
    number,
    principalCode: 'IenW',
    supplier: { kvkNumber: CATERER.kvkNumber },
    title: `Lunch op locatie ${number}`,
    awardedOn: '2024-11-01',
    startsOn: '2025-01-01',
    endsOn: '2026-06-30',
    obligation: { kind: 'FIXED', amountCents: 4_000_000, deviationReason: 'Zo gepubliceerd in de aanbesteding.' },
    ...more,
  });
}

/** The network proposes a contract for a new plan of its supplier; answers the plan's id and name. */
export async function proposeForPlan(contract: Registered): Promise<{ readonly id: string; readonly name: string }> {
  const network = apiOf(await pageOf('network coordinator'));
  const { items } = await network.get<{ items: { code: string }[] }>('/value-tables?limit=1');
  return network.post('/plans', {
    name: `Plan ${contract.number}`,
    kind: 'BUNDLE',
    supplierGroupId: contract.supplier.supplierGroupId,
    valueTable: items[0]?.code,
    contractIds: [contract.id],
  });
}
