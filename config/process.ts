import { writeSync } from 'node:fs';
import { AppError } from '@sr/kernel';
import { WrongEnvironment } from './env';

type Closing = () => Promise<unknown>;

/** Wrong input or surroundings that a person can mend; nothing was written. */
const WRONG_INPUT = 2;
const STOPPED_BY: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** What a process can do while it runs. */
export interface RunningProcess {
  /** Tells what to close when the process stops. What was told last is closed first. */
  readonly onStop: (closing: Closing) => void;
  /** Stops with one line of why: something happened that the process cannot go on after. */
  readonly fail: (reason: string) => void;
  /** Stops, since the work is done. */
  readonly finish: () => void;
}

/**
 * Runs a process from start to stop: prints one line per fault and exits with 2 when it cannot start as asked; closes
 * everything in order at Ctrl-C, a termination or a failure, so that nothing is left behind.
 * @param start opens what is needed and tells how to close it; answers why it cannot start, or nothing when it runs
 */
export async function runProcess(start: (process: RunningProcess) => Promise<readonly string[]>): Promise<void> {
  const closings: Closing[] = [];
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    process.exitCode = code;
    for (const close of closings.reverse()) {
      await close().catch((error: unknown) => tell(`while stopping: ${messageOf(error)}`));
    }
    process.exit(code);
  };
  const fail = (line: string, code = 1): void => {
    if (stopping) return;
    tell(line);
    void stop(code);
  };
  // Whoever started it may have stopped reading; the work goes on.
  process.stdout.on('error', () => undefined);
  for (const [signal, code] of Object.entries(STOPPED_BY)) process.on(signal, () => void stop(code));
  process.on('uncaughtException', (error) => fail(`stopped: ${messageOf(error)}`));
  process.on('unhandledRejection', (error) => fail(`stopped: ${messageOf(error)}`));

  stopWithNpm(() => void stop(STOPPED_BY.SIGTERM ?? 1));

  // Something that is waited for may not keep the process alive by itself; it would then end as if all were well.
  const awake = setInterval(() => undefined, 60_000);
  try {
    const reasons = await start({
      onStop: (closing) => void closings.push(closing),
      fail: (reason) => fail(reason),
      finish: () => void stop(0),
    });
    if (reasons.length > 0) fail(reasons.join('\n'), WRONG_INPUT);
  } catch (error) {
    if (error instanceof WrongEnvironment) fail(error.lines.join('\n'), WRONG_INPUT);
    else if (isPortTaken(error)) fail(`PORT: ${error.port} is in use; set PORT to another one.`, WRONG_INPUT);
    else if (error instanceof Error && isPlain(error)) fail(messageOf(error), WRONG_INPUT);
    else fail(`stopped: ${messageOf(error)}`);
  } finally {
    clearInterval(awake);
  }
}

/** npm hands a termination to a shell that dies without handing it on; whoever npm started then stops by itself. */
function stopWithNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

/** Written at once, since a process that ends does not wait for a pipe. Nobody may be listening any more. */
function tell(line: string): void {
  try {
    writeSync(process.stderr.fd, `${line}\n`);
  } catch {
    return;
  }
}

function isPortTaken(error: unknown): error is { port: number } {
  return (error as { code?: string }).code === 'EADDRINUSE';
}

/** Whether the error tells a person what to mend: a refusal, or an Error that was written for a person to read. */
function isPlain(error: Error): boolean {
  return error instanceof AppError || error.constructor === Error;
}

/** One line for what a person can understand; the whole stack for a fault of ours. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: string };
  return isPlain(error) || code !== undefined ? error.message || (code ?? error.name) : (error.stack ?? error.message);
}
