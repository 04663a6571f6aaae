import { api, type Answer } from '../api/client';
import { moment, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { ConfirmButton } from '../ui/dialog';
import { Alert, Empty, Loaded, useNotice } from '../ui/feedback';
import { Section } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { FailedJobs } from './failed-jobs';
import { operationsWords } from './operations-words';

type Queue = Answer<'QueueAnswer'>;

/** How deep the queues are, what is still to be passed on to them, and what failed for good. */
export function Queues() {
  const t = useWords(operationsWords);
  const queues = api.useQuery('get', '/queues', {}, { refetchInterval: 10_000 });
  return (
    <Loaded of={queues} lines={8}>
      {({ items, outbox }) => (
        <>
          <Outbox outbox={outbox} />
          <Section title={t.queues} intro={<p>{t.queuesIntro}</p>}>
            {items.length === 0 ? (
              <Empty title={t.noQueues}>
                <p>{t.noQueuesWhy}</p>
              </Empty>
            ) : (
              <QueueTable queues={items} />
            )}
          </Section>
          <FailedJobs />
        </>
      )}
    </Loaded>
  );
}

function Outbox({ outbox: { waiting, since } }: { readonly outbox: Answer<'OutboxAnswer'> }) {
  const t = useWords(operationsWords);
  const language = useLanguage();
  return waiting === 0 ? (
    <Alert kind="ok" title={t.outbox}>
      <p>{t.outboxNone}</p>
    </Alert>
  ) : (
    <Alert kind="warning" title={t.outbox}>
      <p>{t.outboxWaiting(whole(language, waiting), moment(language, since))}</p>
    </Alert>
  );
}

const COUNTS = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

function QueueTable({ queues }: { readonly queues: readonly Queue[] }) {
  const t = useWords(operationsWords);
  const language = useLanguage();
  const { can } = useSession();
  const counts = COUNTS.map((count): Column<Queue> => ({
    key: count,
    head: t[count],
    number: true,
    cell: (queue) => whole(language, queue[count]),
  }));
  return (
    <Table
      caption={t.queuesIntro}
      captionHidden
      rows={queues}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', head: t.job, names: true, cell: ({ name }) => <code className="breakable">{name}</code> },
        ...counts,
        ...(can('jobs.retry') && queues.some(({ failed }) => failed > 0)
          ? [
              {
                key: 'again',
                head: t.allAgain,
                cell: ({ name, failed }: Queue) => (failed > 0 ? <RetryAll name={name} failed={failed} /> : null),
              },
            ]
          : []),
      ]}
    />
  );
}

function RetryAll({ name, failed }: { readonly name: string; readonly failed: number }) {
  const t = useWords(operationsWords);
  const language = useLanguage();
  const say = useNotice();
  const retry = api.useMutation('post', '/failed-jobs/retries');
  return (
    <ConfirmButton
      label={t.allAgain}
      title={t.allTitle}
      confirm={t.allAgain}
      onConfirm={async () => {
        const { retried } = await retry.mutateAsync({ body: { name } });
        say({ text: t.retried(retried) });
      }}
    >
      <p>{t.allWhat(whole(language, failed), name)}</p>
    </ConfirmButton>
  );
}
