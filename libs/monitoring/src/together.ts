/** Who asked, and for what. */
interface Asked<T, R> {
  readonly what: T;
  readonly give: (answer: R) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Does in one go what is asked at the same time: while as much is at work as may be, the next gathers. Nobody waits for others to ask.
 * When it fails for several each is tried by itself, so that what is wrong with one is not told to the others.
 */
export class Together<T, R> {
  private waiting: Asked<T, R>[] = [];
  private atWork = 0;

  /**
   * @param most how often the work is at work at the same time
   * @param work answers for all that are asked, in their order
   */
  constructor(
    private readonly most: number,
    private readonly work: (all: readonly T[]) => Promise<readonly R[]>,
  ) {}

  /** The answer for one. @throws what the work throws */
  ask(what: T): Promise<R> {
    return new Promise((give, fail) => {
      this.waiting.push({ what, give, fail });
      if (this.atWork < this.most) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.atWork += 1;
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0));
    this.atWork -= 1;
  }

  private async answer(asked: readonly Asked<T, R>[]): Promise<void> {
    try {
      const answers = await this.work(asked.map(({ what }) => what));
      asked.forEach(({ give }, index) => give(answers[index] as R));
    } catch (error) {
      if (asked.length > 1) for (const one of asked) await this.answer([one]);
      else for (const { fail } of asked) fail(error);
    }
  }
}
