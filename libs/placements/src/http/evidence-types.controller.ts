import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import { EvidenceService } from '../evidence.service';
import { EvidenceTypeList } from './placements.dto';

/** The kinds of evidence that can be declared. */
@ApiTags('Placements')
@Controller('evidence-types')
export class EvidenceTypesController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get()
  @Allow('reference-data.read', {
    summary: 'List the kinds of evidence, past and present',
    answers: EvidenceTypeList,
  })
  async listEvidenceTypes(): Promise<EvidenceTypeList> {
    return { items: await this.evidence.types() };
  }
}
