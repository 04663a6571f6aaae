import { createProductDatabase, postgresAt } from '../../../apps/standalone/src/postgres/embedded-postgres';
import { connect } from '../load';
import { readWritten, sendBare, writeByHand } from './by-hand';
import { sendAll, sweepAndRelay } from './ours';
import { differences, digestsOf } from './race';
import { asWritten, openSink } from './sink';
import { makeStage } from './stage';
import { onPostgres } from './stores';
import { ITEMS_PER_PERSON, PEOPLE_PER_GROUP } from './work';

const server = postgresAt(JSON.parse(process.env['SR_TEST_POSTGRES'] ?? '{}') as Parameters<typeof postgresAt>[0]);
const GROUPS = 2;
const PEOPLE = GROUPS * PEOPLE_PER_GROUP;

it('makes a reminder of every item and a mail for every person, and writes the same by hand', async () => {
  await makeStage(server, 'bench_reminders', GROUPS);
  const copy = async (name: string): Promise<string> =>
    (await createProductDatabase(server, `bench_reminders_${name}`, { template: 'bench_reminders' })).appUrl;
  const [ours, byHand] = [await copy('ours'), await copy('by_hand')];
  const queued = await copy('queued');
  await sweepAndRelay(ours, onPostgres.of(ours), GROUPS);
  const written = await readWritten(ours);
  expect(written.digestIds).toHaveLength(PEOPLE);
  expect(written.portions.flatMap(({ reminders: [moments = []] }) => moments)).toHaveLength(PEOPLE * ITEMS_PER_PERSON);
  await writeByHand(byHand, onPostgres.of(byHand), written);
  expect(differences(await digestsOf(ours), await digestsOf(byHand))).toEqual([]);

  await sweepAndRelay(queued, onPostgres.of(queued), GROUPS, false);
  expect(differences(await digestsOf(ours), await digestsOf(queued))).toEqual([expect.stringContaining('outbox')]);
  const client = await connect(server.adminUrl('bench_reminders_queued'));
  await client.query('update platform.outbox set relayed_at = now()');
  await client.end();
  const sink = await openSink();
  try {
    await sendAll(queued, onPostgres.of(queued), `smtp://127.0.0.1:${sink.port}`, 3);
    const sent = sink.take();
    expect(sent.mails).toBe(PEOPLE);
    await sendBare(sink.port, 3, PEOPLE, await asWritten(sent.newest));
    const bare = sink.take();
    expect(bare.mails).toBe(PEOPLE);
    // The same mail, apart from what names its reader.
    expect(Math.abs(bare.bytes / sent.bytes - 1)).toBeLessThan(0.03);
  } finally {
    await sink.close();
  }
}, 60_000);
