import { Injectable } from '@nestjs/common';
import { IdentityService } from '@sr/identity';
import { InvariantBroken } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import type { Reader } from '@sr/platform';
import type { ClaimSetting } from './check-claims';

/** To which plan and supplier a placement, a report or a claim belongs, with what these are called. */
export interface Belonging extends ClaimSetting {
  readonly supplierName: string;
}

/** Something of a supplier in a plan. */
interface Belongs {
  readonly planId: string;
  readonly supplierKvkNumber: string;
}

/** Finds what placements, reports and claims belong to: for a whole page at once, not row by row. */
@Injectable()
export class Belongings {
  constructor(
    private readonly identity: IdentityService,
    private readonly plans: PlansService,
  ) {}

  /** Each of these rows, which the reader sees, with what it belongs to; in their order. */
  async of<Row extends Belongs>(
    reader: Reader,
    rows: readonly Row[],
  ): Promise<{ readonly row: Row; readonly belongsTo: Belonging }[]> {
    if (rows.length === 0) return [];
    const plans = await this.plans.plansInSight(reader, [...new Set(rows.map(({ planId }) => planId))]);
    const tables = await this.plans.valueTables(reader, plans);
    const suppliers = await this.identity.suppliers(
      reader,
      rows.map(({ supplierKvkNumber }) => supplierKvkNumber),
    );
    const planOf = new Map(plans.map((plan) => [plan.id, plan]));
    return rows.map((row) => {
      const { planId, supplierKvkNumber } = row;
      const [plan, table, supplier] = [planOf.get(planId), tables.get(planId), suppliers.get(supplierKvkNumber)];
      if (!plan || !table || !supplier) {
        throw new InvariantBroken('placements', `who sees work of ${supplierKvkNumber} in ${planId} sees both`);
      }
      return { row, belongsTo: { plan, table, supplierKvkNumber, supplierName: supplier.name } };
    });
  }

  /** The same of one. */
  async ofOne(reader: Reader, row: Belongs): Promise<Belonging> {
    const [found] = await this.of(reader, [row]);
    if (!found) throw new InvariantBroken('placements', 'a row belongs somewhere');
    return found.belongsTo;
  }
}

/** What a block is called in the table of the plan; null when it is not in it. */
export const blockLabel = ({ table }: Pick<ClaimSetting, 'table'>, code: string): string | null =>
  table.blocks.find((block) => block.code === code)?.label ?? null;
