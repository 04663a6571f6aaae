import type { QueueStore } from '@sr/platform';
import { readWritten, sendBare, writeByHand, type Written } from './by-hand';
import { sendAll, sweepAndRelay } from './ours';
import { asWritten, openSink, type Sink } from './sink';

/** What a process is asked; each side has a process of its own, so that none of them pays for another. */
export type Task =
  | {
      readonly do: 'sweep';
      readonly url: string;
      readonly queue: QueueStore;
      readonly groups: number;
      readonly relays?: boolean;
    }
  | { readonly do: 'remember'; readonly url: string }
  | { readonly do: 'by-hand'; readonly url: string; readonly queue: QueueStore }
  | {
      readonly do: 'send';
      readonly url: string;
      readonly queue: QueueStore;
      readonly port: number;
      readonly connections: number;
    }
  | {
      readonly do: 'send-bare';
      readonly port: number;
      readonly connections: number;
      readonly mails: number;
      readonly mail: Uint8Array;
    }
  | { readonly do: 'sink' }
  | { readonly do: 'caught' };

/** What it answers: how long it took, the most memory that the process ever had, and what a sink has. */
export interface Answer {
  readonly milliseconds: number;
  readonly peakBytes: number;
  readonly sink?: {
    readonly port: number;
    readonly mails: number;
    readonly bytes: number;
    readonly newest: Uint8Array;
  };
  readonly error?: string;
}

let written: Written | undefined;
let sink: Sink | undefined;

process.on('message', (task: Task) => {
  void answer(task).then((given) => process.send?.(given));
});
process.once('disconnect', () => process.exit(0));

async function answer(task: Task): Promise<Answer> {
  try {
    const milliseconds = await carryOut(task);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const isOfSink = task.do === 'sink' || task.do === 'caught';
    return { milliseconds, peakBytes, ...(sink && isOfSink ? { sink: { port: sink.port, ...sink.take() } } : {}) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { milliseconds: NaN, peakBytes: NaN, error: text };
  }
}

async function carryOut(task: Task): Promise<number> {
  switch (task.do) {
    case 'sweep':
      return sweepAndRelay(task.url, task.queue, task.groups, task.relays);
    case 'remember':
      written = await readWritten(task.url);
      return 0;
    case 'by-hand':
      if (!written) throw new Error('nothing was read that can be written');
      return writeByHand(task.url, task.queue, written);
    case 'send':
      return sendAll(task.url, task.queue, `smtp://127.0.0.1:${task.port}`, task.connections);
    case 'send-bare':
      return sendBare(task.port, task.connections, task.mails, await asWritten(task.mail));
    case 'sink':
      sink = await openSink();
      return 0;
    case 'caught':
      return 0;
  }
}
