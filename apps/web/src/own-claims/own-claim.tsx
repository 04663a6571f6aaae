import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { readAll } from '../api/read-all';
import { day, euros, hours, moment, quarter, shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Link } from '../ui/buttons';
import { Alert, Loaded } from '../ui/feedback';
import { Facts, KeyFigure, KeyFigures } from '../ui/figures';
import { OnBehalfNotice } from '../ui/on-behalf-notice';
import { Page, Section } from '../ui/page';
import { ClaimBadge, VerdictBadge } from '../ui/state-badges';
import { Table } from '../ui/table';
import { ValueSteps } from '../ui/value-steps';
import { sayLabel, sayWarning } from '../words/codes';
import { Figure, whatOf } from './claim-parts';
import { ownClaimWords } from './claim-words';
import { CorrectClaim } from './correct-claim';
import { isRefused } from './corrections';
import { Refusal } from './refusal';

type Claim = Answer<'ClaimAnswer'>;
type StatementLine = Answer<'StatementLineAnswer'>;

/** One claim of a supplier: the answer first, then what counted and why, where it went, and what it said. */
export function OwnClaim() {
  const t = useWords(ownClaimWords);
  const { claimId = '' } = useParams();
  const claim = api.useQuery('get', '/claims/{claimId}', { params: { path: { claimId } } });
  if (claim.data) return <Found claim={claim.data} />;
  return (
    <Page title={t.claimHead} path={[{ to: '/bijdragen', label: t.title }]}>
      <Loaded of={claim} lines={12}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Found({ claim }: { readonly claim: Claim }) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  const names = useNames(claim);
  const { status, answerDueOn, answerDaysLate, extensions, warnings } = claim;
  const extension = extensions.at(-1);
  return (
    <Page
      title={t.claim(claim.number)}
      path={[{ to: '/bijdragen', label: t.title }]}
      state={<ClaimBadge status={status} />}
      intro={
        <p>
          {whatOf(claim)}, {quarter(language, claim.quarter)}
        </p>
      }
    >
      {claim.onBehalf && <OnBehalfNotice onBehalf={claim.onBehalf} />}
      {isRefused(claim) && (
        <>
          <Refusal claim={claim} />
          <CorrectClaim claim={claim} />
        </>
      )}
      {status === 'CLAIMED' && (
        <Alert kind={answerDaysLate > 0 ? 'warning' : 'info'}>
          <p>
            {answerDaysLate > 0
              ? t.late(day(language, answerDueOn), answerDaysLate)
              : t.waits(day(language, answerDueOn))}{' '}
            {extension && t.longer(day(language, extension.to), extension.reason)}
          </p>
        </Alert>
      )}
      {status === 'ACCEPTED' && claim.decisionReason && (
        <Alert kind="warning" title={`${t.whyOther}: ${claim.decisionReason}`} />
      )}
      <KeyFigures>
        <KeyFigure label={t.figure} value={<Figure {...claim} />} />
        {status === 'ACCEPTED' && (
          <KeyFigure
            label={t.accepted}
            value={<Figure centihours={claim.acceptedCentihours} invoiceCents={claim.acceptedInvoiceCents} />}
          />
        )}
        <KeyFigure
          label={t.value}
          value={euros(language, claim.valueCents)}
          note={status === 'CLAIMED' ? t.expected : undefined}
        />
      </KeyFigures>
      <div className="columns">
        <Section title={t.counted} framed>
          {claim.steps.length === 0 ? (
            <p>{t.countedNone}</p>
          ) : (
            <ValueSteps title={whatOf(claim)} steps={claim.steps} names={names} />
          )}
        </Section>
        <Places claim={claim} />
        <ClaimFacts claim={claim} />
        <div className="stack">
          <Section title={t.evidence} framed>
            {claim.evidence.length === 0 && <p>{t.noEvidence}</p>}
            <ul className="plain-list">
              {claim.evidence.map(({ id, type, seenOn, verdict, verdictReason }) => (
                <li key={id}>
                  {sayLabel(language, 'evidenceType', type)}, {t.seen(day(language, seenOn))}{' '}
                  {verdict && <VerdictBadge verdict={verdict} />} {verdictReason}
                </li>
              ))}
            </ul>
          </Section>
          {warnings.length > 0 && (
            <Section title={t.warnings} framed>
              <ul className="plain-list">
                {warnings.map((warning) => (
                  <li key={warning.code}>{sayWarning(language, warning, names)}</li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The block and bonuses of the claim by their labels. */
function useNames({ planId, block, blockLabel }: Claim): Readonly<Record<string, string>> {
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } });
  const valueTableCode = plan.data?.valueTable ?? '';
  const { data } = api.useQuery(
    'get',
    '/value-tables/{valueTableCode}',
    { params: { path: { valueTableCode } } },
    { enabled: valueTableCode !== '', staleTime: Infinity },
  );
  const bonuses = (data?.bonuses ?? []).map(({ code, label }) => [code, label] as const);
  return Object.fromEntries([[block, blockLabel ?? block], ...bonuses]);
}

/** To which contracts the value of an accepted claim went, as the ledger has it now. */
function Places({ claim }: { readonly claim: Claim }) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  const { id, planId, status, to } = claim;
  const lines = useQuery({
    queryKey: ['places-of-claim', id],
    enabled: status === 'ACCEPTED',
    queryFn: async () => {
      const year = Number(to.slice(0, 4));
      const all = await readAll<StatementLine>(async (after) =>
        client.GET('/plans/{planId}/statement', { params: { path: { planId }, query: { limit: 100, year, after } } }),
      );
      return all.filter(({ claimId }) => claimId === id);
    },
  });
  return (
    <Section title={t.where} framed>
      {status !== 'ACCEPTED' ? (
        <p>{status === 'CLAIMED' ? t.whereWaits : t.countedNone}</p>
      ) : (
        <Loaded of={lines} lines={3}>
          {(found) => {
            const places = netByContract(found);
            return (
              <Table
                caption={t.where}
                captionHidden
                rows={places}
                rowKey={({ contractId }) => contractId ?? 'surplus'}
                totalName={t.together}
                columns={[
                  {
                    key: 'contract',
                    head: t.contract,
                    names: true,
                    cell: ({ contractId, contractNumber, principalCode }) =>
                      contractId ? (
                        <Link to={`/contracten/${contractId}`}>{`${contractNumber} (${principalCode})`}</Link>
                      ) : (
                        t.surplus
                      ),
                  },
                  {
                    key: 'amount',
                    head: t.amount,
                    number: true,
                    cell: ({ cents }) => euros(language, cents),
                    total: euros(
                      language,
                      places.reduce((sum, { cents }) => sum + cents, 0),
                    ),
                  },
                  {
                    key: 'hours',
                    head: t.hours,
                    number: true,
                    cell: ({ centihours }) => hours(language, centihours),
                    total: hours(
                      language,
                      places.reduce((sum, { centihours }) => sum + (centihours ?? 0), 0),
                    ),
                  },
                ]}
              />
            );
          }}
        </Loaded>
      )}
    </Section>
  );
}

/** What lies on each contract now, all entries together; what was taken away again is left out. */
function netByContract(lines: readonly StatementLine[]): StatementLine[] {
  const places = new Map<string | null, StatementLine>();
  for (const line of lines) {
    const known = places.get(line.contractId);
    const cents = line.cents + (known?.cents ?? 0);
    places.set(line.contractId, { ...line, cents, centihours: (line.centihours ?? 0) + (known?.centihours ?? 0) });
  }
  return [...places.values()].filter(({ cents, centihours }) => cents !== 0 || centihours !== 0);
}

function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  const { placementId, placementRef, reportId, reportNumber, earmark, realised, description } = claim;
  return (
    <Section title={t.facts} framed>
      <Facts
        items={[
          { name: t.kind, value: sayLabel(language, 'claimKind', claim.kind) },
          ...(description ? [{ name: t.what, value: description }] : []),
          { name: t.period, value: `${shortDay(language, claim.from)} – ${shortDay(language, claim.to)}` },
          {
            name: t.submitted,
            value: t.by(claim.submittedBy ?? '–', moment(language, claim.submittedAt)),
          },
          ...(reportId
            ? [
                {
                  name: t.reportHead,
                  value: <Link to={`/rapportages/${reportId}`}>{t.report(reportNumber ?? 0)}</Link>,
                },
              ]
            : []),
          ...(placementId
            ? [{ name: t.placement, value: <Link to={`/plaatsingen/${placementId}`}>{placementRef}</Link> }]
            : []),
          { name: t.plan, value: <Link to={`/plannen/${claim.planId}`}>{claim.planName}</Link> },
          ...(earmark ? [{ name: t.earmark, value: earmark }] : []),
          ...(realised
            ? [
                {
                  name: t.realised,
                  value: [sayLabel(language, 'realisedBy', realised.by), realised.name].filter(Boolean).join(', '),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
