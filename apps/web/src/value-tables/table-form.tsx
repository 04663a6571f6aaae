import '../style/value-tables.css';
import { useState, type ReactNode } from 'react';
import { useForm, type Path } from 'react-hook-form';
import { isProblem } from '../api/client';
import { useWords } from '../shell/language';
import { Button, ButtonGroup, LinkButton } from '../ui/buttons';
import { readDraft, useDraft } from '../ui/draft';
import { Alert } from '../ui/feedback';
import { Form } from '../ui/form';
import { entryWords } from './entry-words';
import { AboutFields, RowFields } from './table-fields';
import { BLOCK_LISTS, fieldOfPointer, type TableForm } from './table-entry';

const KEEP_ALL: readonly (keyof TableForm)[] = [];

interface TableFormProps {
  /** Under which name this tab keeps what is typed until it is sent. */
  readonly draftKey: string;
  /** What the form begins with, and what it goes back to when a draft is thrown away. */
  readonly start: TableForm;
  readonly isNew: boolean;
  /** Sends it; a refusal that it throws is shown at the fields that it names. */
  readonly onSend: (form: TableForm) => Promise<unknown>;
  readonly cancelTo: string;
  readonly children?: ReactNode;
}

/** Writing a whole version. Nothing typed is lost: not by a fault, not by a reload, not by a change made elsewhere. */
export function TableFormView({ draftKey, start, isNew, onSend, cancelTo, children }: TableFormProps) {
  const t = useWords(entryWords);
  const form = useForm<TableForm>({ defaultValues: readDraft(draftKey, start) });
  const draft = useDraft(form, draftKey, KEEP_ALL);
  const [changed, setChanged] = useState<'no' | 'elsewhere' | 'kept'>('no');
  const [empty, setEmpty] = useState(false);

  const startAgain = () => {
    form.reset(start);
    draft.forget();
    setChanged('no');
  };
  const keepMine = () => {
    form.setValue('version', start.version);
    setChanged('kept');
  };
  const send = async (values: TableForm) => {
    const without = BLOCK_LISTS.every((list) => values[list].length === 0);
    setEmpty(without);
    if (without) return;
    try {
      await onSend(values);
      draft.forget();
    } catch (error) {
      if (isProblem(error) && error.code === 'value-table.stale') setChanged('elsewhere');
      throw error;
    }
  };

  return (
    <div className="table-form">
      {draft.restored && changed === 'no' && (
        <Alert>
          <p>{t.restored}</p>
          <Button onClick={startAgain}>{t.discard}</Button>
        </Alert>
      )}
      {changed === 'elsewhere' && (
        <Alert kind="warning" title={t.stale}>
          <p>{t.staleWhy}</p>
          <ButtonGroup>
            <Button onClick={keepMine}>{t.keepMine}</Button>
            <Button onClick={startAgain}>{t.takeTheirs}</Button>
          </ButtonGroup>
        </Alert>
      )}
      {changed === 'kept' && <Alert>{t.kept}</Alert>}
      {children}
      <Form
        form={form}
        submit={isNew ? t.send : t.save}
        onSubmit={send}
        fieldOf={(pointer) => fieldOfPointer(pointer, form.getValues()) as Path<TableForm> | undefined}
        more={
          <LinkButton weight="subtle" to={cancelTo}>
            {t.cancel}
          </LinkButton>
        }
      >
        <AboutFields isNew={isNew} />
        <RowFields />
        {empty && <Alert kind="error">{t.atLeastOne}</Alert>}
      </Form>
    </div>
  );
}
