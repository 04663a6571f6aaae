import { Injectable } from '@nestjs/common';
import { AppError, orThrow, refuseIf, type Actor, type Cents, type Centihours, type EmploymentForm } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Db } from '@sr/platform';
import { ValuationService, type Step } from '@sr/valuation';
import { blockViolations, bonusViolations } from './domain/blocks';
import { placementsById } from './persistence/placement.store';
import { countedOf } from './persistence/usage.store';
import { placementUnknown } from './domain/report-lines';

/** Hours of somebody at work, of which is asked what they would be worth. */
export interface HoursToValue {
  readonly planId: string;
  readonly block: string;
  readonly bonuses: readonly string[];
  readonly employmentForm: EmploymentForm;
  readonly centihours: Centihours;
  /** A placement of the candidate: what it used of the counting limit is taken off. Null for somebody new. */
  readonly placementId: string | null;
}

/** What they would be worth when they were accepted now. */
export interface ValuePreview {
  readonly valueCents: Cents;
  readonly countedCentihours: Centihours;
  readonly steps: readonly Step[];
  /** The most hours of one candidate that count in the block; null when nothing limits it. */
  readonly limitCentihours: bigint | null;
  /** What these hours leave of it. */
  readonly leftCentihours: bigint | null;
}

const NOTHING: ValuePreview = {
  valueCents: 0,
  countedCentihours: 0,
  steps: [],
  limitCentihours: null,
  leftCentihours: null,
};

/** Says what hours would be worth before there is a placement or a claim. */
@Injectable()
export class ValuePreviewsService {
  constructor(
    private readonly db: Db,
    private readonly plans: PlansService,
    private readonly valuation: ValuationService,
  ) {}

  /**
   * What hours would be worth in a plan; nothing in a form-free one. Refuses `plan.unknown`, `placement.unknown` (both not
   * found), `placement.block_unknown`, `placement.block_of_other_kind`, `placement.bonus_unknown`, `placement.bonus_repeated`
   * and `claim.value_too_large`.
   */
  preview(actor: Actor, { planId, placementId, ...hours }: HoursToValue): Promise<ValuePreview> {
    const { block, bonuses, employmentForm, centihours: paidCentihours } = hours;
    return this.db.read(actor, async (reader) => {
      const plan = await this.plans.plan(reader, planId);
      const table = await this.plans.valueTable(reader, plan);
      const [placement] = placementId === null ? [] : await placementsById(reader, [placementId]);
      if (placementId !== null && !placement) throw new AppError('not-found', [placementUnknown('/placementId')]);
      refuseIf([...blockViolations(table, block, 'PLACEMENT'), ...bonusViolations(table, bonuses)]);
      if (plan.kind === 'FORM_FREE') return NOTHING;
      const countedBefore = placement ? await countedOf(reader, { ...placement, block }) : 0n;
      const contribution = {
        kind: 'PLACEMENT',
        block,
        bonuses,
        employmentForm,
        paidCentihours,
        countedBefore,
      } as const;
      const { worth, steps } = orThrow(this.valuation.explain(table, contribution));
      const { valueCents, countedCentihours } = worth;
      const limitCentihours = employmentForm === 'TRIAL' ? null : this.valuation.limitOf(table, block);
      const left = limitCentihours === null ? null : limitCentihours - countedBefore - BigInt(countedCentihours);
      return {
        valueCents,
        countedCentihours,
        steps,
        limitCentihours,
        leftCentihours: left !== null && left < 0n ? 0n : left,
      };
    });
  }
}
