/** Says a line to whoever started the product. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Shows how far long work is: one line that changes on a terminal, and nothing in a log file. An empty line clears it.
 */
export function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${line}`);
}
