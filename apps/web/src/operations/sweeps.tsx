import { api, type Answer } from '../api/client';
import { clock, day, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Badge, Empty } from '../ui/feedback';
import { Progress } from '../ui/figures';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { operationsWords } from './operations-words';

type Sweep = Answer<'SweepAnswer'>;

/** The daily rounds, the newest on top: how far they came and what they made. */
export function Sweeps() {
  const t = useWords(operationsWords);
  const language = useLanguage();
  const query = { limit: 25 };
  const sweeps = api.useInfiniteQuery('get', '/sweeps', { params: { query } }, byKey);
  return (
    <Section title={t.sweeps} intro={<p>{t.sweepsIntro}</p>}>
      <Paged
        of={sweeps}
        lines={5}
        empty={
          <Empty title={t.noSweeps}>
            <p>{t.noSweepsWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.sweeps}
            captionHidden
            rows={items}
            rowKey={(sweep) => sweep.day}
            narrow="stacked"
            columns={[
              { key: 'day', head: t.day, names: true, cell: (sweep) => day(language, sweep.day) },
              { key: 'progress', head: t.progress, cell: (sweep) => <HowFar sweep={sweep} /> },
              {
                key: 'items',
                head: t.workItems,
                number: true,
                cell: ({ workItems }) => whole(language, workItems),
              },
              {
                key: 'reminders',
                head: t.reminders,
                number: true,
                cell: ({ reminders }) => whole(language, reminders),
              },
              { key: 'mails', head: t.mailsOut, number: true, cell: ({ mails }) => whole(language, mails) },
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}

function HowFar({ sweep }: { readonly sweep: Sweep }) {
  const t = useWords(operationsWords);
  const language = useLanguage();
  const { groups, groupsDone, startedAt, finishedAt } = sweep;
  const at = (moment: string) => clock(language, new Date(moment));
  if (finishedAt !== null)
    return (
      <>
        <Badge tone="good">{t.done}</Badge> <span className="cell-note">{t.took(at(startedAt), at(finishedAt))}</span>
      </>
    );
  return (
    <>
      <Badge tone="notice">{t.runs}</Badge>
      <Progress label={t.progressOf(day(language, sweep.day))} part={groupsDone} whole={groups} />
      <span className="cell-note">
        {t.groups(whole(language, groupsDone), whole(language, groups))}, {t.startedAt(at(startedAt))}
      </span>
    </>
  );
}
