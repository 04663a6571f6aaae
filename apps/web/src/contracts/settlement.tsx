import { api } from '../api/client';
import { day, euros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { LinkButton } from '../ui/buttons';
import { ConfirmButton } from '../ui/dialog';
import { Badge, Empty, Loaded, useNotice } from '../ui/feedback';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { AnswerSettlement } from './answer-settlement';
import { SettlementFacts, SettlementHistory } from './settlement-facts';
import { settlementWords } from './settlement-words';
import { useContract } from './use-contract';
import { useSettlement, useStep, type Settlement } from './use-settlement';

const TONE = { NONE: 'quiet', PROPOSED: 'notice', ANSWERED: 'notice', REMEDY: 'notice', FINAL: 'good' } as const;

/** How a contract ends: what was proposed, what the other side says, and what can be done now. */
export function SettlementTab() {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const { id } = useContract();
  const settlement = useSettlement(id);
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <Loaded of={settlement} lines={6}>
        {(found) =>
          found.state === 'NONE' ? (
            <NotProposed />
          ) : (
            <>
              <p>
                <Badge tone={TONE[found.state]}>{labels[language].settlementState[found.state]}</Badge>
              </p>
              <SettlementFacts settlement={found} />
              <Now settlement={found} />
              <SettlementHistory settlement={found} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function NotProposed() {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const { can } = useSession();
  const { id, endsOn } = useContract();
  const settles = can('obligations.settle');
  const ended = endsOn < today();
  const ends = day(language, endsOn);
  return (
    <Empty title={t.none}>
      <p>{settles ? (ended ? t.noneEnded(ends) : t.noneMinistry(ends)) : t.noneReader}</p>
      {settles && (
        <LinkButton weight={ended ? 'primary' : 'secondary'} to={`/contracten/${id}/afrekening/voorstellen`}>
          {t.propose}
        </LinkButton>
      )}
    </Empty>
  );
}

/** What waits for whom, and the buttons of who can go on. */
function Now({ settlement }: { readonly settlement: Settlement }) {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const { can } = useSession();
  const { state, answerDueOn, remedyUntil, contractId } = settlement;
  if (state === 'FINAL') return null;
  const settles = can('obligations.settle');
  const base = `/contracten/${contractId}/afrekening`;
  const due = day(language, answerDueOn);
  const remedyRuns = state === 'REMEDY' && remedyUntil !== null && remedyUntil >= today();
  return (
    <>
      {state === 'PROPOSED' && (
        <p>
          {settles
            ? (answerDueOn ?? '') < today()
              ? t.waiting.late(due)
              : t.waiting.ministry(due)
            : can('settlements.answer')
              ? t.waiting.supplier(due)
              : t.waiting.reader(due)}
        </p>
      )}
      {remedyRuns && settles && <p>{t.remedyRuns(day(language, remedyUntil))}</p>}
      {state === 'PROPOSED' && can('settlements.answer') && <AnswerSettlement settlement={settlement} />}
      {settles && (
        <div className="deeds">
          {state !== 'REMEDY' && <Finish settlement={settlement} />}
          <LinkButton weight={state === 'REMEDY' && !remedyRuns ? 'primary' : 'secondary'} to={`${base}/voorstellen`}>
            {t.proposeAgain}
          </LinkButton>
          {isShort(settlement) && (
            <LinkButton to={`${base}/herstel`}>{state === 'REMEDY' ? t.grantAgain : t.grant}</LinkButton>
          )}
        </div>
      )}
    </>
  );
}

const isShort = ({ shortfallCents, shortOfGoal }: Settlement) => (shortfallCents ?? 0) > 0 || (shortOfGoal ?? 0) > 0;

/** Makes it final, when it can be: something short waits for the supplier's answer or for the last day for it. */
function Finish({ settlement }: { readonly settlement: Settlement }) {
  const t = useWords(settlementWords);
  const language = useLanguage();
  const say = useNotice();
  const step = useStep(settlement.contractId);
  const finish = api.useMutation('post', '/contracts/{contractId}/settlements');
  const { contractId, state, version, outcome, chargeCents, answerDueOn } = settlement;
  const heard = state === 'ANSWERED' || (answerDueOn !== null && answerDueOn < today());
  if (outcome === null || version === null || (isShort(settlement) && !heard)) return null;
  return (
    <ConfirmButton
      label={t.finish}
      weight="primary"
      title={t.finishTitle}
      confirm={t.finishDo}
      onConfirm={async () => {
        await step(() => finish.mutateAsync({ params: { path: { contractId } }, body: { version } }));
        say({ text: t.finished });
      }}
    >
      <p>{t.finishWhat(labels[language].settlementOutcome[outcome].toLocaleLowerCase(language))}</p>
      {chargeCents !== null && chargeCents > 0 && <p>{t.finishCharge(euros(language, chargeCents))}</p>}
      <p>{t.finishAfter}</p>
    </ConfirmButton>
  );
}
