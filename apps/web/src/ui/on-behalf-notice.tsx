import { type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { Alert } from './feedback';
import { words } from '../words/words';

const texts = words({
  nl: {
    by: (name: string) => `Ingevuld door ${name} namens de leverancier`,
    somebody: 'een ambtenaar',
    why: (reason: string) => `Waarom: ${reason}`,
    yours: 'De leverancier leest wat u invult. U beslist niet over deze bijdragen: dat doet een beoordelaar.',
  },
  en: {
    by: (name: string) => `Filled in by ${name} on behalf of the supplier`,
    somebody: 'an official',
    why: (reason: string) => `Why: ${reason}`,
    yours: 'The supplier reads what you enter. You do not decide on these contributions: a verifier does.',
  },
});

type OnBehalf = Answer<'OnBehalfAnswer'>;

/** That an official wrote this and not the supplier, and why. Stands on top of a report and of each claim of it. */
export function OnBehalfNotice({
  onBehalf,
  writing = false,
}: {
  readonly onBehalf: OnBehalf;
  readonly writing?: boolean;
}) {
  const t = useWords(texts);
  return (
    <Alert kind="warning" title={t.by(onBehalf.by ?? t.somebody)}>
      <p>{t.why(onBehalf.reason)}</p>
      {writing && <p>{t.yours}</p>}
    </Alert>
  );
}
