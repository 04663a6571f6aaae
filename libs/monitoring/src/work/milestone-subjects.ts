import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { OrganisationsService } from '@sr/identity';
import { AppError, type Actor } from '@sr/kernel';
import { PlacementsService } from '@sr/placements';
import { Clock } from '@sr/platform';
import type { MilestoneFacts } from '../domain/milestone';
import { isOfTheNetwork, type SubjectDays } from '../domain/new-milestone';
import type { MilestoneSight } from '../persistence/milestone.store';

/** Something on which a talk is held, with whose it is to read what came of it, and whether the actor writes that down. */
export interface FoundSubject {
  readonly days: SubjectDays;
  readonly sight: MilestoneSight;
  readonly isYours: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What milestones are on, as far as it is in sight. */
@Injectable()
export class MilestoneSubjects {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly placements: PlacementsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /** What a milestone is on; null when it is not there, or not for the actor. */
  async find(actor: Actor, { kind, subject }: MilestoneFacts): Promise<FoundSubject | null> {
    const { everything, network } = actor.scope;
    if (subject.type === 'NETWORK') {
      const facts = { kind, subject, heldOn: this.clock.today() };
      if (!isOfTheNetwork(facts, this.clock.today())) return null;
      const joined = (await this.organisations.memberships(actor)).map(({ joinedOn }) => joinedOn).sort();
      const days = { type: 'NETWORK', since: joined[0] ?? null } as const;
      return { days, sight: OF_THE_NETWORK, isYours: everything || network };
    }
    return this.inSight(actor, subject);
  }

  /** The same of a contract or placement, of whatever kind the milestone is. */
  async inSight(actor: Actor, { type, id }: MilestoneFacts['subject']): Promise<FoundSubject | null> {
    if (!UUID.test(id)) return null;
    switch (type) {
      case 'CONTRACT':
        return this.contract(actor, id);
      case 'PLACEMENT':
        return this.placement(actor, id);
      default:
        return null;
    }
  }

  /** A contract: for its principal, its supplier and the network, when its principal took part in that at any time. */
  private async contract(actor: Actor, id: string): Promise<FoundSubject | null> {
    const found = await ifThere(() => this.contracts.show(actor, id));
    if (!found) return null;
    const { principalCode, supplierGroupId, awardedOn, startsOn, endsOn } = found;
    const { everything, network: ofNetwork, principals } = actor.scope;
    const memberships = await this.organisations.memberships(actor);
    const network = memberships.some((membership) => membership.principalCode === principalCode);
    return {
      days: { type: 'CONTRACT', awardedOn, startsOn, endsOn },
      sight: { principalCode, supplierGroupId, network },
      isYours: everything || ofNetwork || principals.includes(principalCode),
    };
  }

  /** A placement: what is said of somebody at work stays with the supplier. */
  private async placement(actor: Actor, id: string): Promise<FoundSubject | null> {
    const found = await ifThere(() => this.placements.placementFile(actor, id));
    if (!found) return null;
    const { supplierGroupId } = found.belongsTo.plan;
    const { startsOn, endsOn } = found.placement;
    const { everything, supplierGroups } = actor.scope;
    return {
      days: { type: 'PLACEMENT', startsOn, endsOn },
      sight: { principalCode: null, supplierGroupId, network: false },
      isYours: everything || supplierGroups.includes(supplierGroupId),
    };
  }
}

const OF_THE_NETWORK: MilestoneSight = { principalCode: null, supplierGroupId: null, network: true };

/** What `work` answers; undefined when there is nothing like it in sight. */
async function ifThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.category === 'not-found') return undefined;
    throw error;
  }
}
