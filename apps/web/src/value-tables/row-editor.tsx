import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useWords } from '../shell/language';
import { Button } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { Table } from '../ui/table';
import { entryWords } from './entry-words';
import { EMPTY_ROWS, type RowList, type TableForm } from './table-entry';

export interface RowColumn {
  readonly key: string;
  readonly head: string;
  /** The field of a row; its name in the form, and its label, which names the row too. */
  readonly cell: (name: string, label: string) => ReactNode;
}

/** Rows that can be changed, added and taken away; what was taken away can be put back. */
export function RowEditor({
  list,
  title,
  columns,
}: {
  readonly list: RowList;
  readonly title: string;
  readonly columns: readonly RowColumn[];
}) {
  const t = useWords(entryWords);
  const say = useNotice();
  const { control, getValues } = useFormContext<TableForm>();
  const { fields, append, insert, remove } = useFieldArray({ control, name: list });
  const { one, add } = t.lists[list];
  const addButton = `add-${list}`;
  const nameOf = (index: number) => `${one} ${index + 1}`;
  const takeAway = (index: number) => {
    const row = structuredClone(getValues(`${list}.${index}`));
    remove(index);
    // The button that had the focus is gone with its row.
    document.getElementById(addButton)?.focus();
    const name = nameOf(index);
    say({
      text: t.removed(name.charAt(0).toUpperCase() + name.slice(1)),
      undo: { label: t.undo, act: () => insert(index, row) },
    });
  };
  return (
    <div className="row-editor">
      {fields.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          narrow="stacked"
          rows={fields.map(({ id }, index) => ({ id, index }))}
          rowKey={({ id }) => id}
          columns={[
            { key: 'row', head: t.row, names: true, cell: ({ index }) => <span>{index + 1}</span> },
            ...columns.map(({ key, head, cell }) => ({
              key,
              head,
              cell: ({ index }: { readonly index: number }) =>
                cell(`${list}.${index}.${key}`, `${head}, ${nameOf(index)}`),
            })),
            {
              key: 'remove',
              head: <span className="visually-hidden">{t.removeShort}</span>,
              cell: ({ index }) => (
                <Button weight="subtle" aria-label={t.remove(nameOf(index))} onClick={() => takeAway(index)}>
                  {t.removeShort}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Button
        id={addButton}
        onClick={() => append({ ...EMPTY_ROWS[list] }, { focusName: `${list}.${fields.length}.label` })}
      >
        {add}
      </Button>
    </div>
  );
}
