import { createHash } from 'node:crypto';
import { addDays, type LocalDate } from '@sr/kernel';
import { Clock } from '@sr/platform';
import {
  REPORTERS,
  ofSupplier,
  workItem,
  type Subject,
  type WorkItem,
  type WorkItemKind,
} from '../../../libs/monitoring/src/domain/work-item';

/** The day on which all of it is due: a Monday without a holiday. */
export const DAY: LocalDate = '2026-11-23';

/** Half past six in the Netherlands on the day: before the daily sweep, so that a worker does not run one by itself. */
export class EarlyClock extends Clock {
  now(): Date {
    return new Date(`${DAY}T05:30:00Z`);
  }
}

/** Ids that are the same in every run, and scatter over an index as the product's random ones do. */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('md5').update(parts.join(':')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const groupId = (group: number): string => idOf('group', group);
export const personId = (group: number, person: number): string => idOf('person', group, person);
/** Eight digits, as the number of a supplier has. */
export const kvkOf = (group: number): string => String(90_000_000 + group);

/** What waits: of each kind one step is due on the day, for the person who is named and for nobody else. */
const KINDS: readonly {
  readonly kind: WorkItemKind;
  readonly on: Subject['type'];
  readonly known: Partial<WorkItem>;
}[] = [
  { kind: 'PLACEMENT_ENDING', on: 'PLACEMENT', known: { dueOn: addDays(DAY, 14) } },
  { kind: 'EVIDENCE_EXPIRING', on: 'PLACEMENT', known: { dueOn: addDays(DAY, 42), count: 1 } },
  { kind: 'PLACEMENT_LIMIT_NEAR', on: 'PLACEMENT', known: { since: DAY } },
  { kind: 'CLAIMS_TO_CORRECT', on: 'REPORT', known: { since: addDays(DAY, -3), count: 2, quarter: '2026-07-01' } },
  { kind: 'REPORT_TO_MAKE', on: 'REPORT', known: { dueOn: addDays(DAY, 14), quarter: '2026-07-01' } },
];

const PLANS = ['Schoonmaak kantoren', 'Groen langs de vaarweg', 'Catering', 'Beveiliging en toezicht'];

/** So many people in a supplier group, and so many items for each of them: of each kind one in each plan. */
export const PEOPLE_PER_GROUP = 10;
export const ITEMS_PER_PERSON = KINDS.length * PLANS.length;

/** Everything that waits in a group; made anew each time that it is asked for, as the product reads it. */
export function itemsOf(group: number): WorkItem[] {
  const supplierGroupId = groupId(group);
  const items: WorkItem[] = [];
  for (let person = 0; person < PEOPLE_PER_GROUP; person += 1) {
    const waitsFor = ofSupplier(supplierGroupId, REPORTERS, { named: [personId(group, person)] });
    for (const [index, { kind, on, known }] of KINDS.flatMap((each) => PLANS.map(() => each)).entries()) {
      const plan = index % PLANS.length;
      items.push(
        workItem(kind, { type: on, id: idOf(kind, group, person, index), name: `Kandidaat ${index + 1}` }, waitsFor, {
          planId: idOf('plan', group, plan),
          planName: PLANS[plan] ?? null,
          contractId: idOf('contract', group, plan),
          contractNumber: `31${group}-${plan}`,
          supplierKvkNumber: kvkOf(group),
          supplierName: nameOf(group),
          principalCode: 'IenW',
          around: { supplierGroupId, principalCodes: ['IenW'], network: true },
          ...known,
        }),
      );
    }
  }
  return items;
}

export const nameOf = (group: number): string => `Leverancier ${group + 1} B.V.`;
