import { useState } from 'react';
import { api } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import { Button } from './buttons';
import { Empty } from './feedback';
import { Section } from './page';
import { byKey, Paged } from './paged';
import { RecordMilestone, type MilestoneKind, type MilestoneSubject } from './record-milestone';
import { Table } from './table';

const texts = words({
  nl: {
    title: 'Gesprekken en afspraken',
    caption: 'Wat er is besproken, het laatste bovenaan',
    record: 'Leg een gesprek vast',
    when: 'Wanneer',
    what: 'Wat',
    agreed: 'Wat is afgesproken',
    by: 'Vastgelegd door',
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
    none: 'No talk was written down yet',
    noneDo: 'Did you talk? Then write down when, and what you agreed. A reminder about it then stops.',
    noneRead: 'As soon as somebody writes down a talk, it is here with its day and what was agreed.',
  },
});

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
        <Table
          caption={t.caption}
          captionHidden
          rows={items}
          rowKey={({ id }) => id}
          narrow="stacked"
          columns={[
            { key: 'when', head: t.when, names: true, cell: ({ heldOn }) => day(language, heldOn) },
            { key: 'what', head: t.what, cell: ({ kind }) => sayLabel(language, 'milestoneKind', kind) },
            { key: 'agreed', head: t.agreed, cell: ({ note }) => note },
            { key: 'by', head: t.by, cell: ({ recordedByName }) => recordedByName ?? '–' },
          ]}
        />
      )}
    </Paged>
  );
}
