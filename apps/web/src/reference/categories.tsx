import { api } from '../api/client';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { Loaded } from '../ui/feedback';
import { DatedTable } from './dated-table';
import { referenceWords } from './reference-words';

/** The categories in which the government buys. */
export function Categories() {
  const t = useWords(referenceWords);
  const { can } = useSession();
  const categories = api.useQuery('get', '/procurement-categories');
  return (
    <>
      {can('organisations.write') && (
        <div>
          <LinkButton weight="primary" to="/stamgegevens/categorieen/nieuw">
            {t.add}
          </LinkButton>
        </div>
      )}
      <Loaded of={categories}>{({ items }) => <DatedTable caption={t.categories} rows={items} />}</Loaded>
    </>
  );
}
