import type { Actor } from '@sr/kernel';
import type { Page } from '@sr/platform';
import type { Head, TableComparison } from '../domain/compare';
import type { Block, ValueTable } from '../domain/value-table';
import type { TableSummary, TableVersion } from '../valuation.service';
import type {
  BlockFields,
  ComparedTable,
  ValueTableAnswer,
  ValueTableComparisonAnswer,
  ValueTableComparisonQuery,
  ValueTableContent,
  ValueTablePage,
  ValueTableSummaryAnswer,
} from './value-tables.dto';

/** The version that a request describes, under `code`. */
export function toTable(code: string, content: ValueTableContent): ValueTable {
  const { name, example, validFrom, source, normHoursPerWeek, blocks, bonuses, notValued } = content;
  return {
    code,
    name,
    example,
    validFrom,
    source: source && { ...source },
    normHoursPerWeek,
    blocks: blocks.map(toBlock),
    bonuses: bonuses.map((bonus) => ({ ...bonus })),
    notValued: notValued.map((row) => ({ ...row })),
  };
}

const toBlock = (block: BlockFields): Block => ({ ...block });

export function toPage(actor: Actor, page: Page<TableSummary>): ValueTablePage {
  return { items: page.items.map((summary) => toSummary(actor, summary)), next: page.next };
}

export function toAnswer(actor: Actor, version: TableVersion): ValueTableAnswer {
  const { blocks, bonuses } = version;
  return { ...toSummary(actor, version), blocks, bonuses };
}

function toSummary(actor: Actor, summary: TableSummary): ValueTableSummaryAnswer {
  const { id, code, state, version, proposedBy, proposedByName, decidedByName, decidedAt, decisionReason } = summary;
  return {
    id,
    code,
    ...toHead(summary),
    state,
    version,
    proposedBy: proposedByName,
    isOwnProposal: proposedBy === actor.id,
    proposedAt: summary.recordedAt.toISOString(),
    decidedBy: decidedByName,
    decidedAt: decidedAt?.toISOString() ?? null,
    decisionReason,
    firstUsedAt: summary.pinnedAt?.toISOString() ?? null,
  };
}

const toHead = ({ name, example, validFrom, source, normHoursPerWeek, notValued }: Head): Head => ({
  name,
  example,
  validFrom,
  source,
  normHoursPerWeek,
  notValued,
});

export function toComparison(
  { left, right }: ValueTableComparisonQuery,
  { head, ...comparison }: TableComparison,
): ValueTableComparisonAnswer {
  const compared = (code: string, side: Head): ComparedTable => ({ code, ...side });
  return { left: compared(left, head.left), right: compared(right, head.right), changed: head.changed, ...comparison };
}
