import { api } from '../api/client';
import { useWords } from '../shell/language';
import { Loaded } from '../ui/feedback';
import { DatedTable } from './dated-table';
import { referenceWords } from './reference-words';

/** The labour market regions, with what became of those that ended. */
export function Regions() {
  const t = useWords(referenceWords);
  const regions = api.useQuery('get', '/labour-market-regions');
  return <Loaded of={regions}>{({ items }) => <DatedTable caption={t.regions} rows={items} />}</Loaded>;
}
