import { useState } from 'react';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import { Button } from './buttons';
import { Badge, Empty } from './feedback';
import { Section } from './page';
import { byKey, Paged } from './paged';
import { RecordMilestone, type MilestoneKind, type MilestoneSubject } from './record-milestone';
import { Table } from './table';
import { WithdrawMilestone } from './withdraw-milestone';

const texts = words({
  nl: {
    title: 'Gesprekken en afspraken',
    caption: 'Wat er is besproken, het laatste bovenaan',
    record: 'Leg een gesprek vast',
    when: 'Wanneer',
    what: 'Wat',
    agreed: 'Wat is afgesproken',
    by: 'Vastgelegd door',
    act: 'Actie',
    withdraw: 'Trek in',
    withdrawn: 'Ingetrokken',
    why: (reason: string, date: string, name: string) => `${reason} (${name}, ${date})`,
    somebody: 'onbekend',
    none: 'Er is nog geen gesprek vastgelegd',
    noneDo: 'Sprak u elkaar? Leg dan vast wanneer, en wat u afsprak. Een herinnering daarover houdt dan op.',
    noneRead: 'Zodra iemand een gesprek vastlegt, staat het hier met de dag en de afspraak.',
  },
  en: {
    title: 'Talks and agreements',
    caption: 'What was talked about, the last on top',
    record: 'Write down a talk',
    when: 'When',
    what: 'What',
    agreed: 'What was agreed',
    by: 'Written down by',
    act: 'Action',
    withdraw: 'Take back',
    withdrawn: 'Taken back',
    why: (reason: string, date: string, name: string) => `${reason} (${name}, ${date})`,
    somebody: 'unknown',
    none: 'No talk was written down yet',
    noneDo: 'Did you talk? Then write down when, and what you agreed. A reminder about it then stops.',
    noneRead: 'As soon as somebody writes down a talk, it is here with its day and what was agreed.',
  },
});

type Milestone = Answer<'MilestoneAnswer'>;

const KINDS: Readonly<Record<'CONTRACT' | 'PLACEMENT', readonly MilestoneKind[]>> = {
  CONTRACT: ['FIRST_CONTACT', 'MID_TERM_TALK', 'EXTENSION'],
  PLACEMENT: ['FOLLOW_UP', 'RETENTION_TALK'],
};

/** What was talked about and agreed on a contract or a placement, and for who speaks of it the way to write it down. */
export function Milestones(subject: MilestoneSubject & { readonly subjectType: keyof typeof KINDS }) {
  const t = useWords(texts);
  const { can, face } = useSession();
  const [open, setOpen] = useState(false);
  // Of a placement its supplier writes it down, of a contract the ministry and the network.
  const may = can('milestones.record') && (face === 'SUPPLIER_GROUP') === (subject.subjectType === 'PLACEMENT');
  return (
    <Section title={t.title} actions={may && <Button onClick={() => setOpen(true)}>{t.record}</Button>}>
      <List {...subject} may={may} />
      {open && <RecordMilestone subject={subject} kinds={KINDS[subject.subjectType]} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function List({ subjectType, subjectId, may }: MilestoneSubject & { readonly may: boolean }) {
  const t = useWords(texts);
  const language = useLanguage();
  const [toWithdraw, setToWithdraw] = useState<string | null>(null);
  const query = { subjectType, subjectId, limit: 25 };
  const milestones = api.useInfiniteQuery('get', '/milestones', { params: { query } }, byKey);
  return (
    <Paged
      of={milestones}
      lines={2}
      empty={
        <Empty title={t.none}>
          <p>{may ? t.noneDo : t.noneRead}</p>
        </Empty>
      }
    >
      {(items) => (
        <>
          <Table
            caption={t.caption}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            narrow="stacked"
            columns={[
              { key: 'when', head: t.when, names: true, cell: ({ heldOn }) => day(language, heldOn) },
              { key: 'what', head: t.what, cell: ({ kind }) => sayLabel(language, 'milestoneKind', kind) },
              { key: 'agreed', head: t.agreed, cell: (milestone) => <Agreed {...milestone} /> },
              { key: 'by', head: t.by, cell: ({ recordedByName }) => recordedByName ?? '–' },
              ...(may
                ? [
                    {
                      key: 'act',
                      head: t.act,
                      cell: ({ id, isOwn, withdrawal }: Milestone) =>
                        isOwn &&
                        !withdrawal && (
                          <Button weight="subtle" onClick={() => setToWithdraw(id)}>
                            {t.withdraw}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
          {toWithdraw !== null && <WithdrawMilestone id={toWithdraw} onClose={() => setToWithdraw(null)} />}
        </>
      )}
    </Paged>
  );
}

/** What was agreed, and that it was taken back. */
function Agreed({ note, withdrawal }: Pick<Milestone, 'note' | 'withdrawal'>) {
  const t = useWords(texts);
  const language = useLanguage();
  if (!withdrawal) return note;
  const { reason, at, byName } = withdrawal;
  return (
    <>
      <Badge>{t.withdrawn}</Badge>
      <span className="cell-note">{t.why(reason, day(language, at.slice(0, 10)), byName ?? t.somebody)}</span>
      <del>{note}</del>
    </>
  );
}
