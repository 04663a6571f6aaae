import { api, type Answer } from '../api/client';
import { whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Plannen die met deze tabel rekenen',
    intro: 'Een plan houdt zijn tabel. Een nieuwe versie verandert niets aan wat al is gewaardeerd.',
    count: (count: string) =>
      count === '1' ? '1 plan rekent met deze tabel.' : `${count} plannen rekenen met deze tabel.`,
    inSight: 'U ziet de plannen waar u bij mag.',
    caption: 'Plannen met deze waardetabel',
    plan: 'Plan',
    supplier: 'Leverancier',
    state: 'Status',
    none: 'Geen plan rekent met deze tabel',
    noneWhy: 'De tabel kan worden gekozen als iemand een plan maakt.',
    noneEver: 'Een plan kan alleen een goedgekeurde tabel kiezen.',
    noneSeen: 'Er zijn hier geen plannen die u mag zien.',
  },
  en: {
    title: 'Plans that calculate with this table',
    intro: 'A plan keeps its table. A new version changes nothing of what was valued before.',
    count: (count: string) =>
      count === '1' ? '1 plan calculates with this table.' : `${count} plans calculate with this table.`,
    inSight: 'You see the plans that you may read.',
    caption: 'Plans with this value table',
    plan: 'Plan',
    supplier: 'Supplier',
    state: 'State',
    none: 'No plan calculates with this table',
    noneWhy: 'The table can be chosen when somebody makes a plan.',
    noneEver: 'A plan can only choose an approved table.',
    noneSeen: 'There are no plans here that you may see.',
  },
});

/** Which plans pinned a version: how many for a steward, by name for who may see them. */
export function TableUses({
  code,
  state,
}: {
  readonly code: string;
  readonly state: Answer<'ValueTableAnswer'>['state'];
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const params = { path: { valueTableCode: code }, query: { limit: 25 } };
  const uses = api.useInfiniteQuery('get', '/value-tables/{valueTableCode}/uses', { params }, byKey);
  const count = uses.data?.pages[0]?.count ?? null;
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      {count ? (
        <p>
          {t.count(whole(language, count))} {can('plans.read') && t.inSight}
        </p>
      ) : null}
      <Paged
        of={uses}
        lines={3}
        empty={
          count ? null : (
            <Empty title={count === 0 ? t.none : t.noneSeen}>
              {count === 0 && <p>{state === 'APPROVED' ? t.noneWhy : t.noneEver}</p>}
            </Empty>
          )
        }
      >
        {(items) => (
          <Table
            caption={t.caption}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'plan',
                head: t.plan,
                names: true,
                cell: ({ id, name }) => <Link to={`/plannen/${id}`}>{name}</Link>,
              },
              { key: 'supplier', head: t.supplier, cell: ({ supplierGroupName }) => supplierGroupName },
              { key: 'state', head: t.state, cell: (plan) => labels[language].planState[plan.state] },
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}
