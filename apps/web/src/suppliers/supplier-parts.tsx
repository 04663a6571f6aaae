import { api } from '../api/client';
import { useBalances } from '../api/contract-balances';
import { shortDay, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Link, LinkButton } from '../ui/buttons';
import { Badge, Empty } from '../ui/feedback';
import { Progress } from '../ui/figures';
import { Filter, Filters } from '../ui/filters';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { StatementLines } from '../ui/statement-lines';
import { Table } from '../ui/table';
import { sayGoal, sayLabel } from '../words/codes';
import { labels } from '../words/labels';
import { useSupplier } from './supplier';
import { supplierWords } from './supplier-words';

/** The supplier's contracts, each with what is left of it. */
export function SupplierContracts() {
  const t = useWords(supplierWords);
  const language = useLanguage();
  const { id } = useSupplier();
  const query = { supplierGroupId: id, limit: 25 };
  const contracts = api.useInfiniteQuery('get', '/contracts', { params: { query } }, byKey);
  const balances = useBalances(contracts.data?.pages ?? []);
  return (
    <Section title={t.contracts} intro={<p>{t.contractsIntro}</p>}>
      <Paged
        of={contracts}
        empty={
          <Empty title={t.noContracts}>
            <p>{t.noContractsWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.contracts}
            captionHidden
            rows={items}
            rowKey={(contract) => contract.id}
            columns={[
              {
                key: 'contract',
                head: t.contract,
                names: true,
                cell: (contract) => (
                  <>
                    <Link to={`/contracten/${contract.id}`}>{contract.number}</Link>
                    <span className="cell-note">{contract.title}</span>
                  </>
                ),
              },
              { key: 'principal', head: t.principal, cell: ({ principalCode }) => principalCode },
              { key: 'state', head: t.state, cell: ({ state }) => labels[language].contractState[state] },
              {
                key: 'obligation',
                head: t.obligation,
                number: true,
                cell: ({ obligation }) =>
                  obligation?.goalUnit
                    ? sayGoal(language, obligation.goal, obligation.goalUnit)
                    : obligation && wholeEuros(language, obligation.amountCents),
              },
              {
                key: 'done',
                head: t.done,
                cell: (contract) => {
                  const balance = balances.get(contract.id);
                  return (
                    balance !== undefined &&
                    balance.amountCents !== null &&
                    balance.allocatedCents !== null && (
                      <Progress
                        label={t.doneOf(contract.number)}
                        part={balance.allocatedCents}
                        whole={balance.amountCents}
                      />
                    )
                  );
                },
              },
              {
                key: 'left',
                head: t.left,
                number: true,
                cell: (contract) => {
                  const left = balances.get(contract.id)?.remainingCents;
                  return left !== undefined && left !== null && wholeEuros(language, left);
                },
              },
              { key: 'until', head: t.until, cell: ({ endsOn }) => shortDay(language, endsOn) },
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}

/** How many years back somebody may look. */
const YEARS = 6;

/** The statement of a supplier, over all its plans. */
export function SupplierStatement() {
  const t = useWords(supplierWords);
  const { id } = useSupplier();
  const [filters, change] = useAddressFilters(['year']);
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => String(now - back));
  const year = years.find((known) => known === filters.year);
  const lines = api.useInfiniteQuery(
    'get',
    '/supplier-groups/{supplierGroupId}/statement',
    {
      params: {
        path: { supplierGroupId: id },
        query: { limit: 50, order: 'NEWEST_FIRST', year: year === undefined ? undefined : Number(year) },
      },
    },
    byKey,
  );
  return (
    <Section title={t.statement} intro={<p>{t.statementIntro}</p>}>
      <Filters>
        <Filter
          label={t.year}
          value={year ?? ''}
          all={t.allYears}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(value) => change({ year: value })}
        />
      </Filters>
      <Paged
        of={lines}
        empty={
          <Empty title={t.noStatement}>
            <p>{year ? t.noStatementYear : t.noStatementWhy}</p>
          </Empty>
        }
      >
        {(items) => <StatementLines caption={t.statement} items={items} contracts />}
      </Paged>
    </Section>
  );
}

/** Who works at the supplier. */
export function SupplierPeople() {
  const t = useWords(supplierWords);
  const language = useLanguage();
  const { can } = useSession();
  const { id } = useSupplier();
  const query = { supplierGroupId: id, limit: 50 };
  const people = api.useInfiniteQuery('get', '/people', { params: { query } }, byKey);
  return (
    <Section title={t.people} intro={<p>{t.peopleIntro}</p>}>
      <Paged
        of={people}
        lines={4}
        empty={
          <Empty title={t.noPeople}>
            <p>{t.noPeopleWhy}</p>
            {can('people.write') && <LinkButton to="/mensen/nieuw">{t.invite}</LinkButton>}
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.people}
            captionHidden
            rows={items}
            rowKey={(person) => person.id}
            columns={[
              {
                key: 'name',
                head: t.name,
                names: true,
                cell: (person) => (
                  <span className="row">
                    <Link to={`/mensen/${person.id}`}>{person.name}</Link>
                    {person.endedOn && <Badge tone="quiet">{t.ended}</Badge>}
                  </span>
                ),
              },
              {
                key: 'roles',
                head: t.roles,
                cell: ({ roles }) => roles.map((role) => sayLabel(language, 'role', role)).join(', '),
              },
              { key: 'email', head: t.email, cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a> },
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}
