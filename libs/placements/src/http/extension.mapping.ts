import type { Extension } from '../persistence/placement.schema';
import { nameOf } from './placements.mapping';
import type { TermExtension } from './shared.dto';

export const toExtension = (extension: Extension, names: ReadonlyMap<string, string>): TermExtension => ({
  from: extension.fromDay,
  to: extension.toDay,
  reason: extension.reason,
  extendedBy: nameOf(names, extension.extendedBy),
  extendedAt: extension.recordedAt,
});
