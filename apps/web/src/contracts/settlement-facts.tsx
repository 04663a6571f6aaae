import { day, euros, moment, percentOfBp } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Facts } from '../ui/figures';
import { labels } from '../words/labels';
import { settlementWords } from './settlement-words';
import { useContract, useGoal } from './use-contract';
import type { Settlement } from './use-settlement';

/** What is proposed, with its figures. */
export function SettlementFacts({ settlement }: { readonly settlement: Settlement }) {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const goalOf = useGoal();
  const { obligation } = useContract();
  const { outcome, amountCents, allocatedCents, shortfallCents, factorBp, chargeCents, reached, shortOfGoal } =
    settlement;
  const formFree = obligation?.kind === 'FORM_FREE';
  const unit = obligation?.goalUnit ?? null;
  const figures = formFree
    ? [
        { name: t.amount, value: goalOf(obligation.goal, unit) },
        { name: t.reached, value: goalOf(reached, unit) },
        { name: t.shortOfGoal, value: goalOf(shortOfGoal, unit) },
      ]
    : [
        { name: t.amount, value: euros(language, amountCents) },
        { name: t.filled, value: euros(language, allocatedCents) },
        { name: t.short, value: euros(language, shortfallCents) },
      ];
  return (
    <Facts
      items={[
        { name: t.outcome, value: <strong>{outcome && labels[language].settlementOutcome[outcome]}</strong> },
        ...figures,
        ...(factorBp === null
          ? []
          : [
              { name: t.factor, value: percentOfBp(language, factorBp) },
              { name: t.charge, value: <strong>{euros(language, chargeCents)}</strong> },
            ]),
      ]}
    />
  );
}

/** Who said and decided what, in the order in which it happened. */
export function SettlementHistory({ settlement }: { readonly settlement: Settlement }) {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const name = (actor: Settlement['proposedBy']) => actor?.name ?? t.someone;
  const { proposedAt, answeredAt, remedyAt, finalAt, agrees } = settlement;
  const steps = [
    proposedAt && {
      at: proposedAt,
      title: t.proposed(name(settlement.proposedBy), moment(language, proposedAt)),
      by: null,
      words: settlement.reason,
    },
    answeredAt && {
      at: answeredAt,
      title: agrees ? t.answered.yes : t.answered.no,
      by: t.by(name(settlement.answeredBy), moment(language, answeredAt)),
      words: settlement.answer,
    },
    remedyAt && {
      at: remedyAt,
      title: t.remedy(day(language, settlement.remedyUntil)),
      by: t.by(name(settlement.remedyBy), moment(language, remedyAt)),
      words: settlement.remedyReason,
    },
    finalAt && {
      at: finalAt,
      title: t.final(day(language, settlement.settledOn)),
      by: t.by(name(settlement.finalBy), moment(language, finalAt)),
      words: null,
    },
  ].filter((step) => typeof step === 'object' && step !== null);
  steps.sort((one, other) => one.at.localeCompare(other.at));
  return (
    <section className="section">
      <h3 className="utrecht-heading-3">{t.history}</h3>
      <ul className="history">
        {steps.map(({ at, title, by, words }) => (
          <li key={`${at}${title}`}>
            <p>
              <strong>{title}</strong>
            </p>
            {by && <p className="soft">{by}</p>}
            {words && <p className="quote">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
