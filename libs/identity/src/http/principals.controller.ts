import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sr/kernel';
import { Clock, CodeParam, CurrentActor, PageQuery } from '@sr/platform';
import { Allow } from '../allow';
import { IdentityService } from '../identity.service';
import { OrganisationsService } from '../organisations.service';
import { ReferenceService } from '../reference.service';
import { AddUnitBody, PrincipalList, PrincipalUnitAnswer, PrincipalUnitPage } from './organisations.dto';
import { toPrincipals } from './organisations.mapping';

const CODE = 'The code of the principal, e.g. `IenW`.';
const CODE_SHAPE = /^[A-Za-z]{1,20}$/;

/** Ministries, high councils and the judiciary: those who are responsible for contracts. */
@ApiTags('Organisations')
@Controller('principals')
export class PrincipalsController {
  constructor(
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationsService,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('organisations.read', {
    summary: 'List the principals',
    description:
      'Ministries split and merge: one that ended names its successors. Contracts keep the principal of their time.',
    answers: PrincipalList,
  })
  async listPrincipals(@CurrentActor() actor: Actor): Promise<PrincipalList> {
    return toPrincipals(
      await this.identity.principals(),
      await this.organisations.memberships(actor),
      this.clock.today(),
    );
  }

  @Get(':principalCode/units')
  @Allow('organisations.read', { summary: 'List the units of a principal', answers: PrincipalUnitPage })
  async listPrincipalUnits(
    @CurrentActor() actor: Actor,
    @CodeParam('principalCode', CODE, CODE_SHAPE) principalCode: string,
    @Query() query: PageQuery,
  ): Promise<PrincipalUnitPage> {
    return this.reference.units(actor, principalCode, query);
  }

  @Post(':principalCode/units')
  @Allow('units.write', {
    summary: 'Add a unit to a principal',
    description: 'A contract manager adds units of its own ministry, the network of every one.',
    status: 201,
    answers: PrincipalUnitAnswer,
    refuses: ['unit.code_taken', 'unit.oin_wrong', 'organisation.ends_before_it_begins'],
  })
  async addPrincipalUnit(
    @CurrentActor() actor: Actor,
    @CodeParam('principalCode', CODE, CODE_SHAPE) principalCode: string,
    @Body() body: AddUnitBody,
  ): Promise<PrincipalUnitAnswer> {
    return this.reference.addUnit(actor, {
      oin: null,
      existsFrom: null,
      existsTo: null,
      source: null,
      ...body,
      principalCode,
    });
  }
}
