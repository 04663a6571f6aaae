import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueStore } from '@sr/platform';
import { openJobProcess, settings } from './jobs';

/** What a process of a test does: given as JSON, its only argument. */
export interface JobProcessOrder {
  readonly databaseUrl: string;
  readonly store: QueueStore;
  /** Handles jobs of this name slowly, one line when one begins; or relays events of `test.happened` to it and works on none. */
  readonly name: string;
  readonly does: 'work' | 'relay';
}

/** A worker in a process of its own, so that it can be killed. */
async function main({ databaseUrl, store, name, does }: JobProcessOrder): Promise<void> {
  const { registry, runner, relay } = await openJobProcess(databaseUrl, store);
  registry.handle(name, settings(), async (_payload, { id, attempt }) => {
    process.stdout.write(`began ${id} ${attempt}\n`);
    await sleep(600_000);
  });
  registry.onEvent('test.happened', name);
  if (does === 'work') await runner.start(['test.happened']);
  else relay.start();
  process.stdout.write('ready\n');
}

void main(JSON.parse(process.argv[2] ?? '{}') as JobProcessOrder);
