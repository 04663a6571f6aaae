/** Every table and migration of the libraries: the one place that sees them all. */
import { contractSchema, obligationSchema, revisionSchema } from '../libs/contracts/src/persistence/contract.schema';
import { Contract1767225900000 } from '../libs/contracts/src/persistence/migrations/1767225900000-contract';
import { Ledger1767226200000 } from '../libs/allocation/src/persistence/migrations/1767226200000-ledger';
import { Organisation1767225700000 } from '../libs/identity/src/persistence/migrations/1767225700000-organisation';
import {
  labourMarketRegionSchema,
  networkMembershipSchema,
  principalSchema,
  supplierGroupSchema,
  supplierSchema,
} from '../libs/identity/src/persistence/organisation.schema';
import { Placement1767226100000 } from '../libs/placements/src/persistence/migrations/1767226100000-placement';
import { claimSchema, placementSchema } from '../libs/placements/src/persistence/placement.schema';
import { Plan1767226000000 } from '../libs/plans/src/persistence/migrations/1767226000000-plan';
import { planMembershipSchema, planSchema } from '../libs/plans/src/persistence/plan.schema';
import { Platform1767225600000 } from '../libs/platform/src/persistence/migrations/1767225600000-platform';
import { ValueTable1767225800000 } from '../libs/valuation/src/persistence/migrations/1767225800000-value-table';
import { blockSchema, bonusSchema, valueTableSchema } from '../libs/valuation/src/persistence/value-table.schema';

export const tables = [
  principalSchema,
  labourMarketRegionSchema,
  networkMembershipSchema,
  supplierGroupSchema,
  supplierSchema,
  valueTableSchema,
  blockSchema,
  bonusSchema,
  contractSchema,
  obligationSchema,
  revisionSchema,
  planSchema,
  planMembershipSchema,
  placementSchema,
  claimSchema,
];

/** In the order in which they run: a library's tables point only to those of lower libraries. */
export const migrations = [
  Platform1767225600000,
  Organisation1767225700000,
  ValueTable1767225800000,
  Contract1767225900000,
  Plan1767226000000,
  Placement1767226100000,
  Ledger1767226200000,
];
