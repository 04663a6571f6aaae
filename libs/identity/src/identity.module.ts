import { Module } from '@nestjs/common';
import { AuditTrailService } from './audit-trail.service';
import { IdentityService } from './identity.service';
import { OrganisationsService } from './organisations.service';
import { PeopleService } from './people.service';
import { ReferenceService } from './reference.service';
import { SessionsService } from './sessions.service';

@Module({
  providers: [
    AuditTrailService,
    IdentityService,
    OrganisationsService,
    PeopleService,
    ReferenceService,
    SessionsService,
  ],
  exports: [AuditTrailService, IdentityService, OrganisationsService, PeopleService, ReferenceService, SessionsService],
})
export class IdentityModule {}
