export type {
  LabourMarketRegion,
  NetworkMembership,
  Principal,
  PrincipalUnit,
  ProcurementCategory,
  Supplier,
  SupplierGroup,
} from './domain/organisation';
export { isKvkNumber } from './domain/kvk-number';
export { isOin } from './domain/oin';
export { isTooi } from './domain/tooi';
export { Allow, Public } from './allow';
export { ALLOWS } from './allow';
export { PERMISSIONS, PERMISSIONS_OF, ROLES, type Permission, type Role } from './domain/permissions';
export { LANGUAGES, type Language } from './domain/language';
export type { Organisation, Person } from './domain/person';
export { IdentityModule } from './identity.module';
export { OrganisationsService } from './organisations.service';
export { PeopleService, type DirectoryPerson, type Invitation } from './people.service';
export { ReferenceService } from './reference.service';
export { SessionsService, type Session } from './sessions.service';
export { IdentityService, type SupplierGroupRegistration } from './identity.service';
export type { KeptPerson } from './persistence/person.store';
export type { SupplierGroupWithMembers } from './persistence/organisation.store';
export { IDENTITY_EVENTS, type IdentityEvent } from './identity.events';
