import '../style/value-tables.css';
import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day, moment, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { LoadedPage } from '../ui/loaded-page';
import { Facts } from '../ui/figures';
import { Page, Section } from '../ui/page';
import { TrailList } from '../ui/trail-list';
import { words } from '../words/words';
import { TableContents } from './table-contents';
import { TableDecision } from './table-decision';
import { TableState } from './table-state';
import { TableUses } from './table-uses';
import { tableWords } from './table-words';

const texts = words({
  nl: {
    facts: 'Over deze versie',
    copy: 'Maak een nieuwe versie hiervan',
    compare: 'Vergelijk met een andere versie',
    published: 'Gepubliceerd',
    note: 'Toelichting',
    proposed: 'Voorgesteld',
    registered: 'Geregistreerd',
    decided: { PROPOSED: '', APPROVED: 'Goedgekeurd', REFUSED: 'Geweigerd', WITHDRAWN: 'Ingetrokken' },
    by: (name: string, when: string) => `Door ${name}, ${when}`,
    reason: 'Reden',
    used: 'Voor het eerst gebruikt',
    unused: 'Nog niet',
    trail: 'Logboek',
  },
  en: {
    facts: 'About this version',
    copy: 'Make a new version of this',
    compare: 'Compare with another version',
    published: 'Published',
    note: 'Note',
    proposed: 'Proposed',
    registered: 'Registered',
    decided: { PROPOSED: '', APPROVED: 'Approved', REFUSED: 'Refused', WITHDRAWN: 'Withdrawn' },
    by: (name: string, when: string) => `By ${name}, ${when}`,
    reason: 'Reason',
    used: 'First used',
    unused: 'Not yet',
    trail: 'Audit trail',
  },
});

type Version = Answer<'ValueTableAnswer'>;

/** One version of a value table: the decision that it waits for, what it says, where it comes from and what uses it. */
export function TablePage() {
  const { code = '' } = useParams();
  const params = { path: { valueTableCode: code } };
  const table = api.useQuery('get', '/value-tables/{valueTableCode}', { params });
  return <LoadedPage of={table}>{(found) => <Found table={found} refetch={table.refetch} />}</LoadedPage>;
}

function Found({ table, refetch }: { readonly table: Version; readonly refetch: () => unknown }) {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const { can } = useSession();
  const { id, code, name, state } = table;
  return (
    <Page
      title={name}
      path={[{ to: '/waardetabellen', label: shared.tables }]}
      state={<TableState {...table} />}
      actions={
        <>
          <LinkButton to={`/waardetabellen/vergelijken?left=${code}`}>{t.compare}</LinkButton>
          {can('value-tables.propose') && <LinkButton to={`/waardetabellen/nieuw?van=${code}`}>{t.copy}</LinkButton>}
        </>
      }
    >
      {state === 'PROPOSED' && <TableDecision table={table} refetch={refetch} />}
      <Section title={t.facts}>
        <TableFacts table={table} />
      </Section>
      <TableContents table={table} />
      {state !== 'PROPOSED' && <TableUses code={code} state={state} />}
      {can('audit-trail.read') && (
        <Section title={t.trail}>
          <TrailList subject="value-table" subjectId={id} />
        </Section>
      )}
    </Page>
  );
}

function TableFacts({ table }: { readonly table: Version }) {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const language = useLanguage();
  const { source, state, validFrom, proposedBy, proposedAt, decidedBy, decidedAt, decisionReason, firstUsedAt } = table;
  const by = (name: string | null, at: string) =>
    name === null ? moment(language, at) : t.by(name, moment(language, at));
  return (
    <Facts
      items={[
        { name: shared.code, value: table.code },
        { name: shared.validFrom, value: validFrom ? day(language, validFrom) : shared.validUnknown },
        { name: shared.norm, value: shared.normHours(whole(language, table.normHoursPerWeek)) },
        {
          name: shared.source,
          value: source ? (
            <a className="utrecht-link utrecht-link--html-a" href={source.url} rel="noreferrer">
              {source.publisher}
            </a>
          ) : (
            shared.ownSource
          ),
        },
        ...(source
          ? [
              { name: t.published, value: source.published },
              { name: t.note, value: source.note },
            ]
          : []),
        { name: proposedBy === null ? t.registered : t.proposed, value: by(proposedBy, proposedAt) },
        ...(decidedAt ? [{ name: t.decided[state], value: by(decidedBy, decidedAt) }] : []),
        ...(decisionReason ? [{ name: t.reason, value: decisionReason }] : []),
        { name: t.used, value: firstUsedAt ? moment(language, firstUsedAt) : t.unused },
      ]}
    />
  );
}
