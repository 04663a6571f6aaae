import { readFileSync } from 'node:fs';
import { namedFile } from '../../../../config/env';
import { temporaryPostgres } from '../postgres/embedded-postgres';
import { emptyProduct, replay } from './replay';
import type { Fault } from './scenario';

/** `npm run --silent replay -- FILE.json`: prints what the scenario yields, and nothing else, on standard output. */
async function main(path: string | undefined): Promise<number> {
  const file = readFile(path);
  if (typeof file !== 'string') return tell([file]);

  const server = await temporaryPostgres('sr-replay-');
  const stop = (signal: NodeJS.Signals): void => {
    void server.stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const product = await emptyProduct(server, 'replay');
    try {
      const result = await replay(product, file);
      if ('faults' in result) return tell(result.faults);
      process.stdout.write(`${JSON.stringify(result.outcome, null, 2)}\n`);
      return 0;
    } finally {
      await product.close();
    }
  } finally {
    await server.stop();
  }
}

function readFile(path: string | undefined): string | Fault {
  if (path === undefined)
    return { position: 'file', message: 'name the scenario: npm run --silent replay -- FILE.json' };
  try {
    return readFileSync(namedFile(path), 'utf8');
  } catch (error) {
    return { position: 'file', message: `cannot be read: ${(error as Error).message}` };
  }
}

function tell(faults: readonly Fault[]): number {
  for (const { position, message } of faults) process.stderr.write(`${position}: ${message.replace(/\s+/g, ' ')}\n`);
  return 2;
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `replay stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
