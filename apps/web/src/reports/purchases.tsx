import { useForm } from 'react-hook-form';
import { euros, shortDay } from '../format';
import { daysOfQuarter } from '../quarters';
import { readCents, readDay, typedDay, typedHundredths } from '../read-input';
import type { PurchaseLine } from '../report-lines/lines';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Button, LinkButton } from '../ui/buttons';
import { Empty, ProblemAlert, useNotice } from '../ui/feedback';
import { DateField, MoneyField, SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { useDraftSetting } from './draft-context';
import { fieldOfLine, useLineEditing } from './line-editing';
import { EarmarkField, EvidenceFields, LineCard, readEvidence, typedEvidence } from './line-parts';

const texts = words({
  nl: {
    title: 'Sociale inkoop',
    intro: 'Wat u in dit kwartaal kocht bij een sociale werkvoorziening of een sociale onderneming.',
    add: 'Voeg een inkoop toe',
    none: 'Nog geen inkoop in deze rapportage',
    noneDo: 'Hebt u in dit kwartaal niets gekocht? Dan hoeft u hier niets te doen.',
    noBlocks: 'De waardetabel van dit plan telt geen inkoop mee.',
    newLine: 'Nieuwe inkoop',
    changeLine: 'Wijzig de inkoop',
    seller: 'Naam van de sociale onderneming',
    sellerHint: 'De naam van de organisatie, nooit van een persoon.',
    kvk: 'KvK-nummer',
    kvkHint: 'Acht cijfers.',
    kvkWrong: 'Een KvK-nummer heeft acht cijfers.',
    block: 'Bouwblok',
    invoice: 'Factuurbedrag zonder btw',
    from: 'Eerste dag',
    to: 'Laatste dag',
    description: 'Wat is er gekocht?',
    descriptionHint: 'In een paar woorden. Niets over een persoon.',
    save: 'Bewaar de inkoop',
    cancel: 'Annuleer',
    saved: 'De inkoop is opgeslagen.',
    removed: 'De inkoop is verwijderd.',
    undo: 'Zet terug',
  },
  en: {
    title: 'Social purchases',
    intro: 'What you bought in this quarter from a sheltered workshop or a social enterprise.',
    add: 'Add a purchase',
    none: 'No purchase in this report yet',
    noneDo: 'Did you buy nothing in this quarter? Then there is nothing to do here.',
    noBlocks: 'The value table of this plan does not count purchases.',
    newLine: 'New purchase',
    changeLine: 'Change the purchase',
    seller: 'Name of the social enterprise',
    sellerHint: 'The name of the organisation, never of a person.',
    kvk: 'KvK number',
    kvkHint: 'Eight digits.',
    kvkWrong: 'A KvK number has eight digits.',
    block: 'Building block',
    invoice: 'Invoice without VAT',
    from: 'First day',
    to: 'Last day',
    description: 'What was bought?',
    descriptionHint: 'In a few words. Nothing about a person.',
    save: 'Keep the purchase',
    cancel: 'Cancel',
    saved: 'The purchase was saved.',
    removed: 'The purchase was removed.',
    undo: 'Put it back',
  },
});

/** The purchases of a report, and the form for one. */
export function Purchases() {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const { table, names } = useDraftSetting();
  const { draft, lines, line, opened, index, save, remove, close, error } = useLineEditing('purchases');
  const blocks = table.blocks.filter(({ kind }) => kind === 'PURCHASE');
  if (opened)
    return (
      <Section title={line ? t.changeLine : t.newLine} framed>
        <PurchaseForm
          key={index}
          line={line}
          blocks={blocks.map(({ code, label }) => ({ value: code, label }))}
          quarter={draft.answer.quarter}
          onSave={async (typed) => {
            await save(typed);
            say({ text: t.saved });
          }}
          onCancel={close}
        />
      </Section>
    );
  return (
    <Section
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={blocks.length > 0 && <LinkButton to="?regel=nieuw">{t.add}</LinkButton>}
    >
      {error !== null && <ProblemAlert error={error} />}
      {lines.length === 0 && (
        <Empty title={blocks.length > 0 ? t.none : t.noBlocks}>{blocks.length > 0 && <p>{t.noneDo}</p>}</Empty>
      )}
      <ul className="line-list">
        {lines.map((purchase, place) => (
          <LineCard
            key={place}
            draft={draft}
            at={`/purchases/${place}`}
            title={`${purchase.description ?? names[purchase.block] ?? purchase.block}, ${purchase.seller.name}`}
            facts={`${names[purchase.block] ?? purchase.block}. ${shortDay(language, purchase.from)} – ${shortDay(language, purchase.to)}. ${t.invoice}: ${euros(language, purchase.invoiceCents)}`}
            evidence={purchase.evidence ?? []}
            to={`?regel=${place}`}
            onRemove={() =>
              void remove(place).then((back) => back && say({ text: t.removed, undo: { label: t.undo, act: back } }))
            }
          />
        ))}
      </ul>
    </Section>
  );
}

const NAMES = { 'seller.kvkNumber': 'kvk', 'seller.name': 'seller', seller: 'kvk', invoiceCents: 'invoice' };

function PurchaseForm({
  line,
  blocks,
  quarter,
  onSave,
  onCancel,
}: {
  readonly line: PurchaseLine | undefined;
  readonly blocks: readonly { readonly value: string; readonly label: string }[];
  readonly quarter: string;
  readonly onSave: (line: PurchaseLine) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const t = useWords(texts);
  const days = daysOfQuarter(quarter);
  const form = useForm({
    defaultValues: {
      seller: line?.seller.name ?? '',
      kvk: line?.seller.kvkNumber ?? '',
      block: line?.block ?? (blocks.length === 1 ? (blocks[0]?.value ?? '') : ''),
      invoice: typedHundredths(line?.invoiceCents),
      from: typedDay(line?.from ?? days.from),
      to: typedDay(line?.to ?? days.to),
      description: line?.description ?? '',
      earmark: line?.earmark ?? '',
      evidence: typedEvidence(line?.evidence ?? []),
    },
  });
  return (
    <Form
      form={form}
      submit={t.save}
      more={
        <Button weight="subtle" onClick={onCancel}>
          {t.cancel}
        </Button>
      }
      fieldOf={(pointer) => fieldOfLine(pointer, NAMES) as 'kvk'}
      onSubmit={({ seller, kvk, block, invoice, from, to, description, earmark, evidence }) =>
        onSave({
          block,
          from: readDay(from) ?? '',
          to: readDay(to) ?? '',
          invoiceCents: readCents(invoice) ?? 0,
          seller: { kvkNumber: kvk.replaceAll(' ', ''), name: seller.trim() },
          earmark: earmark || null,
          description: description.trim() || null,
          evidence: readEvidence(evidence),
        })
      }
    >
      <TextField name="seller" label={t.seller} hint={t.sellerHint} maxLength={200} />
      <TextField
        name="kvk"
        label={t.kvk}
        hint={t.kvkHint}
        width="short"
        inputMode="numeric"
        check={(text) => (/^\d{8}$/.test(text.replaceAll(' ', '')) ? undefined : t.kvkWrong)}
      />
      <SelectField name="block" label={t.block} options={blocks} />
      <MoneyField name="invoice" label={t.invoice} />
      <div className="field-pair">
        <DateField name="from" label={t.from} />
        <DateField name="to" label={t.to} />
      </div>
      <TextField name="description" label={t.description} hint={t.descriptionHint} maxLength={300} optional />
      <EarmarkField />
      <EvidenceFields kind="PURCHASE" today={today()} />
    </Form>
  );
}
