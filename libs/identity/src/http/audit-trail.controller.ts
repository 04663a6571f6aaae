import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { Allow } from '../allow';
import { AuditTrailService } from '../audit-trail.service';
import { AuditTrailPage, AuditTrailQuery } from './audit-trail.dto';

/** Who changed what, when, from what to what, and on what ground. Nobody can change it. */
@ApiTags('Audit trail')
@Controller('audit-trail')
export class AuditTrailController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  @Allow('audit-trail.read', {
    summary: 'Read who changed what',
    description:
      'Newest first. The network and the auditor read all of it, a ministry and a supplier what was done to what is theirs, and everybody what one did oneself.',
    answers: AuditTrailPage,
  })
  async readAuditTrail(@CurrentActor() actor: Actor, @Query() query: AuditTrailQuery): Promise<AuditTrailPage> {
    const { items, next } = await this.trail.read(actor, query, query);
    return { items: items.map((line) => ({ ...line, recordedAt: line.recordedAt.toISOString() })), next };
  }
}
