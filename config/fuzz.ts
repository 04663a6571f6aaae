/** By which the fuzzer draws: another one every day, or the one of `SEED`, to see a run again. */
export function fuzzSeed(today: Date = new Date()): number {
  const given = Number(process.env['SEED']);
  return Number.isSafeInteger(given) && given > 0 ? given : Math.floor(today.getTime() / 86_400_000);
}
