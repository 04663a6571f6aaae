import type { Answer } from '../api/client';
import { euros, hours, quarter, shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { Link } from './buttons';
import { Table, type Column } from './table';

type Line = Answer<'StatementLineAnswer'>;

const texts = words({
  nl: {
    claim: 'Bijdrage',
    number: (number: string) => `Nummer ${number}`,
    kind: 'Soort',
    quarter: 'Kwartaal',
    contract: 'Contract',
    surplus: 'Overrealisatie',
    reason: 'Waarom',
    recorded: 'Geboekt op',
    hours: 'Uren voor banen',
    cents: 'Bedrag',
  },
  en: {
    claim: 'Contribution',
    number: (number: string) => `Number ${number}`,
    kind: 'Kind',
    quarter: 'Quarter',
    contract: 'Contract',
    surplus: 'Surplus',
    reason: 'Why',
    recorded: 'Recorded on',
    hours: 'Hours for jobs',
    cents: 'Amount',
  },
});

interface LinesProps {
  readonly caption: string;
  readonly items: readonly Line[];
  /** Also to which contract each line belongs, in statements of more than one. */
  readonly contracts?: boolean;
}

/** Lines of the ledger: which part of which claim went where. */
export function StatementLines({ caption, items, contracts = false }: LinesProps) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const label = labels[language];
  const seesHours = items.some(({ centihours }) => centihours !== null);
  const columns: Column<Line>[] = [
    {
      key: 'claim',
      head: t.claim,
      names: true,
      cell: ({ claimId, claimNumber }) =>
        claimId !== null && can('claims.read') ? (
          <Link to={`/bijdragen/${claimId}`}>{t.number(String(claimNumber))}</Link>
        ) : (
          t.number(String(claimNumber))
        ),
    },
    { key: 'kind', head: t.kind, cell: ({ claimKind }) => label.claimKind[claimKind] },
    { key: 'quarter', head: t.quarter, cell: ({ quarterStartsOn }) => quarter(language, quarterStartsOn) },
    ...(contracts
      ? [
          {
            key: 'contract',
            head: t.contract,
            cell: ({ contractId, contractNumber, principalCode }: Line) =>
              contractId === null ? (
                t.surplus
              ) : (
                <>
                  <Link to={`/contracten/${contractId}`}>{contractNumber}</Link> {principalCode}
                </>
              ),
          },
        ]
      : []),
    { key: 'reason', head: t.reason, cell: ({ reason }) => label.statementReason[reason] },
    { key: 'recorded', head: t.recorded, cell: ({ recordedAt }) => shortDay(language, recordedAt.slice(0, 10)) },
    ...(seesHours
      ? [{ key: 'hours', head: t.hours, number: true, cell: ({ centihours }: Line) => hours(language, centihours) }]
      : []),
    { key: 'cents', head: t.cents, number: true, cell: ({ cents }) => euros(language, cents) },
  ];
  return (
    <Table caption={caption} captionHidden columns={columns} rows={items} rowKey={({ entryId }) => String(entryId)} />
  );
}
