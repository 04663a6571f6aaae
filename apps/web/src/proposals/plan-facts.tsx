import type { Answer } from '../api/client';
import { day, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Link } from '../ui/buttons';
import { Facts } from '../ui/figures';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { proposalWords } from './proposal-words';

type Plan = Answer<'PlanAnswer'>;

/** The plan that is asked about: who take part already, as far as the reader may see, and how far it is. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const t = useWords(proposalWords).one;
  const language = useLanguage();
  const { others, members, obligations, amountCents, dueOn, clientLead, state } = plan;
  return (
    <Section title={t.plan} actions={<Link to={`/plannen/${plan.id}`}>{t.wholePlan}</Link>}>
      <Facts
        items={[
          { name: t.state, value: labels[language].planState[state] },
          { name: t.obligations, value: whole(language, members.length + others.obligations) },
          ...(others.obligations > 0
            ? [
                {
                  name: t.ofOthers,
                  value: t.ofOthersValue(whole(language, others.obligations), wholeEuros(language, others.amountCents)),
                },
              ]
            : []),
          ...(members.length > 0
            ? [{ name: t.yours, value: members.map(({ number, title }) => `${title} (${number})`).join(', ') }]
            : []),
          ...(obligations > 0 ? [{ name: t.together, value: wholeEuros(language, amountCents) }] : []),
          ...(dueOn === null ? [] : [{ name: t.due, value: day(language, dueOn) }]),
          { name: t.lead, value: clientLead?.name ?? '–' },
        ]}
      />
    </Section>
  );
}
