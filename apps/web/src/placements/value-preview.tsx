import { useQuery } from '@tanstack/react-query';
import { client, type Answer } from '../api/client';
import { euros, hours } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { ValueSteps } from '../ui/value-steps';
import { words } from '../words/words';
import type { ValueTable } from './placement-fields';

const texts = words({
  nl: {
    counts: (week: string, value: string) => `${week} uur per week telt ongeveer ${value} per kwartaal.`,
    trial: 'Een proefplaatsing telt niet mee voor de waarde. Meld de plaatsing wel aan.',
    formFree: 'In dit plan tellen geen euro’s, wel mensen en uren.',
    rule: 'Zo ontstaat dat bedrag',
    empty: 'Kies een bouwblok. Dan ziet u hier wat de plaatsing ongeveer telt.',
  },
  en: {
    counts: (week: string, value: string) => `${week} hours a week count about ${value} a quarter.`,
    trial: 'A trial placement has no value. Register it all the same.',
    formFree: 'In this plan no euros count, but people and hours do.',
    rule: 'How that amount comes about',
    empty: 'Choose a building block. Then you see here what the placement counts, roughly.',
  },
});

const WEEKS = 13;
const CENTIHOURS = 100;

interface PreviewProps {
  readonly planId: string;
  readonly table: ValueTable | undefined;
  readonly block: string;
  readonly bonuses: readonly string[];
  readonly employmentForm: Answer<'RegisterPlacementBody'>['employmentForm'];
}

/** What a full-time quarter of the placement would be worth, and how that comes about. */
export function ValuePreview({ planId, table, block, bonuses, employmentForm }: PreviewProps) {
  const t = useWords(texts);
  const language = useLanguage();
  const norm = table?.normHoursPerWeek ?? 0;
  const body = { planId, block, bonuses: [...bonuses], employmentForm, centihours: norm * WEEKS * CENTIHOURS };
  // A question, not a change: kept like anything that is read.
  const preview = useQuery({
    queryKey: ['value-preview', body],
    enabled: planId !== '' && block !== '' && norm > 0,
    staleTime: Infinity,
    placeholderData: (before) => before,
    queryFn: async () => {
      const { data, error } = await client.POST('/value-previews', { body });
      if (!data) throw error;
      return data;
    },
  });
  const names = Object.fromEntries(
    [...(table?.blocks ?? []), ...(table?.bonuses ?? [])].map(({ code, label }) => [code, label]),
  );
  const { data } = preview;
  const sentence = () => {
    if (block === '' || !data) return t.empty;
    if (employmentForm === 'TRIAL') return t.trial;
    if (data.valueCents === 0) return t.formFree;
    return t.counts(hours(language, norm * CENTIHOURS), euros(language, data.valueCents));
  };
  return (
    <div className="preview" role="status">
      <p className="preview-sentence">{sentence()}</p>
      {block !== '' && data && data.steps.length > 0 && (
        <details>
          <summary>{t.rule}</summary>
          <ValueSteps title={t.rule} steps={data.steps} names={names} />
        </details>
      )}
    </div>
  );
}
