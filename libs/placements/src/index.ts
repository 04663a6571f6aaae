export type { EmploymentForm } from '@sr/kernel';
export { ClaimsService, type ClaimFile, type ClaimInList } from './claims.service';
export type { AcceptedClaim, ClaimToAccept } from './decide-claims';
export type { Warning } from './domain/check-claim';
export type { Claim, ClaimStatus, Correction } from './domain/claim';
export type { ClaimKind } from './domain/claim-kind';
export type { Evidence, EvidenceDeclaration, EvidenceType, EvidenceVerdict } from './domain/evidence';
export type { Placement, PlacementChange, RegisterIndication } from './domain/placement';
export type { RealisedBy, RealisingParty } from './domain/realised';
export type { Report, ReportState } from './domain/report';
export type { ActivityLine, PlacementLine, PurchaseLine, ReportLines } from './domain/report-lines';
export { EvidenceService, type EvidenceSubject, type EvidenceWithNames } from './evidence.service';
export type { GoalProgress } from './domain/progress';
export type { FormFreeJobs } from './persistence/form-free.store';
export { PlacementFigures, type Reporting, type ValueToCome } from './placement-figures';
export { PlacementsModule } from './placements.module';
export {
  PlacementsService,
  type ClaimSubmission,
  type PlacementFile,
  type PlacementRegistration,
} from './placements.service';
export { ReportsService, type ReportInList, type ReportToOpen } from './reports.service';
export type { ReportItem, ReportView } from './report-views';
