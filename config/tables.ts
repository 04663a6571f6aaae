/** Every table and migration of the libraries: the one place that sees them all. */
import {
  contractSchema,
  exemptionSchema,
  obligationSchema,
  revisionSchema,
  settlementSchema,
  thresholdRuleSchema,
} from '../libs/contracts/src/persistence/contract.schema';
import { Contract1767225900000 } from '../libs/contracts/src/persistence/migrations/1767225900000-contract';
import { OpenContracts1767226310000 } from '../libs/contracts/src/persistence/migrations/1767226310000-open-contracts';
import { Ledger1767226200000 } from '../libs/allocation/src/persistence/migrations/1767226200000-ledger';
import { Language1767226260000 } from '../libs/identity/src/persistence/migrations/1767226260000-language';
import { Organisation1767225700000 } from '../libs/identity/src/persistence/migrations/1767225700000-organisation';
import {
  labourMarketRegionSchema,
  networkMembershipSchema,
  principalSchema,
  supplierGroupSchema,
  supplierSchema,
} from '../libs/identity/src/persistence/organisation.schema';
import { People1767225750000 } from '../libs/identity/src/persistence/migrations/1767225750000-people';
import {
  personSchema,
  principalUnitSchema,
  procurementCategorySchema,
} from '../libs/identity/src/persistence/person.schema';
import { Monitoring1767226300000 } from '../libs/monitoring/src/persistence/migrations/1767226300000-monitoring';
import { RecipientLists1767226340000 } from '../libs/monitoring/src/persistence/migrations/1767226340000-recipient-lists';
import { Placement1767226100000 } from '../libs/placements/src/persistence/migrations/1767226100000-placement';
import { OnBehalf1767226280000 } from '../libs/placements/src/persistence/migrations/1767226280000-on-behalf';
import { Ending1767226320000 } from '../libs/placements/src/persistence/migrations/1767226320000-ending';
import {
  candidateSchema,
  claimSchema,
  evidenceSchema,
  evidenceTypeSchema,
  extensionSchema,
  placementSchema,
  reportSchema,
} from '../libs/placements/src/persistence/placement.schema';
import { Plan1767226000000 } from '../libs/plans/src/persistence/migrations/1767226000000-plan';
import { SightIsDear1767226290000 } from '../libs/plans/src/persistence/migrations/1767226290000-sight-is-dear';
import { PlanExtension1767226270000 } from '../libs/plans/src/persistence/migrations/1767226270000-plan-extension';
import {
  planExtensionSchema,
  planLineSchema,
  planMembershipSchema,
  planSchema,
  proposalSchema,
} from '../libs/plans/src/persistence/plan.schema';
import { Jobs1767226250000 } from '../libs/platform/src/persistence/migrations/1767226250000-jobs';
import { Platform1767225600000 } from '../libs/platform/src/persistence/migrations/1767225600000-platform';
import { ValueTable1767225800000 } from '../libs/valuation/src/persistence/migrations/1767225800000-value-table';
import { blockSchema, bonusSchema, valueTableSchema } from '../libs/valuation/src/persistence/value-table.schema';

export const tables = [
  principalSchema,
  labourMarketRegionSchema,
  networkMembershipSchema,
  supplierGroupSchema,
  supplierSchema,
  procurementCategorySchema,
  principalUnitSchema,
  personSchema,
  valueTableSchema,
  blockSchema,
  bonusSchema,
  contractSchema,
  thresholdRuleSchema,
  obligationSchema,
  revisionSchema,
  exemptionSchema,
  settlementSchema,
  planSchema,
  planMembershipSchema,
  proposalSchema,
  planLineSchema,
  planExtensionSchema,
  candidateSchema,
  placementSchema,
  reportSchema,
  claimSchema,
  evidenceTypeSchema,
  evidenceSchema,
  extensionSchema,
];

/** In the order in which they run: a library's tables point only to those of lower libraries. */
export const migrations = [
  Platform1767225600000,
  Organisation1767225700000,
  People1767225750000,
  ValueTable1767225800000,
  Contract1767225900000,
  Plan1767226000000,
  Placement1767226100000,
  Ledger1767226200000,
  Jobs1767226250000,
  Language1767226260000,
  PlanExtension1767226270000,
  OnBehalf1767226280000,
  SightIsDear1767226290000,
  Monitoring1767226300000,
  OpenContracts1767226310000,
  Ending1767226320000,
  RecipientLists1767226340000,
];
