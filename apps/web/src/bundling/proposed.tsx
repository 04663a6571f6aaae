import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day, shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';

import { LoadedPage } from '../ui/loaded-page';
import { Page, Section } from '../ui/page';
import { Table } from '../ui/table';
import { bundlingWords } from './bundling-words';

type Proposal = Answer<'PlanProposalAnswer'>;

/** Last step of bundling: what happens now, and on whom it waits. */
export function Proposed() {
  const { planId = '' } = useParams();
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } });
  return <LoadedPage of={plan}>{(found) => <WhatNow plan={found} />}</LoadedPage>;
}

function WhatNow({ plan }: { readonly plan: Answer<'PlanAnswer'> }) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const { supplierGroupId = '' } = useParams();
  const principals = api.useQuery('get', '/principals');
  const nameOf = (code: string) => principals.data?.items.find((principal) => principal.code === code)?.name ?? code;
  const waiting = plan.proposals.filter(({ state }) => state === 'PROPOSED');
  const byPrincipal = new Map<string, Proposal[]>();
  for (const proposal of waiting) {
    const { principal } = proposal.obligation;
    byPrincipal.set(principal, [...(byPrincipal.get(principal) ?? []), proposal]);
  }
  const title = waiting.length > 0 ? t.proposed(plan.name) : t.made(plan.name);
  const unwritten = plan.state === 'DRAFT' || plan.state === 'RETURNED';
  return (
    <Page
      title={title}
      path={[
        { to: '/bundelen', label: t.title },
        { to: `/bundelen/${supplierGroupId}`, label: plan.supplierGroupName },
      ]}
      actions={
        <>
          <LinkButton weight="primary" to={`/plannen/${plan.id}`}>
            {t.toPlan}
          </LinkButton>
          <LinkButton to="/bundelen">{t.another}</LinkButton>
        </>
      }
    >
      <Section title={t.whatNow}>
        <ol className="plain-list">
          {plan.members.length > 0 && <li>{t.inIt(plan.members.length)}</li>}
          <li>{byPrincipal.size > 0 ? t.principalsWait(byPrincipal.size) : t.nobodyWaits}</li>
          {waiting.length > 0 && <li>{t.onYes}</li>}
          {waiting.length > 0 && <li>{t.onNo}</li>}
          {unwritten && plan.dueOn && <li>{t.writes(plan.supplierGroupName, day(language, plan.dueOn))}</li>}
        </ol>
        {byPrincipal.size > 0 && (
          <Table
            caption={t.caption}
            rows={[...byPrincipal]}
            rowKey={([principal]) => principal}
            columns={[
              { key: 'principal', head: t.principal, names: true, cell: ([principal]) => nameOf(principal) },
              {
                key: 'contracts',
                head: t.contracts,
                cell: ([, proposals]) => proposals.map(({ obligation }) => obligation.number).join(', '),
              },
              {
                key: 'since',
                head: t.since,
                cell: ([, proposals]) => shortDay(language, proposals[0]?.proposedAt.slice(0, 10)),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
