import { useForm, useWatch } from 'react-hook-form';
import { hours, shortDay } from '../format';
import { readCentihours, readDay, typedDay, typedHundredths } from '../read-input';
import type { ActivityLine } from '../report-lines/lines';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Button, LinkButton } from '../ui/buttons';
import { Empty, ProblemAlert, useNotice } from '../ui/feedback';
import { DateField, HoursField, SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import { useDraftSetting } from './draft-context';
import { fieldOfLine, useLineEditing } from './line-editing';
import { EarmarkField, EvidenceFields, LineCard, readEvidence, typedEvidence } from './line-parts';

const texts = words({
  nl: {
    title: 'Maatschappelijke activiteiten',
    intro: 'Wat u in dit kwartaal deed voor mensen met een afstand tot de arbeidsmarkt. Elke dag is een eigen regel.',
    add: 'Voeg een activiteit toe',
    none: 'Nog geen activiteit in deze rapportage',
    noneDo: 'Hebt u in dit kwartaal geen activiteit gedaan? Dan hoeft u hier niets te doen.',
    noBlocks: 'De waardetabel van dit plan telt geen activiteiten mee.',
    newLine: 'Nieuwe activiteit',
    changeLine: 'Wijzig de activiteit',
    description: 'Wat is er gedaan?',
    descriptionHint: 'In een paar woorden. Niets over een persoon.',
    block: 'Bouwblok',
    day: 'Dag',
    hours: 'Uren samen',
    hoursHint: 'De uren van alle begeleiders bij elkaar.',
    hoursOf: (text: string) => `${text} uur`,
    by: 'Wie heeft het gedaan?',
    other: 'Naam van die organisatie',
    otherHint: 'Alleen als een ander het deed. De naam van de organisatie, nooit van een persoon.',
    kvk: 'KvK-nummer van die organisatie',
    kvkWrong: 'Een KvK-nummer heeft acht cijfers.',
    save: 'Bewaar de activiteit',
    cancel: 'Annuleer',
    saved: 'De activiteit is opgeslagen.',
    removed: 'De activiteit is verwijderd.',
    undo: 'Zet terug',
  },
  en: {
    title: 'Social activities',
    intro:
      'What you did in this quarter for people with a distance to the labour market. Each day is a line of its own.',
    add: 'Add an activity',
    none: 'No activity in this report yet',
    noneDo: 'Did you do no activity in this quarter? Then there is nothing to do here.',
    noBlocks: 'The value table of this plan does not count activities.',
    newLine: 'New activity',
    changeLine: 'Change the activity',
    description: 'What was done?',
    descriptionHint: 'In a few words. Nothing about a person.',
    block: 'Building block',
    day: 'Day',
    hours: 'Hours together',
    hoursHint: 'The hours of all who guided, added up.',
    hoursOf: (text: string) => `${text} hours`,
    by: 'Who did it?',
    other: 'Name of that organisation',
    otherHint: 'Only if somebody else did it. The name of the organisation, never of a person.',
    kvk: 'KvK number of that organisation',
    kvkWrong: 'A KvK number has eight digits.',
    save: 'Keep the activity',
    cancel: 'Cancel',
    saved: 'The activity was saved.',
    removed: 'The activity was removed.',
    undo: 'Put it back',
  },
});

/** The activities of a report, and the form for one. */
export function Activities() {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const { table, names } = useDraftSetting();
  const { draft, lines, line, opened, index, save, remove, close, error } = useLineEditing('activities');
  const blocks = table.blocks.filter(({ kind }) => kind === 'ACTIVITY');
  if (opened)
    return (
      <Section title={line ? t.changeLine : t.newLine} framed>
        <ActivityForm
          key={index}
          line={line}
          blocks={blocks.map(({ code, label }) => ({ value: code, label }))}
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
        {lines.map((activity, place) => (
          <LineCard
            key={place}
            draft={draft}
            at={`/activities/${place}`}
            title={`${activity.description ?? names[activity.block] ?? activity.block}, ${shortDay(language, activity.day)}`}
            facts={`${names[activity.block] ?? activity.block}. ${t.hoursOf(hours(language, activity.centihours))}. ${sayLabel(language, 'realisedBy', activity.realised?.by ?? 'OWN')}`}
            evidence={activity.evidence ?? []}
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

const REALISED_BY = ['OWN', 'SUBCONTRACTOR', 'NETWORK', 'SOCIAL_ENTERPRISE'] as const;
const NAMES = {
  'realised.by': 'by',
  'realised.kvkNumber': 'kvk',
  'realised.name': 'other',
  realised: 'by',
  centihours: 'hours',
};

function ActivityForm({
  line,
  blocks,
  onSave,
  onCancel,
}: {
  readonly line: ActivityLine | undefined;
  readonly blocks: readonly { readonly value: string; readonly label: string }[];
  readonly onSave: (line: ActivityLine) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const form = useForm({
    defaultValues: {
      description: line?.description ?? '',
      block: line?.block ?? (blocks.length === 1 ? (blocks[0]?.value ?? '') : ''),
      day: typedDay(line?.day),
      hours: typedHundredths(line?.centihours),
      by: line?.realised?.by ?? 'OWN',
      other: line?.realised?.name ?? '',
      kvk: line?.realised?.kvkNumber ?? '',
      earmark: line?.earmark ?? '',
      evidence: typedEvidence(line?.evidence ?? []),
    },
  });
  const isOwn = useWatch({ control: form.control, name: 'by' }) === 'OWN';
  return (
    <Form
      form={form}
      submit={t.save}
      more={
        <Button weight="subtle" onClick={onCancel}>
          {t.cancel}
        </Button>
      }
      fieldOf={(pointer) => fieldOfLine(pointer, NAMES) as 'by'}
      onSubmit={({ description, block, day, hours: typed, by, other, kvk, earmark, evidence }) =>
        onSave({
          block,
          day: readDay(day) ?? '',
          centihours: readCentihours(typed) ?? 0,
          realised:
            by === 'OWN' ? { by } : { by, kvkNumber: kvk.replaceAll(' ', '') || null, name: other.trim() || null },
          earmark: earmark || null,
          description: description.trim() || null,
          evidence: readEvidence(evidence),
        })
      }
    >
      <TextField name="description" label={t.description} hint={t.descriptionHint} maxLength={300} />
      <SelectField name="block" label={t.block} options={blocks} />
      <div className="field-pair">
        <DateField name="day" label={t.day} />
        <HoursField name="hours" label={t.hours} hint={t.hoursHint} />
      </div>
      <SelectField
        name="by"
        label={t.by}
        options={REALISED_BY.map((value) => ({ value, label: sayLabel(language, 'realisedBy', value) }))}
      />
      {!isOwn && (
        <>
          <TextField name="other" label={t.other} hint={t.otherHint} maxLength={200} optional />
          <TextField
            name="kvk"
            label={t.kvk}
            width="short"
            inputMode="numeric"
            optional
            check={(text) => (/^\d{8}$/.test(text.replaceAll(' ', '')) ? undefined : t.kvkWrong)}
          />
        </>
      )}
      <EarmarkField />
      <EvidenceFields kind="ACTIVITY" today={today()} />
    </Form>
  );
}
