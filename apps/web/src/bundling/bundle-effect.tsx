import { keepPreviousData } from '@tanstack/react-query';
import { api, type Answer } from '../api/client';
import { whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Loaded } from '../ui/feedback';
import { Table } from '../ui/table';
import { bundlingWords } from './bundling-words';
import type { OpenObligation } from './use-obligations';

type Fragmentation = Answer<'FragmentationAnswer'>;

/** What bundling these obligations would do; asked of the API each time the choice changes. */
export function useEffectOf(supplierGroupId: string, chosen: readonly OpenObligation[]) {
  return api.useQuery(
    'post',
    '/bundling-previews',
    { body: { supplierGroupId, contractIds: chosen.map(({ contract }) => contract.id).toSorted() } },
    // Of one obligation there is nothing to bring together.
    { enabled: chosen.length > 1, placeholderData: keepPreviousData },
  );
}

type Effect = ReturnType<typeof useEffectOf>;

/** The effect in one sentence: from so many places to one. */
export function EffectSentence({
  effect,
  chosen,
}: {
  readonly effect: Effect;
  readonly chosen: readonly OpenObligation[];
}) {
  const t = useWords(bundlingWords);
  if (!effect.data || chosen.length < 2) return null;
  const { before } = effect.data;
  if (before.points <= 1) return t.samePlace;
  return chosen.some(({ contract }) => contract.inPlan) ? t.fromPlaces(before.points) : t.fromLoose(before.points);
}

/** The effect in figures, for all together and for each principal. */
export function EffectTables({ effect }: { readonly effect: Effect }) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const principals = api.useQuery('get', '/principals');
  const nameOf = (code: string) => principals.data?.items.find((principal) => principal.code === code)?.name ?? code;
  const months = (of: Fragmentation) =>
    of.medianMonthsLeft === null ? whole(language, null) : t.months(whole(language, of.medianMonthsLeft));
  const rows = [
    { key: 'places', name: t.places, show: (of: Fragmentation) => whole(language, of.points) },
    { key: 'median', name: t.medianPlace, show: (of: Fragmentation) => wholeEuros(language, of.medianCents) },
    { key: 'months', name: t.monthsLeft, show: months },
  ];
  return (
    <Loaded of={effect} lines={5}>
      {({ before, after, principals: each }) => (
        <div className="stack">
          <Table
            caption={t.effect}
            captionHidden
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: 'what', head: t.figure, names: true, cell: ({ name }) => name },
              { key: 'now', head: t.now, number: true, cell: ({ show }) => show(before) },
              { key: 'then', head: t.then, number: true, cell: ({ show }) => show(after) },
            ]}
          />
          <div>
            <Table
              caption={t.perPrincipal}
              rows={each}
              rowKey={({ principal }) => principal}
              columns={[
                { key: 'principal', head: t.principal, names: true, cell: ({ principal }) => nameOf(principal) },
                {
                  key: 'obligations',
                  head: t.obligations,
                  number: true,
                  cell: (one) => whole(language, one.before.obligations),
                },
                {
                  key: 'now',
                  head: t.placesNow,
                  number: true,
                  cell: (one) => whole(language, one.before.points),
                },
                { key: 'then', head: t.placesThen, number: true, cell: (one) => whole(language, one.after.points) },
                {
                  key: 'median',
                  head: t.medianPlace,
                  number: true,
                  cell: (one) => wholeEuros(language, one.after.medianCents),
                },
              ]}
            />
            <p className="soft">{t.perPrincipalNote}</p>
          </div>
        </div>
      )}
    </Loaded>
  );
}
