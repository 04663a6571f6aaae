import type { Answer } from '../api/client';
import { day, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession, type Session } from '../shell/session';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { workWords } from '../words/work';
import { Link } from './buttons';
import { Badge } from './feedback';
import { Table, type Column } from './table';
import { addressOfWork } from './work-address';

type Item = Answer<'WorkItemAnswer'>;

const texts = words({
  nl: {
    task: 'Taak',
    plan: 'Plan',
    waitsFor: 'Wacht op',
    when: 'Wanneer',
    mine: 'u',
    late: (days: string) => (days === '1' ? '1 dag te laat' : `${days} dagen te laat`),
    before: (date: string) => `vóór ${date}`,
    since: (date: string) => `sinds ${date}`,
  },
  en: {
    task: 'Task',
    plan: 'Plan',
    waitsFor: 'Waits for',
    when: 'When',
    mine: 'you',
    late: (days: string) => (days === '1' ? '1 day late' : `${days} days late`),
    before: (date: string) => `by ${date}`,
    since: (date: string) => `since ${date}`,
  },
});

/** Whether the item waits for this person. */
function isMine({ waitsFor }: Item, { person }: Pick<Session, 'person'>): boolean {
  const { organisation, roles } = person;
  const sides = { SUPPLIER: 'SUPPLIER_GROUP', PRINCIPAL: 'PRINCIPAL', NETWORK: 'NETWORK' } as const;
  if (sides[waitsFor.side] !== organisation.kind) return false;
  if (organisation.kind === 'PRINCIPAL' && waitsFor.principalCode !== organisation.principalCode) return false;
  return waitsFor.roles.some((role) => roles.includes(role));
}

interface OpenWorkProps {
  readonly caption: string;
  readonly items: readonly Item[];
  /** Who "the supplier" is. */
  readonly supplierName: string;
  /** Also of which plan, where items of more than one stand together. */
  readonly plans?: boolean;
}

/** What is open between supplier, principals and network: the task, on whom it waits, and by when. */
export function OpenWork({ caption, items, supplierName, plans = false }: OpenWorkProps) {
  const t = useWords(texts);
  const language = useLanguage();
  const session = useSession();
  const waitsFor = ({ waitsFor: whom }: Item) => {
    const { side } = labels[language];
    const who =
      whom.side === 'SUPPLIER'
        ? supplierName
        : whom.side === 'PRINCIPAL'
          ? (whom.principalCode ?? side.PRINCIPAL)
          : side.NETWORK;
    return [who, whom.persons.map(({ name }) => name).join(', ')].filter(Boolean).join(': ');
  };
  const columns: Column<Item>[] = [
    {
      key: 'task',
      head: t.task,
      names: true,
      cell: (item) => {
        const title = workWords[language][item.kind].title(item);
        return isMine(item, session) ? <Link to={addressOfWork(item)}>{title}</Link> : title;
      },
    },
    ...(plans
      ? [
          {
            key: 'plan',
            head: t.plan,
            cell: ({ planId, planName }: Item) => planId && <Link to={`/plannen/${planId}`}>{planName}</Link>,
          },
        ]
      : []),
    {
      key: 'for',
      head: t.waitsFor,
      cell: (item) => (isMine(item, session) ? <Badge tone="notice">{t.mine}</Badge> : waitsFor(item)),
    },
    {
      key: 'when',
      head: t.when,
      cell: ({ daysLate, dueOn, since }) =>
        daysLate > 0 ? (
          <Badge tone="bad">{t.late(whole(language, daysLate))}</Badge>
        ) : dueOn ? (
          t.before(day(language, dueOn))
        ) : (
          since && t.since(day(language, since))
        ),
    },
  ];
  return <Table caption={caption} captionHidden rows={items} rowKey={({ key }) => key} columns={columns} />;
}
