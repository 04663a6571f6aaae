import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormProvider, get, useFormContext, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { isProblem } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { sayProblem } from '../words/codes';
import { words } from '../words/words';
import { Button, ButtonGroup } from './buttons';

const texts = words({
  nl: {
    summary: 'Controleer uw gegevens',
    intro: (count: number) =>
      count === 1 ? 'Er is 1 ding niet goed ingevuld.' : `Er zijn ${count} dingen niet goed ingevuld.`,
    wrong: 'Het is niet gelukt. Probeer het opnieuw.',
  },
  en: {
    summary: 'Check your answers',
    intro: (count: number) => (count === 1 ? '1 answer is not right yet.' : `${count} answers are not right yet.`),
    wrong: 'It did not work. Try again.',
  },
});

interface FormProps<V extends FieldValues> {
  /** From react-hook-form; its values are the texts that people type. */
  readonly form: UseFormReturn<V>;
  /** Sends the values; a problem that it throws is shown at the fields it names. What was typed stays. */
  readonly onSubmit: (values: V) => unknown;
  /** The words of the button. */
  readonly submit: string;
  /**
   * Which field a pointer of the API means, e.g. `/supplier/kvkNumber` is `kvkNumber`. Without an answer the pointer
   * `/a/0/b` is the field `a.0.b` when the form has one, and otherwise the fault stands in the summary only.
   */
  readonly fieldOf?: (pointer: string) => Path<V> | undefined;
  /** Buttons beside the first. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

interface Fault {
  readonly field: string;
  readonly text: string;
}

/**
 * A form in the manner of NL Design System: checked when it is sent, all faults at once, above the form with links and
 * beside each field.
 */
export function Form<V extends FieldValues>({ form, onSubmit, submit, fieldOf, more, children }: FormProps<V>) {
  const t = useWords(texts);
  const language = useLanguage();
  const [general, setGeneral] = useState<readonly string[]>([]);
  const [attempts, setAttempts] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const { isSubmitting, submitCount } = form.formState;
  const { trigger } = form;
  const saidIn = useRef(language);
  useEffect(() => {
    if (saidIn.current === language) return;
    saidIn.current = language;
    // Faults were said in the language of their moment: what can be found again is said anew, the rest is for sending.
    if (submitCount > 0) void trigger();
  }, [language, submitCount, trigger]);

  const fail = (error: unknown) => {
    if (!isProblem(error)) return setGeneral([t.wrong]);
    const { title, faults } = sayProblem(language, error);
    const left: string[] = [];
    for (const { pointer, text } of faults) {
      const field = fieldOf?.(pointer) ?? (pointer.slice(1).replaceAll('/', '.') as Path<V>);
      if (element.current?.elements.namedItem(field)) form.setError(field, { type: 'api', message: text });
      else left.push(text);
    }
    setGeneral(faults.length === 0 ? [title] : left);
  };

  const send = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values);
    } catch (error) {
      fail(error);
    }
  });

  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        className="form"
        onSubmit={(event) => {
          if (isSubmitting) return event.preventDefault();
          setGeneral([]);
          void send(event).finally(() => setAttempts((count) => count + 1));
        }}
      >
        <ErrorSummary faults={faultsOf(form.formState.errors)} general={general} attempts={attempts} />
        {children}
        <ButtonGroup>
          <Button type="submit" weight="primary" busy={isSubmitting}>
            {submit}
          </Button>
          {more}
        </ButtonGroup>
      </form>
    </FormProvider>
  );
}

/** Every fault of the form by the name of its field, in the order in which react-hook-form keeps them. */
function faultsOf(errors: object, prefix = ''): Fault[] {
  return Object.entries(errors).flatMap(([name, error]: [string, unknown]) => {
    if (typeof error !== 'object' || error === null) return [];
    const field = prefix ? `${prefix}.${name}` : name;
    if ('message' in error && typeof error.message === 'string') return [{ field, text: error.message }];
    return 'ref' in error || name === 'ref' ? [] : faultsOf(error, field);
  });
}

function ErrorSummary({
  faults,
  general,
  attempts,
}: {
  readonly faults: readonly Fault[];
  readonly general: readonly string[];
  readonly attempts: number;
}) {
  const t = useWords(texts);
  const ref = useRef<HTMLDivElement>(null);
  const count = faults.length + general.length;
  useEffect(() => {
    // After each attempt that failed, not while somebody mends the faults.
    if (attempts === 0) return undefined;
    // react-hook-form puts the focus on the first faulty field in a turn of its own; the summary comes after it.
    const timer = setTimeout(() => ref.current?.focus());
    return () => clearTimeout(timer);
  }, [attempts]);
  if (count === 0) return null;
  return (
    <div ref={ref} className="error-summary" role="group" aria-labelledby="error-summary" tabIndex={-1}>
      <h2 className="utrecht-heading-3" id="error-summary">
        {t.summary}
      </h2>
      <p>{t.intro(count)}</p>
      <ul>
        {general.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {faults.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${fieldId(field)}`}
              className="utrecht-link"
              onClick={(event) => {
                event.preventDefault();
                const target = document.getElementById(fieldId(field));
                target?.focus();
                target?.scrollIntoView({ block: 'center' });
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The id of the element of a field: of the first choice, where a field is a group of choices. */
export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`;

/** The fault of one field, in words. */
export function useFault(name: string): string | undefined {
  const { formState } = useFormContext();
  const error: unknown = get(formState.errors, name);
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  return typeof error.message === 'string' ? error.message : undefined;
}
