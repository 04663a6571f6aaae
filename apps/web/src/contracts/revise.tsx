import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api, isProblem, type Answer } from '../api/client';
import { euros, percentOfBp } from '../format';
import { readCents, readWhole, typedHundredths } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { LinkButton } from '../ui/buttons';
import { Alert, Loaded, useNotice } from '../ui/feedback';
import { MoneyField, TextArea, WholeField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { percentageAmount } from './obligation-entry';
import { useContract, useGoal } from './use-contract';

type Obligation = Answer<'ObligationAnswer'>;

const texts = words({
  nl: {
    title: 'Pas de verplichting aan',
    intro: 'Bijvoorbeeld omdat het contract is verlengd, of de omzet lager is. Wat eerder gold, blijft bewaard.',
    base: (basis: string) => `Nieuwe grondslag: ${basis}`,
    baseHint: (rate: string) => `Het percentage blijft ${rate}. Bedrag zonder btw.`,
    amount: 'Nieuw bedrag van de verplichting',
    goal: (unit: string) => `Nieuw doel: ${unit}`,
    reason: 'Waarom past u de verplichting aan?',
    reasonHint: 'De leverancier leest dit.',
    becomes: (now: string, after: string) => `De verplichting gaat van ${now} naar ${after}.`,
    released: (euros: string) =>
      `Er is al meer vervuld dan het nieuwe bedrag: ${euros} komt vrij en wordt overrealisatie van het plan.`,
    send: 'Pas de verplichting aan',
    back: 'Annuleer',
    done: (amount: string) => `De verplichting is aangepast: ${amount}. De leverancier ziet het nieuwe bedrag.`,
    not: 'Deze verplichting kan niet meer worden aangepast.',
  },
  en: {
    title: 'Revise the obligation',
    intro: 'For example because the contract was extended, or turnover is lower. What was in force before is kept.',
    base: (basis: string) => `New base: ${basis}`,
    baseHint: (rate: string) => `The percentage stays ${rate}. Amount without VAT.`,
    amount: 'New amount of the obligation',
    goal: (unit: string) => `New goal: ${unit}`,
    reason: 'Why do you revise the obligation?',
    reasonHint: 'The supplier reads this.',
    becomes: (now: string, after: string) => `The obligation goes from ${now} to ${after}.`,
    released: (euros: string) =>
      `More is fulfilled than the new amount: ${euros} is released and becomes surplus of the plan.`,
    send: 'Revise the obligation',
    back: 'Cancel',
    done: (amount: string) => `The obligation was revised: ${amount}. The supplier sees the new amount.`,
    not: 'This obligation can no longer be revised.',
  },
});

/** A new base, amount or goal, with what comes of it in sight before it is sent. */
export function Revise() {
  const { id } = useContract();
  const path = { params: { path: { contractId: id } } };
  const obligation = api.useQuery('get', '/contracts/{contractId}/obligation', path);
  return (
    <Loaded of={obligation} lines={6}>
      {(found) => <ReviseForm obligation={found} reread={() => obligation.refetch()} />}
    </Loaded>
  );
}

function ReviseForm({
  obligation,
  reread,
}: {
  readonly obligation: Obligation;
  readonly reread: () => Promise<unknown>;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const say = useNotice();
  const navigate = useNavigate();
  const goalOf = useGoal();
  const { contractId, kind, basis, baseCents, rateBp, capCents, amountCents, goal, goalUnit, settledOn } = obligation;
  const before = kind === 'PERCENTAGE' ? baseCents : kind === 'FIXED' ? amountCents : goal;
  const form = useForm({
    defaultValues: { next: kind === 'FORM_FREE' ? String(before ?? '') : typedHundredths(before), reason: '' },
  });
  const typed = useWatch({ control: form.control, name: 'next' });
  const path = { params: { path: { contractId } } };
  const euro = kind !== 'FORM_FREE';
  const balance = api.useQuery('get', '/contracts/{contractId}/balance', path, { enabled: euro });
  const revise = api.useMutation('post', '/contracts/{contractId}/revisions');
  const base = `/contracten/${contractId}/verplichting`;
  if (kind === 'NONE' || settledOn !== null || before === null) return <p>{t.not}</p>;

  const next = euro ? readCents(typed) : readWhole(typed);
  const after = next === null ? null : kind === 'PERCENTAGE' ? percentageAmount(next, rateBp ?? 0, capCents) : next;
  const inWords = (value: number) => (euro ? euros(language, value) : goalOf(value, goalUnit));
  const nowFilled = balance.data?.allocatedCents ?? 0;
  const field = kind === 'PERCENTAGE' ? 'baseCents' : kind === 'FIXED' ? 'amountCents' : 'goal';
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <Form
        form={form}
        submit={t.send}
        fieldOf={(pointer) => (pointer === `/${field}` ? 'next' : pointer === '/reason' ? 'reason' : undefined)}
        more={
          <LinkButton weight="subtle" to={base}>
            {t.back}
          </LinkButton>
        }
        onSubmit={async ({ reason }) => {
          if (next === null || after === null) return;
          const body = { [field]: next, previous: before, reason: reason.trim() } as Answer<'ReviseObligationBody'>;
          try {
            await revise.mutateAsync({ ...path, body });
          } catch (error) {
            // What it is now stands beside what was typed; sending it again is a choice.
            if (isProblem(error) && error.code === 'obligation.stale') await reread();
            throw error;
          }
          say({ text: t.done(inWords(after)) });
          await navigate(base);
        }}
      >
        {kind === 'PERCENTAGE' && basis && (
          <MoneyField
            name="next"
            label={t.base(labels[language].basis[basis].toLocaleLowerCase(language))}
            hint={t.baseHint(percentOfBp(language, rateBp))}
          />
        )}
        {kind === 'FIXED' && <MoneyField name="next" label={t.amount} />}
        {kind === 'FORM_FREE' && goalUnit && (
          <WholeField name="next" label={t.goal(labels[language].goalUnit[goalUnit].toLocaleLowerCase(language))} />
        )}
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} rows={3} />
        <div role="status">
          {after !== null && next !== before && (
            <Alert>
              <p>{t.becomes(inWords(euro ? (amountCents ?? 0) : before), inWords(after))}</p>
              {euro && after < nowFilled && <p>{t.released(euros(language, nowFilled - after))}</p>}
            </Alert>
          )}
        </div>
      </Form>
    </Section>
  );
}
