/** One rule that an input breaks. `code` is stable and says which rule; `params` are the figures of the message. */
export interface Violation {
  /** `noun.what_is_wrong`; stands beside the rule that refuses, or in the library's `*.errors.ts`. */
  readonly code: string;
  /** The field that is wrong, as the caller named it, e.g. `endsOn` or `claims[2]`. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** One plain English sentence that says what is wrong and what to do. */
  readonly message: string;
}

/** What a pure rule answers: a value, or every violation. It never throws for wrong input. */
export type Decision<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly violations: Violation[] };

export const accepted = <T>(value: T): Decision<T> => ({ ok: true, value });
export const refused = (violations: Violation[]): Decision<never> => ({ ok: false, violations });
