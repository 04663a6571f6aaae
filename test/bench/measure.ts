/** What competes: each does the same work once when it is called. */
export type Contenders<Name extends string> = Record<Name, () => Promise<unknown>>;

const RUN_MS = 800;
const REPEATS_MAX = 60;

/**
 * How many milliseconds each contender takes: the median of `runs`, and in a run the median of as many turns as fit
 * in about a second. They take turns, each time in the other order, so that whatever else the machine is
 * doing meets all of them alike.
 */
export async function race<Name extends string>(
  contenders: Contenders<Name>,
  runs: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const turns = async (repeats: number): Promise<Map<Name, number>> => {
    const times = new Map<Name, number[]>(names.map((name) => [name, []]));
    for (let turn = 0; turn < repeats; turn += 1) {
      for (const name of turn % 2 === 0 ? names : names.toReversed()) {
        const startedAt = performance.now();
        await contenders[name]();
        times.get(name)?.push(performance.now() - startedAt);
      }
    }
    return new Map([...times].map(([name, all]) => [name, median(all)]));
  };

  await turns(1);
  const slowest = Math.max(...(await turns(1)).values());
  const repeats = Math.min(REPEATS_MAX, Math.max(2, Math.ceil(RUN_MS / slowest)));
  const medians: Map<Name, number>[] = [];
  for (let run = 0; run < runs; run += 1) medians.push(await turns(repeats));
  return Object.fromEntries(names.map((name) => [name, median(medians.map((run) => run.get(name) ?? NaN))])) as Record<
    Name,
    number
  >;
}

/** The one in the middle; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] =
    sorted.length % 2 === 0 ? sorted.slice(half - 1, half + 1) : [sorted[half], sorted[half]];
  return (low + high) / 2;
}
