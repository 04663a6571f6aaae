import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { Allow } from '../allow';
import { ReferenceService } from '../reference.service';
import { toRoles } from './organisations.mapping';
import {
  AddCategoryBody,
  LabourMarketRegionList,
  ProcurementCategoryAnswer,
  ProcurementCategoryList,
  RoleList,
} from './reference.dto';

/** The lists that other things choose from, and what each role allows. */
@ApiTags('Reference data')
@Controller()
export class ReferenceController {
  constructor(private readonly reference: ReferenceService) {}

  @Get('procurement-categories')
  @Allow('reference-data.read', { summary: 'List the procurement categories', answers: ProcurementCategoryList })
  async listProcurementCategories(): Promise<ProcurementCategoryList> {
    return { items: await this.reference.categories() };
  }

  @Post('procurement-categories')
  @Allow('organisations.write', {
    summary: 'Add a procurement category',
    status: 201,
    answers: ProcurementCategoryAnswer,
    refuses: ['category.code_taken', 'category.name_taken', 'organisation.ends_before_it_begins'],
  })
  async addProcurementCategory(
    @CurrentActor() actor: Actor,
    @Body() body: AddCategoryBody,
  ): Promise<ProcurementCategoryAnswer> {
    return this.reference.addCategory(actor, { existsFrom: null, existsTo: null, ...body });
  }

  @Get('labour-market-regions')
  @Allow('reference-data.read', { summary: 'List the labour market regions', answers: LabourMarketRegionList })
  async listLabourMarketRegions(): Promise<LabourMarketRegionList> {
    return { items: await this.reference.regions() };
  }

  @Get('roles')
  @Allow('reference-data.read', {
    summary: 'List the roles with what each allows',
    description: 'Rights are given to roles, never to people.',
    answers: RoleList,
  })
  listRoles(): RoleList {
    return toRoles();
  }
}
