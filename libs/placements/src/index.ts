export type { AcceptedClaim, ClaimToAccept } from './decide-claims';
export type { Claim, ClaimKind, ClaimStatus } from './domain/claim';
export type { EmploymentForm, Placement, RegisterIndication } from './domain/placement';
export { PlacementsModule } from './placements.module';
export { PlacementsService, type ClaimSubmission, type PlacementRegistration } from './placements.service';
