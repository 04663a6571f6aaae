import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { day } from '../format';
import { readDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { LinkButton } from '../ui/buttons';
import { Loaded, useNotice } from '../ui/feedback';
import { DateField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { SettlementFacts } from './settlement-facts';
import { settlementWords } from './settlement-words';
import { useContract } from './use-contract';
import { useSettlement, useStep, type Settlement } from './use-settlement';

/** Gives the supplier time to make a shortfall good. */
export function GrantRemedy() {
  const { id } = useContract();
  const settlement = useSettlement(id);
  return (
    <Loaded of={settlement} lines={6}>
      {(found) => <Entry settlement={found} />}
    </Loaded>
  );
}

function Entry({ settlement }: { readonly settlement: Settlement }) {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const say = useNotice();
  const navigate = useNavigate();
  const { contractId, version } = settlement;
  const step = useStep(contractId);
  const form = useForm({ defaultValues: { until: '', reason: '' } });
  const grant = api.useMutation('post', '/contracts/{contractId}/remedies');
  const base = `/contracten/${contractId}/afrekening`;
  if (version === null) return <p>{t.none}.</p>;
  return (
    <Section title={t.grant} intro={<p>{t.remedyIntro}</p>}>
      <SettlementFacts settlement={settlement} />
      <Form
        form={form}
        submit={t.remedySend}
        more={
          <LinkButton weight="subtle" to={base}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async ({ until, reason }) => {
          const body = { version, until: readDay(until) ?? '', reason: reason.trim() };
          await step(() => grant.mutateAsync({ params: { path: { contractId } }, body }));
          say({ text: t.remedyDone(day(language, body.until)) });
          await navigate(base);
        }}
      >
        <DateField
          name="until"
          label={t.remedyUntil}
          check={(text) => ((readDay(text) ?? '') > today() ? undefined : t.remedyPast)}
        />
        <TextArea name="reason" label={t.remedyReason} hint={t.reasonHint} rows={3} maxLength={1000} />
      </Form>
    </Section>
  );
}
