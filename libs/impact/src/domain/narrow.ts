/** What is known of a whole number: that it is not less, and not more. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** A number that is made of others, by their places in the list. */
export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Nobody is counted in two of the parts: the number is their sum. Otherwise it is at most that, and at least each. */
  readonly apart: boolean;
}

/** More persons than there are: what is known of a number of which nothing is known. */
export const ANY_NUMBER = 1_000_000_000;

/** Each round tells something new of at least one number; what takes more is not found by hand either. */
const ROUNDS_MAX = 100;

/** What somebody who knows `ranges`, and which number is made of which, can tell of each number. */
export function narrow(ranges: readonly Range[], sums: readonly Sum[]): Range[] {
  const told = [...ranges];
  const of = (place: number): Range => told[place] ?? { least: 0, most: ANY_NUMBER };
  let changed = true;
  const tell = (place: number, least: number, most: number): void => {
    const before = of(place);
    if (least <= before.least && most >= before.most) return;
    told[place] = { least: Math.max(least, before.least), most: Math.min(most, before.most) };
    changed = true;
  };
  for (let round = 0; changed && round < ROUNDS_MAX; round += 1) {
    changed = false;
    for (const { whole, parts, apart } of sums) {
      const least = parts.map((part) => of(part).least);
      const most = parts.map((part) => of(part).most);
      const together = apart ? add(least) : Math.max(0, ...least);
      tell(whole, together, add(most));
      const known = of(whole);
      const othersLeast = apart ? add(least) : 0;
      const othersMost = add(most);
      parts.forEach((part, index) => {
        const own = apart ? (least[index] ?? 0) : 0;
        tell(part, known.least - (othersMost - (most[index] ?? 0)), known.most - (othersLeast - own));
      });
    }
  }
  return told;
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
