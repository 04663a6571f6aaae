import { Module, type DynamicModule } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { AuditTrailController } from './audit-trail.controller';
import { NetworkMembershipsController } from './network-memberships.controller';
import { PeopleController } from './people.controller';
import { PrincipalsController } from './principals.controller';
import { ReferenceController } from './reference.controller';
import { SessionController } from './session.controller';
import { SIGN_IN_OPTIONS, type SignInOptions } from './sign-in.options';
import { SupplierGroupsController } from './supplier-groups.controller';

/** Signing in, people and organisations over HTTP. */
@Module({})
export class IdentityHttpModule {
  static forRoot(options: SignInOptions): DynamicModule {
    return {
      module: IdentityHttpModule,
      imports: [IdentityModule],
      controllers: [
        SessionController,
        PeopleController,
        PrincipalsController,
        SupplierGroupsController,
        NetworkMembershipsController,
        ReferenceController,
        AuditTrailController,
      ],
      providers: [{ provide: SIGN_IN_OPTIONS, useValue: options }],
      exports: [IdentityModule, SIGN_IN_OPTIONS],
    };
  }
}
