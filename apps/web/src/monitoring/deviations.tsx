import { api, type Answer } from '../api/client';
import { day, shortDay, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { Link } from '../ui/buttons';
import { ConfirmButton } from '../ui/dialog';
import { Badge, Empty, useNotice } from '../ui/feedback';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { momentWords, nameOfMoment } from './moment-words';

type Deviation = Answer<'DeviationAnswer'>;
type Moment = Answer<'ReminderMomentAnswer'>;

/** Where reminders are different for a while, those that end last on top; who may ends one. */
export function Deviations({ moments }: { readonly moments: readonly Moment[] }) {
  const t = useWords(momentWords);
  const language = useLanguage();
  const { can } = useSession();
  const query = { limit: 25 };
  const deviations = api.useInfiniteQuery('get', '/reminder-deviations', { params: { query } }, byKey);
  const nameOf = ({ moment }: Deviation) => {
    const found = moments.find(({ code }) => code === moment);
    return found ? nameOfMoment(language, found) : moment;
  };
  return (
    <Paged
      of={deviations}
      lines={3}
      empty={
        <Empty title={t.noDeviations}>
          <p>{t.noDeviationsWhy}</p>
        </Empty>
      }
    >
      {(items) => (
        <Table
          caption={t.deviationCaption}
          captionHidden
          rows={items}
          rowKey={({ id }) => id}
          narrow="stacked"
          columns={[
            { key: 'moment', head: t.moment, names: true, cell: nameOf },
            {
              key: 'of',
              head: t.of,
              cell: ({ planId, planName, principalCode }) =>
                planId ? <Link to={`/plannen/${planId}`}>{planName}</Link> : t.allOf(principalCode ?? '–'),
            },
            {
              key: 'change',
              head: t.change,
              cell: ({ change }) => (change.kind === 'LATER' ? t.later(whole(language, change.days)) : t.silent),
            },
            { key: 'when', head: t.when, cell: (deviation) => <Period deviation={deviation} /> },
            {
              key: 'reason',
              head: t.reason,
              cell: ({ reason, recordedByName, recordedAt }) => (
                <>
                  {reason}
                  <span className="cell-note">
                    {t.by(recordedByName ?? t.somebody, day(language, recordedAt.slice(0, 10)))}
                  </span>
                </>
              ),
            },
            ...(can('deviations.make')
              ? [
                  {
                    key: 'end',
                    head: t.end,
                    cell: (deviation: Deviation) =>
                      stateOf(deviation) === 'runs' || stateOf(deviation) === 'toCome' ? (
                        <EndDeviation id={deviation.id} name={nameOf(deviation)} />
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Paged>
  );
}

function stateOf({ from, until }: Deviation): 'neverHeld' | 'over' | 'toCome' | 'runs' {
  if (until < from) return 'neverHeld';
  if (until < today()) return 'over';
  return from > today() ? 'toCome' : 'runs';
}

function Period({ deviation }: { readonly deviation: Deviation }) {
  const t = useWords(momentWords);
  const language = useLanguage();
  const state = stateOf(deviation);
  const { from, until } = deviation;
  return (
    <>
      {state !== 'neverHeld' && <>{t.period(shortDay(language, from), shortDay(language, until))} </>}
      <Badge tone={state === 'runs' ? 'notice' : 'quiet'}>{t[state]}</Badge>
    </>
  );
}

function EndDeviation({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useWords(momentWords);
  const say = useNotice();
  const end = api.useMutation('post', '/reminder-deviations/{deviationId}/endings');
  return (
    <ConfirmButton
      label={t.end}
      title={t.endTitle}
      confirm={t.end}
      onConfirm={async () => {
        await end.mutateAsync({ params: { path: { deviationId: id } } });
        say({ text: t.ended });
      }}
    >
      <p>{t.endWhat(name)}</p>
    </ConfirmButton>
  );
}
