import '../style/contracts.css';
import { keepPreviousData } from '@tanstack/react-query';
import { api, type Answer } from '../api/client';
import { useBalances } from '../api/contract-balances';
import { shortDay, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link, LinkButton } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Progress } from '../ui/figures';
import { Page } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { SignalBadge } from '../ui/signal-badge';
import { Table, type Column } from '../ui/table';
import { useDebounced } from '../ui/use-debounced';
import { labels } from '../words/labels';
import { contractListWords } from './contract-list-words';
import { ListFilters, useListQuestion } from './list-filters';
import { useSignals } from './list-figures';
import { StateBadge } from './state-badge';

type Contract = Answer<'ContractAnswer'>;

/** The contracts that somebody sees, narrowed by what the address says, each with how far its obligation is. */
export function ContractList() {
  const t = useWords(contractListWords);
  const { can, has, face } = useSession();
  const asked = useListQuestion();
  const { question, narrowed } = asked;
  const search = useDebounced(question.search);
  const contracts = api.useInfiniteQuery(
    'get',
    '/contracts',
    { params: { query: { ...question, search, limit: 25 } } },
    { ...byKey, placeholderData: keepPreviousData },
  );
  const category = has('CATEGORY_MANAGER') && !has('CONTRACT_MANAGER');
  const intro = category ? t.intro.category : face === 'PRINCIPAL' ? t.intro.ministry : t.intro.all;
  return (
    <Page
      title={t.title}
      intro={<p>{intro}</p>}
      actions={
        <>
          {can('plans.answer') && <LinkButton to="/voorstellen">{t.proposals}</LinkButton>}
          {can('contracts.write') && (
            <LinkButton weight="primary" to="/contracten/nieuw">
              {t.register}
            </LinkButton>
          )}
        </>
      }
    >
      <ListFilters asked={asked} />
      <Paged of={contracts} lines={14} empty={<NoContracts narrowed={narrowed} />}>
        {(items) => <ContractTable items={items} pages={contracts.data?.pages ?? []} />}
      </Paged>
    </Page>
  );
}

function NoContracts({ narrowed }: { readonly narrowed: boolean }) {
  const t = useWords(contractListWords);
  const { can } = useSession();
  if (narrowed) {
    return (
      <Empty title={t.none}>
        <p>{t.noneWhy}</p>
      </Empty>
    );
  }
  return (
    <Empty title={t.empty}>
      <p>{can('contracts.write') ? t.emptyWhy : t.emptyReader}</p>
    </Empty>
  );
}

function ContractTable({
  items,
  pages,
}: {
  readonly items: readonly Contract[];
  readonly pages: readonly { readonly items: readonly Contract[] }[];
}) {
  const t = useWords(contractListWords);
  const language = useLanguage();
  const { can, has } = useSession();
  // Who sees one ministry's contracts does not need to be told which.
  const ownOnly = has('CONTRACT_MANAGER') || has('MINISTRY_READER');
  const balances = useBalances(pages);
  const signals = useSignals(can('forecasts.read'));
  const columns: Column<Contract>[] = [
    {
      key: 'contract',
      head: t.contract,
      names: true,
      cell: ({ id, number, title, supplier, principalCode }) => (
        <span className="contract-name">
          <Link to={`/contracten/${id}`}>{title}</Link>
          <span className="contract-of">
            {[number, ownOnly ? '' : principalCode, supplier.name].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'obligation',
      head: t.obligation,
      number: true,
      cell: ({ obligation }) =>
        obligation === null
          ? null
          : obligation.kind === 'FORM_FREE' && obligation.goalUnit !== null
            ? t.goal(
                whole(language, obligation.goal),
                labels[language].goalUnit[obligation.goalUnit].toLocaleLowerCase(language),
              )
            : wholeEuros(language, obligation.amountCents),
    },
    {
      key: 'filled',
      head: t.filled,
      cell: ({ id, title }) => {
        const balance = balances.get(id);
        if (!balance || balance.allocatedCents === null || balance.amountCents === null) return null;
        return <Progress label={`${t.filled}: ${title}`} part={balance.allocatedCents} whole={balance.amountCents} />;
      },
    },
    {
      key: 'left',
      head: t.left,
      number: true,
      cell: ({ id }) => {
        const left = balances.get(id)?.remainingCents;
        return left === undefined || left === null ? null : wholeEuros(language, left);
      },
    },
    {
      key: 'until',
      head: t.until,
      cell: ({ endsOn }) => <span className="nowrap">{shortDay(language, endsOn)}</span>,
    },
    {
      key: 'stand',
      head: t.stand,
      // That it runs goes without saying when there is a signal.
      cell: ({ id, state }) => {
        const signal = state === 'OPEN' ? signals.data?.get(id) : undefined;
        return signal ? <SignalBadge signal={signal} /> : <StateBadge state={state} />;
      },
    },
  ];
  return <Table caption={t.caption} captionHidden columns={columns} rows={items} rowKey={({ id }) => id} />;
}
