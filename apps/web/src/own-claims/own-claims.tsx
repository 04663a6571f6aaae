import { api, type Answer } from '../api/client';
import { day, euros, quarter } from '../format';
import { quartersBefore, quarterOf } from '../quarters';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Link } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { byKey, Paged } from '../ui/paged';
import { Page, Section } from '../ui/page';
import { ClaimBadge } from '../ui/state-badges';
import { Table } from '../ui/table';
import { sayLabel } from '../words/codes';
import { Figure, whatOf } from './claim-parts';
import { ownClaimWords } from './claim-words';
import { CorrectClaim, useCorrection } from './correct-claim';
import { Refusal } from './refusal';

type Claim = Answer<'ClaimSummary'>;

const STATUSES = ['CLAIMED', 'ACCEPTED', 'REJECTED', 'REVERSED'] as const;
const KINDS = ['PLACEMENT', 'PURCHASE', 'ACTIVITY'] as const;

/** What a supplier put in: what was refused on top, with the reason and the way to correct it, and then all of it. */
export function OwnClaims() {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  const [filters, change] = useAddressFilters(['status', 'kwartaal', 'soort', 'plan'] as const);
  const claims = api.useInfiniteQuery(
    'get',
    '/claims',
    {
      params: {
        query: {
          limit: 25,
          planId: filters.plan,
          quarter: filters.kwartaal,
          status: STATUSES.find((status) => status === filters.status),
          kind: KINDS.find((kind) => kind === filters.soort),
        },
      },
    },
    byKey,
  );
  const narrowed = Object.keys(filters).length > 0;
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      {!narrowed && <Refused />}
      <Section title={t.others}>
        <Filters>
          <Filter
            label={t.status}
            value={filters.status ?? ''}
            all={t.all}
            onChange={(status) => change({ status })}
            options={STATUSES.map((value) => ({ value, label: sayLabel(language, 'claimStatus', value) }))}
          />
          <Filter
            label={t.quarter}
            value={filters.kwartaal ?? ''}
            all={t.all}
            onChange={(kwartaal) => change({ kwartaal })}
            options={[quarterOf(today()), ...quartersBefore(today(), 11)].map((value) => ({
              value,
              label: quarter(language, value),
            }))}
          />
          <Filter
            label={t.kind}
            value={filters.soort ?? ''}
            all={t.all}
            onChange={(soort) => change({ soort })}
            options={KINDS.map((value) => ({ value, label: sayLabel(language, 'claimKind', value) }))}
          />
        </Filters>
        <Paged
          of={claims}
          empty={
            narrowed ? (
              <Empty title={t.noneHere}>
                <p>{t.noneHereDo}</p>
              </Empty>
            ) : (
              <Empty title={t.none}>
                <p>{t.noneDo}</p>
                <Link to="/rapportages">{t.reports}</Link>
              </Empty>
            )
          }
        >
          {(items) => <ClaimTable items={items} />}
        </Paged>
      </Section>
    </Page>
  );
}

function ClaimTable({ items }: { readonly items: readonly Claim[] }) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  return (
    <Table
      caption={t.others}
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'claim',
          head: t.claimHead,
          names: true,
          cell: ({ id, number }) => <Link to={`/bijdragen/${id}`}>{t.claim(number)}</Link>,
        },
        { key: 'what', head: t.what, cell: whatOf },
        { key: 'quarter', head: t.quarter, cell: (claim) => quarter(language, claim.quarter) },
        { key: 'figure', head: t.figure, number: true, cell: (claim) => <Figure {...claim} /> },
        { key: 'value', head: t.value, number: true, cell: ({ valueCents }) => euros(language, valueCents) },
        {
          key: 'status',
          head: t.status,
          cell: (claim) => <ClaimBadge status={claim.status} />,
        },
        {
          key: 'answer',
          head: t.answer,
          cell: ({ status, answerDueOn }) => (status === 'CLAIMED' ? day(language, answerDueOn) : ''),
        },
      ]}
    />
  );
}

/** How many refused claims are looked at; each is read on its own for the reason. */
const MOST_REFUSED = 20;

/** What was refused or taken back and did not come again. */
function Refused() {
  const rejected = api.useQuery('get', '/claims', { params: { query: { limit: MOST_REFUSED, status: 'REJECTED' } } });
  const reversed = api.useQuery('get', '/claims', { params: { query: { limit: MOST_REFUSED, status: 'REVERSED' } } });
  const claims = [...(rejected.data?.items ?? []), ...(reversed.data?.items ?? [])]
    .sort((a, b) => b.number - a.number)
    .slice(0, MOST_REFUSED);
  if (claims.length === 0) return null;
  return (
    <div className="stack">
      {claims.map((claim) => (
        <OpenRefusal key={claim.id} claim={claim} />
      ))}
    </div>
  );
}

function OpenRefusal({ claim }: { readonly claim: Claim }) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  const { isKnown, correction } = useCorrection(claim);
  const file = api.useQuery(
    'get',
    '/claims/{claimId}',
    { params: { path: { claimId: claim.id } } },
    { enabled: isKnown && !correction },
  );
  if (!isKnown || correction || !file.data) return null;
  return (
    <Refusal claim={file.data}>
      <p>
        <Link to={`/bijdragen/${claim.id}`}>{t.claim(claim.number)}</Link>: {whatOf(claim)},{' '}
        {quarter(language, claim.quarter)}
      </p>
      <CorrectClaim claim={file.data} weight="secondary" />
    </Refusal>
  );
}
