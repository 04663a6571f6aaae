import { api, type Answer } from '../api/client';
import { euros, moment } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Alert, Loaded } from '../ui/feedback';
import { Section } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { sayStep } from '../words/codes';
import { Exemption } from './exemption';
import { obligationWords } from './obligation-words';
import { RuleReasons } from './rule-says';
import { useContract, useGoal } from './use-contract';

type Obligation = Answer<'ObligationAnswer'>;
type Revision = Answer<'RevisionAnswer'>;

/** What the obligation of a contract is, how it came about, and what can be done about it. */
export function ObligationTab() {
  const { id } = useContract();
  const path = { params: { path: { contractId: id } } };
  const obligation = api.useQuery('get', '/contracts/{contractId}/obligation', path);
  return (
    <Loaded of={obligation} lines={10}>
      {(found) => (
        <>
          {found.exemption && <Exemption obligation={found} exemption={found.exemption} />}
          <Deeds obligation={found} />
          <Account obligation={found} />
        </>
      )}
    </Loaded>
  );
}

/** What can be done with it now; the API asks again. */
function Deeds({ obligation: { contractId, kind, state, settledOn } }: { readonly obligation: Obligation }) {
  const t = useWords(obligationWords);
  const { can } = useSession();
  const base = `/contracten/${contractId}/verplichting`;
  if (state === 'OBLIGATION_MISSING') {
    return (
      <Alert kind="warning" title={t.missing}>
        <p>{t.missingWhy}</p>
        <div className="deeds">
          {can('contracts.write') && (
            <LinkButton weight="primary" to={`${base}/vastleggen`}>
              {t.establish}
            </LinkButton>
          )}
          {can('exemptions.propose') && <LinkButton to={`${base}/vrijstellen`}>{t.exemptAgain}</LinkButton>}
        </div>
      </Alert>
    );
  }
  const open = kind !== 'NONE' && settledOn === null && state !== 'EXEMPT';
  if (!open) return null;
  return (
    <div className="deeds">
      {can('obligations.revise') && <LinkButton to={`${base}/aanpassen`}>{t.revise}</LinkButton>}
      {can('exemptions.propose') && state !== 'EXEMPTION_PROPOSED' && (
        <LinkButton to={`${base}/vrijstellen`}>{t.exempt}</LinkButton>
      )}
    </div>
  );
}

function Account({ obligation }: { readonly obligation: Obligation }) {
  const t = useWords(obligationWords);
  const language = useLanguage();
  const { kind, state, steps, grounds, revisions } = obligation;
  if (kind === 'NONE') {
    return state === 'EXEMPTION_PROPOSED' ? <p>{t.waits}</p> : null;
  }
  return (
    <>
      <Section title={t.how}>
        <ol className="steps">
          {steps.map((step) => (
            <li key={step.code}>{sayStep(language, step)}</li>
          ))}
        </ol>
      </Section>
      {grounds?.ruleSaid && (
        <Section title={t.grounds}>
          {grounds.followed === true && <p>{t.followed}</p>}
          {grounds.deviationReason && (
            <div>
              <p>{t.deviated}</p>
              <p className="quote">{grounds.deviationReason}</p>
            </div>
          )}
          {grounds.ruleSaid.amountCents !== null && <p>{t.ruleSaid(euros(language, grounds.ruleSaid.amountCents))}</p>}
          <RuleReasons proposal={grounds.ruleSaid} />
        </Section>
      )}
      {revisions.length > 0 && <History revisions={revisions} obligation={obligation} />}
    </>
  );
}

function History({
  revisions,
  obligation: { kind, goalUnit },
}: {
  readonly revisions: readonly Revision[];
  readonly obligation: Obligation;
}) {
  const t = useWords(obligationWords);
  const language = useLanguage();
  const goalOf = useGoal();
  const columns: Column<Revision>[] = [
    { key: 'since', head: t.since, names: true, cell: ({ recordedAt }) => moment(language, recordedAt) },
    kind === 'FORM_FREE'
      ? { key: 'goal', head: t.goal, number: true, cell: ({ goal }) => goalOf(goal, goalUnit) }
      : { key: 'amount', head: t.amount, number: true, cell: ({ amountCents }) => euros(language, amountCents) },
    ...(kind === 'PERCENTAGE'
      ? [
          {
            key: 'base',
            head: t.base,
            number: true,
            cell: ({ baseCents }: Revision) => euros(language, baseCents),
          },
        ]
      : []),
    { key: 'why', head: t.why, cell: ({ reason }) => reason ?? t.award },
    { key: 'by', head: t.by, cell: ({ recordedBy }) => recordedBy?.name ?? t.product },
  ];
  return (
    <Section title={t.history}>
      <Table
        caption={t.history}
        captionHidden
        columns={columns}
        rows={revisions.toReversed()}
        rowKey={({ recordedAt, amountCents }) => `${recordedAt}${amountCents}`}
      />
    </Section>
  );
}
