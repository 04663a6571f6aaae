import { api } from '../api/client';
import { euros, hours, percentOfBp, shortDay, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Empty, Loaded } from '../ui/feedback';
import { Section } from '../ui/page';
import { Table } from '../ui/table';
import { sayPlanLineWarning } from '../words/codes';
import { EditLines } from './edit-lines';
import { planLineWords } from './plan-lines-words';
import { usePlan } from './use-plan';

/** The plan of action: what the supplier is going to do. Written by the supplier while the plan is a draft or was sent back. */
export function PlanLines() {
  const t = useWords(planLineWords);
  const { can, face } = useSession();
  const plan = usePlan();
  const table = api.useQuery('get', '/value-tables/{valueTableCode}', {
    params: { path: { valueTableCode: plan.valueTable } },
  });
  const writes = can('plans.write-lines') && (plan.state === 'DRAFT' || plan.state === 'RETURNED');
  return (
    <Section title={t.title} intro={<p>{writes ? t.introWriter : t.intro}</p>}>
      <Loaded of={table} lines={6}>
        {({ blocks }) => (
          <>
            {plan.lines.length > 0 && <LineTable blocks={blocks} />}
            {plan.lines.length === 0 && !writes && (
              <Empty title={t.none}>
                <p>{t.noneWhy}</p>
              </Empty>
            )}
            {writes && <EditLines key={plan.version} plan={plan} blocks={blocks} />}
            {!writes && face === 'SUPPLIER_GROUP' && plan.state !== 'ENDED' && <p className="soft">{t.locked}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function LineTable({ blocks }: { readonly blocks: readonly { readonly code: string; readonly label: string }[] }) {
  const t = useWords(planLineWords);
  const language = useLanguage();
  const { lines, plannedCents, expectedCents } = usePlan();
  const regions = api.useQuery('get', '/labour-market-regions');
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return (
    <Table
      caption={t.title}
      captionHidden
      rows={numbered}
      rowKey={({ number }) => String(number)}
      totalName={t.total}
      columns={[
        {
          key: 'block',
          head: t.block,
          names: true,
          cell: ({ block, warnings }) => (
            <>
              {blocks.find(({ code }) => code === block)?.label ?? block}
              {warnings.map((warning) => (
                <span key={warning} className="cell-note">
                  {sayPlanLineWarning(language, warning)}
                </span>
              ))}
            </>
          ),
        },
        {
          key: 'what',
          head: t.what,
          cell: ({ persons, centihours, invoiceCents }) =>
            [
              typeof persons === 'number' && t.people(whole(language, persons)),
              typeof centihours === 'number' && t.hoursOf(hours(language, centihours)),
              typeof invoiceCents === 'number' && euros(language, invoiceCents),
            ]
              .filter(Boolean)
              .join(', '),
        },
        {
          key: 'period',
          head: t.period,
          cell: ({ from, to }) => t.fromTo(shortDay(language, from), shortDay(language, to)),
        },
        {
          key: 'partner',
          head: t.partner,
          cell: ({ partner, region }) =>
            [partner, regions.data?.items.find(({ code }) => code === region)?.name ?? region]
              .filter(Boolean)
              .join(', '),
        },
        {
          key: 'confidence',
          head: t.confidence,
          number: true,
          cell: ({ confidenceBp }) => percentOfBp(language, confidenceBp),
        },
        {
          key: 'value',
          head: t.value,
          number: true,
          cell: ({ valueCents }) => euros(language, valueCents),
          total: euros(language, plannedCents),
        },
        {
          key: 'expected',
          head: t.expected,
          number: true,
          cell: ({ expectedCents: cents }) => euros(language, cents),
          total: euros(language, expectedCents),
        },
      ]}
    />
  );
}
