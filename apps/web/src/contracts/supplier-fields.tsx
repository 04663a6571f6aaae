import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { TextField } from '../ui/fields';
import { useDebounced } from '../ui/use-debounced';
import type { TypedContract } from './contract-entry';
import { registerWords } from './register-words';

const KVK = /^\d{8}$/;

/** The supplier by its KvK number: who is known is recognised, who is not is registered by name. */
export function SupplierFields() {
  const t = useWords(registerWords);
  const id = useId();
  const { control } = useFormContext<TypedContract>();
  const typed = useWatch({ control, name: 'kvkNumber' }).trim();
  const search = useDebounced(typed, 250);
  const groups = api.useQuery(
    'get',
    '/supplier-groups',
    { params: { query: { search, limit: 10 } } },
    { enabled: search.length > 1, placeholderData: keepPreviousData },
  );
  const suppliers = groups.data?.items.flatMap((group) => group.suppliers) ?? [];
  const known = suppliers.find(({ kvkNumber }) => kvkNumber === typed);
  const answered = groups.data !== undefined && !groups.isFetching && search === typed;
  const unknown = KVK.test(typed) && !known && answered;
  return (
    <>
      <TextField
        name="kvkNumber"
        label={t.kvk}
        hint={t.kvkHint}
        width="medium"
        list={id}
        check={(text) => (KVK.test(text) ? undefined : t.kvkWrong)}
      />
      <datalist id={id}>
        {suppliers.map(({ kvkNumber, name }) => (
          <option key={kvkNumber} value={kvkNumber}>
            {name}
          </option>
        ))}
      </datalist>
      <p role="status" className="supplier-known">
        {known && t.known(known.name)}
        {unknown && t.unknown}
      </p>
      {unknown && <TextField name="supplierName" label={t.supplierName} maxLength={200} />}
    </>
  );
}
