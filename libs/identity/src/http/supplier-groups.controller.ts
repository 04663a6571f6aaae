import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { Allow } from '../allow';
import { OrganisationsService } from '../organisations.service';
import {
  AddSuppliersBody,
  RegisterSupplierGroupBody,
  SupplierGroupAnswer,
  SupplierGroupPage,
  SupplierGroupQuery,
} from './organisations.dto';

/** Supplier groups with their suppliers: officials see all of them, a supplier its own. */
@ApiTags('Organisations')
@Controller('supplier-groups')
export class SupplierGroupsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Allow('organisations.read', {
    summary: 'List the supplier groups that you may see',
    description: 'Officials see all of them, a supplier its own.',
    answers: SupplierGroupPage,
  })
  async listSupplierGroups(
    @CurrentActor() actor: Actor,
    @Query() query: SupplierGroupQuery,
  ): Promise<SupplierGroupPage> {
    return this.organisations.listSupplierGroups(actor, query, query);
  }

  @Post()
  @Allow('organisations.write', {
    summary: 'Register a supplier group with its suppliers',
    status: 201,
    answers: SupplierGroupAnswer,
    refuses: ['supplier-group.code_taken', 'supplier.in_other_group'],
  })
  async registerSupplierGroup(
    @CurrentActor() actor: Actor,
    @Body() body: RegisterSupplierGroupBody,
  ): Promise<SupplierGroupAnswer> {
    return this.organisations.addSupplierGroup(actor, body);
  }

  @Get(':supplierGroupId')
  @Allow('organisations.read', { summary: 'Read one supplier group', answers: SupplierGroupAnswer })
  async readSupplierGroup(
    @CurrentActor() actor: Actor,
    @IdParam('supplierGroupId') supplierGroupId: string,
  ): Promise<SupplierGroupAnswer> {
    return this.organisations.supplierGroup(actor, supplierGroupId);
  }

  @Post(':supplierGroupId/suppliers')
  @Allow('organisations.write', {
    summary: 'Add suppliers to a group',
    status: 201,
    answers: SupplierGroupAnswer,
    refuses: ['supplier.in_other_group'],
  })
  async addSuppliers(
    @CurrentActor() actor: Actor,
    @IdParam('supplierGroupId') supplierGroupId: string,
    @Body() { suppliers }: AddSuppliersBody,
  ): Promise<SupplierGroupAnswer> {
    return this.organisations.addSuppliers(actor, supplierGroupId, suppliers);
  }
}
