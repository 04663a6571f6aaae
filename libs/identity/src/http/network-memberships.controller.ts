import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { Allow } from '../allow';
import { OrganisationsService } from '../organisations.service';
import { JoinNetworkBody, MembershipQuery, NetworkMembershipAnswer, NetworkMembershipPage } from './organisations.dto';

/** Who takes part in the network, and when. */
@ApiTags('Organisations')
@Controller('network-memberships')
export class NetworkMembershipsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Allow('organisations.read', {
    summary: 'List who takes part in the network, and when',
    answers: NetworkMembershipPage,
  })
  async listNetworkMemberships(
    @CurrentActor() actor: Actor,
    @Query() query: MembershipQuery,
  ): Promise<NetworkMembershipPage> {
    return this.organisations.listMemberships(actor, query, query);
  }

  @Post()
  @Allow('organisations.write', {
    summary: 'Let a principal join the network',
    description: 'Leaving, with what it means for plans, is `POST /v1/network-departures`.',
    status: 201,
    answers: NetworkMembershipAnswer,
    refuses: ['principal.unknown', 'membership.overlaps'],
  })
  async joinNetwork(
    @CurrentActor() actor: Actor,
    @Body() { principalCode, joinedOn, note = null }: JoinNetworkBody,
  ): Promise<NetworkMembershipAnswer> {
    return this.organisations.join(actor, { principalCode, joinedOn, note });
  }
}
