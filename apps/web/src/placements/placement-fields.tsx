import { holdsPersonNumber } from '@sr/kernel';
import { api, type Answer } from '../api/client';
import { whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { CheckboxesField, RadioField, SelectField, TextField } from '../ui/fields';
import { sayLabel } from '../words/codes';
import { fieldWords } from './placement-words';

export type ValueTable = Answer<'ValueTableAnswer'>;

const FORMS = ['FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL'] as const;
const INDICATIONS = ['YES', 'NO', 'UNKNOWN'] as const;

/** The value table of a plan: its blocks, bonuses and norm week. */
export function useValueTable(code: string | undefined) {
  return api.useQuery(
    'get',
    '/value-tables/{valueTableCode}',
    { params: { path: { valueTableCode: code ?? '' } } },
    { enabled: code !== undefined && code !== '', staleTime: Infinity },
  );
}

/** The supplier's own reference for a person: never a name, never a number of a person. */
export function CandidateField() {
  const t = useWords(fieldWords);
  return (
    <TextField
      name="candidate"
      label={t.candidate}
      hint={t.candidateHint}
      width="medium"
      maxLength={40}
      check={(text) => {
        if (!/^[A-Za-z0-9._/-]{1,40}$/.test(text)) return t.candidateShape;
        return holdsPersonNumber(text) ? t.candidatePerson : undefined;
      }}
    />
  );
}

/** By which block the hours are valued: by its label, with what a year of it is worth and how long it counts. */
export function BlockField({ table }: { readonly table: ValueTable | undefined }) {
  const t = useWords(fieldWords);
  const language = useLanguage();
  const options = (table?.blocks ?? []).flatMap((block) =>
    block.kind === 'PLACEMENT'
      ? [
          {
            value: block.code,
            label: t.blockOption(
              block.label,
              wholeEuros(language, block.annualValueCents),
              block.limitMonths === null ? t.noLimit : t.limit(whole(language, block.limitMonths)),
            ),
          },
        ]
      : [],
  );
  return <SelectField name="block" label={t.block} options={options} />;
}

/** The bonuses of the table, each with what it adds. */
export function BonusesField({ table }: { readonly table: ValueTable | undefined }) {
  const t = useWords(fieldWords);
  const language = useLanguage();
  const bonuses = table?.bonuses ?? [];
  if (bonuses.length === 0) return null;
  return (
    <CheckboxesField
      name="bonuses"
      label={t.bonuses}
      options={bonuses.map(({ code, label, annualValueCents }) => ({
        value: code,
        label,
        hint: t.bonusOption(wholeEuros(language, annualValueCents)),
      }))}
    />
  );
}

export function FormField() {
  const t = useWords(fieldWords);
  const language = useLanguage();
  return (
    <SelectField
      name="employmentForm"
      label={t.form}
      options={FORMS.map((value) => ({ value, label: sayLabel(language, 'employmentForm', value) }))}
    />
  );
}

export function RegisterField() {
  const t = useWords(fieldWords);
  const language = useLanguage();
  return (
    <RadioField
      name="registerIndicated"
      label={t.register}
      options={INDICATIONS.map((value) => ({ value, label: sayLabel(language, 'registerIndicated', value) }))}
    />
  );
}

/** The labour market regions that exist now. */
export function useRegions() {
  return api.useQuery(
    'get',
    '/labour-market-regions',
    {},
    { staleTime: Infinity, select: ({ items }) => items.filter(({ existsTo }) => existsTo === null) },
  );
}

export function RegionField() {
  const t = useWords(fieldWords);
  const regions = useRegions();
  return (
    <SelectField
      name="region"
      label={t.region}
      optional
      options={(regions.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
