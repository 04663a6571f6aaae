import { useWords } from '../shell/language';
import { Section } from '../ui/page';
import { TrailList } from '../ui/trail-list';
import { words } from '../words/words';
import { useContract } from './use-contract';

const texts = words({
  nl: { title: 'Wie heeft wat gedaan?', intro: 'Alles wat met dit contract is gedaan. Regels verdwijnen nooit.' },
  en: { title: 'Who did what?', intro: 'Everything that was done to this contract. Lines never disappear.' },
});

/** The audit trail of one contract. */
export function TrailTab() {
  const t = useWords(texts);
  const { id } = useContract();
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <TrailList subject="contract" subjectId={id} />
    </Section>
  );
}
