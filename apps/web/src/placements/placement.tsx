import '../style/placements.css';
import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day, euros, hours, quarter } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { Link, LinkButton } from '../ui/buttons';
import { Badge, Empty } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Facts, Progress } from '../ui/figures';
import { Milestones } from '../ui/milestones';
import { byKey, Paged } from '../ui/paged';
import { Page, Section } from '../ui/page';
import { Table } from '../ui/table';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import { PlacementEvidence } from './placement-evidence';
import { useRegions, useValueTable } from './placement-fields';

type Placement = Answer<'PlacementFileAnswer'>;

const texts = words({
  nl: {
    list: 'Plaatsingen',
    title: (ref: string) => `Plaatsing ${ref}`,
    runs: 'Loopt',
    ended: 'Beëindigd',
    toCome: 'Begint nog',
    change: 'Wijzig',
    end: 'Beëindig de plaatsing',
    endAgain: 'Wijzig de laatste dag',
    facts: 'Gegevens',
    candidate: 'Kandidaat',
    block: 'Bouwblok',
    bonuses: 'Bonussen',
    none: 'geen',
    form: 'Vorm',
    register: 'Doelgroepregister',
    region: 'Arbeidsmarktregio',
    employer: 'In dienst bij',
    startsOn: 'Eerste dag',
    endsOn: 'Laatste dag',
    open: 'nog niet bekend',
    plan: 'Plan',
    supplier: 'Leverancier',
    limit: 'Uren die meetellen',
    limitIntro: 'Over alle plannen samen, voor deze kandidaat in dit bouwblok.',
    limitOf: (counted: string, limit: string, left: string) =>
      `${counted} van ${limit} uur telde mee. Er is nog ruimte voor ${left} uur.`,
    noLimit: (counted: string) => `${counted} uur telde mee. Dit bouwblok heeft geen maximum.`,
    limitNear:
      'Het maximum is bijna bereikt. Praat op tijd met de kandidaat over een vervolg. De baan telt ook na het maximum mee.',
    bar: 'Deel van het maximum dat is gebruikt',
    reported: 'Gerapporteerd',
    reportedNone: 'Nog geen uren gerapporteerd',
    reportedDo: 'Na afloop van het kwartaal vult u de uren in op de rapportage.',
    reports: 'Naar de rapportages',
    quarter: 'Kwartaal',
    hours: 'Uren',
    value: 'Waarde',
    status: 'Status',
    claim: (number: number) => `Bijdrage ${number}`,
    claimHead: 'Bijdrage',
  },
  en: {
    list: 'Placements',
    title: (ref: string) => `Placement ${ref}`,
    runs: 'Running',
    ended: 'Ended',
    toCome: 'Still to begin',
    change: 'Change',
    end: 'End the placement',
    endAgain: 'Change the last day',
    facts: 'Facts',
    candidate: 'Candidate',
    block: 'Building block',
    bonuses: 'Bonuses',
    none: 'none',
    form: 'Form',
    register: 'Target group register',
    region: 'Labour market region',
    employer: 'Employed by',
    startsOn: 'First day',
    endsOn: 'Last day',
    open: 'not known yet',
    plan: 'Plan',
    supplier: 'Supplier',
    limit: 'Hours that count',
    limitIntro: 'Over all plans together, for this candidate in this building block.',
    limitOf: (counted: string, limit: string, left: string) =>
      `${counted} of ${limit} hours were counted. There is room for ${left} hours.`,
    noLimit: (counted: string) => `${counted} hours were counted. This building block has no limit.`,
    limitNear:
      'The limit is near. Talk in time with the candidate about what follows. The job counts after the limit too.',
    bar: 'Part of the limit that is used',
    reported: 'Reported',
    reportedNone: 'No hours reported yet',
    reportedDo: 'After the quarter you enter the hours in the report.',
    reports: 'To the reports',
    quarter: 'Quarter',
    hours: 'Hours',
    value: 'Value',
    status: 'State',
    claim: (number: number) => `Contribution ${number}`,
    claimHead: 'Contribution',
  },
});

/** One placement: what it is, what was seen of it, what counted and what was reported. */
export function PlacementPage() {
  const { placementId = '' } = useParams();
  const placement = api.useQuery('get', '/placements/{placementId}', { params: { path: { placementId } } });
  return <LoadedPage of={placement}>{(found) => <File placement={found} />}</LoadedPage>;
}

function File({ placement }: { readonly placement: Placement }) {
  const t = useWords(texts);
  const { can } = useSession();
  const { id, ref, startsOn, endsOn } = placement;
  const now = today();
  const hasEnded = endsOn !== null && endsOn < now;
  return (
    <Page
      title={t.title(ref)}
      path={[{ to: '/plaatsingen', label: t.list }]}
      state={
        hasEnded ? (
          <Badge tone="quiet">{t.ended}</Badge>
        ) : (
          <Badge tone={startsOn > now ? 'neutral' : 'good'}>{startsOn > now ? t.toCome : t.runs}</Badge>
        )
      }
      actions={
        can('placements.write') && (
          <>
            <LinkButton to={`/plaatsingen/${id}/wijzigen`}>{t.change}</LinkButton>
            <LinkButton to={`/plaatsingen/${id}/beeindigen`}>{endsOn === null ? t.end : t.endAgain}</LinkButton>
          </>
        )
      }
    >
      <div className="columns">
        <PlacementFacts placement={placement} />
        <div className="stack">
          <Limit placement={placement} />
          <PlacementEvidence placement={placement} />
        </div>
      </div>
      <Reported placement={placement} />
      <Milestones subjectType="PLACEMENT" subjectId={id} />
    </Page>
  );
}

function PlacementFacts({ placement }: { readonly placement: Placement }) {
  const t = useWords(texts);
  const language = useLanguage();
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId: placement.planId } } });
  const table = useValueTable(plan.data?.valueTable).data;
  const regions = useRegions().data ?? [];
  const { bonuses, region, realised } = placement;
  const bonusLabel = (code: string) => table?.bonuses.find((bonus) => bonus.code === code)?.label ?? code;
  return (
    <Section title={t.facts} framed>
      <Facts
        items={[
          { name: t.candidate, value: placement.candidate },
          { name: t.block, value: placement.blockLabel ?? placement.block },
          { name: t.bonuses, value: bonuses.map(bonusLabel).join(', ') || t.none },
          { name: t.form, value: sayLabel(language, 'employmentForm', placement.employmentForm) },
          { name: t.startsOn, value: day(language, placement.startsOn) },
          { name: t.endsOn, value: placement.endsOn ? day(language, placement.endsOn) : t.open },
          { name: t.register, value: sayLabel(language, 'registerIndicated', placement.registerIndicated) },
          { name: t.region, value: regions.find(({ code }) => code === region)?.name ?? region ?? '–' },
          {
            name: t.employer,
            value: realised
              ? [sayLabel(language, 'realisedBy', realised.by), realised.name].filter(Boolean).join(', ')
              : '–',
          },
          { name: t.plan, value: <Link to={`/plannen/${placement.planId}`}>{placement.planName}</Link> },
          { name: t.supplier, value: placement.supplierName },
        ]}
      />
    </Section>
  );
}

/** From nine tenths on, as the warnings of claims have it. */
const isNear = (counted: number, limit: number) => counted * 10 >= limit * 9;

function Limit({ placement: { countedCentihours, limitCentihours } }: { readonly placement: Placement }) {
  const t = useWords(texts);
  const language = useLanguage();
  const show = (amount: number) => hours(language, amount);
  return (
    <Section title={t.limit} intro={<p>{t.limitIntro}</p>} framed>
      {limitCentihours === null ? (
        <p>{t.noLimit(show(countedCentihours))}</p>
      ) : (
        <>
          <Progress label={t.bar} part={countedCentihours} whole={limitCentihours} />
          <p>
            {t.limitOf(
              show(countedCentihours),
              show(limitCentihours),
              show(Math.max(0, limitCentihours - countedCentihours)),
            )}
          </p>
          {isNear(countedCentihours, limitCentihours) && <p className="grid-warning">{t.limitNear}</p>}
        </>
      )}
    </Section>
  );
}

/** The claims of the plan that are of this placement: the API lists claims by plan, so they are picked out here. */
function Reported({ placement }: { readonly placement: Placement }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const { planId, supplierKvkNumber, id } = placement;
  const claims = api.useInfiniteQuery(
    'get',
    '/claims',
    { params: { query: { limit: 100, planId, supplierKvkNumber, kind: 'PLACEMENT' } } },
    byKey,
  );
  if (!can('claims.read')) return null;
  const none = (
    <Empty title={t.reportedNone}>
      <p>{t.reportedDo}</p>
      <Link to="/rapportages">{t.reports}</Link>
    </Empty>
  );
  return (
    <Section title={t.reported}>
      <Paged of={claims} lines={3} empty={none}>
        {(items) => {
          const own = items.filter(({ placementId }) => placementId === id);
          if (own.length === 0) return none;
          return (
            <Table
              caption={t.reported}
              captionHidden
              rows={own}
              rowKey={(claim) => claim.id}
              columns={[
                { key: 'quarter', head: t.quarter, names: true, cell: (claim) => quarter(language, claim.quarter) },
                { key: 'hours', head: t.hours, number: true, cell: ({ centihours }) => hours(language, centihours) },
                { key: 'value', head: t.value, number: true, cell: ({ valueCents }) => euros(language, valueCents) },
                { key: 'status', head: t.status, cell: ({ status }) => sayLabel(language, 'claimStatus', status) },
                {
                  key: 'claim',
                  head: t.claimHead,
                  cell: (claim) => <Link to={`/bijdragen/${claim.id}`}>{t.claim(claim.number)}</Link>,
                },
              ]}
            />
          );
        }}
      </Paged>
    </Section>
  );
}
