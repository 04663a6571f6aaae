import type { Contract } from '@sr/contracts';
import type { Plan } from '@sr/plans';
import { openApi, type Client, type TestApi } from './app';
import { testProduct, type TestProduct } from './database';
import { Given, MANAGER } from './given';

/** A supplier of its own with a plan of two ministries. */
export interface SharedPlan {
  readonly given: Given;
  readonly supplierGroupId: string;
  /** Of IenW. */
  readonly a: Contract;
  /** Of BZK. */
  readonly b: Contract;
  readonly plan: Plan;
  /** Signs in somebody of the supplier. */
  readonly supplier: () => Promise<Client>;
}

/** The API with everybody signed in who has to do with the ledger; each test makes shared plans of its own. */
export interface LedgerScene {
  readonly product: TestProduct;
  readonly api: TestApi;
  readonly verifier: Client;
  readonly coordinator: Client;
  readonly managerOfIenw: Client;
  readonly managerOfBzk: Client;
  /** Signs in a contract manager of a ministry. */
  managerOf(principalCode: string): Promise<Client>;
  /** A contract of `aCents` of IenW and one of `bCents` of BZK, both in one plan, with nothing claimed yet. */
  sharedPlan(aCents: number, bCents: number): Promise<SharedPlan>;
  close(): Promise<void>;
}

/** The day on which all of it happens. */
export const SCENE_DAY = '2024-12-31';

export async function ledgerScene(): Promise<LedgerScene> {
  const product = await testProduct();
  const api = await openApi(product.applicationUrl, SCENE_DAY);
  for (const principalCode of ['IenW', 'BZK']) {
    const membership = { principalCode, joinedOn: '2023-01-01', leftOn: null, note: null };
    await product.identity.recordMembership(MANAGER, membership);
  }
  const managerOf = (principalCode: string) =>
    api.signIn({
      name: `Contractmanager ${principalCode}`,
      organisation: { kind: 'PRINCIPAL', principalCode },
      roles: ['CONTRACT_MANAGER'],
    });
  let suppliers = 0;
  return {
    product,
    api,
    verifier: await api.signIn({ name: 'Vera', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] }),
    coordinator: await api.signIn({ name: 'Coen', organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR'] }),
    managerOf,
    managerOfIenw: await managerOf('IenW'),
    managerOfBzk: await managerOf('BZK'),
    sharedPlan: async (aCents, bCents) => {
      suppliers += 1;
      const given = new Given(product, String(10_000_000 + suppliers));
      const supplierGroupId = await given.supplierGroup();
      const a = await given.contract(aCents, { number: `A${suppliers}`, principalCode: 'IenW' });
      const b = await given.contract(bCents, { number: `B${suppliers}`, principalCode: 'BZK' });
      const plan = await given.plan([a, b]);
      const supplier = () =>
        api.signIn({
          name: 'Sofie',
          organisation: { kind: 'SUPPLIER_GROUP', supplierGroupId },
          roles: ['SUPPLIER_COORDINATOR'],
        });
      return { given, supplierGroupId, a, b, plan, supplier };
    },
    close: async () => {
      await api.close();
      await product.close();
    },
  };
}
