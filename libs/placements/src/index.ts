export type { EmploymentForm } from '@sr/kernel';
export { ClaimsService, type ClaimFile, type ClaimInList } from './claims.service';
export type { AcceptedClaim, ClaimToAccept } from './decide-claims';
export type { Warning } from './domain/check-claim';
export type { Claim, ClaimStatus, Correction } from './domain/claim';
export type { ClaimKind } from './domain/claim-kind';
export type { Evidence, EvidenceDeclaration, EvidenceType, EvidenceVerdict } from './domain/evidence';
export type { Placement, PlacementChange, RegisterIndication } from './domain/placement';
export { quarterCode } from './domain/quarter';
export type { RealisedBy, RealisingParty } from './domain/realised';
export type { Report, ReportState } from './domain/report';
export type { ActivityLine, PlacementLine, PurchaseLine, ReportLines } from './domain/report-lines';
export { EvidenceService, type EvidenceSubject, type EvidenceWithNames } from './evidence.service';
export type { GoalProgress } from './domain/progress';
export type { EndingEvidence, EndingPlacement } from './persistence/ending.store';
export type { FormFreeJobs } from './persistence/form-free.store';
export type {
  CountedPlacement,
  DraftReport,
  PlansAsked,
  RefusedClaims,
  UnreportedQuarter,
  WaitingClaims,
} from './persistence/waiting.store';
export { PlacementWork } from './placement-work';
export { PlacementFigures, type Reporting, type ValueToCome } from './placement-figures';
export { PlacementsModule } from './placements.module';
export { PlacementsService, type PlacementFile, type PlacementRegistration } from './placements.service';
export { ReportTermsService, type DueReport, type MoreTime } from './report-terms.service';
export { ReportsOnBehalfService } from './reports-on-behalf.service';
export { ReportsService, type ReportInList, type ReportToOpen } from './reports.service';
export type { ReportItem, ReportView } from './report-views';
export type { ClaimSubmission } from './submit-claims';
export { PLACEMENTS_EVENTS, type PlacementsEvent } from './placements.events';
