/**
 * Chance that is the same on every machine: mulberry32, a generator with 32 bits of state. Everything that is drawn
 * belongs to a stream of its own (a supplier's contracts, a supplier's claims), so a larger portfolio begins with
 * exactly the suppliers of a smaller one.
 */
export class Random {
  private state: number;

  constructor(...stream: readonly number[]) {
    this.state = stream.reduce((state, part) => Math.imul(state ^ (part + 1), 0x9e3779b1) ^ (state >>> 15), 0x5eed);
  }

  /** From 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True once in `times`. */
  onceIn(times: number): boolean {
    return this.next() * times < 1;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

/** Ids that scatter over an index as the product's random ones do, and that never meet: the last part counts. */
export class Ids {
  private count = 0;
  private readonly random = new Random(0x1d5);

  next(): string {
    this.count += 1;
    const hex = (digits: number): string =>
      Math.floor(this.random.next() * 16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${this.count.toString(16).padStart(12, '0')}`;
  }
}
