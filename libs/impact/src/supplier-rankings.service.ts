import { Injectable } from '@nestjs/common';
import { ContractFigures } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT, type Actor, type LocalDate } from '@sr/kernel';
import { Clock, Db } from '@sr/platform';
import { rankSupplierGroups, type PointOfGroup, type Ranked, type RankingOrder } from './domain/ranking';
import { PlanCourses } from './plan-courses';
import { pointsOf, type Point } from './points';

/** The first supplier groups in an order, as they go today. */
export interface SupplierRanking {
  readonly on: LocalDate;
  readonly items: readonly (Ranked & { readonly name: string })[];
}

/** Which supplier groups have the most open, at risk or behind: whom to call first. */
@Injectable()
export class SupplierRankingsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly contracts: ContractFigures,
    private readonly courses: PlanCourses,
  ) {}

  /** The first `limit` supplier groups, over the obligations in euros that are in sight and not settled. */
  async rank(actor: Actor, order: RankingOrder, limit: number): Promise<SupplierRanking> {
    const on = this.clock.today();
    const seen = await this.db.read(actor, (reader) => this.contracts.openObligations(reader));
    const ids = seen.map(({ id }) => id);
    const followed = await this.db.read(THE_PRODUCT, (reader) => this.courses.of(reader, ids));
    const ranked = rankSupplierGroups(pointsOf(followed, on).flatMap(toPointOfGroup), order, limit);
    const names = await this.db.read(actor, (reader) =>
      this.identity.groupNames(
        reader,
        ranked.map(({ supplierGroupId }) => supplierGroupId),
      ),
    );
    return { on, items: ranked.map((group) => ({ ...group, name: names.get(group.supplierGroupId) ?? '' })) };
  }
}

/** A plan is of one supplier group. */
function toPointOfGroup({ plan, members, forecast }: Point): PointOfGroup[] {
  const { signal, amountCents, allocatedCents, shortfallCents, behindCents } = forecast;
  const [first] = members;
  if (!first || signal === null) return [];
  return [
    {
      supplierGroupId: first.obligation.supplierGroupId,
      plan,
      signal,
      openCents: amountCents,
      allocatedCents,
      atRiskCents: shortfallCents,
      behindCents,
      principalCodes: members.flatMap(({ obligation }) =>
        obligation.amountCents > 0 ? [obligation.principalCode] : [],
      ),
    },
  ];
}
