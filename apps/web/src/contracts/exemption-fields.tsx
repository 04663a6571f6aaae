import { useWatch } from 'react-hook-form';
import { useLanguage, useWords } from '../shell/language';
import { SelectField, TextArea } from '../ui/fields';
import { labels } from '../words/labels';
import { words } from '../words/words';

const texts = words({
  nl: {
    reason: 'Waarom geen verplichting?',
    text: 'Leg uit',
    textHint: 'De tweede persoon leest dit, en later de auditor.',
  },
  en: {
    reason: 'Why no obligation?',
    text: 'Explain',
    textHint: 'The second person reads this, and later the auditor.',
  },
});

/** The reason of an exemption; in words as well when it is another one than those that are named. */
export function ExemptionFields() {
  const t = useWords(texts);
  const language = useLanguage();
  const reason: unknown = useWatch({ name: 'exemptionReason' });
  return (
    <>
      <SelectField
        name="exemptionReason"
        label={t.reason}
        options={Object.entries(labels[language].exemptionReason).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="exemptionText"
        label={t.text}
        hint={t.textHint}
        optional={reason !== 'OTHER'}
        rows={3}
        maxLength={1000}
      />
    </>
  );
}
