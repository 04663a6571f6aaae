import { texts } from './params';

/** How the amount of an obligation comes about. */
export const obligationStepWords = texts({
  nl: {
    'obligation.base': (p) => `De grondslag is ${p.euros('baseCents')} (${p.inSentence('basis', 'basis')}).`,
    'obligation.share': (p) => `${p.percent('rateBp')} daarvan is ${p.euros('amountCents')}.`,
    'obligation.capped': (p) =>
      `${p.percent('rateBp')} daarvan, maar hoogstens ${p.euros('capCents')}. De verplichting is ${p.euros('amountCents')}.`,
    'obligation.fixed': (p) => `Er is een vast bedrag afgesproken: ${p.euros('amountCents')}.`,
    'obligation.form_free': (p) =>
      `Er is een doel afgesproken zonder bedrag in euro’s. ${p.label('goalUnit', 'goalUnit')}: ${p.whole('goal')}.`,
  },
  en: {
    'obligation.base': (p) => `The base is ${p.euros('baseCents')} (${p.inSentence('basis', 'basis')}).`,
    'obligation.share': (p) => `${p.percent('rateBp')} of that is ${p.euros('amountCents')}.`,
    'obligation.capped': (p) =>
      `${p.percent('rateBp')} of that, but at most ${p.euros('capCents')}. The obligation is ${p.euros('amountCents')}.`,
    'obligation.fixed': (p) => `A fixed amount was agreed: ${p.euros('amountCents')}.`,
    'obligation.form_free': (p) =>
      `A goal was agreed without an amount in euros. ${p.label('goalUnit', 'goalUnit')}: ${p.whole('goal')}.`,
  },
});

/** What the rule of the government says about a contract; with `answer`, whether the rule holds by it. */
export const ruleWords = texts({
  nl: {
    'rule.cpv_unknown': 'Zonder CPV-code is niet bekend wat u inkoopt. Vul de CPV-code in.',
    'rule.kind': (p) =>
      `CPV-code ${p.text('cpv')} is van de soort ${p.inSentence('purchaseKind', 'kind')}. Daarvoor geldt de regel ${p.is('answer', 'NO') ? 'niet' : 'wel'}.`,
    'rule.size_unknown': (p) =>
      `De regel geldt als de ${p.inSentence('basis', 'compares')} minstens ${p.euros('thresholdCents')} is. Dat bedrag is niet bekend.`,
    'rule.size': (p) =>
      `De regel geldt als de ${p.inSentence('basis', 'compares')} minstens ${p.euros('thresholdCents')} is. Die is ${p.euros('cents')}.`,
    'rule.term': (p) =>
      `De regel geldt bij een looptijd van minstens ${p.whole('minimumMonths')} maanden. Dit contract loopt van ${p.day('startsOn')} tot en met ${p.day('endsOn')}.`,
    'rule.base_unknown': (p) =>
      `De verplichting is ${p.percent('rateBp')} van de ${p.inSentence('basis', 'basis')}. Dat bedrag is nog niet bekend.`,
    'rule.low_labour': (p) =>
      `Van de waarde is ${p.percent('wageShareBp')} loon. Dat is minder dan ${p.percent('lowLabourBelowBp')}, daarom is het percentage ${p.percent('rateBp')}.`,
    'rule.wage_sum': (p) =>
      `Van de waarde van ${p.euros('valueCents')} is ${p.percent('wageShareBp')} loon: ${p.euros('baseCents')}.`,
  },
  en: {
    'rule.cpv_unknown': 'Without a CPV code it is not known what is bought. Enter the CPV code.',
    'rule.kind': (p) =>
      `CPV code ${p.text('cpv')} is of the kind ${p.inSentence('purchaseKind', 'kind')}. The rule ${p.is('answer', 'NO') ? 'is not' : 'is'} for these.`,
    'rule.size_unknown': (p) =>
      `The rule holds when the ${p.inSentence('basis', 'compares')} is at least ${p.euros('thresholdCents')}. That amount is not known.`,
    'rule.size': (p) =>
      `The rule holds when the ${p.inSentence('basis', 'compares')} is at least ${p.euros('thresholdCents')}. It is ${p.euros('cents')}.`,
    'rule.term': (p) =>
      `The rule is for terms of at least ${p.whole('minimumMonths')} months. This contract runs from ${p.day('startsOn')} to ${p.day('endsOn')}.`,
    'rule.base_unknown': (p) =>
      `The obligation is ${p.percent('rateBp')} of the ${p.inSentence('basis', 'basis')}. That amount is not known yet.`,
    'rule.low_labour': (p) =>
      `Of the value ${p.percent('wageShareBp')} is wages. That is below ${p.percent('lowLabourBelowBp')}, so the percentage is ${p.percent('rateBp')}.`,
    'rule.wage_sum': (p) =>
      `Of the value of ${p.euros('valueCents')} ${p.percent('wageShareBp')} is wages: ${p.euros('baseCents')}.`,
  },
});
