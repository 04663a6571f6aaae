import '../style/bundling.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { readAll } from '../api/read-all';
import { wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Alert, Empty, Loaded } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { EffectSentence, EffectTables, useEffectOf } from './bundle-effect';
import { bundlingWords } from './bundling-words';
import { ObligationTable } from './obligation-table';
import { kindOf, togetherCents, useChoice, useOpenObligations, type OpenObligation } from './use-obligations';

/** What a step about the plan starts from. */
export interface Step {
  readonly supplierGroupId: string;
  readonly obligations: readonly OpenObligation[];
  readonly chosen: readonly OpenObligation[];
  readonly kind: 'BUNDLE' | 'FORM_FREE' | null;
  /** The plans of this supplier that the reader sees, ended ones as well. */
  readonly plans: readonly Answer<'PlanSummaryAnswer'>[];
}

/** The frame of both ways to go on with a choice: a new plan, or one that there is. */
export function PlanStep({ children }: { readonly children: (step: Step) => ReactNode }) {
  const { supplierGroupId = '' } = useParams();
  const obligations = useOpenObligations(supplierGroupId);
  const plans = useQuery({
    queryKey: ['plans-of-supplier', supplierGroupId],
    queryFn: () =>
      readAll((after) => client.GET('/plans', { params: { query: { supplierGroupId, limit: 100, after } } })),
  });
  return (
    <LoadedPage of={obligations} lines={12}>
      {(open) => (
        <Loaded of={plans} lines={12}>
          {(found) => (
            <ChosenStep supplierGroupId={supplierGroupId} obligations={open} plans={found}>
              {children}
            </ChosenStep>
          )}
        </Loaded>
      )}
    </LoadedPage>
  );
}

function ChosenStep({
  supplierGroupId,
  obligations,
  plans,
  children,
}: Omit<Step, 'chosen' | 'kind'> & { readonly children: (step: Step) => ReactNode }) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const { face } = useSession();
  const { chosen, search } = useChoice(obligations);
  const effect = useEffectOf(supplierGroupId, chosen);
  const group = api.useQuery('get', '/supplier-groups/{supplierGroupId}', { params: { path: { supplierGroupId } } });
  const kind = kindOf(chosen);
  const bench = `/bundelen/${supplierGroupId}${search}`;
  return (
    <Page
      title={chosen.length === 0 ? t.noChoice : t.planTitle(chosen.length)}
      path={[
        { to: '/bundelen', label: t.title },
        { to: bench, label: group.data?.name ?? t.supplier },
      ]}
      intro={
        chosen.length === 0 ? (
          <p>{t.noChoiceWhy}</p>
        ) : (
          <p>
            <EffectSentence effect={effect} chosen={chosen} />{' '}
            {t.chosen(chosen.length, wholeEuros(language, togetherCents(chosen)))}
          </p>
        )
      }
    >
      {chosen.length === 0 ? (
        <Empty title={t.noChoice}>
          <LinkButton to={bench}>{t.backToBench}</LinkButton>
        </Empty>
      ) : kind === null ? (
        <Alert kind="warning">
          <p>{t.mixed}</p>
          <LinkButton to={bench}>{t.backToBench}</LinkButton>
        </Alert>
      ) : (
        <>
          <details>
            <summary>{t.whichChosen}</summary>
            <ObligationTable obligations={chosen} />
          </details>
          {chosen.length > 1 && (
            <details>
              <summary>{t.effect}</summary>
              <EffectTables effect={effect} />
            </details>
          )}
          {face === 'NETWORK' && (
            <Tabs
              label={t.planTabs}
              tabs={[
                { to: `/bundelen/${supplierGroupId}/plan${search}`, label: t.newPlan },
                { to: `/bundelen/${supplierGroupId}/bestaand-plan${search}`, label: t.presentPlan },
              ]}
            />
          )}
          {children({ supplierGroupId, obligations, chosen, kind, plans })}
        </>
      )}
    </Page>
  );
}
