export type { LabourMarketRegion, NetworkMembership, Principal, Supplier, SupplierGroup } from './domain/organisation';
export { isKvkNumber } from './domain/kvk-number';
export { IdentityModule } from './identity.module';
export { IdentityService, type SupplierGroupRegistration } from './identity.service';
