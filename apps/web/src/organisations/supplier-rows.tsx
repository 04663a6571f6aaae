import { useFieldArray, useFormContext } from 'react-hook-form';
import { useWords } from '../shell/language';
import { Button } from '../ui/buttons';
import { TextField } from '../ui/fields';
import { organisationWords } from './organisation-words';

/** A form with suppliers: each a number of the chamber of commerce and a name. */
export interface WithSuppliers {
  suppliers: { kvkNumber: string; name: string }[];
}
export const NO_SUPPLIER = { kvkNumber: '', name: '' };
const KVK = /^\d{8}$/;

/** Suppliers by number and name, one a row; there is always at least one. */
export function SupplierRows() {
  const t = useWords(organisationWords);
  const { control, getValues } = useFormContext<WithSuppliers>();
  const { fields, append, remove } = useFieldArray({ control, name: 'suppliers' });
  return (
    <>
      {fields.map(({ id }, index) => {
        const one = `${t.supplier} ${index + 1}`;
        const kvk = `${t.kvk}, ${one}`;
        const check = (text: string) => {
          const number = text.trim();
          if (!KVK.test(number)) return t.kvkShape(kvk);
          const before = getValues('suppliers').slice(0, index);
          return before.some((other) => other.kvkNumber.trim() === number) ? t.kvkTwice(kvk) : undefined;
        };
        return (
          <div key={id} className="supplier-row">
            <TextField
              name={`suppliers.${index}.kvkNumber`}
              label={kvk}
              width="short"
              maxLength={8}
              inputMode="numeric"
              check={check}
            />
            <TextField name={`suppliers.${index}.name`} label={`${t.supplierName}, ${one}`} maxLength={200} />
            {fields.length > 1 && (
              <Button
                weight="subtle"
                aria-label={t.remove(one)}
                onClick={() => {
                  remove(index);
                  document.getElementById('add-supplier')?.focus();
                }}
              >
                {t.removeShort}
              </Button>
            )}
          </div>
        );
      })}
      <div>
        <Button
          id="add-supplier"
          onClick={() => append(NO_SUPPLIER, { focusName: `suppliers.${fields.length}.kvkNumber` })}
        >
          {t.addSupplierRow}
        </Button>
      </div>
    </>
  );
}

/** What the API takes of them. */
export const readSuppliers = ({ suppliers }: WithSuppliers) =>
  suppliers.map(({ kvkNumber, name }) => ({ kvkNumber: kvkNumber.trim(), name: name.trim() }));
