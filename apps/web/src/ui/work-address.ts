import type { Answer } from '../api/client';

type Item = Pick<
  Answer<'WorkItemAnswer'>,
  'kind' | 'subject' | 'planId' | 'contractId' | 'supplierKvkNumber' | 'quarter' | 'escalated'
>;

/** Where somebody does the work of an item; where it is another's work, what it is about. */
export const addressOfWork = (item: Item): string => (item.escalated ? aboutAt(item) : null) ?? workAt(item);

/** The contract or the plan that an item is about, if it is about one. */
function aboutAt({ subject, planId, contractId }: Item): string | null {
  if (contractId && (subject.type === 'CONTRACT' || !planId)) return `/contracten/${contractId}`;
  return planId && `/plannen/${planId}`;
}

function workAt({ kind, subject, planId, contractId, supplierKvkNumber, quarter }: Item): string {
  switch (kind) {
    case 'PROPOSAL_TO_ANSWER':
      return `/voorstellen/${planId}/${contractId}`;
    case 'EXEMPTION_TO_DECIDE':
    case 'OBLIGATION_MISSING':
    case 'CONTRACT_ENDING':
      return `/contracten/${contractId}/verplichting`;
    // Where the talk, or the decision, is written down.
    case 'CONTACT_TO_MAKE':
    case 'MID_TERM_BEHIND':
    case 'EXTENSION_TO_DECIDE':
      return `/contracten/${contractId}/berichten`;
    case 'SETTLEMENT_TO_PROPOSE':
    case 'SETTLEMENT_TO_FINISH':
    case 'SETTLEMENT_TO_ANSWER':
    case 'REMEDY_ENDING':
    case 'SHORTFALL_TO_MAKE_GOOD':
      return `/contracten/${contractId}/afrekening`;
    case 'PLAN_TO_WRITE':
    case 'PLAN_RETURNED':
      return `/plannen/${planId}/maatregelen`;
    case 'PLAN_TO_APPROVE':
    case 'REPORT_LATE':
    case 'REPORTS_TO_COME':
    case 'GOING_WRONG':
    case 'FINAL_REPORT':
      return `/plannen/${planId}`;
    case 'REPORT_TO_OPEN':
      return `/rapportages/nieuw?${new URLSearchParams({ planId: planId ?? '', supplierKvkNumber: supplierKvkNumber ?? '', quarter: quarter ?? '' })}`;
    case 'REPORT_TO_MAKE':
    case 'REPORT_TO_CHECK':
    case 'REPORT_TO_SUBMIT':
      return `/rapportages/${subject.id}`;
    case 'CLAIMS_TO_CORRECT':
      return '/bijdragen?status=REJECTED';
    case 'CLAIMS_TO_DECIDE':
      return `/bijdragen?planId=${planId}`;
    case 'PLACEMENT_LIMIT_NEAR':
    case 'PLACEMENT_ENDING':
      return `/plaatsingen/${subject.id}`;
    case 'EVIDENCE_EXPIRING':
      return subject.type === 'CLAIM' ? `/bijdragen/${subject.id}` : `/plaatsingen/${subject.id}`;
    case 'YEAR_FIGURES':
      return `/resultaten/${subject.id}`;
    case 'PILOT_TO_EVALUATE':
      return '/resultaten';
    case 'VALUE_TABLE_TO_APPROVE':
      return `/waardetabellen/${subject.id}`;
  }
}

const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^(PLAN_|GOING_WRONG|REPORT_TO_OPEN|REPORT_LATE|REPORTS_TO_COME|CLAIMS_TO_DECIDE)/, '/plannen/'],
  [/^(OBLIGATION|CONTACT|PROPOSAL|MID_TERM|EXTENSION|CONTRACT_|FINAL_|SETTLEMENT|SHORTFALL|REMEDY)/, '/contracten/'],
  [/^REPORT_TO_/, '/rapportages/'],
  [/^PLACEMENT_/, '/plaatsingen/'],
];

/** The plan, contract, report or placement that the key of an item is about, as far as it tells. */
export function subjectOfKey(key: string): string | null {
  const [kind = '', id = ''] = key.split(':');
  const page = PAGES.find(([kinds]) => kinds.test(kind));
  return page && id ? page[1] + id : null;
}
