import { api, type Answer } from '../api/client';
import { whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Loaded } from '../ui/feedback';
import { Section } from '../ui/page';
import { Table } from '../ui/table';
import { proposalWords } from './proposal-words';

type Plan = Answer<'PlanAnswer'>;

/** How scattered the obligations in sight are now, and how they would be with this plan. */
export function Effect({ plan, contractId }: { readonly plan: Plan; readonly contractId: string }) {
  const t = useWords(proposalWords).one;
  const language = useLanguage();
  const proposed = plan.proposals.filter(({ state }) => state === 'PROPOSED').map(({ obligation }) => obligation);
  const contractIds = [...new Set([contractId, ...[...proposed, ...plan.members].map((one) => one.contractId)])];
  const preview = api.useQuery(
    'post',
    '/bundling-previews',
    { body: { supplierGroupId: plan.supplierGroupId, contractIds } },
    // Of one obligation there is nothing to bring together.
    { enabled: contractIds.length > 1 },
  );
  if (contractIds.length < 2) return null;
  return (
    <Section title={t.before} intro={<p>{t.beforeIntro}</p>}>
      <Loaded of={preview} lines={4}>
        {({ before, after }) => (
          <Table
            caption={t.before}
            captionHidden
            rowKey={({ key }) => key}
            rows={[
              { key: 'count', name: t.count, show: (of: typeof before) => whole(language, of.obligations) },
              { key: 'points', name: t.points, show: (of: typeof before) => whole(language, of.points) },
              { key: 'median', name: t.median, show: (of: typeof before) => wholeEuros(language, of.medianCents) },
              { key: 'months', name: t.months, show: (of: typeof before) => whole(language, of.medianMonthsLeft) },
            ]}
            columns={[
              { key: 'what', head: t.figure, names: true, cell: ({ name }) => name },
              { key: 'before', head: t.beforeHead, number: true, cell: ({ show }) => show(before) },
              { key: 'after', head: t.afterHead, number: true, cell: ({ show }) => show(after) },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
