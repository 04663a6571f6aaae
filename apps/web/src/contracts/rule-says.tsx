import type { Answer } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { sayStep } from '../words/codes';
import { labels } from '../words/labels';
import { words } from '../words/words';

type Proposal = Answer<'ObligationProposalAnswer'>;
const SIGN = { YES: '✓', NO: '✗', UNKNOWN: '?' } as const;

const texts = words({
  nl: { source: 'Waar staat deze regel?' },
  en: { source: 'Where does this rule stand?' },
});

/** The conditions of a rule, each with whether the contract meets it, and the sum; in plain words. */
export function RuleReasons({ proposal }: { readonly proposal: Proposal }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { reasons, steps, ruleName, source } = proposal;
  return (
    <>
      <ul className="rule-reasons">
        {reasons.map((reason) => (
          <li key={reason.code}>
            <span className="rule-sign" role="img" aria-label={labels[language].ruleAnswer[reason.answer]}>
              {SIGN[reason.answer]}
            </span>
            <span>{sayStep(language, reason)}</span>
          </li>
        ))}
      </ul>
      {steps.length > 0 && (
        <ol className="steps">
          {steps.map((step) => (
            <li key={step.code}>{sayStep(language, step)}</li>
          ))}
        </ol>
      )}
      <details>
        <summary>{t.source}</summary>
        <p>
          <strong>{ruleName}</strong>
        </p>
        <p lang="nl">{source}</p>
      </details>
    </>
  );
}
