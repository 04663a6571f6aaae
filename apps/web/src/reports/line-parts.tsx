import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { euros, shortDay } from '../format';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { Button, Link } from '../ui/buttons';
import { DateField, SelectField } from '../ui/fields';
import { ValueSteps } from '../ui/value-steps';
import { sayFault, sayLabel, sayWarning } from '../words/codes';
import { words } from '../words/words';
import { isOfLine, type ReportDraft } from './draft';
import { useDraftSetting } from './draft-context';

type Kind = Answer<'ReportLineAnswer'>['kind'];
type Evidence = Answer<'EvidenceBody'>;

const texts = words({
  nl: {
    value: (text: string) => `Waarde ${text}`,
    rule: 'Zo ontstaat de waarde',
    change: 'Wijzig',
    remove: 'Verwijder',
    seen: (type: string, on: string) => `Bewijs: ${type}, gezien op ${on}`,
    noEvidence: 'Nog geen bewijs opgegeven',
    evidence: 'Bewijs dat u hebt gezien',
    evidenceHint: 'U bewaart het bewijs zelf. U geeft alleen op wat u zag, en wanneer.',
    type: 'Soort bewijs',
    seenOn: 'Gezien op',
    validUntil: 'Geldig tot en met',
    addEvidence: 'Voeg bewijs toe',
    dropEvidence: (index: number) => `Haal bewijs ${index} weg`,
    earmark: 'Telt eerst voor contract',
    earmarkHint: 'Laat leeg om te verdelen over alle contracten van het plan.',
    last: 'U kunt de laatste dag leeg laten.',
  },
  en: {
    value: (text: string) => `Value ${text}`,
    rule: 'How the value comes about',
    change: 'Change',
    remove: 'Remove',
    seen: (type: string, on: string) => `Evidence: ${type}, seen on ${on}`,
    noEvidence: 'No evidence declared yet',
    evidence: 'Evidence that you saw',
    evidenceHint: 'You keep the evidence yourself. You only say what you saw, and when.',
    type: 'Kind of evidence',
    seenOn: 'Seen on',
    validUntil: 'Valid until',
    addEvidence: 'Add evidence',
    dropEvidence: (index: number) => `Remove evidence ${index}`,
    earmark: 'Counts first for contract',
    earmarkHint: 'Leave empty to spread over all contracts of the plan.',
    last: 'You can leave the last day empty.',
  },
});

/** A purchase or activity in the list: what it says, its value and how that comes about, and what is odd or wrong. */
export function LineCard({
  draft,
  at,
  title,
  facts,
  evidence,
  to,
  onRemove,
}: {
  readonly draft: ReportDraft;
  /** Its place among the lines, e.g. `/purchases/0`. */
  readonly at: string;
  readonly title: string;
  readonly facts: ReactNode;
  readonly evidence: readonly Evidence[];
  /** Where it is changed. */
  readonly to: string;
  readonly onRemove: () => void;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const { names } = useDraftSetting();
  const line = draft.lineAt(at);
  const faults = draft
    .faults(at)
    .filter(isOfLine)
    .map((fault) => sayFault(language, fault, names));
  const warnings = (line?.warnings ?? []).map((warning) => sayWarning(language, warning, names));
  return (
    <li className="panel line-card">
      <div className="line-head">
        <h3 className="utrecht-heading-3">{title}</h3>
        <strong>{t.value(euros(language, line?.valueCents))}</strong>
      </div>
      <p>{facts}</p>
      {evidence.length === 0 && <p className="soft">{t.noEvidence}</p>}
      {evidence.map(({ type, seenOn }, index) => (
        <p key={index} className="soft">
          {t.seen(sayLabel(language, 'evidenceType', type), shortDay(language, seenOn))}
        </p>
      ))}
      {faults.length + warnings.length > 0 && (
        <ul className="line-notes">
          {[...new Set(faults)].map((text) => (
            <li key={text} className="grid-fault">
              {text}
            </li>
          ))}
          {warnings.map((text) => (
            <li key={text} className="grid-warning">
              {text}
            </li>
          ))}
        </ul>
      )}
      {line && line.steps.length > 0 && (
        <details>
          <summary>{t.rule}</summary>
          <ValueSteps title={t.rule} steps={line.steps} names={names} />
        </details>
      )}
      <div className="row">
        <Link to={to}>{t.change}</Link>
        <Button weight="subtle" onClick={onRemove} aria-label={`${t.remove}: ${title}`}>
          {t.remove}
        </Button>
      </div>
    </li>
  );
}

/** The declared evidence as it is typed. */
export interface TypedEvidence {
  readonly type: string;
  readonly seenOn: string;
  readonly validUntil: string;
}
export const typedEvidence = (evidence: readonly Evidence[]): TypedEvidence[] =>
  evidence.map(({ type, seenOn, validUntil }) => ({
    type,
    seenOn: typedDay(seenOn),
    validUntil: typedDay(validUntil),
  }));
export const readEvidence = (typed: readonly TypedEvidence[]): Evidence[] =>
  typed.map(({ type, seenOn, validUntil }) => ({
    type,
    seenOn: readDay(seenOn) ?? '',
    validUntil: readDay(validUntil),
  }));

const MOST_EVIDENCE = 5;

/** What was seen of a purchase or activity; as many as there are, at most five. */
export function EvidenceFields({ kind, today }: { readonly kind: Kind; readonly today: string }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { control } = useFormContext<{ evidence: TypedEvidence[] }>();
  const { fields, append, remove } = useFieldArray({ control, name: 'evidence' });
  const { data } = api.useQuery('get', '/evidence-types', {}, { staleTime: Infinity });
  const options = (data?.items ?? [])
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ code }) => ({ value: code, label: sayLabel(language, 'evidenceType', code) }));
  return (
    <fieldset className="field stack">
      <legend className="utrecht-form-label field-label">{t.evidence}</legend>
      <div className="utrecht-form-field-description field-hint">{t.evidenceHint}</div>
      {fields.map(({ id }, index) => (
        <div key={id} className="panel stack">
          <SelectField name={`evidence.${index}.type`} label={t.type} options={options} />
          <div className="field-pair">
            <DateField name={`evidence.${index}.seenOn`} label={t.seenOn} />
            <DateField name={`evidence.${index}.validUntil`} label={t.validUntil} hint={t.last} optional />
          </div>
          <div>
            <Button weight="subtle" onClick={() => remove(index)}>
              {t.dropEvidence(index + 1)}
            </Button>
          </div>
        </div>
      ))}
      {fields.length < MOST_EVIDENCE && (
        <div>
          <Button onClick={() => append({ type: '', seenOn: typedDay(today), validUntil: '' })}>{t.addEvidence}</Button>
        </div>
      )}
    </fieldset>
  );
}

/** For which contract the line counts first. */
export function EarmarkField() {
  const t = useWords(texts);
  const { contracts } = useDraftSetting();
  return <SelectField name="earmark" label={t.earmark} hint={t.earmarkHint} options={contracts} optional />;
}
