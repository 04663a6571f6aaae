import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Db, Together } from '@sr/platform';
import type { Group } from '../sources/group';
import { SignalsService } from '../sources/signals.service';

/** What the events name on which a plan or contract may go otherwise. */
export type WhatChanged = Partial<{
  readonly planIds: readonly string[];
  readonly planId: string;
  readonly contractId: string;
}>;

/** Works out anew how plans and contracts go, after something changed: what changed at the same time, in one go. */
@Injectable()
export class SignalRefresher {
  private readonly refreshing = new Together<WhatChanged, undefined>((all) => this.refreshAll(all));

  constructor(
    private readonly db: Db,
    private readonly identity: IdentityService,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly signals: SignalsService,
  ) {}

  /** Refreshes the supplier groups of these plans, this plan or this contract; what is not there any more is passed over. */
  refresh(changed: WhatChanged): Promise<void> {
    return this.refreshing.ask(changed);
  }

  private async refreshAll(all: readonly WhatChanged[]): Promise<undefined[]> {
    const planIds = new Set(all.flatMap(({ planIds: some = [], planId }) => [...some, ...(planId ? [planId] : [])]));
    const contractIds = new Set(all.flatMap(({ contractId }) => contractId ?? []));
    const groups = await this.db.read(THE_PRODUCT, async (product) => {
      const plans = await this.plans.plans(product, [...planIds]);
      const contracts = await this.contracts.obligations(product, [...contractIds]);
      const groupIds = new Set([...plans, ...contracts].map(({ supplierGroupId }) => supplierGroupId));
      const known: Group[] = [];
      for (const id of groupIds) known.push({ id, suppliers: await this.identity.suppliersOfGroup(product, id) });
      return known;
    });
    await this.signals.refresh(groups);
    return all.map(() => undefined);
  }
}
