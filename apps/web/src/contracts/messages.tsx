import { useWords } from '../shell/language';
import { Milestones } from '../ui/milestones';
import { Section } from '../ui/page';
import { ReminderList } from '../ui/reminder-list';
import { words } from '../words/words';
import { useContract } from './use-contract';

const texts = words({
  nl: {
    title: 'Berichten over dit contract',
    intro: 'Wie een mail kreeg, waarover en wanneer. De leverancier en de overheid zien hier hetzelfde.',
  },
  en: {
    title: 'Messages about this contract',
    intro: 'Who got a mail, about what and when. The supplier and the government see the same here.',
  },
});

/** What was talked about and agreed on the contract, and what was mailed about it. */
export function MessagesTab() {
  const t = useWords(texts);
  const { id } = useContract();
  return (
    <>
      <Milestones subjectType="CONTRACT" subjectId={id} />
      <Section title={t.title} intro={<p>{t.intro}</p>}>
        <ReminderList contractId={id} />
      </Section>
    </>
  );
}
