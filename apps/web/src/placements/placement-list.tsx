import { api } from '../api/client';
import { shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Link, LinkButton } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { byKey, Paged } from '../ui/paged';
import { Page } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { usePlanChoices } from '../api/plan-choices';
import type { Answer } from '../api/client';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Plaatsingen',
    intro: 'Kandidaten die aan het werk zijn of waren. Elke kandidaat heeft een kenmerk van u: geen naam, geen BSN.',
    add: 'Nieuwe plaatsing',
    none: 'Er is nog geen plaatsing',
    noneDo: 'Meld de eerste kandidaat aan die aan het werk gaat. Daarna rapporteert u elk kwartaal de uren.',
    noneHere: 'Met deze keuze is er geen plaatsing',
    noneHereDo: 'Kies iets anders.',
    plan: 'Plan',
    all: 'Alle',
    when: 'Wanneer',
    running: 'Lopen nu',
    ref: 'Plaatsing',
    candidate: 'Kandidaat',
    block: 'Bouwblok',
    form: 'Vorm',
    term: 'Loopt',
    from: (day: string) => `vanaf ${day}`,
    supplier: 'Leverancier',
  },
  en: {
    title: 'Placements',
    intro:
      'Candidates who work or worked. Each candidate has a reference of yours: no name, no citizen service number.',
    add: 'New placement',
    none: 'There is no placement yet',
    noneDo: 'Register the first candidate who starts work. After that you report the hours each quarter.',
    noneHere: 'There is no placement with this choice',
    noneHereDo: 'Choose something else.',
    plan: 'Plan',
    all: 'All',
    when: 'When',
    running: 'Running now',
    ref: 'Placement',
    candidate: 'Candidate',
    block: 'Building block',
    form: 'Form',
    term: 'Runs',
    from: (day: string) => `from ${day}`,
    supplier: 'Supplier',
  },
});

/** The placements in sight, the latest first. */
export function PlacementList() {
  const t = useWords(texts);
  const language = useLanguage();
  const { can, face } = useSession();
  const isSupplier = face === 'SUPPLIER_GROUP';
  const [filters, change] = useAddressFilters(['plan', 'lopend'] as const);
  const choices = usePlanChoices();
  const placements = api.useInfiniteQuery(
    'get',
    '/placements',
    {
      params: { query: { limit: 25, planId: filters.plan, runningOn: filters.lopend ? today() : undefined } },
    },
    byKey,
  );
  const plans = new Map((choices.data ?? []).map(({ planId, label }) => [planId, label]));
  const narrowed = Object.keys(filters).length > 0;
  const supplier: Column<Answer<'PlacementAnswer'>> = {
    key: 'supplier',
    head: t.supplier,
    cell: ({ supplierName }) => supplierName,
  };
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={
        can('placements.write') && (
          <LinkButton weight="primary" to="/plaatsingen/nieuw">
            {t.add}
          </LinkButton>
        )
      }
    >
      <Filters>
        {isSupplier && (
          <Filter
            label={t.plan}
            value={filters.plan ?? ''}
            all={t.all}
            onChange={(plan) => change({ plan })}
            options={[...plans].map(([value, label]) => ({ value, label }))}
          />
        )}
        <Filter
          label={t.when}
          value={filters.lopend ?? ''}
          all={t.all}
          onChange={(lopend) => change({ lopend })}
          options={[{ value: 'nu', label: t.running }]}
        />
      </Filters>
      <Paged
        of={placements}
        empty={
          <Empty title={narrowed ? t.noneHere : t.none}>
            <p>{narrowed ? t.noneHereDo : can('placements.write') ? t.noneDo : ''}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.title}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'ref',
                head: t.ref,
                names: true,
                cell: ({ id, ref }) => <Link to={`/plaatsingen/${id}`}>{ref}</Link>,
              },
              { key: 'candidate', head: t.candidate, cell: ({ candidate }) => candidate },
              { key: 'block', head: t.block, cell: ({ block, blockLabel }) => blockLabel ?? block },
              {
                key: 'form',
                head: t.form,
                cell: ({ employmentForm }) => sayLabel(language, 'employmentForm', employmentForm),
              },
              {
                key: 'plan',
                head: t.plan,
                cell: ({ planId, planName }) => <Link to={`/plannen/${planId}`}>{planName}</Link>,
              },
              ...(isSupplier ? [] : [supplier]),
              {
                key: 'term',
                head: t.term,
                cell: ({ startsOn, endsOn }) =>
                  endsOn
                    ? `${shortDay(language, startsOn)} – ${shortDay(language, endsOn)}`
                    : t.from(shortDay(language, startsOn)),
              },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
