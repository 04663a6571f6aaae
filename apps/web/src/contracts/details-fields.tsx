import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { api } from '../api/client';
import { readBp, readDay } from '../read-input';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button } from '../ui/buttons';
import { DateField, MoneyField, PercentField, SelectField, TextField, WholeField } from '../ui/fields';
import type { TypedContract, TypedDetails } from './contract-entry';
import { registerWords } from './register-words';

const CPV = /^\d{8}-\d$/;

/** The procurement category; who manages categories alone chooses one of those. */
export function CategoryField() {
  const t = useWords(registerWords);
  const { person, has } = useSession();
  const categories = api.useQuery('get', '/procurement-categories');
  const onlyOwn = has('CATEGORY_MANAGER') && !has('CONTRACT_MANAGER');
  const offered = (categories.data?.items ?? []).filter(({ code }) => !onlyOwn || person.categories.includes(code));
  return (
    <SelectField
      name="categoryCode"
      label={t.category}
      optional={!onlyOwn}
      {...(onlyOwn ? {} : { hint: t.categoryHint })}
      options={offered.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** What the contract is worth and what is bought: what the rule looks at beside the days. */
export function SizeFields() {
  const t = useWords(registerWords);
  return (
    <>
      <div className="field-pair">
        <MoneyField name="value" label={t.value} hint={t.valueHint} optional />
        <PercentField
          name="wageShare"
          label={t.wageShare}
          hint={t.wageHint}
          optional
          check={(text) => ((readBp(text) ?? 0) > 10_000 ? t.wageWrong : undefined)}
        />
      </div>
      <TextField
        name="cpv"
        label={t.cpv}
        hint={t.cpvHint}
        width="short"
        optional
        check={(text) => (CPV.test(text) ? undefined : t.cpvShape)}
      />
    </>
  );
}

/** The three days of a contract; the term cannot end before it begins. */
export function TermFields() {
  const t = useWords(registerWords);
  const { getValues } = useFormContext<TypedContract>();
  return (
    <>
      <DateField name="awardedOn" label={t.awarded} />
      <div className="field-pair">
        <DateField name="startsOn" label={t.starts} />
        <DateField
          name="endsOn"
          label={t.ends}
          check={(text) => {
            const [from, to] = [readDay(getValues('startsOn')), readDay(text)];
            return from !== null && to !== null && to < from ? t.backwards : undefined;
          }}
        />
      </div>
    </>
  );
}

/** The unit, the notice and the options to extend: what not every contract has. */
export function MoreFields({ principalCode }: { readonly principalCode: string }) {
  const t = useWords(registerWords);
  const units = api.useQuery(
    'get',
    '/principals/{principalCode}/units',
    { params: { path: { principalCode }, query: { limit: 100 } } },
    { enabled: principalCode !== '' },
  );
  const offered = units.data?.items ?? [];
  return (
    <>
      {offered.length > 0 && (
        <SelectField
          name="unitId"
          label={t.unit}
          optional
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField name="tenderReference" label={t.tender} optional width="medium" maxLength={60} />
      <ExtensionFields />
    </>
  );
}

function ExtensionFields() {
  const t = useWords(registerWords);
  const { control } = useFormContext<{ extensionOptions: { months: string; decideOn: string }[] }>();
  const options = useFieldArray({ control, name: 'extensionOptions' });
  return (
    <fieldset className="field-group">
      <legend className="utrecht-form-label">{t.extensions}</legend>
      {options.fields.map(({ id }, index) => (
        <div key={id} className="option-row">
          <WholeField name={`extensionOptions.${index}.months`} label={t.extensionMonths} />
          <DateField name={`extensionOptions.${index}.decideOn`} label={t.extensionDay} />
          <Button weight="subtle" onClick={() => options.remove(index)}>
            {t.removeExtension}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => options.append({ months: '12', decideOn: '' })}>{t.addExtension}</Button>
      </div>
    </fieldset>
  );
}

/** Title and reference. */
export function NameFields() {
  const t = useWords(registerWords);
  return (
    <>
      <TextField name="title" label={t.name} hint={t.nameHint} maxLength={200} />
      <TextField name="reference" label={t.reference} hint={t.referenceHint} optional width="medium" maxLength={60} />
    </>
  );
}

/** Whether something is filled in below "more", which should not be hidden then. */
export function useMoreFilled(): boolean {
  const { control } = useFormContext<TypedDetails & { number?: string }>();
  const [number, unit, tender, options] = useWatch({
    control,
    name: ['number', 'unitId', 'tenderReference', 'extensionOptions'],
  });
  return Boolean(number || unit || tender || options.length > 0);
}
