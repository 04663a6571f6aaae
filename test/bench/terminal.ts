/** A line of the outcome. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

let saidAt = 0;

/** Progress, beside the outcome: on a terminal one line that changes, elsewhere a line every ten seconds. */
export function say(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}${what === '' ? '' : ' ...'}`);
  else if (what !== '' && performance.now() - saidAt > 10_000) {
    saidAt = performance.now();
    process.stderr.write(`${what} ...\n`);
  }
}
