import { useWords } from '../shell/language';
import { Section } from '../ui/page';
import { ReminderList } from '../ui/reminder-list';
import { words } from '../words/words';
import { usePlan } from './use-plan';

const texts = words({
  nl: {
    title: 'Berichten over dit plan',
    intro:
      'Wie een mail kreeg, waarover en wanneer. De leverancier en de overheid zien hier hetzelfde. Een mail herinnert aan werk; is het gedaan, dan stopt hij.',
  },
  en: {
    title: 'Messages about this plan',
    intro:
      'Who got a mail, about what and when. The supplier and the government see the same here. A mail reminds of work; when that is done, it stops.',
  },
});

/** What was mailed about the plan and to whom, for both sides. */
export function PlanMessages() {
  const t = useWords(texts);
  const { id } = usePlan();
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <ReminderList planId={id} />
    </Section>
  );
}
