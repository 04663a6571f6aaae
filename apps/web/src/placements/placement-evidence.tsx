import { useForm } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Button } from '../ui/buttons';
import { Badge, useNotice } from '../ui/feedback';
import { DateField, SelectField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { VerdictBadge } from '../ui/state-badges';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';

type Placement = Answer<'PlacementFileAnswer'>;

const texts = words({
  nl: {
    title: 'Bewijs',
    intro: 'U bewaart het bewijs zelf. Hier staat alleen wat u zag, en wanneer.',
    none: 'Er is nog geen bewijs opgegeven. Zonder bewijs kan de beoordelaar de uren afwijzen.',
    seen: (on: string, by: string) => `Gezien op ${on} door ${by}.`,
    somebody: 'iemand',
    until: (on: string) => `Geldig tot en met ${on}.`,
    unjudged: 'Nog niet beoordeeld',
    add: 'Geef bewijs op',
    type: 'Soort bewijs',
    seenOn: 'Gezien op',
    validUntil: 'Geldig tot en met',
    validHint: 'Laat leeg als het niet verloopt.',
    save: 'Bewaar het bewijs',
    cancel: 'Annuleer',
    done: 'Het bewijs staat erbij.',
  },
  en: {
    title: 'Evidence',
    intro: 'You keep the evidence yourself. Here stands only what you saw, and when.',
    none: 'No evidence was declared yet. Without it the verifier can reject the hours.',
    seen: (on: string, by: string) => `Seen on ${on} by ${by}.`,
    somebody: 'somebody',
    until: (on: string) => `Valid until ${on}.`,
    unjudged: 'Not judged yet',
    add: 'Declare evidence',
    type: 'Kind of evidence',
    seenOn: 'Seen on',
    validUntil: 'Valid until',
    validHint: 'Leave empty if it does not end.',
    save: 'Keep the evidence',
    cancel: 'Cancel',
    done: 'The evidence was added.',
  },
});

/** What was seen of a placement, what the verifier thinks of it, and the way to declare more. */
export function PlacementEvidence({ placement }: { readonly placement: Placement }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const [filters, change] = useAddressFilters(['bewijs'] as const);
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>} framed>
      {placement.evidence.length === 0 && <p>{t.none}</p>}
      <ul className="plain-list">
        {placement.evidence.map(({ id, type, seenOn, seenBy, validUntil, verdict, verdictReason }) => (
          <li key={id}>
            <strong>{sayLabel(language, 'evidenceType', type)}</strong>{' '}
            {verdict ? <VerdictBadge verdict={verdict} /> : <Badge tone="quiet">{t.unjudged}</Badge>}
            <br />
            {t.seen(day(language, seenOn), seenBy ?? t.somebody)} {validUntil && t.until(day(language, validUntil))}{' '}
            {verdictReason}
          </li>
        ))}
      </ul>
      {can('placements.write') &&
        (filters.bewijs ? (
          <Declare placementId={placement.id} onDone={() => change({ bewijs: '' })} />
        ) : (
          <div>
            <Button onClick={() => change({ bewijs: 'nieuw' })}>{t.add}</Button>
          </div>
        ))}
    </Section>
  );
}

function Declare({ placementId, onDone }: { readonly placementId: string; readonly onDone: () => void }) {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const types = api.useQuery('get', '/evidence-types', {}, { staleTime: Infinity });
  const declare = api.useMutation('post', '/placements/{placementId}/evidence');
  const form = useForm({ defaultValues: { type: '', seenOn: typedDay(today()), validUntil: '' } });
  return (
    <Form
      form={form}
      submit={t.save}
      more={
        <Button weight="subtle" onClick={onDone}>
          {t.cancel}
        </Button>
      }
      onSubmit={async ({ type, seenOn, validUntil }) => {
        const body = { type, seenOn: readDay(seenOn) ?? '', validUntil: readDay(validUntil) };
        await declare.mutateAsync({ params: { path: { placementId } }, body });
        say({ text: t.done });
        onDone();
      }}
    >
      <SelectField
        name="type"
        label={t.type}
        options={(types.data?.items ?? [])
          .filter(({ kinds }) => kinds.includes('PLACEMENT'))
          .map(({ code }) => ({ value: code, label: sayLabel(language, 'evidenceType', code) }))}
      />
      <DateField name="seenOn" label={t.seenOn} />
      <DateField name="validUntil" label={t.validUntil} hint={t.validHint} optional />
    </Form>
  );
}
