import { keepPreviousData } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { api, isProblem, type Answer } from '../api/client';
import { euros, percentOfBp } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Button } from '../ui/buttons';
import { SelectField } from '../ui/fields';
import { useDebounced } from '../ui/use-debounced';
import { sayProblem } from '../words/codes';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { exemptionFor, type TypedObligation } from './obligation-entry';
import { RuleReasons } from './rule-says';

type Question = Answer<'ProposeObligationBody'>;
type Proposal = Answer<'ObligationProposalAnswer'>;

const texts = words({
  nl: {
    title: 'Wat de regel zegt',
    empty: 'Vul de dag van gunning en de eerste en laatste dag in. Dan staat hier wat de regel zegt.',
    share: (rate: string, basis: string) => `${rate}, grondslag: ${basis}`,
    applies: {
      YES: 'De regel vraagt een verplichting van',
      NO: 'De regel vraagt geen verplichting.',
      UNKNOWN: 'Nog niet zeker. Voor zover nu bekend:',
    },
    open: 'Het bedrag is nog niet bekend',
    follow: 'Volg de regel',
    exempt: 'Stel een vrijstelling voor',
    you: 'U beslist zelf. Afwijken kan, met een reden.',
    other: 'Ga uit van een andere regel',
    rule: 'Regel',
    ruleHint: 'Laat leeg voor de standaardregel van de dag van gunning.',
  },
  en: {
    title: 'What the rule says',
    empty: 'Enter the day of award and the first and last day. Then you see here what the rule says.',
    share: (rate: string, basis: string) => `${rate}, base: ${basis}`,
    applies: {
      YES: 'The rule asks for an obligation of',
      NO: 'The rule asks for no obligation.',
      UNKNOWN: 'Not certain yet. As far as we know now:',
    },
    open: 'The amount is not known yet',
    follow: 'Follow the rule',
    exempt: 'Propose an exemption',
    you: 'You decide. You can deviate, with a reason.',
    other: 'Go by another rule',
    rule: 'Rule',
    ruleHint: 'Leave it empty for the standard rule of the day of award.',
  },
});

/** What a rule makes of a question; what it said last stays until the next answer is there. */
export function useProposal(question: Question | null) {
  const asked = useDebounced(JSON.stringify(question));
  const body = JSON.parse(asked) as Question | null;
  const proposal = api.useQuery(
    'post',
    '/obligation-proposals',
    { body: body ?? { awardedOn: '', startsOn: '', endsOn: '' } },
    { enabled: body !== null, placeholderData: keepPreviousData },
  );
  return {
    data: body === null || proposal.error ? undefined : proposal.data,
    error: body === null ? null : proposal.error,
  };
}

/** What the rule says of what is typed, while it is typed, with the way to follow it in one click. */
export function RulePanel({
  proposal: { data, error },
  awardedOn,
}: {
  readonly proposal: ReturnType<typeof useProposal>;
  /** The day of the award as an ISO date, which says which rules were in force. */
  readonly awardedOn: string;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <section className="rule-says" aria-labelledby="rule-says">
      <h2 className="utrecht-heading-2" id="rule-says">
        {t.title}
      </h2>
      <div role="status">
        {data ? (
          <Says proposal={data} />
        ) : isProblem(error) ? (
          <ul className="plain-list">
            {sayProblem(language, error).faults.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : (
          <p>{t.empty}</p>
        )}
      </div>
      {data && (
        <>
          <RuleReasons proposal={data} />
          <Take proposal={data} />
          <p className="soft">{t.you}</p>
          <OtherRule awardedOn={awardedOn} />
        </>
      )}
    </section>
  );
}

function Says({ proposal: { applies, amountCents, rateBp, basis } }: { readonly proposal: Proposal }) {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <>
      <p>{t.applies[applies]}</p>
      {rateBp !== null && basis !== null && (
        <>
          <p className="rule-amount">{amountCents === null ? t.open : euros(language, amountCents)}</p>
          <p>{t.share(percentOfBp(language, rateBp), labels[language].basis[basis].toLocaleLowerCase(language))}</p>
        </>
      )}
    </>
  );
}

/** The one click: the rule is followed, or, where it asks for nothing, an exemption is proposed. */
function Take({ proposal }: { readonly proposal: Proposal }) {
  const t = useWords(texts);
  const { setValue } = useFormContext<TypedObligation>();
  const follows = proposal.applies !== 'NO';
  const take = () => {
    setValue('choice', follows ? 'FOLLOW' : 'EXEMPTION', { shouldDirty: true, shouldValidate: true });
    if (!follows) setValue('exemptionReason', exemptionFor(proposal), { shouldDirty: true });
    // The choice stands further down: whoever chose here goes on there.
    const choice = document.querySelector<HTMLInputElement>('input[name="choice"]:checked');
    choice?.focus({ preventScroll: true });
    choice?.closest('fieldset')?.scrollIntoView({ block: 'start' });
  };
  return (
    <div>
      <Button onClick={take}>{follows ? t.follow : t.exempt}</Button>
    </div>
  );
}

/** Sources differ on what the threshold is compared with; whoever follows another reading chooses its rule here. */
function OtherRule({ awardedOn }: { readonly awardedOn: string }) {
  const t = useWords(texts);
  const rules = api.useQuery('get', '/threshold-rules');
  const inForce = (rules.data?.items ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= awardedOn && (validTo === null || awardedOn <= validTo),
  );
  if (inForce.length < 2) return null;
  return (
    <details>
      <summary>{t.other}</summary>
      <SelectField
        name="ruleCode"
        label={t.rule}
        hint={t.ruleHint}
        optional
        options={inForce.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </details>
  );
}
