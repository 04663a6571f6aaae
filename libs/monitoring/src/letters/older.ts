import { compare, daysAgo, type Matter } from './arrange';
import type { WorkItemKind } from '../domain/work-item';
import { oneStop } from './clean';
import { longDay, quarterOfYear, whole } from './days';
import type { Link, ToldMatter } from './told';
import { span } from './span';
import { fullLabelOf } from './telling';
import { aboutOf, type ForReader } from './titles';
import type { DigestItem } from './types';
import { WORDS } from './words';

/** What is told of one quarter, whatever state its report is in. */
const REPORTS: readonly WorkItemKind[] = [
  'REPORT_TO_OPEN',
  'REPORT_TO_MAKE',
  'REPORT_TO_CHECK',
  'REPORT_TO_SUBMIT',
  'REPORT_LATE',
];
const MOST_TOLD = 6;

interface Where {
  readonly linkOf: (one: DigestItem) => Link;
  readonly myWork: Link;
}

/** What is late for very long, gathered: one line for reports and one for other work, each with one way to go on. */
export function olderOf(matters: readonly Matter[], telling: ForReader, where: Where): ToldMatter[] {
  const old = matters.filter(({ band }) => band === 'OLD');
  return (['REPORTS', 'OTHER'] as const).flatMap((group) => {
    const of = old.filter(({ kind }) => REPORTS.includes(kind) === (group === 'REPORTS'));
    return of.length === 0 ? [] : [gathered(group, of, telling, where)];
  });
}

function gathered(
  group: 'REPORTS' | 'OTHER',
  matters: readonly Matter[],
  telling: ForReader,
  where: Where,
): ToldMatter {
  const { language, today, reader } = telling;
  const { frame } = WORDS[language];
  const words = frame.older[group];
  const items = matters.flatMap((one) => one.items).sort((a, b) => compare(dayOf(a), dayOf(b)));
  const plan = group === 'REPORTS' && items.every(({ item }) => item.quarter !== null) ? planOf(items, telling) : '';
  const parts = group === 'REPORTS' ? quartersOf(items, plan, telling) : matters.map((one) => aboutOf(one, telling));
  const shown = parts.length > MOST_TOLD ? MOST_TOLD - 1 : parts.length;
  const said = [
    ...parts.slice(0, shown),
    ...(shown < parts.length ? [frame.andMore(whole(language, parts.length - shown))] : []),
  ].join(', ');
  const [first] = items;
  const ago = daysAgo(first === undefined ? today : dayOf(first), today);
  const late = span(language, ago);
  const isOwn = matters.some(({ stance }) => stance === 'OWN') && (reader.side === 'SUPPLIER' || group === 'OTHER');
  const suppliers = new Set(items.map(({ item }) => item.supplierName)).size;
  const isOne = items.length === 1 && first !== undefined;
  return {
    title: words.title(said, items.length, plan),
    when: isOne ? frame.lastDay(longDay(language, dayOf(first), today), ago, late) : frame.oldest(late),
    sentences: oneStop(isOwn ? words.own(items.length) : words.others(items.length, suppliers)),
    links: [isOne ? where.linkOf(first) : where.myWork],
    members: [],
    rest: '',
  };
}

const dayOf = ({ item }: DigestItem): string => item.dueOn ?? '';

/** What of one plan is all it is about; empty when it is about several. */
function planOf(items: readonly DigestItem[], telling: ForReader): string {
  const labels = new Set(items.map((one) => fullLabelOf(one, telling)));
  const [label = ''] = labels;
  return labels.size === 1 ? label : '';
}

/** "eerste kwartaal 2024 van 2 plannen", for each quarter; without the plan when it is told once for all. */
function quartersOf(items: readonly DigestItem[], plan: string, telling: ForReader): string[] {
  const { language } = telling;
  const { frame } = WORDS[language];
  const quarters = new Map<string, Set<string>>();
  for (const { item, ...one } of items) {
    const said = item.quarter === null ? '' : quarterOfYear(language, item.quarter);
    quarters.set(said, (quarters.get(said) ?? new Set()).add(fullLabelOf({ item, ...one }, telling)));
  }
  return [...quarters].map(([quarter, plans]) => {
    const [label = ''] = plans;
    const of = plans.size === 1 ? label : frame.units.PLAN(whole(language, plans.size));
    const isTold = plan !== '' || of === '';
    return [quarter, ...(isTold ? [] : [...(quarter === '' ? [] : [frame.of]), of])].join(' ').trim();
  });
}
