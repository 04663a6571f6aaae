import '../style/contracts.css';
import { Outlet, useLocation, useParams } from 'react-router';
import { api } from '../api/client';
import { day, euros, percentOf, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { Link, LinkButton } from '../ui/buttons';
import { Alert } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { SignalBadge } from '../ui/signal-badge';
import { Tabs } from '../ui/tabs';
import { contractPageWords } from './contract-page-words';
import { StateBadge } from './state-badge';
import { useForecast, useGoal, type Contract } from './use-contract';

/** One contract: what matters in ten seconds, and below it one of its parts. */
export function ContractPage() {
  const { contractId = '' } = useParams();
  const contract = api.useQuery('get', '/contracts/{contractId}', { params: { path: { contractId } } });
  return (
    <LoadedPage of={contract} lines={12}>
      {(found) => <Found contract={found} />}
    </LoadedPage>
  );
}

function Found({ contract }: { readonly contract: Contract }) {
  const t = useWords(contractPageWords);
  const { can, face } = useSession();
  const forecast = useForecast(contract);
  const { id, number, title, principalCode, supplier, state, obligation } = contract;
  const base = `/contracten/${id}`;
  const tabs = [
    { to: base, label: t.tabs.overview },
    { to: `${base}/verplichting`, label: t.tabs.obligation },
    // A goal without euros has no lines in the ledger.
    ...(obligation && obligation.kind !== 'FORM_FREE' && can('statements.read')
      ? [{ to: `${base}/verloop`, label: t.tabs.statement }]
      : []),
    ...(obligation ? [{ to: `${base}/afrekening`, label: t.tabs.settlement }] : []),
    { to: `${base}/berichten`, label: t.tabs.messages },
    ...(can('audit-trail.read') ? [{ to: `${base}/logboek`, label: t.tabs.trail }] : []),
  ];
  return (
    <Page
      title={title}
      path={[{ to: '/contracten', label: t.contracts }]}
      intro={
        <p>
          {number} · {t.with(principalCode, supplier.name)}
        </p>
      }
      state={
        <>
          <StateBadge state={state} />
          {state === 'OPEN' && <SignalBadge signal={forecast.data?.signal ?? null} />}
        </>
      }
      actions={
        can('contracts.write') && face === 'PRINCIPAL' && <LinkButton to={`${base}/wijzigen`}>{t.edit}</LinkButton>
      }
    >
      <JustRegistered contract={contract} />
      {obligation && <Head contract={contract} />}
      <Tabs label={t.parts} tabs={tabs} />
      <Outlet context={contract} />
    </Page>
  );
}

function Head({ contract }: { readonly contract: Contract }) {
  const t = useWords(contractPageWords);
  const language = useLanguage();
  const goalOf = useGoal();
  const { can } = useSession();
  const { id, obligation, endsOn } = contract;
  const euro = obligation !== null && obligation.kind !== 'FORM_FREE';
  const path = { params: { path: { contractId: id } } };
  const balance = api.useQuery('get', '/contracts/{contractId}/balance', path, {
    enabled: euro && can('statements.read'),
  });
  const forecast = useForecast(contract);
  if (!obligation) return null;
  const ends = endsOn < today() ? t.ended(day(language, endsOn)) : t.until(day(language, endsOn));
  if (!euro) {
    return (
      <KeyFigures>
        <KeyFigure label={t.goal} value={goalOf(obligation.goal, obligation.goalUnit)} note={`${t.noEuros}, ${ends}`} />
      </KeyFigures>
    );
  }
  const filled = balance.data;
  const expected = forecast.data;
  return (
    <KeyFigures>
      <KeyFigure label={t.obligation} value={wholeEuros(language, obligation.amountCents)} note={ends} />
      <KeyFigure
        label={t.filled}
        value={wholeEuros(language, filled?.allocatedCents)}
        note={filled && t.filledOf(percentOf(language, filled.allocatedCents, filled.amountCents) ?? '–')}
      />
      <KeyFigure
        label={t.left}
        value={wholeEuros(language, filled?.remainingCents)}
        note={filled?.settledOn && t.settledOn(day(language, filled.settledOn))}
      />
      {expected && expected.signal !== null && (
        <KeyFigure
          label={t.expected}
          value={wholeEuros(language, expected.forecastCents)}
          note={expected.shortfallCents > 0 ? t.short(wholeEuros(language, expected.shortfallCents)) : t.enough}
        />
      )}
    </KeyFigures>
  );
}

/** After registering: what was made of it, and what comes next. */
function JustRegistered({ contract: { number, obligation } }: { readonly contract: Contract }) {
  const t = useWords(contractPageWords).registered;
  const language = useLanguage();
  const goalOf = useGoal();
  const state: unknown = useLocation().state;
  if (state !== 'registered') return null;
  const made =
    obligation === null
      ? null
      : obligation.kind === 'FORM_FREE'
        ? t.goal(goalOf(obligation.goal, obligation.goalUnit))
        : t.obligation(euros(language, obligation.amountCents));
  return (
    <Alert kind="ok" title={t.title(number)}>
      <p>
        {made} {obligation ? t.next : t.exemption}
      </p>
      <p>
        <Link to="/contracten/nieuw">{t.another}</Link>
      </p>
    </Alert>
  );
}
