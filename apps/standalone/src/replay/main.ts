import { readFileSync } from 'node:fs';
import { namedFile } from '../../../../config/env';
import { runProcess } from '../../../../config/process';
import { temporaryPostgres } from '../postgres/embedded-postgres';
import { emptyProduct, replay } from './replay';
import type { Fault } from './scenario';

/** `npm run --silent replay -- FILE.json`: prints what the scenario yields, and nothing else, on standard output. */
void runProcess(async ({ onStop, finish }) => {
  const file = readFile(process.argv[2]);
  if (typeof file !== 'string') return [lineOf(file)];

  const starting = temporaryPostgres('sr-replay-');
  // Told before there is a server, so that a stop in the middle of the start leaves none behind.
  onStop(async () => {
    const server = await starting.catch(() => null);
    await server?.stop();
  });
  const product = await emptyProduct(await starting, 'replay');
  onStop(() => product.close());

  const result = await replay(product, file);
  if ('faults' in result) return result.faults.map(lineOf);
  await print(`${JSON.stringify(result.outcome, null, 2)}\n`);
  finish();
  return [];
});

function readFile(path: string | undefined): string | Fault {
  if (path === undefined)
    return { position: 'file', message: 'name the scenario: npm run --silent replay -- FILE.json' };
  try {
    return readFileSync(namedFile(path), 'utf8');
  } catch (error) {
    return { position: 'file', message: `cannot be read: ${(error as Error).message}` };
  }
}

function lineOf({ position, message }: Fault): string {
  return `${position}: ${message.replace(/\s+/g, ' ')}`;
}

/** Waits until everything is handed over: a process that ends does not wait for a pipe. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
