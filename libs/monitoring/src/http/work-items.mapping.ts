import { quarterCode } from '@sr/placements';
import type { Page } from '@sr/platform';
import type { WorkItemView } from '../work/work-items.service';
import type { WorkItemAnswer, WorkItemPage } from './work-items.dto';

export const toWorkItemPage = ({ items, next }: Page<WorkItemView>): WorkItemPage => ({
  items: items.map(toWorkItem),
  next,
});

export function toWorkItem({ item, key, daysLate, persons }: WorkItemView): WorkItemAnswer {
  // Who stands around an item says who is asked next; it names ministries that the reader may not see.
  const { waitsFor, quarter, around: _, ...rest } = item;
  const { side, principalCode, roles } = waitsFor;
  return {
    ...rest,
    key,
    quarter: quarter === null ? null : quarterCode(quarter),
    daysLate,
    waitsFor: { side, principalCode, roles, persons },
  };
}
