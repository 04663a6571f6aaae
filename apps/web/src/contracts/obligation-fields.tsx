import { useFormContext, useWatch } from 'react-hook-form';
import type { Answer } from '../api/client';
import { euros, percentOfBp } from '../format';
import { readBp, readWhole } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { Alert } from '../ui/feedback';
import { MoneyField, PercentField, RadioField, SelectField, TextArea, WholeField } from '../ui/fields';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { ExemptionFields } from './exemption-fields';
import { amountOf, type TypedObligation } from './obligation-entry';

type Proposal = Answer<'ObligationProposalAnswer'>;

const texts = words({
  nl: {
    choice: 'Soort afspraak',
    follow: 'Volg de regel',
    followAmount: (amount: string) => `Volg de regel: ${amount}`,
    followShare: (rate: string, basis: string) => `${rate}, grondslag: ${basis}`,
    followNo: 'De regel vraagt nu geen verplichting. Kies iets anders.',
    followEmpty: 'Vul eerst de dagen in. Dan ziet u wat de regel zegt.',
    percentage: 'Een ander percentage of een andere grondslag',
    fixed: 'Een vast bedrag',
    formFree: 'Een doel zonder bedrag in euro’s',
    formFreeHint: 'Maatwerk voor Mensen: een aantal personen, uren of activiteiten.',
    exemption: 'Geen verplichting: stel een vrijstelling voor',
    exemptionHint: 'Een collega beslist daarover.',
    basis: 'Waarvan is het een percentage?',
    base: 'Hoe hoog is die grondslag?',
    baseOf: (basis: string) => `Grondslag: ${basis}`,
    baseHint: 'In euro’s, zonder btw.',
    rate: 'Percentage',
    rateWrong: 'Het percentage is meer dan 0 en hoogstens 100.',
    cap: 'Hoogstens',
    capHint: 'Alleen als er een maximum is afgesproken.',
    amount: 'Bedrag van de verplichting',
    unit: 'Waarin telt u het doel?',
    goal: 'Hoeveel?',
    goalHint: 'Een heel getal.',
    goalWrong: 'Het doel is minstens 1.',
    deviation: 'Waarom wijkt u af van de regel?',
    deviationHint: 'Deze reden blijft bij de verplichting staan.',
    becomes: (amount: string) => `De verplichting wordt ${amount}.`,
  },
  en: {
    choice: 'Kind of agreement',
    follow: 'Follow the rule',
    followAmount: (amount: string) => `Follow the rule: ${amount}`,
    followShare: (rate: string, basis: string) => `${rate}, base: ${basis}`,
    followNo: 'The rule asks for no obligation now. Choose something else.',
    followEmpty: 'Enter the days first. Then you see what the rule says.',
    percentage: 'Another percentage or another base',
    fixed: 'A fixed amount',
    formFree: 'A goal without an amount in euros',
    formFreeHint: 'Maatwerk voor Mensen: a number of persons, hours or activities.',
    exemption: 'No obligation: propose an exemption',
    exemptionHint: 'A colleague decides on it.',
    basis: 'What is it a percentage of?',
    base: 'How high is that base?',
    baseOf: (basis: string) => `Base: ${basis}`,
    baseHint: 'In euros, without VAT.',
    rate: 'Percentage',
    rateWrong: 'The percentage is more than 0 and at most 100.',
    cap: 'At most',
    capHint: 'Only if a maximum was agreed.',
    amount: 'Amount of the obligation',
    unit: 'In what do you count the goal?',
    goal: 'How many?',
    goalHint: 'A whole number.',
    goalWrong: 'The goal is at least 1.',
    deviation: 'Why do you deviate from the rule?',
    deviationHint: 'This reason stays with the obligation.',
    becomes: (amount: string) => `The obligation will be ${amount}.`,
  },
});

/** Why the choice to follow the rule cannot be sent as things stand; in the words of the choice itself. */
export function useFollowFault() {
  const t = useWords(texts);
  return (proposal: Proposal | undefined) => (proposal ? t.followNo : t.followEmpty);
}

/** What is agreed on: the rule, something else with a reason, a goal, or an exemption. `exempt` offers the last one. */
export function ObligationFields({
  proposal,
  exempt,
}: {
  readonly proposal: Proposal | undefined;
  readonly exempt: boolean;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const { control } = useFormContext<TypedObligation>();
  const typed = useWatch({ control }) as TypedObligation;
  const amount = amountOf(typed, proposal);
  const followHint =
    proposal === undefined
      ? t.followEmpty
      : proposal.rateBp === null || proposal.basis === null
        ? t.followNo
        : t.followShare(
            percentOfBp(language, proposal.rateBp),
            labels[language].basis[proposal.basis].toLocaleLowerCase(language),
          );
  return (
    <>
      <RadioField
        name="choice"
        label={t.choice}
        options={[
          {
            value: 'FOLLOW',
            label:
              typeof proposal?.amountCents === 'number'
                ? t.followAmount(euros(language, proposal.amountCents))
                : t.follow,
            hint: followHint,
          },
          { value: 'PERCENTAGE', label: t.percentage },
          { value: 'FIXED', label: t.fixed },
          { value: 'FORM_FREE', label: t.formFree, hint: t.formFreeHint },
          ...(exempt ? [{ value: 'EXEMPTION', label: t.exemption, hint: t.exemptionHint }] : []),
        ]}
      />
      <ChosenFields choice={typed.choice} proposal={proposal} />
      <div role="status">
        {amount !== null && (
          <Alert>
            <p>{t.becomes(euros(language, amount))}</p>
          </Alert>
        )}
      </div>
    </>
  );
}

function ChosenFields({ choice, proposal }: { readonly choice: string; readonly proposal: Proposal | undefined }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { basis } = labels[language];
  // The rule that cannot be judged yet is not deviated from; the API says so where this is mistaken.
  const deviates = proposal !== undefined && proposal.applies !== 'UNKNOWN';
  const reason = (
    <TextArea
      name="deviationReason"
      label={t.deviation}
      hint={t.deviationHint}
      optional={!deviates}
      rows={3}
      maxLength={1000}
    />
  );
  switch (choice) {
    case 'FOLLOW':
      return proposal?.basis && proposal.baseCents === null ? (
        <MoneyField name="base" label={t.baseOf(basis[proposal.basis].toLocaleLowerCase(language))} hint={t.baseHint} />
      ) : null;
    case 'PERCENTAGE':
      return (
        <>
          <SelectField
            name="basis"
            label={t.basis}
            options={Object.entries(basis).map(([value, label]) => ({ value, label }))}
          />
          <div className="field-pair">
            <MoneyField name="base" label={t.base} hint={t.baseHint} />
            <PercentField
              name="rate"
              label={t.rate}
              check={(text) => ((readBp(text) ?? 0) > 0 && (readBp(text) ?? 0) <= 10_000 ? undefined : t.rateWrong)}
            />
          </div>
          <MoneyField name="cap" label={t.cap} hint={t.capHint} optional />
          {reason}
        </>
      );
    case 'FIXED':
      return (
        <>
          <MoneyField name="amount" label={t.amount} hint={t.baseHint} />
          {reason}
        </>
      );
    case 'FORM_FREE':
      return (
        <>
          <SelectField
            name="goalUnit"
            label={t.unit}
            options={Object.entries(labels[language].goalUnit).map(([value, label]) => ({ value, label }))}
          />
          <WholeField
            name="goal"
            label={t.goal}
            hint={t.goalHint}
            check={(text) => (readWhole(text) === 0 ? t.goalWrong : undefined)}
          />
        </>
      );
    case 'EXEMPTION':
      return <ExemptionFields />;
    default:
      return null;
  }
}
