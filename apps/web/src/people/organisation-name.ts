import { api, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { peopleWords } from './people-words';

type Organisation = Answer<'PersonAnswer'>['organisation'];

/** The names of organisations: principals and supplier groups are read once, the rest has a name of its own. */
export function useOrganisationName(): (organisation: Organisation) => string {
  const t = useWords(peopleWords);
  const { can } = useSession();
  const enabled = can('organisations.read');
  const principals = api.useQuery('get', '/principals', {}, { enabled });
  const groups = api.useQuery('get', '/supplier-groups', { params: { query: { limit: 100 } } }, { enabled });
  return (organisation) => {
    switch (organisation.kind) {
      case 'PRINCIPAL':
        return (
          principals.data?.items.find(({ code }) => code === organisation.principalCode)?.name ??
          organisation.principalCode
        );
      case 'SUPPLIER_GROUP':
        return groups.data?.items.find(({ id }) => id === organisation.supplierGroupId)?.name ?? t.supplierGroup;
      case 'NETWORK':
        return t.network;
      case 'OVERSIGHT':
        return t.oversight;
    }
  };
}
