import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day, euros, hours, quarter, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Alert, Badge } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Facts } from '../ui/figures';
import { OnBehalfNotice } from '../ui/on-behalf-notice';
import { Page, Section } from '../ui/page';
import { ClaimBadge } from '../ui/state-badges';
import { sayLabel, sayStep, sayWarning } from '../words/codes';
import { labels } from '../words/labels';
import { AfterDecision } from './after-decision';
import { claimWords } from './claim-words';
import { DecideClaim } from './decide-claim';
import { EvidenceList } from './evidence-list';
import { ExtendAnswer } from './extend-answer';

type ClaimFile = Answer<'ClaimAnswer'>;

/** One claim as who verifies it sees it: what is odd on top, the figures, the rule, the evidence, and the decision. */
export function Claim() {
  const { claimId = '' } = useParams();
  const claim = api.useQuery('get', '/claims/{claimId}', { params: { path: { claimId } } });
  return <LoadedPage of={claim}>{(found) => <ClaimDetails key={found.id} claim={found} />}</LoadedPage>;
}

function ClaimDetails({ claim }: { readonly claim: ClaimFile }) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const { can } = useSession();
  const { status, number, warnings, answerDaysLate, answerDueOn } = claim;
  const waits = status === 'CLAIMED';
  return (
    <Page
      title={t.claimTitle(String(number))}
      path={[{ to: '/bijdragen', label: t.back }]}
      state={
        <>
          <ClaimBadge status={status} />
          {waits &&
            (answerDaysLate > 0 ? (
              <Badge tone="bad">{t.late(whole(language, answerDaysLate))}</Badge>
            ) : (
              <span className="soft">
                {t.due} {day(language, answerDueOn)}
              </span>
            ))}
        </>
      }
      intro={
        <p>
          {claim.supplierName} · {claim.planName} · {quarter(language, claim.quarter)}
        </p>
      }
    >
      {claim.onBehalf && <OnBehalfNotice onBehalf={claim.onBehalf} />}
      {warnings.length > 0 ? (
        <Alert kind="warning" title={t.oddities}>
          <ul className="plain-list">
            {warnings.map((warning) => (
              <li key={warning.code}>{sayWarning(language, warning)}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        waits && <Alert kind="ok" title={t.noOdd} />
      )}
      <div className="columns">
        <Section title={t.facts} framed>
          <Facts items={factsOf(claim, t, language)} />
        </Section>
        <div className="stack">
          <Section title={t.rule} framed>
            <p>
              <strong>{euros(language, claim.valueCents)}</strong>
            </p>
            <ol className="plain-list">
              {claim.steps.map((step, index) => (
                <li key={`${step.code}${index}`}>
                  {sayStep(language, step, claim.blockLabel === null ? {} : { [claim.block]: claim.blockLabel })}
                </li>
              ))}
            </ol>
          </Section>
          <EvidenceList claim={claim} />
        </div>
      </div>
      {waits && can('claims.decide') && <DecideClaim claim={claim} />}
      {!waits && <AfterDecision claim={claim} />}
      {waits && can('answers.extend') && <ExtendAnswer claimId={claim.id} dueOn={answerDueOn} />}
    </Page>
  );
}

function factsOf(claim: ClaimFile, t: (typeof claimWords)['nl'], language: 'nl' | 'en') {
  const { placement, realised } = claim;
  const facts: { name: string; value: string | null | undefined }[] = [
    { name: t.kind, value: labels[language].claimKind[claim.kind] },
    { name: t.block, value: claim.blockLabel ?? claim.block },
    { name: t.period, value: t.fromTo(day(language, claim.from), day(language, claim.to)) },
    { name: t.paidHours, value: claim.centihours === null ? null : hours(language, claim.centihours) },
    { name: t.invoice, value: claim.invoiceCents === null ? null : euros(language, claim.invoiceCents) },
    { name: t.placement, value: placement && `${placement.ref} · ${t.candidate(placement.candidate)}` },
    { name: t.employment, value: placement && sayLabel(language, 'employmentForm', placement.employmentForm) },
    { name: t.register, value: placement && sayLabel(language, 'registerIndicated', placement.registerIndicated) },
    { name: t.region, value: placement?.region },
    {
      name: t.realisedBy,
      value: realised && [sayLabel(language, 'realisedBy', realised.by), realised.name].filter(Boolean).join(': '),
    },
    { name: t.earmark, value: claim.earmark },
    { name: t.description, value: claim.description },
    {
      name: t.submitted,
      value: t.submittedBy(day(language, claim.submittedAt.slice(0, 10)), claim.submittedBy ?? t.somebody),
    },
  ];
  return facts.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}
