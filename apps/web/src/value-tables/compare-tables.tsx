import '../style/value-tables.css';
import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Button, Link } from '../ui/buttons';
import { Alert, Empty, Loaded } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page, Section } from '../ui/page';
import { words } from '../words/words';
import { DifferenceList, useDifferenceWords } from './difference-list';
import { tableWords } from './table-words';
import { useComparison, useVersions } from './use-comparison';

const texts = words({
  nl: {
    title: 'Vergelijk waardetabellen',
    intro: 'Twee versies naast elkaar. Alleen wat verschilt, staat er meteen; wat gelijk is, kunt u openen.',
    left: 'Eerste versie',
    right: 'Tweede versie',
    pick: 'Kies een versie',
    swap: 'Wissel om',
    choose: 'Kies twee versies',
    chooseWhy: 'Dan ziet u hier wat er verschilt.',
    same: 'U koos twee keer dezelfde versie',
    sameWhy: 'Kies bij een van de twee een andere versie.',
    differences: 'Verschillen',
    equal: (count: number) => (count === 1 ? '1 regel is gelijk' : `${count} regels zijn gelijk`),
    read: 'Bekijk de hele tabel:',
  },
  en: {
    title: 'Compare value tables',
    intro: 'Two versions side by side. Only what differs is shown at once; what is alike can be opened.',
    left: 'First version',
    right: 'Second version',
    pick: 'Choose a version',
    swap: 'Swap',
    choose: 'Choose two versions',
    chooseWhy: 'What differs then appears here.',
    same: 'You chose the same version twice',
    sameWhy: 'Choose another version on one of the sides.',
    differences: 'Differences',
    equal: (count: number) => (count === 1 ? '1 row is alike' : `${count} rows are alike`),
    read: 'See the whole table:',
  },
});

/** Two versions side by side; which ones is in the address. */
export function CompareTables() {
  const t = useWords(texts);
  const shared = useWords(tableWords);
  const versions = useVersions();
  const [{ left, right }, change] = useAddressFilters(['left', 'right']);
  const options = versions.data?.items.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })) ?? [];
  return (
    <Page title={t.title} path={[{ to: '/waardetabellen', label: shared.tables }]} intro={<p>{t.intro}</p>}>
      <div className="compare-versions">
        <Filters>
          <Filter
            label={t.left}
            value={left ?? ''}
            all={t.pick}
            options={options}
            onChange={(code) => change({ left: code })}
          />
          <Filter
            label={t.right}
            value={right ?? ''}
            all={t.pick}
            options={options}
            onChange={(code) => change({ right: code })}
          />
          <div>
            <Button onClick={() => change({ left: right, right: left })}>{t.swap}</Button>
          </div>
        </Filters>
      </div>
      {!left || !right ? (
        <Empty title={t.choose}>
          <p>{t.chooseWhy}</p>
        </Empty>
      ) : left === right ? (
        <Alert kind="warning" title={t.same}>
          <p>{t.sameWhy}</p>
        </Alert>
      ) : (
        <SideBySide left={left} right={right} />
      )}
    </Page>
  );
}

function SideBySide({ left, right }: { readonly left: string; readonly right: string }) {
  const t = useWords(texts);
  const comparison = useComparison(left, right);
  return (
    <Section title={t.differences}>
      <Loaded of={comparison}>
        {(found) => (
          <>
            <DifferenceList comparison={found} />
            <EqualRows comparison={found} />
            <p>
              {t.read} <Link to={`/waardetabellen/${left}`}>{found.left.name}</Link>
              {', '}
              <Link to={`/waardetabellen/${right}`}>{found.right.name}</Link>.
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** The rows that both versions have alike, folded away. */
function EqualRows({ comparison }: { readonly comparison: Answer<'ValueTableComparisonAnswer'> }) {
  const t = useWords(texts);
  const say = useDifferenceWords();
  const params = { path: { valueTableCode: comparison.left.code } };
  const table = api.useQuery('get', '/value-tables/{valueTableCode}', { params });
  const count = comparison.sameBlocks + comparison.sameBonuses;
  if (count === 0) return null;
  const alike = <Row extends { readonly code: string }>(rows: readonly Row[], different: readonly { code: string }[]) =>
    rows.filter(({ code }) => !different.some((other) => other.code === code));
  return (
    <details>
      <summary>{t.equal(count)}</summary>
      <Loaded of={table}>
        {({ blocks, bonuses }) => (
          <ul className="plain-list">
            {[...alike(blocks, comparison.blocks), ...alike(bonuses, comparison.bonuses)].map((row, index) => (
              <li key={`${index} ${row.code}`}>
                {row.label}: {say.row(row)}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  );
}
