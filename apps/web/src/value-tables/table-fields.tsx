import { useFormContext, useWatch } from 'react-hook-form';
import { euros } from '../format';
import { readCents, readWhole } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { CheckboxField, DateField, MoneyField, PercentField, TextArea, TextField, WholeField } from '../ui/fields';
import { fieldId } from '../ui/form';
import { Section } from '../ui/page';
import { entryWords } from './entry-words';
import { hourValueCents } from './hour-value';
import { RowEditor, type RowColumn } from './row-editor';
import { isRepeated, type RowList, type TableForm } from './table-entry';
import { tableWords } from './table-words';

const TABLE_CODE = /^[A-Z0-9-]+$/;
const ROW_CODE = /^[A-Z0-9_]+$/;
const URL_SHAPE = /^https?:\/\/\S+$/;
const MOST_NORM = 168;

/** What a version says of itself; its code only while it is new. */
export function AboutFields({ isNew }: { readonly isNew: boolean }) {
  const t = useWords(entryWords);
  const shared = useWords(tableWords);
  const { control } = useFormContext<TableForm>();
  const hasSource = useWatch({ control, name: 'hasSource' });
  const inRange = (text: string) => {
    const hours = readWhole(text) ?? 0;
    return hours >= 1 && hours <= MOST_NORM ? undefined : t.normRange;
  };
  return (
    <Section title={t.about}>
      <div className="table-about">
        {isNew && (
          <TextField
            name="code"
            label={t.code}
            hint={t.codeHint}
            width="medium"
            maxLength={60}
            check={(text) => (TABLE_CODE.test(text) ? undefined : t.codeShape)}
          />
        )}
        <TextField name="name" label={t.name} maxLength={200} />
        <DateField name="validFrom" label={shared.validFrom} optional />
        <WholeField name="normHoursPerWeek" label={t.norm} hint={t.normHint} check={inRange} />
        <CheckboxField name="example" label={t.example} hint={t.exampleHint} />
        <CheckboxField name="hasSource" label={t.hasSource} hint={t.hasSourceHint} />
        {hasSource && (
          <>
            <TextField name="source.publisher" label={t.publisher} maxLength={200} />
            <TextField
              name="source.url"
              label={t.url}
              maxLength={500}
              type="url"
              check={(text) => (URL_SHAPE.test(text) ? undefined : t.urlShape)}
            />
            <TextField name="source.published" label={t.published} maxLength={200} />
            <TextArea name="source.note" label={t.note} maxLength={2000} />
          </>
        )}
      </div>
    </Section>
  );
}

/** The rows of a version, kind by kind. */
export function RowFields() {
  const t = useWords(entryWords);
  const shared = useWords(tableWords);
  const { getValues } = useFormContext<TableForm>();

  const label: RowColumn = {
    key: 'label',
    head: shared.label,
    cell: (name, said) => <TextField labelHidden name={name} label={said} maxLength={200} />,
  };
  const code = (list: Exclude<RowList, 'notValued'>): RowColumn => ({
    key: 'code',
    head: t.rowCode,
    cell: (name, said) => (
      <TextField
        labelHidden
        optional
        name={name}
        label={said}
        maxLength={40}
        check={(text) => {
          if (!ROW_CODE.test(text)) return t.rowCodeShape(said);
          return isRepeated(getValues(), list, { code: text, label: '' }) ? t.repeated(said) : undefined;
        }}
      />
    ),
  });
  const yearly: RowColumn = {
    key: 'annualValueCents',
    head: shared.yearly,
    cell: (name, said) => (
      <>
        <MoneyField labelHidden name={name} label={said} />
        <PerHour name={name} />
      </>
    ),
  };
  return (
    <>
      <Section title={shared.placements} intro={<p>{t.rowCodeHint}</p>}>
        <RowEditor
          list="placements"
          title={shared.placements}
          columns={[
            label,
            code('placements'),
            yearly,
            {
              key: 'limitMonths',
              head: t.limit,
              cell: (name, said) => <WholeField labelHidden optional name={name} label={said} />,
            },
            { key: 'countsAsJob', head: shared.job, cell: (name, said) => <Flag name={name} label={said} /> },
          ]}
        />
        <p className="soft">{t.limitHint}</p>
      </Section>
      <Section title={shared.bonuses}>
        <RowEditor list="bonuses" title={shared.bonuses} columns={[label, code('bonuses'), yearly]} />
      </Section>
      <Section title={shared.purchases}>
        <RowEditor
          list="purchases"
          title={shared.purchases}
          columns={[
            label,
            code('purchases'),
            {
              key: 'rateBp',
              head: shared.part,
              cell: (name, said) => <PercentField labelHidden name={name} label={said} />,
            },
          ]}
        />
      </Section>
      <Section title={shared.activities}>
        <RowEditor
          list="activities"
          title={shared.activities}
          columns={[
            label,
            code('activities'),
            {
              key: 'hourRateCents',
              head: shared.perHourValue,
              cell: (name, said) => <MoneyField labelHidden name={name} label={said} />,
            },
            {
              key: 'dayCapCents',
              head: t.dayCap,
              cell: (name, said) => <MoneyField labelHidden optional name={name} label={said} />,
            },
          ]}
        />
      </Section>
      <Section title={shared.notValued}>
        <RowEditor
          list="notValued"
          title={shared.notValued}
          columns={[
            label,
            {
              key: 'printed',
              head: shared.printed,
              cell: (name, said) => <TextField labelHidden name={name} label={said} maxLength={300} />,
            },
            {
              key: 'reason',
              head: shared.reason,
              cell: (name, said) => <TextArea labelHidden name={name} label={said} rows={3} maxLength={500} />,
            },
          ]}
        />
      </Section>
    </>
  );
}

/** What a yearly value is an hour, while it is typed. */
function PerHour({ name }: { readonly name: string }) {
  const t = useWords(entryWords);
  const language = useLanguage();
  const { control } = useFormContext();
  const [typed, norm] = useWatch({ control, name: [name, 'normHoursPerWeek'] }) as [string?, string?];
  const cents = readCents(typed ?? '');
  const hour = cents === null ? null : hourValueCents(cents, readWhole(norm ?? '') ?? 0);
  return <span className="cell-note row-note">{hour === null ? '' : t.hour(euros(language, hour))}</span>;
}

function Flag({ name, label }: { readonly name: string; readonly label: string }) {
  const { register } = useFormContext();
  return <input type="checkbox" className="row-choice" id={fieldId(name)} aria-label={label} {...register(name)} />;
}
