import type { Answer } from '../api/client';
import { useLanguage } from '../shell/language';
import { sayStep } from '../words/codes';
import type { Names } from '../words/params';

/** How a value comes about, step by step; nothing when there are no steps. `names` are the labels of blocks and bonuses. */
export function ValueSteps({
  title,
  steps,
  names,
}: {
  readonly title: string;
  readonly steps: readonly Answer<'ValueStep'>[];
  readonly names?: Names;
}) {
  const language = useLanguage();
  if (steps.length === 0) return null;
  return (
    <div>
      <p className="alert-title">{title}</p>
      <ol className="plain-list">
        {steps.map((step, index) => (
          <li key={`${step.code}${index}`}>{sayStep(language, step, names)}</li>
        ))}
      </ol>
    </div>
  );
}
