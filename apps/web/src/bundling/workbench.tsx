import '../style/bundling.css';
import { useParams } from 'react-router';
import { api } from '../api/client';
import { wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, LinkButton } from '../ui/buttons';
import { Alert, Empty, Loaded } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Page, Section } from '../ui/page';
import { EffectSentence, EffectTables, useEffectOf } from './bundle-effect';
import { bundlingWords } from './bundling-words';
import { ObligationTable } from './obligation-table';
import { kindOf, togetherCents, useChoice, useOpenObligations, type OpenObligation } from './use-obligations';

/** Second step of bundling: choose among a supplier's open obligations, and see at once what that changes. */
export function Workbench() {
  const t = useWords(bundlingWords);
  const { can } = useSession();
  const { supplierGroupId = '' } = useParams();
  const group = api.useQuery('get', '/supplier-groups/{supplierGroupId}', { params: { path: { supplierGroupId } } });
  const obligations = useOpenObligations(supplierGroupId);
  return (
    <LoadedPage of={group} lines={12}>
      {({ name }) => (
        <Page
          title={name}
          path={[{ to: '/bundelen', label: t.title }]}
          intro={<p>{can('plans.make') ? t.benchIntro : t.benchIntroRead}</p>}
          actions={<LinkButton to={`/leveranciers/${supplierGroupId}`}>{t.supplierPage}</LinkButton>}
        >
          <Loaded of={obligations} lines={12}>
            {(found) =>
              found.length === 0 ? (
                <Empty title={t.nothingOpen}>
                  <p>{t.nothingOpenWhy}</p>
                  <LinkButton to="/bundelen">{t.title}</LinkButton>
                </Empty>
              ) : can('plans.make') ? (
                <Bench supplierGroupId={supplierGroupId} obligations={found} />
              ) : (
                <ObligationTable obligations={found} />
              )
            }
          </Loaded>
        </Page>
      )}
    </LoadedPage>
  );
}

function Bench({
  supplierGroupId,
  obligations,
}: {
  readonly supplierGroupId: string;
  readonly obligations: readonly OpenObligation[];
}) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const { chosen, choose, search } = useChoice(obligations);
  const effect = useEffectOf(supplierGroupId, chosen);
  const loose = obligations.filter(({ contract, choosable }) => choosable && !contract.inPlan);
  const toggle = (one: OpenObligation) =>
    choose(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  const fits = kindOf(chosen) !== null;
  return (
    <>
      <div className="row">
        {loose.length > 0 && <Button onClick={() => choose(loose)}>{t.chooseLoose(loose.length)}</Button>}
        {chosen.length > 0 && (
          <Button weight="subtle" onClick={() => choose([])}>
            {t.clear}
          </Button>
        )}
      </div>
      <ObligationTable obligations={obligations} choice={{ chosen, toggle }} />
      <Section title={t.effect}>
        {chosen.length > 1 ? (
          <EffectTables effect={effect} />
        ) : (
          <p>{chosen.length === 1 ? t.chooseMore : t.chooseFirst}</p>
        )}
      </Section>
      <div className={chosen.length > 0 ? 'choice-bar' : undefined}>
        <div role="status">
          {chosen.length > 0 && (
            <>
              <strong>
                <EffectSentence effect={effect} chosen={chosen} />
              </strong>{' '}
              {t.chosen(chosen.length, wholeEuros(language, togetherCents(chosen)))}
            </>
          )}
        </div>
        {chosen.length > 0 &&
          (fits ? (
            <LinkButton weight="primary" to={`/bundelen/${supplierGroupId}/plan${search}`}>
              {t.next}
            </LinkButton>
          ) : (
            <Alert kind="warning">{t.mixed}</Alert>
          ))}
      </div>
    </>
  );
}
