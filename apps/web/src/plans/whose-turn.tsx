import { api } from '../api/client';
import { useWords } from '../shell/language';
import { Empty } from '../ui/feedback';
import { OpenWork } from '../ui/open-work';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { usePlan } from './use-plan';
import { planWords } from './plan-words';

/** Everything that is open in the plan: what, by when and on whom it waits. */
export function WhoseTurn() {
  const t = useWords(planWords);
  const { id, supplierGroupName } = usePlan();
  const items = api.useInfiniteQuery(
    'get',
    '/plans/{planId}/work-items',
    { params: { path: { planId: id }, query: { limit: 50 } } },
    byKey,
  );
  return (
    <Section title={t.waiting} intro={<p>{t.waitingIntro}</p>}>
      <Paged
        of={items}
        lines={4}
        empty={
          <Empty title={t.nobody}>
            <p>{t.nobodyWhy}</p>
          </Empty>
        }
      >
        {(found) => <OpenWork caption={t.waiting} items={found} supplierName={supplierGroupName} />}
      </Paged>
    </Section>
  );
}
