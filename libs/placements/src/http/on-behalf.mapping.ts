import type { OnBehalf } from '../domain/on-behalf';
import { quarterCode } from '../domain/quarter';
import type { DueReport } from '../report-terms.service';
import type { DueReportAnswer, OnBehalfAnswer } from './on-behalf.dto';
import { nameOf } from './placements.mapping';
import { toExtension } from './extension.mapping';

/** Who reported on behalf of the supplier, by name; null for what the supplier reported itself. */
export function toOnBehalf(
  { onBehalfSide, onBehalfReason }: OnBehalf,
  by: string | null,
  names: ReadonlyMap<string, string>,
): OnBehalfAnswer | null {
  return onBehalfSide === null ? null : { by: nameOf(names, by), side: onBehalfSide, reason: onBehalfReason ?? '' };
}

export function toDueReport(due: DueReport): DueReportAnswer {
  const { supplierKvkNumber, supplierName, quarter, dueOn, daysLate, begun, extensions, onBehalf, names } = due;
  return {
    supplierKvkNumber,
    supplierName,
    quarter: quarterCode(quarter),
    dueOn,
    daysLate,
    begun,
    extensions: extensions.map((extension) => toExtension(extension, names)),
    onBehalfReportId: onBehalf?.id ?? null,
    onBehalf: onBehalf && toOnBehalf(onBehalf, onBehalf.lastEditedBy, names),
  };
}
