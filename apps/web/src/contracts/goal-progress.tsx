import { api } from '../api/client';
import { hours, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Loaded } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { overviewWords } from './overview-words';
import { useGoal, type Contract } from './use-contract';

const texts = words({
  nl: {
    agreed: 'Afgesproken in dit contract',
    soFar: 'Bereikt in het plan',
    others: 'Het plan kan ook doelen van andere contracten hebben. Wat is bereikt, is van het hele plan.',
    persons: 'Mensen',
    hours: 'Betaalde uren',
    activities: 'Activiteiten',
  },
  en: {
    agreed: 'Agreed in this contract',
    soFar: 'Reached in the plan',
    others: 'The plan may have goals of other contracts too. What is reached is of the whole plan.',
    persons: 'People',
    hours: 'Paid hours',
    activities: 'Activities',
  },
});

/** How far a goal without euros is: what the plan that it is in has reached, in its own unit. */
export function GoalProgress({ contract: { id, obligation } }: { readonly contract: Contract }) {
  const t = useWords(texts);
  const common = useWords(overviewWords);
  const language = useLanguage();
  const goalOf = useGoal();
  const memberships = api.useQuery('get', '/plan-memberships', { params: { query: { contractIds: [id] } } });
  const planId = memberships.data?.items[0]?.planId;
  const progress = api.useQuery(
    'get',
    '/plans/{planId}/progress',
    { params: { path: { planId: planId ?? '' } } },
    { enabled: planId !== undefined },
  );
  if (!obligation) return null;
  if (memberships.data && planId === undefined) {
    return (
      <Section title={common.formFree}>
        <p>{common.formFreeNone}</p>
      </Section>
    );
  }
  const reached = {
    PERSONS: { label: t.persons, of: progress.data?.persons ?? '–' },
    HOURS: { label: t.hours, of: hours(language, progress.data?.centihours) },
    ACTIVITIES: { label: t.activities, of: whole(language, progress.data?.activities) },
  }[obligation.goalUnit ?? 'PERSONS'];
  return (
    <Section title={common.formFree} intro={<p>{t.others}</p>}>
      <Loaded of={progress} lines={2}>
        {() => (
          <KeyFigures>
            <KeyFigure label={t.agreed} value={goalOf(obligation.goal, obligation.goalUnit)} />
            <KeyFigure label={t.soFar} value={reached.of} note={reached.label} />
          </KeyFigures>
        )}
      </Loaded>
    </Section>
  );
}
