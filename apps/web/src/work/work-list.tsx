import '../style/work.css';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, type Answer } from '../api/client';
import { day, quarter, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, LinkButton } from '../ui/buttons';
import { Badge, Empty, ProblemAlert } from '../ui/feedback';
import { byKey, Paged } from '../ui/paged';
import { words } from '../words/words';
import { workWords } from '../words/work';
import { addressOfWork } from '../ui/work-address';
import { milestoneOf } from './milestone-of';

// A form with all that belongs to it: read when somebody asks for it.
const RecordMilestone = lazy(async () => ({ default: (await import('../ui/record-milestone')).RecordMilestone }));

type Item = Answer<'WorkItemAnswer'>;

const texts = words({
  nl: {
    none: 'Er wacht nu niets op u',
    noneWhy: 'Zodra er iets te doen is, staat het hier: met de datum en één knop.',
    before: (date: string) => `vóór ${date}`,
    late: (days: string) => `${days} dagen te laat`,
    lateOne: '1 dag te laat',
    since: (date: string) => `sinds ${date}`,
    escalated: 'Doorgestuurd omdat er niets gebeurde',
    look: 'Bekijk het',
    record: 'Leg het gesprek vast',
    recordDone: 'Leg vast dat het is gedaan',
    recordDecision: 'Leg het besluit vast',
  },
  en: {
    none: 'Nothing is waiting for you now',
    noneWhy: 'As soon as there is something to do, it is here: with its date and one button.',
    before: (date: string) => `by ${date}`,
    late: (days: string) => `${days} days late`,
    lateOne: '1 day late',
    since: (date: string) => `since ${date}`,
    escalated: 'Sent on because nothing happened',
    look: 'See it',
    record: 'Write down the talk',
    recordDone: 'Write down that it is done',
    recordDecision: 'Write down the decision',
  },
});

/** What waits for me, soonest first, with one button an item. It is gone when the work is done. Its headings come `below` that level. */
export function WorkList({ below }: { readonly below: 1 | 2 }) {
  const t = useWords(texts);
  const items = api.useInfiniteQuery('get', '/work-items', { params: { query: { limit: 25 } } }, byKey);
  return (
    <Paged
      of={items}
      lines={6}
      empty={
        <Empty title={t.none}>
          <p>{t.noneWhy}</p>
        </Empty>
      }
    >
      {(found) => (
        <ul className="work-list">
          {found.map((item) => (
            <WorkItem key={item.key} item={item} Heading={below === 1 ? 'h2' : 'h3'} />
          ))}
        </ul>
      )}
    </Paged>
  );
}

function WorkItem({ item, Heading }: { readonly item: Item; readonly Heading: 'h2' | 'h3' }) {
  const t = useWords(texts);
  const language = useLanguage();
  const said = workWords[language][item.kind];
  const about = [
    item.contractNumber,
    item.supplierName,
    item.planName,
    item.quarter && quarter(language, item.quarter),
    item.cents !== null && wholeEuros(language, item.cents),
  ].filter(Boolean);
  return (
    <li className="work-item">
      <div className="work-item-text">
        <Heading className="utrecht-heading-3">{said.title(item)}</Heading>
        {item.escalated && <Badge tone="notice">{t.escalated}</Badge>}
        <p>{said.explanation(item)}</p>
        {about.length > 0 && <p className="soft">{about.join(' · ')}</p>}
      </div>
      <div className="work-item-when">
        {item.daysLate > 0 ? (
          <Badge tone="bad">{item.daysLate === 1 ? t.lateOne : t.late(whole(language, item.daysLate))}</Badge>
        ) : item.dueOn ? (
          <span>{t.before(day(language, item.dueOn))}</span>
        ) : (
          item.since && <span className="soft">{t.since(day(language, item.since))}</span>
        )}
        {item.kind === 'REPORT_TO_OPEN' && !item.escalated ? (
          <OpenReport item={item} label={said.button} />
        ) : (
          <LinkButton to={addressOfWork(item)}>{item.escalated ? t.look : said.button}</LinkButton>
        )}
        <EndByMilestone item={item} />
      </div>
    </li>
  );
}

/** A report that nobody opened yet: opening it is part of going there. */
function OpenReport({ item, label }: { readonly item: Item; readonly label: string }) {
  const navigate = useNavigate();
  const open = api.useMutation('post', '/reports');
  const { planId, supplierKvkNumber, quarter: ofQuarter } = item;
  if (!planId || !supplierKvkNumber || !ofQuarter) return null;
  const act = async () => {
    const report = await open.mutateAsync({ body: { planId, supplierKvkNumber, quarter: ofQuarter } });
    await navigate(`/rapportages/${report.id}`);
  };
  return (
    <>
      <Button busy={open.isPending} onClick={() => void act().catch(() => undefined)}>
        {label}
      </Button>
      {open.error && <ProblemAlert error={open.error} />}
    </>
  );
}

/** The button of work that leaves no other trace: writing down that it was done is what ends it. */
function EndByMilestone({ item }: { readonly item: Item }) {
  const t = useWords(texts);
  const [open, setOpen] = useState(false);
  const milestone = milestoneOf(item, useSession());
  if (!milestone) return null;
  const { kind, subject } = milestone;
  const label =
    kind === 'EXTENSION'
      ? t.recordDecision
      : kind === 'YEAR_FIGURES' || kind === 'EVALUATION'
        ? t.recordDone
        : t.record;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {open && (
        <Suspense>
          <RecordMilestone subject={subject} kinds={[kind]} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
