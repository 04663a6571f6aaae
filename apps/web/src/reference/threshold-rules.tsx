import { api, type Answer } from '../api/client';
import { percentOfBp, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Badge, Empty, Loaded } from '../ui/feedback';
import { Facts } from '../ui/figures';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { nowFirst } from '../dated';
import { Standing } from './dated-table';
import { referenceWords } from './reference-words';

const texts = words({
  nl: {
    isDefault: 'Geldt tenzij iemand anders kiest',
    when: 'Wanneer',
    asks: 'Wat wordt gevraagd',
    and: 'en',
    whenText: (purchases: string, base: string, amount: string, months: string) =>
      `Bij ${purchases} met een ${base} van ${amount} of meer en een looptijd van ${months} maanden of langer.`,
    asksText: (rate: string, base: string) => `${rate} van de ${base}.`,
    cap: (amount: string) => `Niet meer dan ${amount}.`,
    lowLabour: (below: string, rate: string) => `Is minder dan ${below} van de waarde loon, dan ${rate}.`,
    base: { CONTRACT_VALUE: 'waarde van het contract', LOONSOM: 'loonsom' },
  },
  en: {
    isDefault: 'Holds unless somebody chooses otherwise',
    when: 'When',
    asks: 'What is asked',
    and: 'and',
    whenText: (purchases: string, base: string, amount: string, months: string) =>
      `For ${purchases} with a ${base} of ${amount} or more and a term of ${months} months or longer.`,
    asksText: (rate: string, base: string) => `${rate} of the ${base}.`,
    cap: (amount: string) => `No more than ${amount}.`,
    lowLabour: (below: string, rate: string) => `Is less than ${below} of the value wages, then ${rate}.`,
    base: { CONTRACT_VALUE: 'value of the contract', LOONSOM: 'wage sum' },
  },
});

type Rule = Answer<'ThresholdRuleAnswer'>;

/** When Social Return is asked for, and how much: each rule in words. */
export function ThresholdRules() {
  const shared = useWords(referenceWords);
  const rules = api.useQuery('get', '/threshold-rules');
  return (
    <Loaded of={rules}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={shared.none} />
        ) : (
          nowFirst(items, today(), ({ validFrom, validTo }) => ({ from: validFrom, to: validTo })).map((rule) => (
            <RuleInWords key={`${rule.code} ${rule.validFrom}`} rule={rule} />
          ))
        )
      }
    </Loaded>
  );
}

function RuleInWords({ rule }: { readonly rule: Rule }) {
  const t = useWords(texts);
  const shared = useWords(referenceWords);
  const language = useLanguage();
  const kinds = rule.purchases.map((kind) =>
    labels[language].purchaseKind[kind as keyof (typeof labels)['nl']['purchaseKind']].toLocaleLowerCase(language),
  );
  const purchases = kinds.join(` ${t.and} `);
  const { thresholdCents, minimumMonths, capCents, lowLabourBelowBp, lowLabourRateBp } = rule;
  return (
    <Section title={rule.name} framed>
      <p className="row">
        <Standing from={rule.validFrom} to={rule.validTo} />
        {rule.isDefault && <Badge>{t.isDefault}</Badge>}
      </p>
      <Facts
        items={[
          {
            name: t.when,
            value: t.whenText(
              purchases,
              t.base[rule.compares],
              wholeEuros(language, thresholdCents),
              whole(language, minimumMonths),
            ),
          },
          {
            name: t.asks,
            value: [
              t.asksText(percentOfBp(language, rule.rateBp), t.base[rule.basis]),
              capCents !== null && t.cap(wholeEuros(language, capCents)),
              lowLabourBelowBp !== null &&
                t.lowLabour(percentOfBp(language, lowLabourBelowBp), percentOfBp(language, lowLabourRateBp)),
            ]
              .filter(Boolean)
              .join(' '),
          },
          { name: shared.code, value: rule.code },
          { name: shared.source, value: rule.source },
        ]}
      />
    </Section>
  );
}
