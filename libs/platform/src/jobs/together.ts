/** Who asked, and for what. */
interface Asked<T, R> {
  readonly what: T;
  readonly give: (answer: R) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Does in one go what is asked at the same time: while some is at work, the next gathers. Nobody waits for others to ask.
 * When it fails for several each is tried by itself, so that what is wrong with one is not told to the others.
 */
export class Together<T, R> {
  private waiting: Asked<T, R>[] = [];
  private isAtWork = false;

  /** @param work answers for all that are asked, in their order */
  constructor(private readonly work: (all: readonly T[]) => Promise<readonly R[]>) {}

  /** The answer for one. @throws what the work throws */
  ask(what: T): Promise<R> {
    return new Promise((give, fail) => {
      this.waiting.push({ what, give, fail });
      if (!this.isAtWork) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.isAtWork = true;
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0));
    this.isAtWork = false;
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
