import type { ComponentProps, ReactNode } from 'react';
import { useFormContext, type RegisterOptions } from 'react-hook-form';
import { useWords } from '../shell/language';
import { readBp, readCentihours, readCents, readDay, readWhole } from '../read-input';
import { words } from '../words/words';
import { classNames } from './class-names';
import { fieldId, useFault } from './form';

// The fields of a form. Their values are the texts that people typed, so nothing typed is ever lost; a form reads them
// with read-input.ts when it is sent. Every field is inside a <Form>.

/** A label inside a sentence: without its capital, unless it is an abbreviation, and without a question mark. */
const inSentence = (label: string) =>
  label.replace(/\?$/, '').replace(/^\p{Lu}(?=\p{Ll}*(?:\P{L}|$))/u, (capital) => capital.toLowerCase());

const texts = words({
  nl: {
    optional: '(niet verplicht)',
    required: (label: string) => `Vul in: ${inSentence(label)}.`,
    choose: (label: string) => `Maak een keuze: ${inSentence(label)}.`,
    pick: 'Maak een keuze',
    money: (label: string) => `${label}: vul een bedrag in zoals 1.250,50.`,
    hours: (label: string) => `${label}: vul uren in zoals 152 of 152,25.`,
    percent: (label: string) => `${label}: vul een percentage in zoals 5 of 2,5.`,
    whole: (label: string) => `${label}: vul een heel getal in.`,
    day: (label: string) => `${label}: vul een datum in zoals 01-03-2026.`,
    dayHint: 'Dag, maand, jaar. Bijvoorbeeld 01-03-2026.',
  },
  en: {
    optional: '(optional)',
    required: (label: string) => `Fill in: ${inSentence(label)}.`,
    choose: (label: string) => `Make a choice: ${inSentence(label)}.`,
    pick: 'Make a choice',
    money: (label: string) => `${label}: enter an amount such as 1.250,50 (comma for cents).`,
    hours: (label: string) => `${label}: enter hours such as 152 or 152,25 (with a comma).`,
    percent: (label: string) => `${label}: enter a percentage such as 5 or 2,5 (with a comma).`,
    whole: (label: string) => `${label}: enter a whole number.`,
    day: (label: string) => `${label}: enter a date such as 01-03-2026 (day, month, year).`,
    dayHint: 'Day, month, year. For example 01-03-2026.',
  },
});

interface FieldProps {
  /** The name in the form's values. */
  readonly name: string;
  readonly label: string;
  /** The label stands elsewhere for who can see: in the head of a table. It still names the field in faults. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  /** Fields are required unless they say so. */
  readonly optional?: boolean;
  /** What else must be right about the text: answers the fault in words, or nothing. */
  readonly check?: (text: string) => string | undefined;
}

interface FrameProps extends Omit<FieldProps, 'check'> {
  readonly children: (attributes: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** Label above, then the hint, then the fault, then the field itself. */
function Frame({ name, label, labelHidden = false, hint, optional, children }: FrameProps) {
  const t = useWords(texts);
  const fault = useFault(name);
  const id = fieldId(name);
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={classNames('utrecht-form-field field', fault && 'utrecht-form-field--invalid')}>
      <label className={classNames('utrecht-form-label', labelHidden ? 'visually-hidden' : 'field-label')} htmlFor={id}>
        {label} {optional && <span className="field-optional">{t.optional}</span>}
      </label>
      {hint && (
        <div className="utrecht-form-field-description field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <div className="utrecht-form-field-error-message field-fault" id={`${id}-fault`}>
          {fault}
        </div>
      )}
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': fault ? true : undefined })}
    </div>
  );
}

/** The rules of a field in the form of react-hook-form: required unless optional, then the field's own check. */
function useRules({ label, optional, check }: FieldProps, missing?: string): RegisterOptions {
  const t = useWords(texts);
  return {
    validate: (value: unknown) => {
      const text = typeof value === 'string' ? value.trim() : '';
      if (text === '') return optional ? true : (missing ?? t.required(label));
      return check?.(text) ?? true;
    },
  };
}

type InputProps = FieldProps & {
  /** How wide the box is, which tells how much is expected. */
  readonly width?: 'short' | 'medium' | 'full';
} & Pick<ComponentProps<'input'>, 'inputMode' | 'autoComplete' | 'type' | 'maxLength' | 'list'>;

/** A line of text. */
export function TextField({
  width = 'full',
  inputMode,
  autoComplete = 'off',
  type = 'text',
  maxLength,
  list,
  ...field
}: InputProps) {
  const { register } = useFormContext();
  const rules = useRules(field);
  return (
    <Frame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          {...{ inputMode, autoComplete, type, maxLength, list }}
          className={`utrecht-textbox utrecht-textbox--html-input box-${width}`}
          {...register(field.name, rules)}
        />
      )}
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea({
  rows = 4,
  maxLength,
  ...field
}: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  const { register } = useFormContext();
  const rules = useRules(field);
  return (
    <Frame {...field}>
      {(attributes) => (
        <textarea
          {...attributes}
          {...{ rows, maxLength }}
          className="utrecht-textarea utrecht-textarea--html-textarea"
          {...register(field.name, rules)}
        />
      )}
    </Frame>
  );
}

const unless =
  (read: (text: string) => string | number | null, fault: string, check?: (text: string) => string | undefined) =>
  (text: string) => {
    const value = read(text);
    // Nothing in the register is below zero.
    return value === null || (typeof value === 'number' && value < 0) ? fault : check?.(text);
  };

/** An amount in euros, in Dutch notation; read it with `readCents`. */
export function MoneyField(field: InputProps) {
  const t = useWords(texts);
  return (
    <TextField
      width="medium"
      inputMode="decimal"
      {...field}
      check={unless(readCents, t.money(field.label), field.check)}
    />
  );
}

/** A number of hours; read it with `readCentihours`. */
export function HoursField(field: InputProps) {
  const t = useWords(texts);
  return (
    <TextField
      width="short"
      inputMode="decimal"
      {...field}
      check={unless(readCentihours, t.hours(field.label), field.check)}
    />
  );
}

/** A percentage; read it with `readBp`. */
export function PercentField(field: InputProps) {
  const t = useWords(texts);
  return (
    <TextField
      width="short"
      inputMode="decimal"
      {...field}
      check={unless(readBp, t.percent(field.label), field.check)}
    />
  );
}

/** A whole number; read it with `readWhole`. */
export function WholeField(field: InputProps) {
  const t = useWords(texts);
  return (
    <TextField
      width="short"
      inputMode="numeric"
      {...field}
      check={unless(readWhole, t.whole(field.label), field.check)}
    />
  );
}

/** A day; read it with `readDay`. Text, since a date picker gives no control over Dutch notation or messages. */
export function DateField(field: InputProps) {
  const t = useWords(texts);
  return (
    <TextField width="short" hint={t.dayHint} {...field} check={unless(readDay, t.day(field.label), field.check)} />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** One of many, in a list that opens. */
export function SelectField({ options, ...field }: FieldProps & { readonly options: readonly Option[] }) {
  const t = useWords(texts);
  const { register } = useFormContext();
  const rules = useRules(field, t.choose(field.label));
  return (
    <Frame {...field}>
      {(attributes) => (
        <select {...attributes} className="utrecht-select utrecht-select--html-select" {...register(field.name, rules)}>
          <option value="">{t.pick}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

interface GroupProps extends Omit<FieldProps, 'check'> {
  readonly options: readonly Option[];
}

/** One of a few, all in sight. */
export function RadioField({ options, ...field }: GroupProps) {
  return <Choices {...field} options={options} type="radio" />;
}

/** Any number of a few; the value is a list of the chosen values. Optional by nature. */
export function CheckboxesField({ options, ...field }: Omit<GroupProps, 'optional'>) {
  return <Choices {...field} optional options={options} type="checkbox" />;
}

function Choices({ options, type, ...field }: GroupProps & { readonly type: 'radio' | 'checkbox' }) {
  const t = useWords(texts);
  const { register } = useFormContext();
  const fault = useFault(field.name);
  const id = fieldId(field.name);
  const validate = (value: unknown) =>
    field.optional || (value !== '' && value !== undefined && value !== null) || t.choose(field.label);
  const registered = register(field.name, { validate });
  const describedBy = [field.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      className={classNames('field choices', fault && 'utrecht-form-field--invalid')}
      aria-describedby={describedBy}
    >
      <legend className="utrecht-form-label field-label">
        {field.label} {field.optional && type === 'radio' && <span className="field-optional">{t.optional}</span>}
      </legend>
      {field.hint && (
        <div className="utrecht-form-field-description field-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {fault && (
        <div className="utrecht-form-field-error-message field-fault" id={`${id}-fault`}>
          {fault}
        </div>
      )}
      {options.map(({ value, label, hint }, index) => (
        <label key={value} className="choice">
          <input
            type={type}
            value={value}
            id={index === 0 ? id : undefined}
            className={`choice-${type}`}
            {...registered}
          />
          <span>
            {label}
            {hint && <span className="choice-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or no. */
export function CheckboxField({
  name,
  label,
  hint,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
}) {
  const { register } = useFormContext();
  return (
    <label className="choice field">
      <input type="checkbox" id={fieldId(name)} className="choice-checkbox" {...register(name)} />
      <span>
        {label}
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}
