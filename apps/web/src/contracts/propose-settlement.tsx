import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api, type Answer } from '../api/client';
import { euros } from '../format';
import { readBp, readWhole } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';
import { Alert, Loaded, useNotice } from '../ui/feedback';
import { PercentField, RadioField, TextArea, WholeField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { chargeOf, outcomesFor, type Outcome } from './outcomes';
import { SettlementFacts } from './settlement-facts';
import { settlementWords } from './settlement-words';
import { useContract } from './use-contract';
import { useSettlement, useStep, type Settlement } from './use-settlement';

type Balance = Answer<'ListedContractBalanceAnswer'>;
const MOST_FACTOR = 100_000;

/** How an obligation should end, with what that means in euros before it is sent. */
export function ProposeSettlement() {
  const { id } = useContract();
  const settlement = useSettlement(id);
  const balances = api.useQuery('get', '/contract-balances', { params: { query: { contractIds: [id] } } });
  return (
    <Loaded of={settlement} lines={8}>
      {(found) => (
        <Loaded of={balances} lines={8}>
          {({ items: [balance] }) => (balance ? <Entry settlement={found} balance={balance} /> : null)}
        </Loaded>
      )}
    </Loaded>
  );
}

function Entry({ settlement, balance }: { readonly settlement: Settlement; readonly balance: Balance }) {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const say = useNotice();
  const navigate = useNavigate();
  const { id, obligation } = useContract();
  const step = useStep(id);
  const form = useForm({ defaultValues: { outcome: '', factor: '100', reached: '', reason: '' } });
  const typed = useWatch({ control: form.control });
  const propose = api.useMutation('post', '/contracts/{contractId}/settlement-proposals');
  const formFree = obligation?.kind === 'FORM_FREE';
  const short = balance.remainingCents ?? 0;
  const withheld = typed.outcome === 'SETTLED_WITHHELD';
  const base = `/contracten/${id}/afrekening`;
  const unit = labels[language].goalUnit[obligation?.goalUnit ?? 'PERSONS'].toLocaleLowerCase(language);
  return (
    <Section title={settlement.version === null ? t.propose : t.proposeAgain} intro={<p>{t.proposeIntro}</p>}>
      {settlement.version !== null && <SettlementFacts settlement={settlement} />}
      <Form
        form={form}
        submit={t.proposeSend}
        fieldOf={(pointer) => (pointer === '/factorBp' ? 'factor' : undefined)}
        more={
          <LinkButton weight="subtle" to={base}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async ({ outcome, factor, reached, reason }) => {
          const body: Answer<'ProposeSettlementBody'> = {
            ...(settlement.version === null ? {} : { version: settlement.version }),
            outcome: outcome as Outcome,
            ...(withheld ? { factorBp: readBp(factor) ?? undefined } : {}),
            ...(formFree ? { reached: readWhole(reached) ?? undefined } : {}),
            reason: reason.trim(),
          };
          await step(() => propose.mutateAsync({ params: { path: { contractId: id } }, body }));
          say({ text: t.proposeDone });
          await navigate(base);
        }}
      >
        {formFree && <WholeField name="reached" label={t.proposeReached(unit)} />}
        <RadioField
          name="outcome"
          label={t.proposeOutcome}
          options={outcomesFor(short, formFree).map((value) => ({
            value,
            label: labels[language].settlementOutcome[value],
            hint: t.hints[value],
          }))}
        />
        {withheld && (
          <PercentField
            name="factor"
            label={t.proposeFactor}
            hint={t.proposeFactorHint}
            check={(text) => {
              const bp = readBp(text) ?? 0;
              return bp >= 0 && bp <= MOST_FACTOR ? undefined : t.factorWrong;
            }}
          />
        )}
        <TextArea name="reason" label={t.proposeReason} hint={t.reasonHint} rows={3} maxLength={1000} />
        {!formFree && (
          <div role="status">
            <Alert title={t.means}>
              <p>
                {short > 0
                  ? t.meansShort(
                      euros(language, balance.amountCents),
                      euros(language, balance.allocatedCents),
                      euros(language, short),
                    )
                  : t.meansNone(euros(language, balance.amountCents))}
              </p>
              {typed.outcome && (
                <p>
                  <strong>
                    {withheld
                      ? t.meansCharge(euros(language, chargeOf(short, Math.max(0, readBp(typed.factor ?? '') ?? 0))))
                      : t.meansNothing}
                  </strong>
                </p>
              )}
            </Alert>
          </div>
        )}
      </Form>
    </Section>
  );
}
