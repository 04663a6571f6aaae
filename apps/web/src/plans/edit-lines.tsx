import { useFieldArray, useForm, useWatch, type Control } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { readBp, readCents, readCentihours, readDay, readWhole, typedDay, typedHundredths } from '../read-input';
import { useWords } from '../shell/language';
import { Button } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { DateField, HoursField, MoneyField, PercentField, SelectField, TextField, WholeField } from '../ui/fields';
import { Form } from '../ui/form';
import { planLineWords } from './plan-lines-words';
import type { Plan } from './use-plan';

type Block = Answer<'ValueTableAnswer'>['blocks'][number];

interface TypedLine {
  block: string;
  persons: string;
  hours: string;
  invoice: string;
  from: string;
  to: string;
  region: string;
  partner: string;
  confidence: string;
}
interface LinesForm {
  lines: TypedLine[];
}

const HALF_SURE_BP = 5_000;

const typed = (line: Plan['lines'][number]): TypedLine => ({
  block: line.block,
  persons: typeof line.persons === 'number' ? String(line.persons) : '',
  hours: typedHundredths(line.centihours),
  invoice: typedHundredths(line.invoiceCents),
  from: typedDay(line.from),
  to: typedDay(line.to),
  region: line.region ?? '',
  partner: line.partner ?? '',
  confidence: typedHundredths(line.confidenceBp),
});

/** What the API takes of a typed line: only the figures that belong to the kind of its block. */
function read(line: TypedLine, kind: Block['kind'] | undefined): Answer<'PlanLineFields'> {
  return {
    block: line.block,
    ...(kind === 'PLACEMENT' && { persons: readWhole(line.persons) }),
    ...(kind !== 'PURCHASE' && { centihours: readCentihours(line.hours) }),
    ...(kind === 'PURCHASE' && { invoiceCents: readCents(line.invoice) }),
    from: readDay(line.from) ?? line.from,
    to: readDay(line.to) ?? line.to,
    region: line.region || null,
    partner: line.partner.trim() || null,
    confidenceBp: readBp(line.confidence) ?? HALF_SURE_BP,
  };
}

const FIELDS: Readonly<Record<string, keyof TypedLine>> = {
  centihours: 'hours',
  invoiceCents: 'invoice',
  confidenceBp: 'confidence',
};

/** The lines of a plan of action, written together and saved together. */
export function EditLines({ plan, blocks }: { readonly plan: Plan; readonly blocks: readonly Block[] }) {
  const t = useWords(planLineWords);
  const notice = useNotice();
  const write = api.useMutation('put', '/plans/{planId}/lines');
  const form = useForm<LinesForm>({ defaultValues: { lines: plan.lines.map(typed) } });
  const { fields, append, remove, insert } = useFieldArray({ control: form.control, name: 'lines' });
  const kindOf = (code: string) => blocks.find((block) => block.code === code)?.kind;
  const add = () =>
    append({
      block: '',
      persons: '',
      hours: '',
      invoice: '',
      from: '',
      to: '',
      region: '',
      partner: '',
      confidence: '50',
    });
  const takeAway = (index: number) => {
    const line = form.getValues(`lines.${index}`);
    remove(index);
    notice({ text: t.removed, undo: { label: t.undo, act: () => insert(index, line) } });
  };
  return (
    <Form
      form={form}
      submit={t.save}
      onSubmit={async ({ lines }) => {
        const body = { version: plan.version, lines: lines.map((line) => read(line, kindOf(line.block))) };
        await write.mutateAsync({ params: { path: { planId: plan.id } }, body });
        notice({ text: t.saved });
      }}
      fieldOf={(pointer) => {
        const [, , index, field = ''] = pointer.split('/');
        return index === undefined
          ? undefined
          : `lines.${Number(index)}.${FIELDS[field] ?? (field as keyof TypedLine)}`;
      }}
      more={<Button onClick={add}>{t.add}</Button>}
    >
      {fields.map((field, index) => (
        <fieldset key={field.id} className="framed line-fields">
          <legend className="utrecht-heading-3">{t.line(index + 1)}</legend>
          <LineFields index={index} control={form.control} blocks={blocks} kindOf={kindOf} />
          <Button weight="subtle" onClick={() => takeAway(index)}>
            {t.remove(index + 1)}
          </Button>
        </fieldset>
      ))}
    </Form>
  );
}

interface LineProps {
  readonly index: number;
  readonly control: Control<LinesForm>;
  readonly blocks: readonly Block[];
  readonly kindOf: (code: string) => Block['kind'] | undefined;
}

function LineFields({ index, control, blocks, kindOf }: LineProps) {
  const t = useWords(planLineWords);
  const regions = api.useQuery('get', '/labour-market-regions');
  const kind = kindOf(useWatch({ control, name: `lines.${index}.block` }));
  const name = (field: keyof TypedLine) => `lines.${index}.${field}`;
  return (
    <>
      <SelectField
        name={name('block')}
        label={t.block}
        options={blocks.map(({ code, label }) => ({ value: code, label }))}
      />
      <div className="field-pair">
        {kind === 'PLACEMENT' && <WholeField name={name('persons')} label={t.persons} />}
        {kind !== undefined && kind !== 'PURCHASE' && <HoursField name={name('hours')} label={t.hours} />}
        {kind === 'PURCHASE' && <MoneyField name={name('invoice')} label={t.invoice} />}
      </div>
      <div className="field-pair">
        <DateField name={name('from')} label={t.from} />
        <DateField name={name('to')} label={t.to} />
      </div>
      {regions.data && (
        <SelectField
          name={name('region')}
          label={t.region}
          optional
          options={regions.data.items.map(({ code, name: label }) => ({ value: code, label }))}
        />
      )}
      <TextField name={name('partner')} label={t.partner} hint={t.partnerHint} optional maxLength={200} />
      <PercentField name={name('confidence')} label={t.percent} hint={t.confidenceHint} />
    </>
  );
}
