import type { Answer } from '../api/client';
import { euros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Table } from '../ui/table';
import { claimWords } from './claim-words';

type Place = Answer<'PlaceAnswer'>;

/** Where cents go, each contract once, the surplus last: of one decision or of many together. */
export function placesTogether(decisions: readonly Answer<'DecidedClaimAnswer'>[]): readonly Place[] {
  const together = new Map<string, Place>();
  for (const place of decisions.flatMap(({ places }) => places)) {
    const key = place.contractNumber ?? '';
    const known = together.get(key);
    together.set(
      key,
      known ? { ...known, cents: known.cents + place.cents, centihours: known.centihours + place.centihours } : place,
    );
  }
  return [...together.values()].toSorted((a, b) =>
    a.contractNumber === null ? 1 : b.contractNumber === null ? -1 : a.contractNumber < b.contractNumber ? -1 : 1,
  );
}

/** Which contract gets how much of what is accepted. */
export function Places({ places }: { readonly places: readonly Place[] }) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const total = places.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <Table
      caption={t.to}
      captionHidden
      rows={places}
      rowKey={({ contractNumber }) => contractNumber ?? 'surplus'}
      totalName={t.total}
      columns={[
        {
          key: 'to',
          head: t.to,
          names: true,
          cell: ({ contractNumber, principalCode }) =>
            contractNumber === null ? t.surplus : `${principalCode} · ${contractNumber}`,
        },
        {
          key: 'amount',
          head: t.amount,
          number: true,
          cell: ({ cents }) => euros(language, cents),
          total: euros(language, total),
        },
      ]}
    />
  );
}
