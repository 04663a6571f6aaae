import { api, type Answer } from '../api/client';
import { moment, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button } from '../ui/buttons';
import { Empty, ProblemAlert, useNotice } from '../ui/feedback';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { operationsWords } from './operations-words';

type Job = Answer<'FailedJobAnswer'>;

/** Jobs that failed for good, with why, and the way to have one done again. */
export function FailedJobs() {
  const t = useWords(operationsWords);
  const language = useLanguage();
  const { can } = useSession();
  const query = { limit: 25 };
  const jobs = api.useInfiniteQuery('get', '/failed-jobs', { params: { query } }, byKey);
  return (
    <Section title={t.failedJobs} intro={<p>{t.failedIntro}</p>}>
      <Paged
        of={jobs}
        lines={3}
        empty={
          <Empty title={t.noFailed}>
            <p>{t.noFailedWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.failedJobs}
            captionHidden
            rows={items}
            rowKey={({ name, id }) => `${name} ${id}`}
            narrow="stacked"
            columns={[
              {
                key: 'name',
                head: t.job,
                names: true,
                cell: ({ name, id }) => (
                  <>
                    <code className="breakable">{name}</code>
                    <span className="cell-note breakable">{id}</span>
                  </>
                ),
              },
              { key: 'reason', head: t.reason, cell: ({ reason }) => <span className="breakable">{reason}</span> },
              { key: 'about', head: t.about, cell: ({ payload }) => <Payload payload={payload} /> },
              { key: 'attempts', head: t.attempts, number: true, cell: ({ attempts }) => whole(language, attempts) },
              { key: 'when', head: t.when, cell: ({ failedAt }) => moment(language, failedAt) },
              ...(can('jobs.retry') ? [{ key: 'again', head: t.again, cell: (job: Job) => <Retry job={job} /> }] : []),
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}

/** The ids that a job is about, as they are. */
function Payload({ payload }: Pick<Job, 'payload'>) {
  return (
    <span className="breakable">
      {Object.entries(payload)
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', ')}
    </span>
  );
}

function Retry({ job: { name, id } }: { readonly job: Job }) {
  const t = useWords(operationsWords);
  const say = useNotice();
  const retry = api.useMutation('post', '/failed-jobs/retries');
  const act = async () => {
    const { retried } = await retry.mutateAsync({ body: { name, id } });
    say({ text: t.retried(retried) });
  };
  return (
    <>
      <Button
        busy={retry.isPending}
        aria-label={t.againFor(name, id)}
        onClick={() => void act().catch(() => undefined)}
      >
        {t.again}
      </Button>
      {retry.error && <ProblemAlert error={retry.error} />}
    </>
  );
}
