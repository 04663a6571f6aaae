import '../style/pool.css';
import type { Answer } from '../api/client';
import { whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Link } from '../ui/buttons';
import { Empty } from '../ui/feedback';
import { Progress } from '../ui/figures';
import { SignalBadge } from '../ui/signal-badge';
import { Table } from '../ui/table';
import { words } from '../words/words';

const texts = words({
  nl: {
    caption: 'Leveranciers met hun signaal, achterstand en stilte',
    supplier: 'Leverancier',
    signal: 'Signaal',
    open: 'Open verplichtingen',
    done: 'Al vervuld',
    doneOf: (name: string) => `Vervuld deel van ${name}`,
    behind: 'Achter op schema',
    risk: 'Risico',
    silence: 'Stil',
    days: (days: string) => `${days} dagen`,
    never: 'geen plan',
    ministries: (count: number, obligations: string) =>
      `${obligations} verplichtingen bij ${count} ${count === 1 ? 'ministerie' : 'ministeries'}`,
    none: 'Nog geen leveranciers met een open verplichting',
    noneWhy: 'Zodra contracten met een verplichting zijn vastgelegd, staan hun leveranciers hier.',
  },
  en: {
    caption: 'Suppliers with their signal, arrears and silence',
    supplier: 'Supplier',
    signal: 'Signal',
    open: 'Open obligations',
    done: 'Filled so far',
    doneOf: (name: string) => `Filled part of ${name}`,
    behind: 'Behind schedule',
    risk: 'At risk',
    silence: 'Silent',
    days: (days: string) => `${days} days`,
    never: 'no plan',
    ministries: (count: number, obligations: string) =>
      `${obligations} obligations at ${count} ${count === 1 ? 'ministry' : 'ministries'}`,
    none: 'No suppliers with an open obligation yet',
    noneWhy: 'As soon as contracts with an obligation are registered, their suppliers are here.',
  },
});

/** Suppliers one below the other, as the API ranked them; or that there are none. */
export function Standings({ items }: { readonly items: readonly Answer<'RankedSupplierGroup'>[] }) {
  const t = useWords(texts);
  const language = useLanguage();
  if (items.length === 0)
    return (
      <Empty title={t.none}>
        <p>{t.noneWhy}</p>
      </Empty>
    );
  return (
    <Table
      caption={t.caption}
      captionHidden
      rows={items}
      rowKey={({ supplierGroupId }) => supplierGroupId}
      columns={[
        {
          key: 'name',
          head: t.supplier,
          names: true,
          cell: ({ supplierGroupId, name, principals, obligations }) => (
            <>
              <Link to={`/leveranciers/${supplierGroupId}`}>{name}</Link>
              <span className="standing-note">{t.ministries(principals, whole(language, obligations))}</span>
            </>
          ),
        },
        { key: 'signal', head: t.signal, cell: ({ signal }) => <SignalBadge signal={signal} /> },
        { key: 'behind', head: t.behind, number: true, cell: ({ behindCents }) => wholeEuros(language, behindCents) },
        { key: 'risk', head: t.risk, number: true, cell: ({ atRiskCents }) => wholeEuros(language, atRiskCents) },
        { key: 'open', head: t.open, number: true, cell: ({ openCents }) => wholeEuros(language, openCents) },
        {
          key: 'done',
          head: t.done,
          cell: ({ name, allocatedCents, openCents }) => (
            <Progress label={t.doneOf(name)} part={allocatedCents} whole={openCents} />
          ),
        },
        {
          key: 'silence',
          head: t.silence,
          number: true,
          cell: ({ daysOfSilence }) => (daysOfSilence === null ? t.never : t.days(whole(language, daysOfSilence))),
        },
      ]}
    />
  );
}
