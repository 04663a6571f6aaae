import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Db } from '@sr/platform';
import { SignalsService } from '../signals.service';

/** What the events name on which a plan or contract may go otherwise. */
export type WhatChanged = Partial<{
  readonly planIds: readonly string[];
  readonly planId: string;
  readonly contractId: string;
}>;

/** Works out anew how plans and contracts go, after something changed. */
@Injectable()
export class SignalRefresher {
  constructor(
    private readonly db: Db,
    private readonly identity: IdentityService,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly signals: SignalsService,
  ) {}

  /** Refreshes the supplier groups of these plans, this plan or this contract; what is not there any more is passed over. */
  async refresh({ planIds = [], planId, contractId }: WhatChanged): Promise<void> {
    const groups = await this.db.read(THE_PRODUCT, async (product) => {
      const plans = await this.plans.plans(product, planId === undefined ? planIds : [...planIds, planId]);
      const ids = new Set(plans.map(({ supplierGroupId }) => supplierGroupId));
      if (contractId !== undefined) {
        const contracts = await this.contracts.obligations(product, [contractId]);
        for (const { supplierGroupId } of contracts) ids.add(supplierGroupId);
      }
      return Promise.all(
        [...ids].map(async (id) => ({ id, suppliers: await this.identity.suppliersOfGroup(product, id) })),
      );
    });
    await this.signals.refresh(groups);
  }
}
