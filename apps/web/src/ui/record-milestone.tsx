import { useForm } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { Dialog } from './dialog';
import { useNotice } from './feedback';
import { DateField, SelectField, TextArea } from './fields';
import { Form } from './form';

const texts = words({
  nl: {
    title: 'Leg vast wat u afsprak',
    kind: 'Wat was het?',
    heldOn: 'Op welke dag?',
    note: 'Wat is er afgesproken?',
    noteHint: 'Kort en zakelijk. Ook anderen die dit contract, deze plaatsing of het netwerk zien, kunnen het lezen.',
    save: 'Leg vast',
    saved: 'Vastgelegd.',
  },
  en: {
    title: 'Write down what you agreed',
    kind: 'What was it?',
    heldOn: 'On which day?',
    note: 'What was agreed?',
    noteHint: 'Short and to the point. Others who see this contract, placement or the network can read it too.',
    save: 'Write it down',
    saved: 'Written down.',
  },
});

type Body = Answer<'RecordMilestoneBody'>;
export type MilestoneKind = Body['kind'];

/** A talk, a contract, placement or the network: on what something was held. */
export type MilestoneSubject = Pick<Body, 'subjectType' | 'subjectId'>;

/** A window in which somebody writes down that a talk was held or a thing delivered: which, when, and what came of it. */
export function RecordMilestone({
  subject,
  kinds,
  onClose,
}: {
  readonly subject: MilestoneSubject;
  /** What it can be; with one there is nothing to choose. */
  readonly kinds: readonly MilestoneKind[];
  readonly onClose: () => void;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const record = api.useMutation('post', '/milestones');
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const form = useForm({ defaultValues: { kind: only ?? '', heldOn: typedDay(today()), note: '' } });
  return (
    <Dialog title={only ? labels[language].milestoneKind[only] : t.title} onClose={onClose}>
      <Form
        form={form}
        submit={t.save}
        onSubmit={async ({ kind, heldOn, note }) => {
          const body = { ...subject, kind: kind as MilestoneKind, heldOn: readDay(heldOn) ?? '', note: note.trim() };
          await record.mutateAsync({ body });
          say({ text: t.saved });
          onClose();
        }}
      >
        {!only && (
          <SelectField
            name="kind"
            label={t.kind}
            options={kinds.map((value) => ({ value, label: labels[language].milestoneKind[value] }))}
          />
        )}
        <DateField name="heldOn" label={t.heldOn} />
        <TextArea name="note" label={t.note} hint={t.noteHint} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
