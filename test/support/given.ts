import type { Contract } from '@sr/contracts';
import { EVERYTHING, type Actor } from '@sr/kernel';
import type { Claim, Placement, PlacementRegistration } from '@sr/placements';
import type { Plan } from '@sr/plans';
import type { ValueTable } from '@sr/valuation';
import type { Product } from '../../apps/standalone/src/product/product';

/** State is built through the services only, so that a test cannot make what the product cannot. */

export const SUPPLIER: Actor = { id: 'test-supplier', name: 'Leverancier', scope: EVERYTHING };
export const MANAGER: Actor = { id: 'test-manager', name: 'Contractmanager', scope: EVERYTHING };
export const VERIFIER: Actor = { id: 'test-verifier', name: 'Beoordelaar', scope: EVERYTHING };

/** An hour on a placement is worth EUR 20 (3,744,000 / (36 * 5200) = 20 cents a centihour); nothing is limited. */
export const TABLE: ValueTable = {
  code: 'T1',
  name: 'Testtabel',
  example: true,
  validFrom: null,
  source: null,
  normHoursPerWeek: 36,
  blocks: [
    {
      kind: 'PLACEMENT',
      code: 'WORK',
      label: 'Werk',
      annualValueCents: 3_744_000,
      limitMonths: null,
      countsAsJob: true,
    },
    {
      kind: 'PLACEMENT',
      code: 'LIMITED',
      label: 'Werk, begrensd',
      annualValueCents: 3_744_000,
      limitMonths: 1,
      countsAsJob: true,
    },
    { kind: 'PURCHASE', code: 'PURCHASE', label: 'Inkoop', rateBp: 10_000 },
    { kind: 'ACTIVITY', code: 'ACTIVITY', label: 'Activiteit', hourRateCents: 10_000, dayCapCents: 100_000 },
  ],
  bonuses: [{ code: 'AGE_55', label: '55 jaar of ouder', annualValueCents: 936_000 }],
  notValued: [],
};

/** Makes the usual things on a product, each with a name of its own. */
export class Given {
  private count = 0;
  readonly kvkNumber: string;
  private group: Promise<string> | undefined;

  constructor(
    readonly product: Product,
    kvkNumber = '68750110',
  ) {
    this.kvkNumber = kvkNumber;
    product.clock.set('2024-12-31');
  }

  /** The id of the supplier group with its one supplier. */
  supplierGroup(): Promise<string> {
    this.group ??= this.product.identity
      .registerSupplierGroup(MANAGER, {
        code: `G-${this.kvkNumber}`,
        name: 'Testgroep',
        suppliers: [{ kvkNumber: this.kvkNumber, name: 'Testleverancier' }],
      })
      .then((group) => group.id);
    return this.group;
  }

  /** A contract over 2024 and 2025 with a fixed obligation. */
  async contract(
    amountCents: number,
    more: Partial<Pick<Contract, 'number' | 'principalCode' | 'startsOn' | 'endsOn'>> = {},
  ): Promise<Contract> {
    await this.supplierGroup();
    const { number = this.name('C'), principalCode = 'IenW', startsOn = '2024-01-01', endsOn = '2025-12-31' } = more;
    return this.product.contracts.register(MANAGER, {
      number,
      reference: null,
      principalCode,
      supplierKvkNumber: this.kvkNumber,
      title: 'Schoonmaak',
      awardedOn: '2024-01-02',
      startsOn,
      endsOn,
      carries: { obligation: { kind: 'FIXED', amountCents } },
    });
  }

  /** A plan with these contracts' obligations, valued with `table`. */
  async plan(contracts: readonly Contract[], table: ValueTable = TABLE): Promise<Plan> {
    await this.product.valuation.register(MANAGER, table);
    return this.product.plans.create(MANAGER, {
      name: this.name('P'),
      supplierGroupId: await this.supplierGroup(),
      valueTable: table.code,
      obligations: contracts.map((contract) => contract.number),
    });
  }

  placement(plan: Plan, more: Partial<PlacementRegistration> = {}): Promise<Placement> {
    return this.product.placements.registerPlacement(SUPPLIER, {
      ref: this.name('PL'),
      planId: plan.id,
      supplierKvkNumber: this.kvkNumber,
      candidate: this.name('K'),
      block: 'WORK',
      bonuses: [],
      employmentForm: 'FORMAL',
      startsOn: '2024-01-01',
      endsOn: null,
      registerIndicated: 'YES',
      region: null,
      ...more,
    });
  }

  /** A claim of hours on a placement, in the first quarter of 2024 unless said otherwise. */
  hours(
    placement: Placement,
    paidCentihours: number,
    period = { from: '2024-01-01', to: '2024-03-31' },
    earmark: string | null = null,
  ): Promise<Claim> {
    const { kvkNumber: supplierKvkNumber } = this;
    const ref = this.name('V');
    return this.product.placements.submit(SUPPLIER, {
      kind: 'PLACEMENT',
      ref,
      supplierKvkNumber,
      earmark,
      placementId: placement.id,
      period,
      paidCentihours,
    });
  }

  /** A purchase in the first quarter of 2024. */
  purchase(plan: Plan, invoiceCents: number, earmark: string | null = null): Promise<Claim> {
    const period = { from: '2024-01-01', to: '2024-03-31' };
    const { kvkNumber: supplierKvkNumber } = this;
    const ref = this.name('V');
    return this.product.placements.submit(SUPPLIER, {
      kind: 'PURCHASE',
      ref,
      supplierKvkNumber,
      earmark,
      planId: plan.id,
      block: 'PURCHASE',
      period,
      invoiceCents,
    });
  }

  /** An activity on a day. */
  activity(plan: Plan, centihours: number, day = '2024-02-01'): Promise<Claim> {
    const { kvkNumber: supplierKvkNumber } = this;
    const ref = this.name('V');
    return this.product.placements.submit(SUPPLIER, {
      kind: 'ACTIVITY',
      ref,
      supplierKvkNumber,
      earmark: null,
      planId: plan.id,
      block: 'ACTIVITY',
      day,
      centihours,
    });
  }

  accept(...claims: readonly Claim[]): Promise<void> {
    return this.product.allocation.accept(
      VERIFIER,
      claims.map((claim) => ({ claimId: claim.id })),
    );
  }

  private name(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }
}
