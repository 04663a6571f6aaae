import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { LoadedPage } from '../ui/loaded-page';
import { Facts } from '../ui/figures';
import { Page, Section } from '../ui/page';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { MembershipBadge } from './membership';
import { MembershipChange } from './membership-change';
import { organisationWords } from './organisation-words';
import { Units } from './units';

const texts = words({
  nl: {
    facts: 'Over deze opdrachtgever',
    from: 'Bestaat sinds',
    unknown: 'Niet vastgelegd',
    to: 'Bestond tot en met',
    successors: 'Gaat verder als',
    source: 'Bron',
    membership: 'Lidmaatschap van het netwerk',
    membershipIntro:
      'Leden laten de netwerkorganisatie hun verplichtingen bundelen en bijdragen beoordelen. Elke opdrachtgever blijft zelf verantwoordelijk.',
    history: 'Lidmaatschappen, het nieuwste bovenaan',
    joined: 'Lid sinds',
    left: 'Eerste dag zonder lidmaatschap',
    stays: 'Is lid',
    note: 'Toelichting',
    never: 'Deze opdrachtgever is nooit lid geweest.',
  },
  en: {
    facts: 'About this principal',
    from: 'Exists since',
    unknown: 'Not recorded',
    to: 'Existed up to and including',
    successors: 'Goes on as',
    source: 'Source',
    membership: 'Membership of the network',
    membershipIntro:
      'Members let the network organisation bundle their obligations and verify contributions. Every principal stays responsible for its own.',
    history: 'Memberships, the newest on top',
    joined: 'Member since',
    left: 'First day outside',
    stays: 'Is a member',
    note: 'Note',
    never: 'This principal has never been a member.',
  },
});

/** One principal: what it is, its membership of the network, and its units. */
export function PrincipalPage() {
  const { principalCode } = useParams();
  const principals = api.useQuery('get', '/principals');
  const found = principals.data?.items.find(({ code }) => code === principalCode);
  if (principals.data && !found) return <MissingPage />;
  return <LoadedPage of={principals}>{({ items }) => found && <Found principal={found} all={items} />}</LoadedPage>;
}

type Principal = Answer<'PrincipalAnswer'>;

function Found({ principal, all }: { readonly principal: Principal; readonly all: readonly Principal[] }) {
  const t = useWords(texts);
  const shared = useWords(organisationWords);
  const language = useLanguage();
  const { can } = useSession();
  const { code, name, kind, existsFrom, existsTo, successors, source, memberships } = principal;
  const newest = [...memberships].sort((a, b) => b.joinedOn.localeCompare(a.joinedOn));
  return (
    <Page
      title={name}
      path={[{ to: '/organisaties', label: shared.title }]}
      state={<MembershipBadge principal={principal} />}
    >
      <Section title={t.facts}>
        <Facts
          items={[
            { name: shared.code, value: code },
            { name: shared.kind, value: labels[language].principalKind[kind] },
            { name: t.from, value: existsFrom ? day(language, existsFrom) : t.unknown },
            ...(existsTo ? [{ name: t.to, value: day(language, existsTo) }] : []),
            ...(successors.length > 0
              ? [
                  {
                    name: t.successors,
                    value: successors.map((successor, index) => (
                      <span key={successor}>
                        {index > 0 && ', '}
                        <Link to={`/organisaties/opdrachtgevers/${successor}`}>
                          {all.find((other) => other.code === successor)?.name ?? successor}
                        </Link>
                      </span>
                    )),
                  },
                ]
              : []),
            { name: t.source, value: source },
          ]}
        />
      </Section>
      <Section title={t.membership} intro={<p>{t.membershipIntro}</p>}>
        {newest.length === 0 ? (
          <p>{t.never}</p>
        ) : (
          <Table
            caption={t.history}
            captionHidden
            narrow="stacked"
            rows={newest}
            rowKey={({ joinedOn }) => joinedOn}
            columns={[
              { key: 'joined', head: t.joined, names: true, cell: ({ joinedOn }) => day(language, joinedOn) },
              { key: 'left', head: t.left, cell: ({ leftOn }) => (leftOn ? day(language, leftOn) : t.stays) },
              { key: 'note', head: t.note, cell: ({ note }) => note },
            ]}
          />
        )}
        {can('organisations.write') && <MembershipChange principal={principal} />}
      </Section>
      <Units principalCode={code} />
    </Page>
  );
}
