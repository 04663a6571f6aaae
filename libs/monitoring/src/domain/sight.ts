import type { WorkItem, WorkItemKind } from './work-item';

/** Who reads that something was sent. */
export interface Sight {
  readonly forSupplier: boolean;
  readonly principalCodes: readonly string[];
  readonly network: boolean;
}

/** What a ministry has to settle among its own people: its supplier hears the outcome. */
const OF_THE_PRINCIPAL: readonly WorkItemKind[] = ['EXEMPTION_TO_DECIDE', 'OBLIGATION_MISSING'];
/** What tells of one person at work, or how a supplier goes about its report: for the supplier and who verifies. */
const OF_WHO_WORKS_WITH_CLAIMS: readonly WorkItemKind[] = [
  'REPORT_TO_MAKE',
  'REPORT_TO_CHECK',
  'REPORT_TO_SUBMIT',
  'CLAIMS_TO_CORRECT',
  'EVIDENCE_EXPIRING',
  'PLACEMENT_ENDING',
  'PLACEMENT_LIMIT_NEAR',
];

/**
 * Who reads that a reminder of this item was sent: both sides, so that nobody has to ask whether the other was asked.
 * Except what is of one side only; and what tells of one person, which a ministry as such does not read (who verifies for
 * it has it on the own list).
 */
export function sightOf({ kind, around }: Pick<WorkItem, 'kind' | 'around'>): Sight {
  const { principalCodes, network } = around;
  if (OF_THE_PRINCIPAL.includes(kind)) return { forSupplier: false, principalCodes, network };
  if (OF_WHO_WORKS_WITH_CLAIMS.includes(kind)) return { forSupplier: true, principalCodes: [], network };
  return { forSupplier: true, principalCodes, network };
}
